select ntm.rebuild_finish($1)
