-- Where the record ends in this snapshot, how many entries it holds, and when that was.
select h.seq, e.timestamp, (select count(*) from ntm.mt_events), clock_timestamp()
  from ntm.append_head h left join ntm.mt_events e on e.seq_id = h.seq
