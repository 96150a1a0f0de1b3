-- $1 name.
update ntm.account set closed_at = null, stamp = gen_random_uuid(), failed_attempts = 0, locked_until = null where name = $1 and closed_at is not null
