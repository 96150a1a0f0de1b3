copy (select seq, at from ntm.append_head) to stdout (format binary)
