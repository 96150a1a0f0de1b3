-- $1 views.
select ntm.rebuild_swap($1)
