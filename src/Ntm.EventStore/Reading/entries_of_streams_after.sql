-- $1 after this number, $2 up to this one, $3 at most so many, $4 streams.
select e.seq_id, e.timestamp, e.id, e.type, e.data, e.stream_id, e.version, e.user_name, e.headers
  from ntm.mt_events e
 where e.stream_id = any ($4) and e.seq_id > $1 and e.seq_id <= $2
 order by e.seq_id
 limit $3
