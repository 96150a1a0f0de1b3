-- Whether anybody waits for the order this transaction holds: the first in line waits for the transaction, the others for the first.
select exists (select from pg_locks w where w.locktype = 'transactionid' and w.transactionid = pg_current_xact_id()::xid and not w.granted)
