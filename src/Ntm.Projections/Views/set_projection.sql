-- $1 view, $2 position, $3 digest.
update projection set position = $2, digest = $3 where name = $1
