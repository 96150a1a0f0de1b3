copy (select id, type, version, timestamp, created, tenant_id, is_archived from ntm.mt_streams order by id collate "C") to stdout (format binary)
