-- $1 hash, $2 after this number, $3 at most so many.
select o.number, o.at, null as name, o.actor, o.role, o.area, o.client, o.correlation
  from ntm.evidence_opening o where o.sha256 = $1 and o.number > $2 order by o.number limit $3
