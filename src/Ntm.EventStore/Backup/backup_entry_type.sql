copy (select name from ntm.entry_type order by name collate "C") to stdout (format binary)
