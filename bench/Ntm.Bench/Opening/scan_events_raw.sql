copy (select e.seq_id, e.timestamp, e.id, e.type, e.data, e.stream_id, e.version from ntm.mt_events e order by e.seq_id) to stdout (format binary)
