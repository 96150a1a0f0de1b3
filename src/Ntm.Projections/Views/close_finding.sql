-- $1 sequences of findings, $2 the sequences from which on they count as never said.
update finding f set retracted_at = c.at from unnest($1::bigint[], $2::bigint[]) as c (sequence, at) where f.sequence = c.sequence
