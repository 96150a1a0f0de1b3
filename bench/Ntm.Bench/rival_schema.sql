-- The rivals' tables: the same keys and indexes, one stamping trigger per row, and no order.
create or replace function ntm.rival_stamp() returns trigger language plpgsql as $$
begin
  new.timestamp := clock_timestamp();
  return new;
end $$;
drop trigger ntm_stamp on ntm.mt_events;
drop trigger ntm_close on ntm.mt_events;
create trigger rival_stamp before insert on ntm.mt_events for each row execute function ntm.rival_stamp();
