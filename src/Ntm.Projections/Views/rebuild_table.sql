-- $1 view. Room to sort what its indexes are built from.
select ntm.rebuild_table($1), set_config('maintenance_work_mem', '256MB', true)
