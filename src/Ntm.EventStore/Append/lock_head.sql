select seq, at, clock from ntm.lock_head()
