select first, last, last_at from ntm.begin_append_after($1, $2)
