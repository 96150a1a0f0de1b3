-- Nothing of a record is here yet: there is no schema ntm, or nothing in it.
select not exists (
  select from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'ntm' and c.relkind in ('r', 'p', 'v', 'm'))
