update ntm.signing_key set retired_at = clock_timestamp() where retired_at is null
