-- $1 id, $2 private key, PKCS #8. Nothing where another host was quicker.
insert into ntm.signing_key (id, private_key) values ($1, $2) on conflict do nothing
