-- $1 name.
update ntm.account set failed_attempts = 0, locked_until = null where name = $1 and (failed_attempts > 0 or locked_until is not null)
