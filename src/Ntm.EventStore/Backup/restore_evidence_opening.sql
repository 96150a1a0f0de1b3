copy ntm.evidence_opening (number, sha256, at, actor, role, area, client, correlation) from stdin (format binary)
