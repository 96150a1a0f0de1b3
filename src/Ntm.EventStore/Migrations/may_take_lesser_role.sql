-- Whether this session may become ntm_recorder, and the role may work in this database: a role made later, for another one, may not.
select exists (
  select from pg_roles r
   where r.rolname = 'ntm_recorder'
     and pg_has_role(current_user, r.oid, case when current_setting('server_version_num')::integer >= 160000 then 'set' else 'member' end)
     and has_schema_privilege(r.oid, 'ntm', 'usage')
     and has_table_privilege(r.oid, 'ntm.mt_events', 'insert')
     and has_function_privilege(r.oid, 'ntm.append_one(bigint, uuid, text, bigint, jsonb, text, text, text, jsonb, text)', 'execute'))
