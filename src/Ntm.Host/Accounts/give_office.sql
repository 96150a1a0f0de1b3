-- $1 id, $2 account, $3 role, $4 area, $5 criteria, $6 name, $7 from, $8 to.
insert into ntm.account_office (id, account, role, area, criteria, name, held_from, held_to) values ($1, $2, $3, $4, $5, $6, $7, $8)
