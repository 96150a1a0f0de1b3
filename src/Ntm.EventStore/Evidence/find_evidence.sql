-- $1 hash. With the name it was first handed in under.
select e.sha256, e.size, e.media_type, e.stored_at,
       (select d.name from ntm.evidence_deposit d where d.sha256 = e.sha256 order by d.number limit 1)
  from ntm.evidence e where e.sha256 = $1
