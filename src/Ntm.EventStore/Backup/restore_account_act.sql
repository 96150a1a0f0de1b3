copy ntm.account_act (id, at, actor, account, act, detail) from stdin (format binary)
