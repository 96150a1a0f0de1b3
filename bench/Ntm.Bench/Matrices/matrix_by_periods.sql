-- Of the rectangles that cover the point, one for each assessor, the one with the greatest (effect_from, sequence).
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
), winner as (
  select distinct on (p.unit, p.criterion) p.unit, p.criterion, p.status
    from commune c join ntm.finding_period p on p.unit = c.unit
   where p.criteria_set = $4 and p.assessed_by = any ($5)
     and p.effect_from <= $2 and (p.effect_to is null or p.effect_to > $2)
     and p.record_from <= $3 and (p.record_to is null or p.record_to > $3)
   order by p.unit, p.criterion, p.effect_from desc, p.sequence desc
)
select c.unit, string_agg(coalesce(w.status, 'unassessed'), ',' order by k.criterion)
  from commune c cross join generate_series(1, $6) as k (criterion)
  left join winner w on w.unit = c.unit and w.criterion = k.criterion
 group by c.unit order by c.unit
