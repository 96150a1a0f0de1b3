-- $1 tables that are known. Any other in the schema of the record.
select c.relname::text from pg_class c
 where c.relnamespace = 'ntm'::regnamespace and c.relkind in ('r', 'p') and not c.relname = any ($1) order by 1
