-- $1 views.
select ntm.rebuild_begin($1)
