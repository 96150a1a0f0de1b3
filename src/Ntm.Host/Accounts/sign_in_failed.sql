-- $1 name, $2 attempts before it locks, $3 for how long. Counted by the database: several hosts together grant no more attempts than one.
update ntm.account
   set failed_attempts = case when failed_attempts + 1 >= $2 then 0 else failed_attempts + 1 end,
       locked_until = case when failed_attempts + 1 >= $2 then clock_timestamp() + $3 else locked_until end
 where name = $1
