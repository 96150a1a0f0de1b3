-- $1 account.
delete from ntm.person where account = $1
