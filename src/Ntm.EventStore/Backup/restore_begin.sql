-- What is restored has its numbers and its times already: the triggers that give them, and those that let nothing be changed, are off until
-- this transaction ends. Nobody else is here meanwhile.
lock table ntm.append_head, ntm.mt_streams, ntm.mt_events, ntm.entry_type, ntm.evidence, ntm.evidence_piece, ntm.evidence_deposit, ntm.evidence_opening,
  ntm.account, ntm.account_office, ntm.person, ntm.account_act
  in access exclusive mode;
do $$
begin
  if exists (select from ntm.mt_events) or exists (select from ntm.mt_streams) or exists (select from ntm.evidence) or exists (select from ntm.account)
     or exists (select from ntm.append_head where seq <> 0) then
    raise exception 'the record is not empty' using errcode = 'NTM10';
  end if;
end $$;
alter table ntm.append_head disable trigger user;
alter table ntm.mt_streams disable trigger user;
alter table ntm.mt_events disable trigger user;
alter table ntm.entry_type disable trigger user;
alter table ntm.evidence disable trigger user;
alter table ntm.evidence_piece disable trigger user;
alter table ntm.evidence_deposit disable trigger user;
alter table ntm.evidence_opening disable trigger user;
alter table ntm.account disable trigger user;
alter table ntm.account_office disable trigger user;
alter table ntm.person disable trigger user;
alter table ntm.account_act disable trigger user;
delete from ntm.entry_type;
create temporary table restored_head (seq bigint, at timestamptz) on commit drop;
