-- For each commune and criterion the last of its findings, looked up by the index.
-- $1 the unit above, $2 the day, $3 the sequence, $4 the set, $5 the assessors, $6 how many criteria it has.
with recursive map as materialized (
  select p.unit, p.parent, p.level from ntm.unit_period p
   where p.life = 'lives' and p.effect_from <= $2 and (p.effect_to is null or p.effect_to > $2)
     and p.record_from <= $3 and (p.record_to is null or p.record_to > $3)
), under (unit, level) as (
  select $1::text collate "C", null::text collate "C"
  union all
  select m.unit, m.level from under u join map m on m.parent = u.unit
), commune as materialized (
  select u.unit from under u where u.level = 'commune'
)
select c.unit, string_agg(coalesce(w.status, 'unassessed'), ',' order by k.criterion)
  from commune c cross join generate_series(1, $6) as k (criterion)
  left join lateral (
    select f.status from ntm.finding f
     where f.unit = c.unit and f.criteria_set = $4 and f.criterion = k.criterion and f.assessed_by = any ($5) and f.effective_on <= $2
       and f.sequence <= $3 and (f.retracted_at is null or f.retracted_at > $3)
     order by f.effective_on desc, f.sequence desc limit 1) w on true
 group by c.unit order by c.unit
