-- The same findings without a sort: the greatest of numbers that hold day, sequence and status, in that order, gathered by hashing.
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
  select f.unit, f.criterion,
         max(((f.effective_on - date '0001-01-01')::bigint << 35) | (f.sequence << 3)
           | case f.status when 'attained' then 1 when 'not_attained' then 2 when 'lost' then 3 when 'basically_met' then 4 else 5 end) as greatest
    from ntm.finding f
   where f.criteria_set = $4 and f.assessed_by = any ($5) and f.effective_on <= $2
     and f.sequence <= $3 and (f.retracted_at is null or f.retracted_at > $3)
     and f.unit in (select c.unit from commune c)
   group by f.unit, f.criterion
), letters as (
  select w.unit, array_agg(w.criterion) as criteria,
         array_agg((array['attained', 'not_attained', 'lost', 'basically_met', 'not_applicable'])[w.greatest & 7]) as statuses
    from winner w group by w.unit
)
select c.unit, (
    select string_agg(coalesce(l.statuses[array_position(l.criteria, k.criterion)], 'unassessed'), ',' order by k.criterion)
      from generate_series(1, $6) as k (criterion))
  from commune c left join letters l on l.unit = c.unit
 order by c.unit
