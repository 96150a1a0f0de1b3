select a.name, a.created_at, a.password_hash, a.stamp, a.closed_at, a.locked_until, a.issuer, a.subject, p.full_name, p.contact
  from ntm.account a left join ntm.person p on p.account = a.name
 order by a.name
