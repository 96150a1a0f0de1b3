copy ntm.mt_streams (id, type, version, timestamp, created, tenant_id, is_archived) from stdin (format binary)
