-- $1 types.
insert into ntm.entry_type (name) select unnest($1::text[]) on conflict do nothing
