with stream as (
  insert into ntm.mt_streams (id, version) values ($2, 1)
  on conflict (id) do update set version = ntm.mt_streams.version + 1, timestamp = now()
  returning version
)
insert into ntm.mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type, correlation_id, headers, user_name)
select nextval('ntm.mt_events_sequence'), $1, $2, stream.version, $3::jsonb, $4, now(), $5, $6, $7::jsonb, $8 from stream
