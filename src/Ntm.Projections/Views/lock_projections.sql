-- Only one host at a time takes entries into the views; the others pass by.
select name, position, digest from projection order by name for update skip locked
