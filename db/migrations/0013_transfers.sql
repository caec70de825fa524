-- Transfers of the organisational relationship: one case seen from both ends, its steps as facts, the
-- registers of letters, the yearly check of affiliations, messages to other tenants.

-- Where a case stands. `org_*` is the sending end, `other_*` the receiving one; an end outside this tenant is
-- told by its name, and its path is that of the end inside. A working row: figures come from transfer_step.
create table transfer_case (
  tenant_id uuid not null,
  case_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  other_org_id uuid not null,
  other_path text collate "C" not null,
  route text collate "C" not null check (route in ('online', 'letter')),
  -- inside: both ends here; outward, inward: the other end is outside this tenant
  side text collate "C" not null check (side in ('inside', 'outward', 'inward')),
  subject text collate "C" not null check (subject in ('full', 'probationary', 'activist')),
  -- null for somebody from outside until received
  person_id uuid,
  person_name text not null,
  -- what the receiver has to know: no identity number, no phone
  about jsonb not null default '{}',
  -- identity number and phone of somebody from outside, encrypted, until received
  sealed text,
  from_name text not null,
  from_committee text not null default '',
  to_name text not null,
  to_committee text not null default '',
  state text collate "C" not null,
  standing text collate "C" not null default 'open' check (standing in ('open', 'receipt', 'done', 'withdrawn')),
  -- the usual next step: who does it, until when
  next_move text collate "C" not null default '',
  next_actor text collate "C" not null default ''
    check (next_actor in ('', 'from_branch', 'from_committee', 'to_committee', 'to_branch')),
  next_until date,
  -- the same case at the other tenant
  link_id uuid,
  peer_tenant uuid,
  version int not null default 1,
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (tenant_id, case_id),
  foreign key (tenant_id, org_id) references organisation,
  foreign key (tenant_id, other_org_id) references organisation
);
create index transfer_case_path on transfer_case (tenant_id, org_path, standing);
create index transfer_case_other on transfer_case (tenant_id, other_path, standing);
-- One transfer of a person at a time; the same of two cases that begin at once.
create unique index transfer_case_open on transfer_case (tenant_id, person_id) where standing = 'open';
create unique index transfer_case_link on transfer_case (tenant_id, link_id);
select apply_policy('transfer_case', 'two-ended');

-- A step that was done. told: the fields of its form. of_other: recorded for an end that is outside.
create table transfer_step (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  other_path text collate "C" not null,
  seq int not null,
  move text collate "C" not null,
  done_on date not null,
  until_on date,
  told jsonb not null default '{}',
  reasons jsonb not null default '{}',
  of_other boolean not null default false,
  by_name text not null,
  by_as text not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references transfer_case
);
create unique index transfer_step_order on transfer_step (tenant_id, case_id, seq) where superseded_at is null;
create index transfer_step_path on transfer_step (tenant_id, org_path, done_on);
create index transfer_step_other on transfer_step (tenant_id, other_path, done_on);
select make_fact('transfer_step');
select apply_policy('transfer_step', 'two-ended');

-- Why a step was taken back; the step itself stays as superseded.
create table transfer_undo (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  other_path text collate "C" not null,
  moves text[] not null,
  reason text not null,
  undone_on date not null,
  by_as text not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references transfer_case
);
create index transfer_undo_case on transfer_undo (tenant_id, case_id);
create index transfer_undo_path on transfer_undo (tenant_id, org_path);
create index transfer_undo_other on transfer_undo (tenant_id, other_path);
select make_fact('transfer_undo');
select apply_policy('transfer_undo', 'two-ended');

-- 介绍信登记簿 of a committee: letters given out and letters taken in, each number once.
create table transfer_letter (
  tenant_id uuid not null,
  id uuid not null,
  letter_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  direction text collate "C" not null check (direction in ('out', 'in')),
  number text collate "C" not null,
  case_id uuid,
  names text not null,
  people int not null default 1 check (people between 1 and 10000),
  from_name text not null,
  to_name text not null,
  -- 党费缴至
  dues_month text collate "C" not null default '',
  issued_on date not null,
  valid_days int not null check (valid_days between 1 and 90),
  valid_until date not null,
  -- 回执: when it went back or came back, and who handled it
  receipt_on date,
  receipt_by text not null default '',
  spoiled boolean not null default false,
  note text not null default '',
  -- the letter it took the place of (过期重开)
  renews_id uuid,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation
);
create unique index transfer_letter_one on transfer_letter (tenant_id, letter_id) where superseded_at is null;
-- Numbers of others are theirs: only one's own run through the register once.
create unique index transfer_letter_number on transfer_letter (tenant_id, org_id, number)
  where superseded_at is null and direction = 'out';
create index transfer_letter_path on transfer_letter (tenant_id, org_path, issued_on);
create index transfer_letter_case on transfer_letter (tenant_id, case_id) where superseded_at is null;
select make_fact('transfer_letter');
select apply_policy('transfer_letter', 'subtree');

-- 整建制转接: an organisation with everybody in it; the rosters do not change, the place in the tree does.
create table transfer_whole (
  tenant_id uuid not null,
  id uuid not null,
  whole_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  from_name text not null,
  to_name text not null,
  moved_on date not null,
  number text collate "C" not null,
  paper text not null,
  -- who was in the roster that day: id, name, category
  people jsonb not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation
);
create index transfer_whole_path on transfer_whole (tenant_id, org_path, moved_on);
select make_fact('transfer_whole');
select apply_policy('transfer_whole', 'subtree');

-- 组织关系排查: a round of a branch and year, and what was found of each member.
create table affiliation_check (
  tenant_id uuid not null,
  check_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  year int not null,
  opened_on date not null,
  closed_on date,
  version int not null default 1,
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (tenant_id, check_id),
  foreign key (tenant_id, org_id) references organisation
);
create unique index affiliation_check_year on affiliation_check (tenant_id, org_id, year);
create index affiliation_check_path on affiliation_check (tenant_id, org_path, year);
select apply_policy('affiliation_check', 'subtree');

create table affiliation_mark (
  tenant_id uuid not null,
  id uuid not null,
  check_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  person_id uuid not null,
  result text collate "C" not null
    check (result in ('present', 'away', 'should_transfer', 'abroad', 'not_found', 'settled')),
  note text not null default '',
  marked_on date not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, check_id) references affiliation_check
);
create unique index affiliation_mark_one on affiliation_mark (tenant_id, check_id, person_id) where superseded_at is null;
create index affiliation_mark_path on affiliation_mark (tenant_id, org_path);
select make_fact('affiliation_mark');
select apply_policy('affiliation_mark', 'subtree');

-- What a committee fixes for those below where the rules leave it open.
create table transfer_setting (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  settings jsonb not null,
  valid_from date not null,
  valid_to date,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation
);
create index transfer_setting_path on transfer_setting (tenant_id, org_path);
select make_dated('transfer_setting', 'org_id');
select apply_policy('transfer_setting', 'downward');

-- Organisations of this tenant by what everybody may know of them: name, kind, the committee they stand
-- under. One cannot see the rows of another branch, and has to be able to name it as where somebody goes.
create function transfer_places(orgs uuid[])
returns table (org_id uuid, org_path text, name text, short_name text, kind text,
  committee_id uuid, committee_path text, committee_name text)
language sql stable security definer set search_path = public rows 20 as $$
  select o.org_id, o.org_path, s.name, s.short_name, s.kind, c.org_id, c.org_path, c.name
    from organisation o
    join organisation_state s on s.tenant_id = o.tenant_id and s.org_id = o.org_id
     and s.superseded_at is null and s.valid_to is null
    left join lateral (
      select a.org_id, a.org_path, t.name from organisation a
        join organisation_state t on t.tenant_id = a.tenant_id and t.org_id = a.org_id
         and t.superseded_at is null and t.valid_to is null and t.kind in ('committee', 'working_committee')
       where a.tenant_id = o.tenant_id and starts_with(o.org_path, a.org_path)
       order by length(a.org_path) desc limit 1) c on true
   where o.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and o.org_id = any (orgs)
$$;

revoke execute on function transfer_places from public;
grant execute on function transfer_places to zhibu_app;

-- What the nightly proof found: somebody in no roster or in two, until it finds it no more.
create table transfer_proof (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  what text collate "C" not null check (what in ('two_rosters', 'no_roster', 'not_as_received', 'two_tenants')),
  found_at timestamptz not null,
  settled_at timestamptz,
  primary key (tenant_id, id)
);
create unique index transfer_proof_one on transfer_proof (tenant_id, person_id, what) where settled_at is null;
create index transfer_proof_path on transfer_proof (tenant_id, org_path) where settled_at is null;
select apply_policy('transfer_proof', 'subtree');

-- Keyed hashes of the identity numbers of those who stand in a roster, over all tenants: the key is the
-- installation's, so that one number gives one hash everywhere. `basis` is the tenant's own hash it was made from.
create table roster_index (
  tenant_id uuid not null,
  person_id uuid not null,
  basis text not null,
  hash text collate "C" not null,
  primary key (tenant_id, person_id)
);
create index roster_index_hash on roster_index (hash);
select apply_policy('roster_index', 'system');

-- Whose hash is missing or was made from another number; encrypted numbers of the acting tenant.
create function roster_unindexed(at_most int)
returns table (person_id uuid, basis text, id_number text)
language sql stable security definer set search_path = public rows 1000 as $$
  select s.person_id, s.id_number_hash, s.id_number
    from person_secret s left join roster_index i on i.tenant_id = s.tenant_id and i.person_id = s.person_id
   where s.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
     and length(nullif(current_setting('app.scope', true), '')) = 6
     and s.id_number is not null and i.basis is distinct from s.id_number_hash
   order by s.person_id limit at_most
$$;

create function roster_index_put(people uuid[], bases text[], hashes text[]) returns void
language sql security definer set search_path = public as $$
  insert into roster_index (tenant_id, person_id, basis, hash)
  select nullif(current_setting('app.tenant', true), '')::uuid, x.person_id, x.basis, x.hash
    from unnest(people, bases, hashes) as x(person_id, basis, hash)
  on conflict (tenant_id, person_id) do update set basis = excluded.basis, hash = excluded.hash
$$;

-- Everybody who was ever a member stands in exactly one roster, unless they left by a way that ends membership;
-- whoever was received inside this tenant stands where they were received. Over all tenants at once.
create function transfer_failures()
returns table (tenant_id uuid, person_id uuid, org_id uuid, org_path text, what text)
language sql stable security definer set search_path = public as $$
  with open as (
    select m.tenant_id, m.person_id, m.org_id, m.org_path from membership m
     where m.superseded_at is null and m.valid_to is null)
  select a.tenant_id, a.person_id, a.org_id, a.org_path, 'two_rosters' as what
    from membership a join membership b on b.tenant_id = a.tenant_id and b.person_id = a.person_id and a.id < b.id
     and b.superseded_at is null and a.valid_from < coalesce(b.valid_to, 'infinity')
     and b.valid_from < coalesce(a.valid_to, 'infinity')
   where a.superseded_at is null
  union
  -- the last stay ended as a change inside the tenant, and nothing followed
  select l.tenant_id, l.person_id, l.org_id, l.org_path, 'no_roster'
    from (select distinct on (m.tenant_id, m.person_id) m.* from membership m
           where m.superseded_at is null order by m.tenant_id, m.person_id, m.valid_to desc nulls first) l
   where l.valid_to is not null
     and (coalesce(l.way_out, '') not in ('died', 'transferred_out', 'whole_out', 'expelled', 'persuaded', 'struck_off',
            'left_by_own_act', 'withdrew', 'qualification_cancelled', 'not_recognised', 'other_out')
       or l.way_out = 'transferred_out' and exists (
            select 1 from organisation_state s where s.tenant_id = l.tenant_id and s.name = l.out_to
             and s.superseded_at is null and s.valid_to is null
             and not exists (select 1 from person_merge g where g.tenant_id = l.tenant_id and g.person_id = l.person_id
                              and g.superseded_at is null)))
  union
  select c.tenant_id, c.person_id, c.other_org_id, c.other_path, 'not_as_received'
    from transfer_case c join transfer_step s on s.tenant_id = c.tenant_id and s.case_id = c.case_id
     and s.superseded_at is null and s.move = 'confirm'
   where c.side = 'inside' and c.subject <> 'activist' and not exists (
     select 1 from membership m where m.tenant_id = c.tenant_id and m.person_id = c.person_id
      and m.superseded_at is null and m.valid_from <= s.done_on and (m.valid_to is null or m.valid_to > s.done_on)
      and m.org_id = c.other_org_id)
     and not exists (select 1 from person_merge g where g.tenant_id = c.tenant_id and g.person_id = c.person_id
                      and g.superseded_at is null)
  union
  select i.tenant_id, i.person_id, o.org_id, o.org_path, 'two_tenants'
    from roster_index i join open o on o.tenant_id = i.tenant_id and o.person_id = i.person_id
   where exists (select 1 from roster_index j join open p on p.tenant_id = j.tenant_id and p.person_id = j.person_id
                  where j.hash = i.hash and j.tenant_id <> i.tenant_id)
$$;

-- Writes down what does not hold and settles what holds again; returns how many places fail now.
create function transfer_prove(at timestamptz) returns bigint
language plpgsql security definer set search_path = public as $$
declare
  failing bigint;
begin
  perform pg_advisory_xact_lock(7302);
  create temporary table failing_now on commit drop as select * from transfer_failures();
  update transfer_proof p set settled_at = at
   where p.settled_at is null and not exists (
     select 1 from failing_now f where f.tenant_id = p.tenant_id and f.person_id = p.person_id and f.what = p.what);
  insert into transfer_proof (tenant_id, id, person_id, org_id, org_path, what, found_at)
  select distinct on (f.tenant_id, f.person_id, f.what) f.tenant_id, gen_random_uuid(), f.person_id, f.org_id, f.org_path,
         f.what, at
    from failing_now f
   where not exists (select 1 from transfer_proof p where p.tenant_id = f.tenant_id and p.person_id = f.person_id
      and p.what = f.what and p.settled_at is null);
  select count(*) into failing from failing_now;
  drop table failing_now;
  return failing;
end $$;

revoke execute on function transfer_failures, roster_unindexed, roster_index_put, transfer_prove from public;
grant execute on function roster_unindexed, roster_index_put, transfer_prove to zhibu_app;

-- Messages to other tenants of this installation: nothing crosses by UPDATE or foreign key. What one tenant sends is
-- its outbox; delivering copies it into the other's inbox once, however often it is tried; handling is the other's act.
create table transfer_outbox (
  tenant_id uuid not null,
  id uuid not null,
  -- the order in which they were made, over all tenants
  seq bigint generated always as identity,
  to_tenant uuid not null,
  link_id uuid not null,
  kind text collate "C" not null,
  -- encrypted with the key of the tenant it goes to
  body text not null,
  signature text not null,
  made_at timestamptz not null,
  delivered_at timestamptz,
  primary key (tenant_id, id)
);
create index transfer_outbox_open on transfer_outbox (seq) where delivered_at is null;
select apply_policy('transfer_outbox', 'system');

create table transfer_inbox (
  tenant_id uuid not null,
  id uuid not null,
  seq bigint not null,
  from_tenant uuid not null,
  link_id uuid not null,
  kind text collate "C" not null,
  body text not null,
  signature text not null,
  made_at timestamptz not null,
  handled_at timestamptz,
  -- code of what stood in the way; the proof over tenants tells of it
  refused text,
  primary key (tenant_id, id)
);
create index transfer_inbox_open on transfer_inbox (tenant_id, seq) where handled_at is null;
select apply_policy('transfer_inbox', 'system');

-- Other tenants somebody may be sent to: a demonstration knows demonstrations only.
create function transfer_peers() returns table (tenant_id uuid, name text)
language sql stable security definer set search_path = public rows 10 as $$
  select t.tenant_id, t.name from tenant t
    join tenant o on o.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
   where t.tenant_id <> o.tenant_id and t.is_demo = o.is_demo order by t.seq
$$;

create function transfer_send(message uuid, receiver uuid, link uuid, what text, sealed text, sign text, at timestamptz)
returns void language sql security definer set search_path = public as $$
  insert into transfer_outbox (tenant_id, id, to_tenant, link_id, kind, body, signature, made_at)
  select nullif(current_setting('app.tenant', true), '')::uuid, message, p.tenant_id, link, what, sealed, sign, at
    from transfer_peers() p where p.tenant_id = receiver
$$;

create function transfer_deliver(at timestamptz) returns bigint
language plpgsql security definer set search_path = public as $$
declare
  carried bigint;
begin
  perform pg_advisory_xact_lock(7303);
  insert into transfer_inbox (tenant_id, id, seq, from_tenant, link_id, kind, body, signature, made_at)
  select o.to_tenant, o.id, o.seq, o.tenant_id, o.link_id, o.kind, o.body, o.signature, o.made_at
    from transfer_outbox o where o.delivered_at is null
  on conflict do nothing;
  update transfer_outbox set delivered_at = at where delivered_at is null;
  get diagnostics carried = row_count;
  return carried;
end $$;

-- What waits to be handled by the acting tenant, in the order in which it was made; for its keeper only.
create function transfer_waiting(at_most int)
returns table (id uuid, from_tenant uuid, link_id uuid, kind text, body text, signature text)
language sql stable security definer set search_path = public rows 100 as $$
  select i.id, i.from_tenant, i.link_id, i.kind, i.body, i.signature from transfer_inbox i
   where i.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
     and length(nullif(current_setting('app.scope', true), '')) = 6 and i.handled_at is null
   order by i.seq limit at_most
$$;

-- True once: a message handled by another at the same time is not handled again.
create function transfer_handled(message uuid, at timestamptz, why text) returns boolean
language plpgsql security definer set search_path = public as $$
begin
  update transfer_inbox i set handled_at = at, refused = why
   where i.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and i.id = message and i.handled_at is null;
  return found;
end $$;

revoke execute on function transfer_peers, transfer_send, transfer_deliver, transfer_waiting, transfer_handled from public;
grant execute on function transfer_peers, transfer_send, transfer_deliver, transfer_waiting, transfer_handled to zhibu_app;
