-- $1 streams.
select id, version from ntm.mt_streams where id = any ($1)
