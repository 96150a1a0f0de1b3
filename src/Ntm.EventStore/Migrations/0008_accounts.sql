-- People, offices, areas (docs/reference/access.md). Nothing of it is part of the record: entries carry the account's name and the office
-- it acted in, and stand whatever becomes of the account.

-- An account is never deleted, so its name, which is the actor of entries for ever, is never given to somebody else.
create table ntm.account (
  name            text        primary key check (name ~ '^[a-z0-9]+([-._][a-z0-9]+)*$' and length(name) <= 100 and name not in ('local', 'operator')),
  created_at      timestamptz not null default clock_timestamp(),
  password_hash   text        null,
  -- Changes with the password, and when the account is closed or opened: sessions and tokens given out before end with it.
  stamp           uuid        not null default gen_random_uuid(),
  closed_at       timestamptz null,
  failed_attempts integer     not null default 0,
  locked_until    timestamptz null,
  -- At an outside provider (OpenID Connect Core 1.0, section 2: iss and sub together name a person, nothing else does).
  issuer          text        null,
  subject         text        null,
  constraint account_outside unique (issuer, subject),
  constraint account_outside_whole check ((issuer is null) = (subject is null))
);
comment on table ntm.account is 'Who may sign in. Names are never reused.';

-- Offices are held from a day to a day; one that is given up is closed, never deleted.
create table ntm.account_office (
  id        uuid    primary key default gen_random_uuid(),
  account   text    not null references ntm.account (name),
  role      text    not null,
  -- Null: the whole record.
  area      text    null,
  -- Of a criterion office; empty: all.
  criteria  integer[] not null default '{}',
  name      text    null,
  held_from date    not null,
  -- The first day it is held no longer.
  held_to   date    null check (held_to >= held_from)
);
create index account_office_account on ntm.account_office (account);
comment on table ntm.account_office is 'Which account acts as what, where and when.';

-- Persons, and nowhere else: a row can be erased, and no entry changes.
create table ntm.person (
  account   text primary key references ntm.account (name),
  full_name text not null,
  contact   text null
);
comment on table ntm.person is 'Who is behind an account. Erasable.';

-- What was done to accounts, by whom: never changed.
create table ntm.account_act (
  id      bigint      generated always as identity primary key,
  at      timestamptz not null default clock_timestamp(),
  actor   text        not null,
  account text        not null,
  act     text        not null,
  detail  jsonb       null
);
comment on table ntm.account_act is 'Every change of an account, sign-in and refused sign-in. No persons'' names.';
create trigger account_act_immutable before update or delete on ntm.account_act for each row execute function ntm.mt_events_immutable();
create trigger account_act_no_truncate before truncate on ntm.account_act for each statement execute function ntm.mt_events_immutable();

-- What tokens are signed with: one current key of the record, so that every host takes what another gave.
create table ntm.signing_key (
  id          text        primary key,
  created_at  timestamptz not null default clock_timestamp(),
  private_key bytea       not null,
  retired_at  timestamptz null
);
create unique index signing_key_current on ntm.signing_key ((true)) where retired_at is null;
comment on table ntm.signing_key is 'ECDSA P-256, PKCS #8. Not part of a backup: after a restore tokens are given anew.';

-- What session cookies and forms are protected with, shared by all hosts.
create table ntm.protection_key (
  name       text        primary key,
  created_at timestamptz not null default clock_timestamp(),
  xml        text        not null
);
comment on table ntm.protection_key is 'Keys of the framework''s data protection. Not part of a backup.';

-- Hosts keep accounts in memory and hear of changes.
create function ntm.accounts_changed() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_notify('ntm_accounts', '');
  return null;
end $$;
create trigger account_changed after insert or update on ntm.account for each statement execute function ntm.accounts_changed();
create trigger account_office_changed after insert or update on ntm.account_office for each statement execute function ntm.accounts_changed();
create trigger signing_key_changed after insert or update on ntm.signing_key for each statement execute function ntm.accounts_changed();
create trigger person_changed after insert or update or delete on ntm.person for each statement execute function ntm.accounts_changed();

do $$
begin
  if exists (select from pg_roles where rolname = 'ntm_recorder') then
    grant select, insert, update on ntm.account, ntm.account_office to ntm_recorder;
    grant select, insert, update, delete on ntm.person to ntm_recorder;
    grant select, insert on ntm.account_act, ntm.protection_key to ntm_recorder;
    grant select, insert, update on ntm.signing_key to ntm_recorder;
  end if;
end $$;
