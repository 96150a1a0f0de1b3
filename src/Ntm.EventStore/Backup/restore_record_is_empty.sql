-- Tables, and not one entry: a record nobody has begun.
select not exists (select from ntm.mt_events) and not exists (select from ntm.mt_streams) and (select h.seq = 0 from ntm.append_head h)
