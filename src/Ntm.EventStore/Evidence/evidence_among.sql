-- $1 hashes. Those of which the file is there.
select e.sha256 from ntm.evidence e where e.sha256 = any ($1)
