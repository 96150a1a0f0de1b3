select exists (select from pg_roles where rolname = 'ntm_recorder' and pg_has_role(current_user, oid, 'member'))
