-- $1 hash, $2 place.
select p.content from ntm.evidence_piece p where p.sha256 = $1 and p.place = $2
