copy ntm.account_office (id, account, role, area, criteria, name, held_from, held_to) from stdin (format binary)
