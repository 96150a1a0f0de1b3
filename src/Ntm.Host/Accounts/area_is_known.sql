-- $1 stream of the unit.
select exists (select from ntm.mt_streams s where s.id = $1)
