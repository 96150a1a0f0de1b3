-- $1 streams, $2 their versions after the append.
insert into ntm.mt_streams (id, version, timestamp)
select s.id, s.version, now()
  from unnest($1::text[], $2::bigint[]) as s (id, version)
 order by s.id
    on conflict (id) do update set version = excluded.version, timestamp = excluded.timestamp
