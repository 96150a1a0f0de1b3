copy ntm.person (account, full_name, contact) from stdin (format binary)
