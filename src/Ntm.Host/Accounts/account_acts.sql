-- $1 account; null for all. $2 at most so many.
select c.at, c.actor, c.account, c.act, c.detail
  from ntm.account_act c
 where $1::text is null or c.account = $1
 order by c.id desc
 limit $2
