select k.xml from ntm.protection_key k order by k.created_at, k.name
