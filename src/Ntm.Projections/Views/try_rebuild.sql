-- $1 a key of this program's: one rebuild at a time.
select pg_try_advisory_lock($1)
