copy (select number, sha256, at, actor, role, area, client, correlation from ntm.evidence_opening order by number) to stdout (format binary)
