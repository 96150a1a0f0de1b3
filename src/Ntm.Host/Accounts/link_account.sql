-- $1 name, $2 issuer, $3 subject at the outside provider.
update ntm.account set issuer = $2, subject = $3, stamp = gen_random_uuid() where name = $1
