select name, position, digest from ntm_rebuild.projection order by name
