copy ntm.entry_type (name) from stdin (format binary)
