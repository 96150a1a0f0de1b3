-- The tables Marten 9 makes for string stream identity, single tenancy, QuickWithServerTimestamps, metadata columns on,
-- unique event ids. Its columns and indexes and nothing else: its tools take anything more for a difference and drop it.
create schema if not exists ntm;

create table ntm.mt_streams (
  id          varchar     not null,
  type        varchar     null,
  version     bigint      null,
  timestamp   timestamptz not null default now(),
  created     timestamptz not null default now(),
  tenant_id   varchar     null default '*DEFAULT*',
  is_archived boolean     null default false,
  constraint pkey_mt_streams_id primary key (id)
);

create table ntm.mt_events (
  seq_id         bigint       not null,
  id             uuid         not null,
  stream_id      varchar      null,
  version        bigint       not null,
  data           jsonb        not null,
  bdata          bytea        null,
  type           varchar(500) not null,
  timestamp      timestamptz  not null,
  tenant_id      varchar      null default '*DEFAULT*',
  mt_dotnet_type varchar      null,
  correlation_id varchar      null,
  causation_id   varchar      null,
  headers        jsonb        null,
  user_name      varchar      null,
  is_archived    boolean      null default false,
  constraint pkey_mt_events_seq_id primary key (seq_id),
  constraint fkey_mt_events_stream_id foreign key (stream_id) references ntm.mt_streams (id) on delete cascade
);

create sequence ntm.mt_events_sequence owned by ntm.mt_events.seq_id;

create unique index pk_mt_events_stream_and_version on ntm.mt_events (stream_id, version);

create unique index idx_mt_events_event_id on ntm.mt_events (id);

create table ntm.mt_event_progression (
  name         varchar     not null,
  last_seq_id  bigint      null,
  last_updated timestamptz null default transaction_timestamp(),
  constraint pk_mt_event_progression primary key (name)
);

create table ntm.mt_high_water_skips (
  ending_sequence   bigint      not null,
  starting_sequence bigint      not null,
  timestamp         timestamptz null default transaction_timestamp(),
  constraint pkey_mt_high_water_skips_ending_sequence primary key (ending_sequence)
);
