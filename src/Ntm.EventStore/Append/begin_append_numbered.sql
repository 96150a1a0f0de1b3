select first, last, last_at from ntm.begin_append_numbered($1)
