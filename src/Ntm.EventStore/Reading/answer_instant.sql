select outcome, seq, at from ntm.answer_instant($1)
