copy ntm.evidence_piece (sha256, place, content) from stdin (format binary)
