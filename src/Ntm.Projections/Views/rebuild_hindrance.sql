select ntm.rebuild_hindrance($1)
