-- The host appends in one call, and every other writer pays less (docs/adr/0013-append-in-one-call.md). The promises are those of 0002,
-- and so are the functions and errors other programs know.

-- As in 0002, and the row trigger gets the reservation at once, in settings that end with the transaction or with a savepoint taken back.
-- The stamp goes as text, in the one style that is read the same in every session.
create or replace function ntm.begin_append(n bigint, out first bigint, out last bigint, out last_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, pg_temp set datestyle = 'ISO, YMD' as $$
declare
  head ntm.append_head;
  now_at timestamptz;
  mine boolean;
  reserved_from bigint;
  drawn_next bigint;
begin
  if n is null or n < 1 then
    raise exception 'an append reserves at least one number, not %', n using errcode = 'NTM01';
  end if;

  select * into head from ntm.append_head for update;
  now_at := clock_timestamp();
  if head.at > now_at + interval '5 seconds' then
    raise exception 'the database clock (%) is behind the newest stamp of the record (%)', now_at, head.at
      using errcode = 'NTM02', hint = 'Set the clock of the database server right; the record waits.';
  end if;

  mine := head.tx is not distinct from pg_current_xact_id() and head.server is not distinct from pg_postmaster_start_time();
  first := head.seq + 1;
  last := head.seq + n;
  reserved_from := case when mine then head.first else first end;
  -- Inside one transaction stamps must stay one microsecond apart, whatever the clock did meanwhile.
  last_at := (case when mine then head.at else greatest(now_at, head.at) end) + n * interval '1 microsecond';
  update ntm.append_head
     set seq = last, at = last_at, tx = pg_current_xact_id(), server = pg_postmaster_start_time(), first = reserved_from;
  perform set_config('ntm.first', reserved_from::text, true), set_config('ntm.last', last::text, true), set_config('ntm.last_at', last_at::text, true);
  -- A rollback gives everything back but the sequence: it is set right here. Where an earlier reservation of this transaction is still
  -- being drawn from, it stays: the numbers go on.
  select s.last_value + s.is_called::integer into drawn_next from ntm.mt_events_sequence s;
  if not mine or drawn_next not between head.first and begin_append.first then
    perform ntm.set_sequence(head.seq);
  end if;
  perform pg_notify('ntm_appended', last::text);
end $$;

drop trigger ntm_open on ntm.mt_events;
drop function ntm.mt_events_open();

-- Per row: takes only a number of the reservation and stamps its microsecond, so that no writer can back-date the record.
-- It must not query mt_events: a trigger that did fell to a tenth of the rate. What it goes by can be forged, in vain: the numbers that
-- stand are looked at after the statement, the stamps at the commit.
-- ntm.append_one and ntm.append_many number and stamp their rows themselves. Nobody else passes for them: the setting counts only for
-- those who may move the head, which is what these two functions run as; whoever may do so of himself needs no forgery.
create or replace function ntm.mt_events_stamp() returns trigger
language plpgsql as $$
declare
  last bigint;
begin
  if pg_catalog.current_setting('ntm.appending', true) operator(pg_catalog.=) 'on' and pg_catalog.has_table_privilege('ntm.append_head'::regclass, 'update') then
    return new;
  end if;
  last := nullif(pg_catalog.current_setting('ntm.last', true), '')::bigint;
  if last is null then
    raise exception 'this transaction has reserved no place in the record' using errcode = 'NTM03',
      hint = 'Call ntm.begin_append(n) first, with the number of events to append.';
  end if;
  -- Below one: whatever the settings say.
  if new.seq_id < 1 or new.seq_id < current_setting('ntm.first')::bigint or new.seq_id > last then
    raise exception 'event number % lies outside the reservation of this transaction', new.seq_id using errcode = 'NTM03';
  end if;
  new.timestamp := current_setting('ntm.last_at')::timestamptz - (last - new.seq_id) * interval '1 microsecond';
  return new;
end $$;

-- Once per statement, after its rows. The settings the row trigger goes by can be forged; the rows that stand cannot. Numbers up to the
-- head are taken or this transaction's own, so only those beyond it are left to forge.
create or replace function ntm.mt_events_close() returns trigger
language plpgsql as $$
begin
  if pg_catalog.current_setting('ntm.appending', true) operator(pg_catalog.=) 'on' and pg_catalog.has_table_privilege('ntm.append_head'::regclass, 'update') then
    return null;
  end if;
  perform ntm.refuse_beyond_head();
  return null;
end $$;

create function ntm.refuse_beyond_head() returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- The end of the primary key; a condition instead could be planned as a scan of the table.
  if (select max(e.seq_id) from ntm.mt_events e) > (select h.seq from ntm.append_head h) then
    raise exception 'an event number lies outside the reservation of this transaction' using errcode = 'NTM03';
  end if;
end $$;

-- Counts for those who reserve, at the commit. ntm.append_one reserves nothing: it looks at its row itself.
drop trigger ntm_filled on ntm.append_head;
create constraint trigger ntm_filled after update of first on ntm.append_head deferrable initially deferred
  for each row execute function ntm.append_head_filled();

-- The functions below name everything in full instead of setting a search path, which would cost every append more than a trigger does.

-- Why the head was not where an append expected it, or could not be moved.
create function ntm.refuse_append(expected bigint) returns void
language plpgsql as $$
declare
  head ntm.append_head;
begin
  select * into head from ntm.append_head;
  if head.seq operator(pg_catalog.<>) expected then
    raise exception 'the record ends at %, no longer at %', head.seq, expected using errcode = 'NTM06';
  end if;
  if head.tx operator(pg_catalog.=) pg_catalog.pg_current_xact_id() then
    raise exception 'this transaction has reserved a place in the record already' using errcode = 'NTM03';
  end if;
  raise exception 'the database clock (%) is behind the newest stamp of the record (%)', pg_catalog.clock_timestamp(), head.at
    using errcode = 'NTM02', hint = 'Set the clock of the database server right; the record waits.';
end $$;

-- Appends one event decided on the record as it ended at the expected number, with its stream. Returns its stamp. The head moves and the
-- row stands, in one statement, or neither: there is no reservation anybody could leave open.
create function ntm.append_one(
  expected bigint, event_id uuid, stream text, stream_version bigint, content jsonb, event_type text, dotnet_type text, correlation text,
  event_headers jsonb, actor text)
returns timestamptz
language plpgsql security definer as $$
declare
  number bigint := expected operator(pg_catalog.+) 1;
  stamp timestamptz;
  stands boolean;
  done text;
begin
  update ntm.append_head h
     set seq = number, at = greatest(pg_catalog.clock_timestamp(), h.at) operator(pg_catalog.+) interval '1 microsecond'
   where h.seq operator(pg_catalog.=) expected
     and h.at operator(pg_catalog.<=) (pg_catalog.clock_timestamp() operator(pg_catalog.+) interval '5 seconds')
     and (h.tx is null or h.tx operator(pg_catalog.<>) pg_catalog.pg_current_xact_id() or h.server operator(pg_catalog.<>) pg_catalog.pg_postmaster_start_time())
  returning h.at into stamp;
  if not found then
    perform ntm.refuse_append(expected);
  end if;

  update ntm.mt_streams s set version = stream_version, timestamp = stamp where s.id operator(pg_catalog.=) stream;
  if not found then
    insert into ntm.mt_streams (id, version, timestamp) values (stream, stream_version, stamp)
    on conflict (id) do update set version = excluded.version, timestamp = excluded.timestamp;
  end if;

  done := pg_catalog.set_config('ntm.appending', 'on', true);
  insert into ntm.mt_events as e
    (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, headers, user_name, is_archived)
  values (number, event_id, stream, stream_version, content, event_type, stamp, '*DEFAULT*', dotnet_type, correlation, event_headers, actor, false)
  returning e.seq_id operator(pg_catalog.=) number and e.timestamp operator(pg_catalog.=) stamp into stands;
  done := pg_catalog.set_config('ntm.appending', '', true);
  if stands is not true then
    raise exception 'the append reserved % events and wrote %', 1, 0 using errcode = 'NTM04';
  end if;

  done := pg_catalog.setval('ntm.mt_events_sequence', number, true);
  done := pg_catalog.pg_notify('ntm_appended', number::text);
  return stamp;
end $$;

-- The same for many, each with its place in the arrays. Returns the stamp of the last; each is one microsecond after the one before.
-- A reservation like any other: counted at the commit.
create function ntm.append_many(
  expected bigint, event_ids uuid[], streams text[], stream_versions bigint[], contents jsonb[], event_types text[], dotnet_types text[],
  correlations text[], event_headers jsonb[], actors text[])
returns timestamptz
language plpgsql security definer as $$
declare
  n bigint := pg_catalog.cardinality(event_ids);
  last bigint := expected operator(pg_catalog.+) n;
  last_at timestamptz;
  done text;
begin
  if n is null or n operator(pg_catalog.<) 1 then
    raise exception 'an append reserves at least one number, not %', n using errcode = 'NTM01';
  end if;
  update ntm.append_head h
     set seq = last, at = greatest(pg_catalog.clock_timestamp(), h.at) operator(pg_catalog.+) (n operator(pg_catalog.*) interval '1 microsecond'),
         tx = pg_catalog.pg_current_xact_id(), server = pg_catalog.pg_postmaster_start_time(), first = expected operator(pg_catalog.+) 1
   where h.seq operator(pg_catalog.=) expected
     and h.at operator(pg_catalog.<=) (pg_catalog.clock_timestamp() operator(pg_catalog.+) interval '5 seconds')
     and (h.tx is null or h.tx operator(pg_catalog.<>) pg_catalog.pg_current_xact_id() or h.server operator(pg_catalog.<>) pg_catalog.pg_postmaster_start_time())
  returning h.at into last_at;
  if not found then
    perform ntm.refuse_append(expected);
  end if;

  insert into ntm.mt_streams (id, version, timestamp)
  select s.id, pg_catalog.max(s.version), last_at
    from unnest(streams, stream_versions) as s (id, version)
   group by s.id
   order by s.id
      on conflict (id) do update set version = excluded.version, timestamp = excluded.timestamp;

  done := pg_catalog.set_config('ntm.appending', 'on', true);
  insert into ntm.mt_events
    (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, headers, user_name, is_archived)
  select expected operator(pg_catalog.+) e.place, e.id, e.stream, e.version, e.content, e.type,
         last_at operator(pg_catalog.-) ((n operator(pg_catalog.-) e.place) operator(pg_catalog.*) interval '1 microsecond'),
         '*DEFAULT*', e.dotnet_type, e.correlation, e.headers, e.actor, false
    from unnest(event_ids, streams, stream_versions, contents, event_types, dotnet_types, correlations, event_headers, actors)
         with ordinality as e (id, stream, version, content, type, dotnet_type, correlation, headers, actor, place);
  done := pg_catalog.set_config('ntm.appending', '', true);

  done := pg_catalog.setval('ntm.mt_events_sequence', last, true);
  done := pg_catalog.pg_notify('ntm_appended', last::text);
  return last_at;
end $$;

-- They write with the owner's rights, so not everybody may.
revoke execute on function ntm.append_one(bigint, uuid, text, bigint, jsonb, text, text, text, jsonb, text) from public;
revoke execute on function ntm.append_many(bigint, uuid[], text[], bigint[], jsonb[], text[], text[], text[], jsonb[], text[]) from public;
do $$
begin
  if exists (select from pg_roles where rolname = 'ntm_recorder') then
    grant execute on function ntm.append_one(bigint, uuid, text, bigint, jsonb, text, text, text, jsonb, text) to ntm_recorder;
    grant execute on function ntm.append_many(bigint, uuid[], text[], bigint[], jsonb[], text[], text[], text[], jsonb[], text[]) to ntm_recorder;
  end if;
end $$;
