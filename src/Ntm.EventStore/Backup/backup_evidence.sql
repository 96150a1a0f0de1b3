copy (select sha256, size, media_type, stored_at from ntm.evidence order by sha256) to stdout (format binary)
