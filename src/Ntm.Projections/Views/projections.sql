select name, position, digest from ntm.projection order by name
