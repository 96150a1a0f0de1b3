-- $1 streams, $2 up to this number. Of each entry only where it lies on the two clocks; in no order, so that the streams are looked up and not the record read.
select e.seq_id, e.timestamp, e.id, e.type, e.data ->> 'unit', e.data ->> 'effectiveOn',
       case when jsonb_typeof(e.data -> 'criterion') = 'number' then (e.data ->> 'criterion')::int end,
       case when e.type = 'entry_retracted' then (e.data ->> 'entry')::uuid end
  from ntm.mt_events e
 where e.stream_id = any ($1) and e.seq_id <= $2
