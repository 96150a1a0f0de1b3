-- $1 name. Ends every session and token.
update ntm.account set closed_at = clock_timestamp(), stamp = gen_random_uuid() where name = $1 and closed_at is null
