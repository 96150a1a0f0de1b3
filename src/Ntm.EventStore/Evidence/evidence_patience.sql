-- Storing a large file may take longer than anybody should wait for the order: $1 milliseconds, in this transaction only.
select set_config('lock_timeout', $1::text, true)
