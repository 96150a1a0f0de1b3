-- $1 first number, $2 ids, $3 streams, $4 versions, $5 contents, $6 types, $7 .NET types, $8 correlation ids, $9 headers, $10 actors.
-- The trigger stamps the time; the constant here only says so.
insert into ntm.mt_events
  (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, headers, user_name, is_archived)
select $1 + e.place - 1, e.id, e.stream, e.version, e.data, e.type, '-infinity', '*DEFAULT*', e.dotnet_type, e.correlation, e.headers, e.actor, false
  from unnest($2::uuid[], $3::text[], $4::bigint[], $5::jsonb[], $6::text[], $7::text[], $8::text[], $9::jsonb[], $10::text[])
       with ordinality as e (id, stream, version, data, type, dotnet_type, correlation, headers, actor, place)
