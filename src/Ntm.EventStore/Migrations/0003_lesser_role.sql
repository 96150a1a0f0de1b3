-- The role the host runs as once it has migrated: it reads the record, appends to it in order, and can change nothing of it.
-- Roles belong to the whole server: other databases may have made it before, or be making it at this moment. Whoever may not make it, or
-- may not become it, migrates all the same; the host then runs as whoever migrated.
do $$
begin
  if not exists (select from pg_roles where rolname = 'ntm_recorder') then
    create role ntm_recorder nologin;
  end if;
exception
  when insufficient_privilege then
    raise notice 'role ntm_recorder is not there and may not be created by %: the host runs as %', current_user, current_user;
  when duplicate_object or unique_violation then
    null;
end $$;

do $$
begin
  -- A superuser needs no membership; anyone else who migrates does, to run as the role afterwards.
  if exists (select from pg_roles where rolname = 'ntm_recorder')
     and not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant ntm_recorder to %I', current_user);
  end if;
exception
  when insufficient_privilege then
    raise notice 'role ntm_recorder may not be granted by %: the host runs as %', current_user, current_user;
  when unique_violation then
    null;
end $$;

do $$
begin
  if exists (select from pg_roles where rolname = 'ntm_recorder') then
    grant usage on schema ntm to ntm_recorder;
    grant select, insert on ntm.mt_events to ntm_recorder;
    grant select, insert, update on ntm.mt_streams to ntm_recorder;
    grant select on ntm.append_head, ntm.mt_event_progression, ntm.mt_high_water_skips, ntm.schema_migration to ntm_recorder;
    grant insert, update on ntm.mt_event_progression to ntm_recorder;
    -- Select: Marten's daemon reads where the sequence stands.
    grant usage, select on sequence ntm.mt_events_sequence to ntm_recorder;
  end if;
end $$;
