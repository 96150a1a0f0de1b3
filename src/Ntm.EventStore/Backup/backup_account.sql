copy (select name, created_at, password_hash, stamp, closed_at, failed_attempts, locked_until, issuer, subject from ntm.account order by name collate "C") to stdout (format binary)
