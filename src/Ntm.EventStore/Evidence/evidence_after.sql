-- $1 after this hash, $2 at most so many.
select e.sha256, e.size, e.media_type, e.stored_at,
       (select d.name from ntm.evidence_deposit d where d.sha256 = e.sha256 order by d.number limit 1)
  from ntm.evidence e where e.sha256 > $1 collate "C" order by e.sha256 limit $2
