-- The last visible entry: append_head moves in the transaction that writes the rows, so what is committed here is there.
select seq from ntm.append_head
