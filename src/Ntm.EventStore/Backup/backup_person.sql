copy (select account, full_name, contact from ntm.person order by account collate "C") to stdout (format binary)
