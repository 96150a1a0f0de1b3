create schema if not exists ntm;
create table if not exists ntm.schema_migration (
  number     integer     primary key,
  name       text        not null,
  sha256     text        not null,
  applied_at timestamptz not null default clock_timestamp()
);
