-- Evidence files in the record's own database (docs/adr/0034-evidence-in-the-database.md): the content once, by its hash, in pieces; who
-- handed it in, and who opened it. Like events, nothing of this is ever changed or removed.

create table ntm.evidence (
  sha256     text        collate "C" primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  size       bigint      not null check (size between 1 and 52428800),
  -- What the bytes are, not what somebody called them.
  media_type text        collate "C" not null,
  stored_at  timestamptz not null
);

comment on table ntm.evidence is 'One row per file there is, however often it was handed in.';

-- Every piece but the last has 262,144 bytes: where a byte lies follows from its number.
create table ntm.evidence_piece (
  sha256  text    collate "C" not null references ntm.evidence (sha256),
  place   integer not null check (place >= 0),
  content bytea   not null,
  primary key (sha256, place)
);

comment on table ntm.evidence_piece is 'The content of a file, in order of place.';

-- Photographs and PDF files are compressed already.
alter table ntm.evidence_piece alter column content set storage external;

create table ntm.evidence_deposit (
  number      bigint      generated always as identity primary key,
  sha256      text        collate "C" not null references ntm.evidence (sha256),
  at          timestamptz not null,
  name        text        not null,
  actor       text        not null,
  role        text,
  area        text,
  client      text        not null,
  correlation text
);

comment on table ntm.evidence_deposit is 'Who handed a file in, under which name, and when; also where it was there already.';

create index evidence_deposit_file on ntm.evidence_deposit (sha256, number);

create table ntm.evidence_opening (
  number      bigint      generated always as identity primary key,
  sha256      text        collate "C" not null references ntm.evidence (sha256),
  at          timestamptz not null,
  actor       text        not null,
  role        text,
  area        text,
  client      text        not null,
  correlation text
);

comment on table ntm.evidence_opening is 'Who opened a file, and when; written before the first byte leaves.';

create index evidence_opening_file on ntm.evidence_opening (sha256, number);

-- When it was is the database's word, whatever the writer says.
create function ntm.evidence_stored_now() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.stored_at := clock_timestamp();
  return new;
end $$;

create function ntm.evidence_happened_now() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.at := clock_timestamp();
  return new;
end $$;

create trigger ntm_now before insert on ntm.evidence for each row execute function ntm.evidence_stored_now();
create trigger ntm_now before insert on ntm.evidence_deposit for each row execute function ntm.evidence_happened_now();
create trigger ntm_now before insert on ntm.evidence_opening for each row execute function ntm.evidence_happened_now();

-- Each piece has the place and the length its file's size gives it. All places are taken when the file is committed, so nothing can be added
-- to it afterwards.
create function ntm.evidence_piece_fits() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  whole bigint;
begin
  select e.size into whole from ntm.evidence e where e.sha256 = new.sha256;
  if length(new.content) is distinct from least(whole - new.place::bigint * 262144, 262144) then
    raise exception 'piece % does not fit into the file %', new.place, new.sha256 using errcode = 'NTM09';
  end if;
  return new;
end $$;

create trigger ntm_fits before insert on ntm.evidence_piece for each row execute function ntm.evidence_piece_fits();

-- A file stands whole or not at all.
create function ntm.evidence_is_whole() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if (select count(*) from ntm.evidence_piece p where p.sha256 = new.sha256) <> (new.size + 262143) / 262144 then
    raise exception 'the file % is not whole', new.sha256 using errcode = 'NTM09';
  end if;
  return null;
end $$;

create constraint trigger ntm_whole after insert on ntm.evidence deferrable initially deferred
  for each row execute function ntm.evidence_is_whole();

create function ntm.evidence_immutable() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'evidence and what was done with it is never changed or removed' using errcode = 'NTM05';
end $$;

create trigger ntm_immutable before update or delete on ntm.evidence for each row execute function ntm.evidence_immutable();
create trigger ntm_immutable before update or delete on ntm.evidence_piece for each row execute function ntm.evidence_immutable();
create trigger ntm_immutable before update or delete on ntm.evidence_deposit for each row execute function ntm.evidence_immutable();
create trigger ntm_immutable before update or delete on ntm.evidence_opening for each row execute function ntm.evidence_immutable();
create trigger ntm_no_truncate before truncate on ntm.evidence for each statement execute function ntm.evidence_immutable();
create trigger ntm_no_truncate before truncate on ntm.evidence_piece for each statement execute function ntm.evidence_immutable();
create trigger ntm_no_truncate before truncate on ntm.evidence_deposit for each statement execute function ntm.evidence_immutable();
create trigger ntm_no_truncate before truncate on ntm.evidence_opening for each statement execute function ntm.evidence_immutable();

do $$
begin
  if exists (select from pg_roles where rolname = 'ntm_recorder') then
    grant select, insert on ntm.evidence, ntm.evidence_piece, ntm.evidence_deposit, ntm.evidence_opening to ntm_recorder;
  end if;
end $$;
