copy pg_temp.restored_head (seq, at) from stdin (format binary)
