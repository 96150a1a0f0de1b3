-- $1 hash, $2 after this number, $3 at most so many.
select d.number, d.at, d.name, d.actor, d.role, d.area, d.client, d.correlation
  from ntm.evidence_deposit d where d.sha256 = $1 and d.number > $2 order by d.number limit $3
