copy ntm.evidence (sha256, size, media_type, stored_at) from stdin (format binary)
