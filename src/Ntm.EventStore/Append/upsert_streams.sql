-- $1 streams, $2 their versions after the append. Most streams are there: an update alone costs half of an insert that finds them.
with given as (
  select s.id, s.version from unnest($1::text[], $2::bigint[]) as s (id, version)
), known as (
  update ntm.mt_streams t set version = given.version, timestamp = now() from given where t.id = given.id returning t.id
)
insert into ntm.mt_streams (id, version, timestamp)
select given.id, given.version, now() from given where not exists (select from known where known.id = given.id)
    on conflict (id) do update set version = excluded.version, timestamp = excluded.timestamp
