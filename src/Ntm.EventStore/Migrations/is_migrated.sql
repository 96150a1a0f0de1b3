select to_regclass('ntm.schema_migration') is not null
