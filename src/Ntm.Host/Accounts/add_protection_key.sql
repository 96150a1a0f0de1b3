-- $1 name, $2 the key as the framework writes it.
insert into ntm.protection_key (name, xml) values ($1, $2) on conflict do nothing
