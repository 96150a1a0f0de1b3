-- $1 units, $2 sets, $3 criteria, $4 assessors, $5 days, one timeline each. The open rows from that day on, and the one before.
select p.unit, p.criteria_set, p.criterion, p.assessed_by, p.sequence, p.record_from, p.effect_from, p.opened_by, p.status
  from unnest($1::text[], $2::text[], $3::integer[], $4::text[], $5::date[]) as t (unit, criteria_set, criterion, assessed_by, day)
  cross join lateral (
    select * from finding_period p
     where p.unit = t.unit and p.criteria_set = t.criteria_set and p.criterion = t.criterion and p.effect_from >= t.day
       and p.assessed_by = t.assessed_by and p.record_to is null
    union all (
      select * from finding_period p
       where p.unit = t.unit and p.criteria_set = t.criteria_set and p.criterion = t.criterion and p.effect_from < t.day
         and p.assessed_by = t.assessed_by and p.record_to is null
       order by p.unit desc, p.criteria_set desc, p.criterion desc, p.effect_from desc limit 1)
  ) p
 order by p.effect_from
