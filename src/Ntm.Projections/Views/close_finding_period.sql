-- $1 sequences of findings, $2 from when on the row was known, $3 until when.
update finding_period p set record_to = c.until
  from unnest($1::bigint[], $2::bigint[], $3::bigint[]) as c (sequence, since, until)
 where p.sequence = c.sequence and p.record_from = c.since
