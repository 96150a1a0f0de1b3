-- One order: sequence order = commit order = record-time order, without gaps (docs/adr/0003-one-order.md).
-- nextval leaves gaps, equal clock readings are common and Marten takes its timestamps from the client, so the order is a row.

create table ntm.append_head (
  only_row boolean     not null default true primary key check (only_row),
  -- The last sequence number given out; visible once its transaction has committed.
  seq      bigint      not null,
  -- The newest stamp, or the latest instant an answer was given for: nothing is stamped at or before it any more.
  at       timestamptz not null,
  -- The reservation of the transaction that moved the row last: its first number, and the transaction itself. Transaction numbers begin
  -- anew on a server a dump is restored to: a number alone could one day be somebody else's.
  first    bigint      not null,
  tx       xid8        null,
  server   timestamptz null
);

comment on table ntm.append_head is 'One row: where the record ends, and which transaction may write there.';

insert into ntm.append_head (seq, at, first) values (0, '-infinity', 1);

-- Waits for the append in flight and holds the order until this transaction ends.
create function ntm.lock_head(out seq bigint, out at timestamptz, out clock timestamptz)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  select h.seq, h.at into lock_head.seq, lock_head.at from ntm.append_head h for update;
  lock_head.clock := clock_timestamp();
end $$;

-- Afterwards nextval gives the number after this one. last_value stands at this one and not at the next: to Marten it is a number given out.
create function ntm.set_sequence(last bigint) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select setval('ntm.mt_events_sequence', greatest(last, 1), last > 0);
$$;
revoke execute on function ntm.set_sequence(bigint) from public;

-- Reserves the next n numbers and their microseconds for this transaction. Every append calls it first, by whatever program.
-- Afterwards nextval gives the first number. Called again in one transaction, the reservations join: nextval goes on through both.
create function ntm.begin_append(n bigint, out first bigint, out last bigint, out last_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  head ntm.append_head;
  now_at timestamptz;
  mine boolean;
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
  -- Inside one transaction stamps must stay one microsecond apart, whatever the clock did meanwhile.
  last_at := (case when mine then head.at else greatest(now_at, head.at) end) + n * interval '1 microsecond';
  update ntm.append_head
     set seq = last, at = last_at, tx = pg_current_xact_id(), server = pg_postmaster_start_time(), first = case when mine then head.first else begin_append.first end;
  -- A rollback gives everything back but the sequence: it is set right here. Where an earlier reservation of this transaction is still
  -- being drawn from, it stays: the numbers go on.
  select s.last_value + s.is_called::integer into drawn_next from ntm.mt_events_sequence s;
  if not mine or drawn_next not between head.first and begin_append.first then
    perform ntm.set_sequence(head.seq);
  end if;
  perform pg_notify('ntm_appended', last::text);
end $$;

-- The same for a writer that supplies the numbers itself (COPY, insert … select): afterwards nextval gives the number after the last.
create function ntm.begin_append_numbered(n bigint, out first bigint, out last bigint, out last_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  select b.first, b.last, b.last_at into first, last, last_at from ntm.begin_append(n) b;
  perform setval('ntm.mt_events_sequence', last, true);
end $$;

-- The same for a writer that has decided without holding the order: refused unless the record still ends where it decided.
create function ntm.begin_append_after(expected bigint, n bigint, out first bigint, out last bigint, out last_at timestamptz)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  head bigint;
begin
  -- Before anything is reserved: a refusal leaves the sequence where it stands.
  select h.seq into head from ntm.append_head h for update;
  if head <> expected then
    raise exception 'the record ends at %, no longer at %', head, expected using errcode = 'NTM06';
  end if;
  select b.first, b.last, b.last_at into first, last, last_at from ntm.begin_append_numbered(n) b;
end $$;

-- Once per statement: hands the reservation of this transaction to the row trigger. A transaction without one writes nothing.
-- The stamp goes as text, in the one style that is read the same in every session.
create function ntm.mt_events_open() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp set datestyle = 'ISO, YMD' as $$
declare
  head ntm.append_head;
begin
  select * into head from ntm.append_head;
  if head.tx is distinct from pg_current_xact_id() or head.server is distinct from pg_postmaster_start_time() then
    raise exception 'this transaction has reserved no place in the record' using errcode = 'NTM03',
      hint = 'Call ntm.begin_append(n) first, with the number of events to append.';
  end if;
  perform set_config('ntm.first', head.first::text, true);
  perform set_config('ntm.last', head.seq::text, true);
  perform set_config('ntm.last_at', head.at::text, true);
  return null;
end $$;

-- Per row: takes only a number of the reservation and stamps its microsecond, so that no writer can back-date the record.
-- It must not query mt_events: a trigger that did fell to a tenth of the rate. What it stamps is checked again at commit.
create function ntm.mt_events_stamp() returns trigger
language plpgsql as $$
declare
  last bigint := current_setting('ntm.last')::bigint;
begin
  if new.seq_id < current_setting('ntm.first')::bigint or new.seq_id > last then
    raise exception 'event number % lies outside the reservation of this transaction', new.seq_id using errcode = 'NTM03';
  end if;
  new.timestamp := current_setting('ntm.last_at')::timestamptz - (last - new.seq_id) * interval '1 microsecond';
  return new;
end $$;

-- Once per statement, after its rows. The settings the row trigger goes by can be forged inside the very statement; the rows that stand
-- cannot. Numbers up to the head are taken or this transaction's own, so only those beyond it are left to forge. A stamp is forged in
-- vain: the check at commit compares it.
create function ntm.mt_events_close() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  lowest bigint;
  highest bigint;
begin
  -- Both ends of the primary key; a condition instead could be planned as a scan of the table.
  select min(e.seq_id), max(e.seq_id) into lowest, highest from ntm.mt_events e;
  if lowest < 1 or highest > (select h.seq from ntm.append_head h) then
    raise exception 'an event number lies outside the reservation of this transaction' using errcode = 'NTM03';
  end if;
  return null;
end $$;

create trigger ntm_open before insert on ntm.mt_events for each statement execute function ntm.mt_events_open();
create trigger ntm_stamp before insert on ntm.mt_events for each row execute function ntm.mt_events_stamp();
create trigger ntm_close after insert on ntm.mt_events for each statement execute function ntm.mt_events_close();

-- Counts once at commit: exactly the reserved rows, with exactly their stamps, or nothing.
create function ntm.append_head_filled() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  written bigint;
begin
  -- Several reservations of one transaction queue several checks; the last state speaks for all of them.
  if (select h.seq from ntm.append_head h) is distinct from new.seq then
    return null;
  end if;
  select count(*) into written from ntm.mt_events e
   where e.seq_id between new.first and new.seq and e.timestamp = new.at - (new.seq - e.seq_id) * interval '1 microsecond';
  if written <> new.seq - new.first + 1 then
    raise exception 'the append reserved % events and wrote %', new.seq - new.first + 1, written using errcode = 'NTM04';
  end if;
  return null;
end $$;

create constraint trigger ntm_filled after update on ntm.append_head deferrable initially deferred
  for each row when (new.seq <> old.seq) execute function ntm.append_head_filled();

-- Marten's daemon takes the sequence for the numbers given out, and a number that does not come for dead: it passes over it, for good.
-- Here no number is dead. After a rollback the sequence stands ahead of the record, and the next append gives the same numbers again. So
-- where the daemon notes that it waits for a number while no append is under way, the sequence is set right and there is nothing to wait
-- for; and its mark never passes the end of the record, whatever it believes.
create function ntm.mt_event_progression_guard() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  head bigint;
begin
  if new.name = 'HighWaterMark' and new.last_seq_id <= (select h.seq from ntm.append_head h) then
    return new;
  end if;

  -- A sequence that is set stays set, also where the statement is then refused.
  select h.seq into head from ntm.append_head h for update skip locked;
  if found then
    perform ntm.set_sequence(head);
  end if;

  if new.name = 'HighWaterMark' then
    raise exception 'the mark % lies beyond the end of the record', new.last_seq_id using errcode = 'NTM07',
      hint = 'The numbers beyond it come with the next append: there is nothing to pass over.';
  end if;
  if head is null then
    return new;
  end if;
  -- An older note would let the next wait look as old as this one.
  delete from ntm.mt_event_progression p where p.name = new.name;
  return null;
end $$;

create trigger ntm_stuck before insert on ntm.mt_event_progression for each row
  when (new.name = 'HighWaterStuckGap') execute function ntm.mt_event_progression_guard();
create trigger ntm_mark before insert or update on ntm.mt_event_progression for each row
  when (new.name = 'HighWaterMark') execute function ntm.mt_event_progression_guard();

-- Nothing is changed, by anyone. An ordinary trigger: a superuser who switches it off is what a verification finds.
create function ntm.mt_events_immutable() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'events of the record are never changed or removed' using errcode = 'NTM05',
    hint = 'Record a retraction or a correction.';
end $$;

create trigger ntm_immutable before update or delete on ntm.mt_events for each row execute function ntm.mt_events_immutable();
create trigger ntm_no_truncate before truncate on ntm.mt_events for each statement execute function ntm.mt_events_immutable();

-- The last entry stamped at or before an instant. Sequence order is time order, so this is a binary search over the primary key;
-- Marten's tables carry no index on the timestamp.
create function ntm.sequence_at(asked timestamptz, up_to bigint, out seq bigint, out at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  low bigint := 0;
  high bigint := up_to;
  middle bigint;
  stamp timestamptz;
begin
  while low < high loop
    middle := (low + high + 1) / 2;
    select e.timestamp into strict stamp from ntm.mt_events e where e.seq_id = middle;
    if stamp <= asked then low := middle; else high := middle - 1; end if;
  end loop;
  seq := low;
  select e.timestamp into sequence_at.at from ntm.mt_events e where e.seq_id = low;
end $$;

-- Resolves an instant for good: what it answers never changes. An instant later than the newest stamp moves the floor of the next
-- stamp there, and waits for an append in flight. outcome: 'answered', or 'in_future' for an instant that has not come yet.
create function ntm.answer_instant(asked timestamptz, out outcome text, out seq bigint, out at timestamptz)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  head ntm.append_head;
  newest timestamptz;
begin
  select * into head from ntm.append_head;
  if asked > head.at then
    select e.timestamp into newest from ntm.mt_events e where e.seq_id = head.seq;
    if asked > greatest(clock_timestamp(), coalesce(newest, '-infinity')) then
      outcome := 'in_future';
      return;
    end if;
    update ntm.append_head h set at = greatest(h.at, asked) returning * into head;
  end if;
  outcome := 'answered';
  select s.seq, s.at into answer_instant.seq, answer_instant.at from ntm.sequence_at(asked, head.seq) s;
end $$;
