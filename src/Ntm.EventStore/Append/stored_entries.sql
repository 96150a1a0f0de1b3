-- $1 ids. The entries with these ids, and the replacements of those that are corrections.
with named as (
  select e.seq_id, e.timestamp, e.id, e.type, e.data, e.stream_id, e.version, e.user_name, e.headers
    from ntm.mt_events e
   where e.id = any ($1)
)
select * from named
union
select e.seq_id, e.timestamp, e.id, e.type, e.data, e.stream_id, e.version, e.user_name, e.headers
  from named n join ntm.mt_events e on e.id = (n.data ->> 'replacedBy')::uuid
 where n.type = 'entry_retracted'
 order by seq_id
