-- $1 units, $2 sets, $3 criteria, $4 assessors, $5 days, one day of a timeline each; $6 ids of entries, whose days are meant as well.
select f.sequence, f.recorded_at, f.retracted_at, f.entry, f.effective_on, f.criterion, f.synthetic, f.unit, f.criteria_set, f.assessed_by, f.status
  from (
    select t.unit, t.criteria_set, t.criterion, t.assessed_by, t.day
      from unnest($1::text[], $2::text[], $3::integer[], $4::text[], $5::date[]) as t (unit, criteria_set, criterion, assessed_by, day)
    union
    select g.unit, g.criteria_set, g.criterion, g.assessed_by, g.effective_on
      from unnest($6::uuid[]) as r (id) join ntm.mt_events e on e.id = r.id join finding g on g.sequence = e.seq_id
  ) t
  -- One search in the index for each, however large the planner takes the table to be.
  cross join lateral (
    select * from finding f
     where f.unit = t.unit and f.criteria_set = t.criteria_set and f.criterion = t.criterion and f.effective_on = t.day and f.assessed_by = t.assessed_by
    offset 0
  ) f
 order by f.sequence
