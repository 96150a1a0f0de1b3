-- $1 hash, $2 actor, $3 role, $4 area, $5 client, $6 correlation.
insert into ntm.evidence_opening (sha256, at, actor, role, area, client, correlation) values ($1, clock_timestamp(), $2, $3, $4, $5, $6)
