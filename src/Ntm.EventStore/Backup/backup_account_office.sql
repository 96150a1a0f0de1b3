copy (select id, account, role, area, criteria, name, held_from, held_to from ntm.account_office order by id) to stdout (format binary)
