-- $1 hash, $2 name, $3 actor, $4 role, $5 area, $6 client, $7 correlation.
insert into ntm.evidence_deposit (sha256, at, name, actor, role, area, client, correlation) values ($1, clock_timestamp(), $2, $3, $4, $5, $6, $7)
