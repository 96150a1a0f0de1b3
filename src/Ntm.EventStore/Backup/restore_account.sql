copy ntm.account (name, created_at, password_hash, stamp, closed_at, failed_attempts, locked_until, issuer, subject) from stdin (format binary)
