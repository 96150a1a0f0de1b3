copy (select sha256, place, content from ntm.evidence_piece order by sha256, place) to stdout (format binary)
