-- The record on both clocks as rows, for other people's tools (docs/reference/views.md). Everything here follows from ntm.mt_events and can be
-- made again from it. A row is opened by one entry and closed by another, and never changes otherwise: what stood at a sequence stays there.

create table ntm.projection (
  name     text   primary key,
  position bigint not null default 0,
  -- Sum, modulo 2^256, of the SHA-256 of every row as binary COPY sends it (docs/adr/0022-views-in-sql.md).
  digest   bytea  not null default decode(repeat('00', 32), 'hex') check (length(digest) = 32)
);

comment on table ntm.projection is 'How far each view has followed the record, and the digest of its rows at that sequence.';

insert into ntm.projection (name) values ('finding'), ('finding_period'), ('unit_period');

create table ntm.finding (
  sequence     bigint      primary key,
  recorded_at  timestamptz not null,
  retracted_at bigint,
  entry        uuid        not null,
  effective_on date        not null,
  criterion    integer     not null,
  synthetic    boolean     not null,
  unit         text        collate "C" not null,
  criteria_set text        collate "C" not null,
  assessed_by  text        collate "C" not null,
  status       text        collate "C" not null
);

comment on table ntm.finding is 'One row per finding entry. retracted_at: the sequence from which on it counts as never said.';

create index finding_timeline on ntm.finding (unit, criteria_set, criterion, effective_on);

-- Every row is closed once: room for the closed one beside the open one.
create table ntm.finding_period (
  sequence     bigint  not null,
  record_from  bigint  not null,
  record_to    bigint,
  effect_from  date    not null,
  effect_to    date,
  criterion    integer not null,
  opened_by    uuid    not null,
  closed_by    uuid,
  unit         text    collate "C" not null,
  criteria_set text    collate "C" not null,
  assessed_by  text    collate "C" not null,
  status       text    collate "C" not null,
  primary key (sequence, record_from)
) with (fillfactor = 90);

comment on table ntm.finding_period is 'The days on which a finding decides among those of its assessor [effect_from, effect_to), as known from record_from until before record_to.';
comment on column ntm.finding_period.sequence is 'The finding; over several assessors the one with the greatest (effect_from, sequence) decides.';

create index finding_period_timeline on ntm.finding_period (unit, criteria_set, criterion, effect_from);
create index finding_period_day on ntm.finding_period (criteria_set, effect_from);

create table ntm.unit_period (
  unit           text   collate "C" not null,
  effect_from    date   not null,
  effect_to      date,
  record_from    bigint not null,
  record_to      bigint,
  life           text   collate "C" not null,
  established_on date,
  ended_on       date,
  successors     text[] collate "C",
  name           text,
  code           text   collate "C",
  level          text   collate "C",
  parent         text   collate "C",
  primary key (unit, effect_from, record_from)
);

comment on table ntm.unit_period is 'What a unit was on the days [effect_from, effect_to), as known from record_from until before record_to. life: not_yet, lives, ended.';

create index unit_period_parent on ntm.unit_period (parent);

-- Which assessors decide where a question names none: a commune's own word does not.
create function ntm.official_assessors() returns text[]
language sql immutable parallel safe as $$ select array['district', 'province', 'inspection', 'audit'] $$;

-- What stands of each criterion; a criterion nobody has assessed has no row. known_at null: all that is known.
create function ntm.status_on(unit text, criteria_set text, "on" date, known_at bigint default null, assessors text[] default ntm.official_assessors())
returns table (criterion integer, status text, since date, entry uuid, assessed_by text, recorded_at timestamptz, sequence bigint)
language sql stable parallel safe as $$
  select distinct on (p.criterion) p.criterion, p.status, p.effect_from, p.opened_by, p.assessed_by, f.recorded_at, p.sequence
    from ntm.finding_period p join ntm.finding f on f.sequence = p.sequence
   where p.unit = status_on.unit and p.criteria_set = status_on.criteria_set and p.assessed_by = any (assessors)
     and p.effect_from <= "on" and (p.effect_to is null or p.effect_to > "on")
     and p.record_from <= coalesce(known_at, 9223372036854775807) and (p.record_to is null or p.record_to > known_at)
   order by p.criterion, p.effect_from desc, p.sequence desc
$$;

-- From when to when each finding decided. criteria_set null: every set.
create function ntm.periods_of(unit text, criteria_set text default null, known_at bigint default null, assessors text[] default ntm.official_assessors())
returns table (set text, criterion integer, "from" date, "to" date, status text, assessed_by text, opened_by uuid, closed_by uuid)
language sql stable parallel safe as $$
  -- Who decides changes only on a day some finding takes effect; of one day the last word counts.
  with winner as (
    select distinct on (p.criteria_set, p.criterion, p.effect_from) p.*
      from ntm.finding_period p
     where p.unit = periods_of.unit and (periods_of.criteria_set is null or p.criteria_set = periods_of.criteria_set)
       and p.assessed_by = any (assessors)
       and p.record_from <= coalesce(known_at, 9223372036854775807) and (p.record_to is null or p.record_to > known_at)
     order by p.criteria_set, p.criterion, p.effect_from, p.sequence desc
  )
  select w.criteria_set, w.criterion, w.effect_from, lead(w.effect_from) over timeline, w.status, w.assessed_by, w.opened_by, lead(w.opened_by) over timeline
    from winner w
  window timeline as (partition by w.criteria_set, w.criterion order by w.effect_from)
   order by 1, 2, 3
$$;

-- When each criterion was first found attained, and when it was last found lost.
create function ntm.first_attained_last_lost(unit text, criteria_set text, known_at bigint default null, assessors text[] default ntm.official_assessors())
returns table (criterion integer, first_attained date, last_lost date)
language sql stable parallel safe as $$
  select p.criterion, min(p."from") filter (where p.status = 'attained'), max(p."from") filter (where p.status = 'lost')
    from ntm.periods_of(unit, criteria_set, known_at, assessors) p
   group by p.criterion order by p.criterion
$$;

-- The criteria whose status differs between two points; null: unassessed.
create function ntm.status_difference(
  unit text, criteria_set text, "on" date, known_at bigint, against_on date, against_known_at bigint, assessors text[] default ntm.official_assessors())
returns table (criterion integer, status text, entry uuid, against_status text, against_entry uuid)
language sql stable parallel safe as $$
  select criterion, s.status, s.entry, a.status, a.entry
    from ntm.status_on(unit, criteria_set, "on", known_at, assessors) s
    full join ntm.status_on(unit, criteria_set, against_on, against_known_at, assessors) a using (criterion)
   where s.status is distinct from a.status order by criterion
$$;

-- No result of the table's own row type: a rebuild puts another table in its place.
create function ntm.unit_on(unit text, "on" date, known_at bigint default null)
returns table (
  unit text, life text, established_on date, ended_on date, successors text[], name text, code text, level text, parent text,
  effect_from date, effect_to date)
language sql stable parallel safe as $$
  select p.unit, p.life, p.established_on, p.ended_on, p.successors, p.name, p.code, p.level, p.parent, p.effect_from, p.effect_to
    from ntm.unit_period p
   where p.unit = unit_on.unit and p.effect_from <= "on" and (p.effect_to is null or p.effect_to > "on")
     and p.record_from <= coalesce(known_at, 9223372036854775807) and (p.record_to is null or p.record_to > known_at)
$$;

-- Every living unit whose chain of living parents reaches it, itself left out.
create function ntm.units_under(above text, "on" date, known_at bigint default null)
returns table (unit text, name text, code text, level text, parent text)
language sql stable as $$
  with recursive under (unit) as (
    select u.unit collate "C" from ntm.unit_on(above, "on", known_at) u where u.life = 'lives'
    union
    select p.unit from under a join ntm.unit_period p on p.parent = a.unit
     where p.life = 'lives' and p.effect_from <= "on" and (p.effect_to is null or p.effect_to > "on")
       and p.record_from <= coalesce(known_at, 9223372036854775807) and (p.record_to is null or p.record_to > known_at)
  )
  select u.unit, u.name, u.code, u.level, u.parent
    from under a cross join lateral ntm.unit_on(a.unit, "on", known_at) u
   where a.unit <> above order by u.unit
$$;

-- The communes a question on the map of that day speaks of: those under the unit; of a unit ended by then, the living communes that descend
-- from those it had on its last day.
create function ntm.communes_under(above text, "on" date, known_at bigint default null)
returns table (unit text, name text, code text, parent text)
language sql stable as $$
  with recursive ended as (
    select u.ended_on - 1 as last_day from ntm.unit_on(above, "on", known_at) u where u.life = 'ended'
  ),
  heir (unit) as (
    select c.unit collate "C" from ended cross join lateral ntm.units_under(above, ended.last_day, known_at) c where c.level = 'commune'
    union
    select s.unit
      from heir h cross join lateral ntm.unit_on(h.unit, "on", known_at) u cross join lateral unnest(u.successors) as s (unit)
     where u.life = 'ended'
  )
  select c.unit, c.name, c.code, c.parent
    from ntm.units_under(above, "on", known_at) c where c.level = 'commune' and not exists (select from ended)
  union all
  select u.unit, u.name, u.code, u.parent
    from heir h cross join lateral ntm.unit_on(h.unit, "on", known_at) u where u.life = 'lives' and u.level = 'commune'
   order by 1
$$;

-- What keeps a rebuild from taking place: rights that are missing, and others' views that would keep the old table. Null: nothing does.
create function ntm.rebuild_hindrance(views text[]) returns text
language sql stable as $$
  select case
    when not has_database_privilege(current_database(), 'create') then format('%s may not create a schema in this database', current_user)
    when exists (select from pg_class c where c.relnamespace = 'ntm'::regnamespace and c.relname = any (views) and not pg_has_role(c.relowner, 'usage'))
      or not pg_has_role((select nspowner from pg_namespace where nspname = 'ntm'), 'usage') then format('%s does not own the schema ntm', current_user)
    else (
      select format('%s would keep the old rows: drop it and make it again afterwards', string_agg(distinct d.objid::regclass::text, ', '))
        from (select w.ev_class as objid, p.refobjid from pg_depend p join pg_rewrite w on p.classid = 'pg_rewrite'::regclass and w.oid = p.objid) d
        join pg_class c on c.oid = d.refobjid
       where c.relnamespace = 'ntm'::regnamespace and c.relname = any (views)
      having count(*) > 0)
  end
$$;

-- A rebuild works in a schema of its own, where the tables and all that belongs to them have the names they will have.
create function ntm.rebuild_begin(views text[]) returns void
language plpgsql as $$
begin
  drop schema if exists ntm_rebuild cascade;
  create schema ntm_rebuild;
  create table ntm_rebuild.projection (like ntm.projection including all);
  insert into ntm_rebuild.projection (name) select unnest(views);
end $$;

create function ntm.rebuild_table(view text) returns void
language plpgsql as $$
begin
  execute format('create table ntm_rebuild.%I (like ntm.%I including comments) %s', view, view,
    (select 'with (' || array_to_string(c.reloptions, ', ') || ')' from pg_class c where c.oid = format('ntm.%I', view)::regclass and c.reloptions is not null));
end $$;

-- Gives the filled table everything else the old one has: keys, indexes, comment, owner, and who may do what with it.
create function ntm.rebuild_finish(view text) returns void
language plpgsql as $$
declare
  old regclass := format('ntm.%I', view)::regclass;
  statement text;
begin
  for statement in
    select format('alter table ntm_rebuild.%I add constraint %I %s', view, k.conname, pg_get_constraintdef(k.oid))
      from pg_constraint k where k.conrelid = old and k.contype in ('p', 'u', 'c')
    union all
    select replace(pg_get_indexdef(i.indexrelid), format(' ON ntm.%I ', view), format(' ON ntm_rebuild.%I ', view))
      from pg_index i where i.indrelid = old and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
    union all
    select format('comment on table ntm_rebuild.%I is %L', view, obj_description(old, 'pg_class'))
    union all
    select format('grant %s on ntm_rebuild.%I to %s', g.privilege_type, view, case g.grantee when 0 then 'public' else g.grantee::regrole::text end)
      from pg_class c, aclexplode(c.relacl) g where c.oid = old
    union all
    select format('analyze ntm_rebuild.%I', view)
    union all
    -- Last: afterwards it may belong to somebody else.
    select format('alter table ntm_rebuild.%I owner to %s', view, c.relowner::regrole) from pg_class c where c.oid = old
  loop
    execute statement;
  end loop;
end $$;

create function ntm.rebuild_swap(views text[]) returns void
language plpgsql as $$
declare
  view text;
begin
  foreach view in array views loop
    execute format('drop table ntm.%I', view);
    execute format('alter table ntm_rebuild.%I set schema ntm', view);
  end loop;
  insert into ntm.projection select * from ntm_rebuild.projection
  on conflict (name) do update set position = excluded.position, digest = excluded.digest;
end $$;

do $$
begin
  if exists (select from pg_roles where rolname = 'ntm_recorder') then
    grant select, insert, update, delete on ntm.finding, ntm.finding_period, ntm.unit_period, ntm.projection to ntm_recorder;
  end if;
end $$;
