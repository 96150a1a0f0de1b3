-- $1 actor, $2 account, $3 act, $4 detail.
insert into ntm.account_act (actor, account, act, detail) values ($1, $2, $3, $4)
