-- $1 a day. Whether anybody is administrator of the whole record that day, and whether anybody is without an end.
select coalesce(bool_or(o.held_from <= $1 and (o.held_to is null or o.held_to > $1)), false), coalesce(bool_or(o.held_to is null), false)
  from ntm.account_office o join ntm.account a on a.name = o.account
 where o.role = 'administrator' and o.area is null and a.closed_at is null
