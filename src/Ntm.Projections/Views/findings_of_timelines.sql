-- $1 units, $2 sets, $3 criteria, $4 assessors, one timeline each; $5 ids of entries, whose timelines are meant as well.
select f.sequence, f.recorded_at, f.retracted_at, f.entry, f.effective_on, f.criterion, f.synthetic, f.unit, f.criteria_set, f.assessed_by, f.status
  from (
    select t.unit, t.criteria_set, t.criterion, t.assessed_by
      from unnest($1::text[], $2::text[], $3::integer[], $4::text[]) as t (unit, criteria_set, criterion, assessed_by)
    union
    select g.unit, g.criteria_set, g.criterion, g.assessed_by
      from unnest($5::uuid[]) as r (id) join ntm.mt_events e on e.id = r.id join finding g on g.sequence = e.seq_id
  ) t
  -- One search in the index for each, however large the planner takes the table to be.
  cross join lateral (
    select * from finding f
     where f.unit = t.unit and f.criteria_set = t.criteria_set and f.criterion = t.criterion and f.assessed_by = t.assessed_by offset 0
  ) f
 order by f.sequence
