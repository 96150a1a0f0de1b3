copy ntm.evidence_deposit (number, sha256, at, name, actor, role, area, client, correlation) from stdin (format binary)
