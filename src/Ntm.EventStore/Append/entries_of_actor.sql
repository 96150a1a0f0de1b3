-- $1 streams, $2 the actor, $3 types. What that account recorded there, retracted or not.
select e.seq_id, e.timestamp, e.id, e.type, e.data, e.stream_id, e.version, e.user_name
  from ntm.mt_events e
 where e.stream_id = any ($1) and e.user_name = $2 and e.type = any ($3)
 order by e.seq_id
