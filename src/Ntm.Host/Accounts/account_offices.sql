select o.id, o.account, o.role, o.area, o.criteria, o.name, o.held_from, o.held_to
  from ntm.account_office o
 order by o.account, o.held_from, o.id
