-- $1 name, $2 hash. Ends every session and token.
update ntm.account set password_hash = $2, stamp = gen_random_uuid(), failed_attempts = 0, locked_until = null where name = $1
