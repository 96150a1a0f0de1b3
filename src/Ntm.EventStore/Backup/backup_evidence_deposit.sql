copy (select number, sha256, at, name, actor, role, area, client, correlation from ntm.evidence_deposit order by number) to stdout (format binary)
