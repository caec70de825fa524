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
  alive boolean not null default true,
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
  other_org_ids uuid[] not null default '{}',
  note text not null default '',
  file_id uuid,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation
);
create index org_act_org on org_act (tenant_id, org_id, happened_on);
select make_fact('org_act');
select apply_policy('org_act', 'subtree');

-- Who holds which post; `post_id` is one tenure of one person.
create table post (
  tenant_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  person_id uuid not null,
  kind text not null,
  -- division of work in words, e.g. 组织工作、党费
  duties text not null default '',
  way_in text not null check (way_in in ('election', 'by_election', 'appointment', 'interim')),
  -- end of the term the holder was elected for; null where there is no term
  term_ends_on date,
  -- a secretary waits for the upper organisation's approval; members are only filed
  approved_on date,
  approval_paper text not null default '',
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

revoke execute on function org_settle, tenant_create, tenant_next_org_seq, tenant_current, tenant_list from public;
grant execute on function org_settle, tenant_create, tenant_next_org_seq, tenant_current, tenant_list to zhibu_app;
