copy (select id, at, actor, account, act, detail from ntm.account_act order by id) to stdout (format binary)
