-- Organisations: the dated tree, what each one is, who holds which post.

-- The anchor: never changes but for today's access path.
create table organisation (
  tenant_id uuid not null references tenant,
  org_id uuid not null,
  org_path text collate "C" not null,
  -- number of its path segment, unique in the tenant
  seq bigint not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (tenant_id, org_id),
  unique (tenant_id, seq)
);
create unique index organisation_path on organisation (tenant_id, org_path);
select apply_policy('organisation', 'downward');

-- What an organisation is from a day on.
create table organisation_state (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  name text not null,
  short_name text not null,
  kind text not null check (kind in ('committee', 'working_committee', 'leading_group', 'general_branch', 'branch',
    'joint_branch', 'temporary_committee', 'temporary_general_branch', 'temporary_branch', 'temporary_joint_branch')),
  sector text not null check (sector in ('village', 'community', 'office', 'institution', 'state_enterprise',
    'private_enterprise', 'social_organisation', 'school', 'mixed')),
  member_kind text not null default 'general' check (member_kind in ('general', 'office', 'retired', 'student', 'floating')),
  -- names of the units a joint branch covers; of one unit otherwise
  units text[] not null default '{}',
  contact text not null default '',
  valid_from date not null,
  valid_to date,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation
);
create index organisation_state_org on organisation_state (tenant_id, org_id, valid_from);
create index organisation_state_path on organisation_state (tenant_id, org_path);
select make_dated('organisation_state', 'org_id');
select apply_policy('organisation_state', 'downward');

-- The dated tree: `org_id` stands below `parent_id`. Roll-ups use this, never the path.
create table org_edge (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  parent_id uuid not null,
  valid_from date not null,
  valid_to date,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation,
  foreign key (tenant_id, parent_id) references organisation
);
create index org_edge_org on org_edge (tenant_id, org_id);
create index org_edge_parent on org_edge (tenant_id, parent_id);
select make_dated('org_edge', 'org_id');
select apply_policy('org_edge', 'downward');

-- An act on the tree with its paper: establish, rename, change, move, merge, split, revoke.
create table org_act (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  act text not null check (act in ('establish', 'rename', 'change', 'move', 'merge', 'split', 'revoke')),
  happened_on date not null,
  approved_by text not null,
  approval_paper text not null,
  approved_on date,
  -- day the request went up
  applied_on date,
  other_org_ids uuid[] not null default '{}',
  -- written reason where the text allows an exception (一般、因工作需要); it stays visible
  exception text not null default '',
  -- warnings shown when it was done: [{code, rule, text}]
  advice jsonb not null default '[]',
  note text not null default '',
  file_id uuid,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation
);
create index org_act_org on org_act (tenant_id, org_id, happened_on);
create index org_act_path on org_act (tenant_id, org_path, happened_on);
select make_fact('org_act');
select apply_policy('org_act', 'subtree');

-- 党小组. Members are assigned by membership.group_id, the leader by a post of kind group_leader.
create table party_group (
  tenant_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  name text not null,
  valid_from date not null,
  valid_to date,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation
);
create index party_group_org on party_group (tenant_id, org_id);
create index party_group_path on party_group (tenant_id, org_path);
select make_dated('party_group', 'group_id');
select apply_policy('party_group', 'downward');

-- Who holds which post; `post_id` is one tenure of one person.
create table post (
  tenant_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  person_id uuid not null,
  -- the name as announced: who heads a body is known to everybody at or below it, the file is not
  person_name text not null default '',
  kind text not null,
  -- of a group_leader
  group_id uuid,
  -- division of work in words, e.g. 组织工作、党费
  duties text not null default '',
  way_in text not null check (way_in in ('election', 'by_election', 'appointment', 'interim')),
  -- end of the term the holder was elected for; null where there is no term
  term_ends_on date,
  -- a secretary waits for the upper organisation's approval; members are only filed
  approved_on date,
  approval_paper text not null default '',
  end_reason text not null default '',
  valid_from date not null,
  valid_to date,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation
);
create index post_org on post (tenant_id, org_id);
create index post_path on post (tenant_id, org_path);
create index post_person on post (tenant_id, person_id);
select make_dated('post', 'post_id');
select apply_policy('post', 'downward');

-- An election put off or brought forward with approval beforehand (EL20 art. 3).
create table org_term_shift (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  -- end of the term as it stood, and the day until which the election is put off
  ends_on date not null,
  new_ends_on date not null,
  approved_on date not null,
  approved_by text not null,
  approval_paper text not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation
);
create index org_term_shift_org on org_term_shift (tenant_id, org_id);
create index org_term_shift_path on org_term_shift (tenant_id, org_path);
select make_fact('org_term_shift');
select apply_policy('org_term_shift', 'subtree');

-- The level above reminded a body of the end of its term.
create table org_notice (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  ends_on date not null,
  noticed_on date not null,
  means text not null check (means in ('letter', 'phone', 'other')),
  note text not null default '',
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation
);
create index org_notice_org on org_notice (tenant_id, org_id);
create index org_notice_path on org_notice (tenant_id, org_path);
select make_fact('org_notice');
select apply_policy('org_notice', 'subtree');

-- A secretary handed over to the next; `items` is the list both signed.
create table org_handover (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  from_name text not null,
  to_name text not null,
  witness text not null default '',
  handed_on date not null,
  items jsonb not null,
  note text not null default '',
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation
);
create index org_handover_org on org_handover (tenant_id, org_id);
create index org_handover_path on org_handover (tenant_id, org_path);
select make_fact('org_handover');
select apply_policy('org_handover', 'subtree');

-- Days off and days worked of a year that came after the shipped table, as a file had them.
create table work_year (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  year int not null,
  rest text not null,
  work text not null,
  source text not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation
);
create unique index work_year_one on work_year (tenant_id, year) where superseded_at is null;
create index work_year_path on work_year (tenant_id, org_path);
select make_fact('work_year');
select apply_policy('work_year', 'downward');

-- Waits for acts in flight below a path, so that an instant taken afterwards has them all.
create function org_settle(scope text) returns void
language plpgsql security definer set search_path = public as $$
begin
  perform 1 from org_clock c join organisation o on o.tenant_id = c.tenant_id and o.org_id = c.org_id
   where c.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
     and o.org_path >= scope and o.org_path < scope || '~'
     for share of c;
end $$;

-- First organisation of a new tenant; called with no settings, since nobody acts yet.
create function tenant_create(tenant uuid, tenant_name text, demo boolean, at timestamptz) returns bigint
language plpgsql security definer set search_path = public as $$
declare made bigint;
begin
  insert into tenant (tenant_id, name, is_demo, created_at) values (tenant, tenant_name, demo, at) returning seq into made;
  return made;
end $$;

create function tenant_next_org_seq(how_many int) returns bigint
language sql security definer set search_path = public as $$
  update tenant set next_org_seq = next_org_seq + how_many
   where tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
  returning next_org_seq - how_many
$$;

create function tenant_current() returns table (seq bigint, name text, is_demo boolean, settings jsonb)
language sql stable security definer set search_path = public as $$
  select t.seq, t.name, t.is_demo, t.settings from tenant t
   where t.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
$$;

create function tenant_list() returns table (tenant_id uuid, name text, is_demo boolean, seq bigint)
language sql stable security definer set search_path = public as $$
  select t.tenant_id, t.name, t.is_demo, t.seq from tenant t order by t.seq
$$;

-- Bodies of the tenant by name, wherever they stand: whoever sends somebody to another branch names it.
-- Names are no secret within a county; nothing else of a body out of sight is told.
create function org_directory(words text, day date)
returns table (org_id uuid, org_path text, name text, short_name text, kind text, member_kind text)
language sql stable security definer set search_path = public rows 20 as $$
  select s.org_id, o.org_path, s.name, s.short_name, s.kind, s.member_kind
    from organisation_state s join organisation o on o.tenant_id = s.tenant_id and o.org_id = s.org_id
   where s.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and s.superseded_at is null
     and s.valid_from <= day and (s.valid_to is null or s.valid_to > day)
     and s.kind <> 'leading_group' and strpos(s.name || ' ' || s.short_name, words) > 0
   order by length(s.name), s.name limit 20
$$;

-- Place and latest name of bodies of the tenant, in sight or not.
create function org_known(orgs uuid[])
returns table (org_id uuid, org_path text, name text, short_name text, kind text, member_kind text)
language sql stable security definer set search_path = public rows 20 as $$
  select distinct on (s.org_id) s.org_id, o.org_path, s.name, s.short_name, s.kind, s.member_kind
    from organisation_state s join organisation o on o.tenant_id = s.tenant_id and o.org_id = s.org_id
   where s.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and s.superseded_at is null
     and s.org_id = any (orgs)
   order by s.org_id, s.valid_from desc
$$;

-- Every act takes the tree's lock shared, a move takes it alone: nothing is written to a place while
-- it moves, and who waited sees the new place. `org_tree_lock` is asked before the first tick, so
-- that a mover never holds what those it waits for need.
create function org_tree_lock() returns void language sql security definer set search_path = public as $$
  select pg_advisory_xact_lock(7302, hashtext(nullif(current_setting('app.tenant', true), '')))
$$;

-- Queues up behind other writers of these organisations and tells the instant of their last entry:
-- `at` itself where that is not earlier, and then the act is entered at it. A later answer means that
-- the caller looked at its clock before others were done: it looks again, since it is alone now.
-- Always in the same order, so that two acts on the same organisations do not wait for each other.
create function org_tick(orgs uuid[], at timestamptz) returns timestamptz
language plpgsql security definer set search_path = public as $$
declare
  tenant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  place text := nullif(current_setting('app.place', true), '');
  org uuid;
  stands timestamptz;
  last timestamptz := at;
begin
  perform pg_advisory_xact_lock_shared(7302, hashtext(tenant::text));
  -- Whoever waited for a move acts from a place that is gone: the rows would land there.
  if length(place) > 6 and not exists (select 1 from organisation o where o.tenant_id = tenant and o.org_path = place)
     and exists (select 1 from organisation o where o.tenant_id = tenant) then
    raise exception 'the place one acts in has moved' using errcode = 'ZB004';
  end if;
  for org in select distinct o from unnest(orgs) o order by o loop
    insert into org_clock values (tenant, org, at)
      on conflict (tenant_id, org_id) do update set acts = org_clock.acts + 1,
        last_entered_at = greatest(org_clock.last_entered_at, excluded.last_entered_at)
      returning last_entered_at into stands;
    last := greatest(last, stands);
  end loop;
  return last;
end $$;

-- One more organisation in the middle of an act. Does not wait: whoever holds it may be waiting for what
-- this act holds. Infinity where it is held, or never was written to; the act then begins anew with all
-- its organisations.
create function org_tick_also(org uuid, at timestamptz) returns timestamptz
language plpgsql security definer set search_path = public as $$
begin
  perform 1 from org_clock c
   where c.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and c.org_id = org
     for update skip locked;
  return case when found then org_tick(array[org], at) else 'infinity' end;
end $$;

-- Moves the access paths of a whole subtree, in every table that has one. Both places stand in the
-- scope of whoever moves. Returns the number of rows.
create function org_move_paths(old_path text, new_path text) returns bigint
language plpgsql security definer set search_path = public as $$
declare
  tenant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  scope text := nullif(current_setting('app.scope', true), '');
  place record;
  moved bigint;
  total bigint := 0;
begin
  if scope is null or not starts_with(old_path, scope) or not starts_with(new_path, scope)
     or starts_with(new_path, old_path) or length(old_path) <= 6 or length(new_path) <= 6
     or not exists (select 1 from organisation o where o.tenant_id = tenant and o.org_path = old_path) then
    raise exception 'no such move' using errcode = '42501';
  end if;
  perform org_tree_lock();
  for place in
    select c.relname as target, a.attname as path_column
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      join pg_attribute a on a.attrelid = c.oid and a.attname in ('org_path', 'other_path') and not a.attisdropped
     where c.relkind in ('r', 'p')
     order by c.relname, a.attname
  loop
    execute format(
      'update %1$I set %2$I = $1 || substr(%2$I, $2) where tenant_id = $3 and %2$I >= $4 and %2$I < $4 || ''~''',
      place.target, place.path_column)
      using new_path, length(old_path) + 1, tenant, old_path;
    get diagnostics moved = row_count;
    total := total + moved;
  end loop;
  return total;
end $$;

revoke execute on function org_directory, org_known, org_settle, org_tick, org_tick_also, org_tree_lock, org_move_paths, tenant_create, tenant_next_org_seq, tenant_current, tenant_list from public;
grant execute on function org_directory, org_known, org_settle, org_tick, org_tick_also, org_tree_lock, org_move_paths, tenant_create, tenant_next_org_seq, tenant_current, tenant_list to zhibu_app;
