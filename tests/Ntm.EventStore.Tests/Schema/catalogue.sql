-- The schema ntm as the catalogue tells it, one line a thing; nothing in it depends on names of owners, object numbers or minor versions.
set search_path = pg_catalog;
with ours as (
  select c.oid, c.relname, c.relkind from pg_class c where c.relnamespace = 'ntm'::regnamespace
)
select line from (
  select 1 as part, c.relname::text as thing, a.attnum as place,
         format('table %s: %s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
           case when a.attnotnull then ' not null' else '' end,
           coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) as line
    from ours c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
   where c.relkind in ('r', 'p', 'v', 'm')
  union all
  select 2, c.relname || k.conname, 0, format('constraint %s on %s: %s', k.conname, c.relname, pg_get_constraintdef(k.oid))
    from ours c join pg_constraint k on k.conrelid = c.oid
   where k.contype not in ('n', 't')
  union all
  select 3, i.relname, 0, pg_get_indexdef(i.oid)
    from ours i where i.relkind = 'i'
  union all
  select 4, s.relname, 0, format('sequence %s: %s start %s increment %s min %s max %s cache %s%s, owned by %s',
           s.relname, format_type(q.seqtypid, null), q.seqstart, q.seqincrement, q.seqmin, q.seqmax, q.seqcache,
           case when q.seqcycle then ' cycle' else '' end, coalesce(o.owner, 'nothing'))
    from ours s join pg_sequence q on q.seqrelid = s.oid
    left join lateral (
      select format('%s.%s', d.refobjid::regclass, a.attname) as owner
        from pg_depend d join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
       where d.objid = s.oid and d.classid = 'pg_class'::regclass and d.deptype = 'a'
    ) o on true
  union all
  select 5, t.tgname || c.relname, 0, pg_get_triggerdef(t.oid) || case t.tgenabled when 'O' then '' else ' enabled ' || t.tgenabled::text end
    from ours c join pg_trigger t on t.tgrelid = c.oid and not t.tgisinternal
  union all
  select 6, p.proname || pg_get_function_identity_arguments(p.oid), 0,
         format(E'function %s(%s) returns %s, %s%s%s\n%s', p.proname, pg_get_function_identity_arguments(p.oid), pg_get_function_result(p.oid),
           case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end,
           case when p.prosecdef then ', security definer' else '' end,
           coalesce(', ' || array_to_string(p.proconfig, ', '), ''), regexp_replace(trim(E'\n ' from p.prosrc), '^', '    ', 'gn'))
    from pg_proc p where p.pronamespace = 'ntm'::regnamespace
  union all
  select 7, '', 0, format('grant on schema ntm to ntm_recorder: %s', string_agg(g.privilege_type, ', ' order by g.privilege_type))
    from pg_namespace n, aclexplode(n.nspacl) g
   where n.nspname = 'ntm' and g.grantee = 'ntm_recorder'::regrole
  union all
  select 8, c.relname, 0, format('grant on %s to ntm_recorder: %s', c.relname, string_agg(g.privilege_type, ', ' order by g.privilege_type))
    from pg_class c, aclexplode(c.relacl) g
   where c.relnamespace = 'ntm'::regnamespace and g.grantee = 'ntm_recorder'::regrole
   group by c.relname
  union all
  select 9, c.relname || g.grantee::regrole, 0, format('grant on %s to %s: %s', c.relname, g.grantee::regrole, g.privilege_type)
    from pg_class c, aclexplode(c.relacl) g
   where c.relnamespace = 'ntm'::regnamespace and g.grantee not in ('ntm_recorder'::regrole, c.relowner)
) as catalogue
order by part, thing collate "C", place
