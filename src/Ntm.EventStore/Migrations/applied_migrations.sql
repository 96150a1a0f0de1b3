select number, name, sha256 from ntm.schema_migration order by number
