-- $1 office, $2 account, $3 the first day it is held no longer. One not yet held is then never held.
update ntm.account_office set held_to = greatest($3, held_from) where id = $1 and account = $2 and (held_to is null or held_to > $3)
