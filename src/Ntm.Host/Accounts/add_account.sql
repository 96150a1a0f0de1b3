-- $1 name, $2 password hash. No row where the name is taken: it is never given twice.
insert into ntm.account (name, password_hash) values ($1, $2) on conflict do nothing returning name
