-- $1 account, $2 full name, $3 how to reach the person.
insert into ntm.person (account, full_name, contact) values ($1, $2, $3)
on conflict (account) do update set full_name = excluded.full_name, contact = excluded.contact
