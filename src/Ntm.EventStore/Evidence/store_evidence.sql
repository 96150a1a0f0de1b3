-- $1 hash, $2 size, $3 media type. A row where the file is new; whoever stores the same one at this moment is waited for.
insert into ntm.evidence (sha256, size, media_type, stored_at) values ($1, $2, $3, clock_timestamp())
on conflict (sha256) do nothing
returning true
