-- $1 the types this program knows. Those the record does not take yet.
select known.name from unnest($1::text[]) as known (name) where not exists (select from ntm.entry_type t where t.name = known.name)
