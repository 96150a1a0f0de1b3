-- Which types of event the record takes (docs/adr/0015-unknown-types.md). Readers never pass over an event they cannot read: one of a type
-- no program knows would stop all of them for good, since nothing can be removed. So it does not come in.

create table ntm.entry_type (
  name text primary key
);

comment on table ntm.entry_type is 'The types of event the record takes. A program registers those it knows when it migrates.';

-- Where a save of Marten's own failed it can leave a tombstone, which says nothing and counts.
insert into ntm.entry_type (name) values
  ('tombstone'),
  ('unit_established'), ('unit_renamed'), ('unit_recoded'), ('unit_reparented'), ('unit_level_changed'), ('units_merged'), ('unit_dissolved'),
  ('criterion_attained'), ('criterion_not_attained'), ('criterion_lost'), ('criterion_basically_met'), ('criterion_not_applicable'),
  ('indicator_measured'), ('target_assigned'), ('target_withdrawn'), ('plan_issued'), ('plan_revised'),
  ('inspection_scheduled'), ('inspection_held'), ('remedy_done'), ('debt_declared'), ('satisfaction_surveyed'), ('recognition_granted'),
  ('entry_retracted');

create function ntm.mt_events_known_type() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from ntm.entry_type t where t.name = new.type) then
    raise exception 'the record takes no event of type %', new.type using errcode = 'NTM08',
      hint = 'Append entries of the types in ntm.entry_type; a newer program registers its own when it migrates.';
  end if;
  return new;
end $$;

-- The types of this script are told apart without a function call for each row; only what came later is looked up.
create trigger ntm_known_type before insert on ntm.mt_events for each row
  when (new.type not in (
    'tombstone',
    'unit_established', 'unit_renamed', 'unit_recoded', 'unit_reparented', 'unit_level_changed', 'units_merged', 'unit_dissolved',
    'criterion_attained', 'criterion_not_attained', 'criterion_lost', 'criterion_basically_met', 'criterion_not_applicable',
    'indicator_measured', 'target_assigned', 'target_withdrawn', 'plan_issued', 'plan_revised',
    'inspection_scheduled', 'inspection_held', 'remedy_done', 'debt_declared', 'satisfaction_surveyed', 'recognition_granted',
    'entry_retracted'))
  execute function ntm.mt_events_known_type();

do $$
begin
  if exists (select from pg_roles where rolname = 'ntm_recorder') then
    grant select on ntm.entry_type to ntm_recorder;
  end if;
end $$;
