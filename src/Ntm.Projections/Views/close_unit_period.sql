-- $1 units, $2 first days, $3 from when on the row was known, $4 until when.
update unit_period p set record_to = c.until
  from unnest($1::text[], $2::date[], $3::bigint[], $4::bigint[]) as c (unit, effect_from, since, until)
 where p.unit = c.unit and p.effect_from = c.effect_from and p.record_from = c.since
