-- 党籍和组织处置: cases for the handling posts alone, the search for whom contact was lost, settings.

-- Where a case stands. A working row; its steps are facts. No figure comes from either.
create table status_case (
  tenant_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  kind text collate "C" not null check (kind in ('suspension', 'restoration', 'withdrawal', 'correction', 'persuasion',
    'striking', 'own_act', 'discipline')),
  state text collate "C" not null default 'begun',
  ended boolean not null default false,
  next_move text collate "C" not null default '',
  -- end of a correction period, or of the effect of a sanction
  until_on date,
  -- the committee that approves, and whether somebody there reads the case here
  approver_id uuid,
  above_reads boolean not null,
  readers uuid[] not null,
  version int not null default 1,
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (tenant_id, case_id),
  foreign key (tenant_id, org_id) references organisation,
  foreign key (tenant_id, person_id) references person
);
create index status_case_path on status_case (tenant_id, org_path, ended);
create index status_case_person on status_case (tenant_id, person_id);
-- One case of a kind at a time, and one organisational handling (`handle.kinds`).
create unique index status_case_kind on status_case (tenant_id, person_id, kind) where not ended;
create unique index status_case_handling on status_case (tenant_id, person_id)
  where not ended and kind in ('correction', 'persuasion', 'striking', 'own_act');
select apply_policy('status_case', 'readers');

-- A step that was done. told: closed lists, days and numbers of articles and papers; never words about the person.
create table status_step (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  seq int not null,
  move text collate "C" not null,
  done_on date not null,
  until_on date,
  rules text collate "C" not null,
  meeting_id uuid,
  vote jsonb,
  told jsonb not null default '{}',
  papers text[] not null default '{}',
  from_paper boolean not null default false,
  by_name text not null,
  by_as text not null,
  readers uuid[] not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references status_case
);
create unique index status_step_order on status_step (tenant_id, case_id, seq) where superseded_at is null;
create index status_step_path on status_step (tenant_id, org_path);
select make_fact('status_step');
select apply_policy('status_step', 'readers');

-- Steps taken back: which, when, and which of a few causes.
create table status_undo (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  moves text[] not null,
  cause text not null check (cause in ('wrong_entry', 'wrong_person', 'wrong_day', 'other_paper')),
  undone_on date not null,
  readers uuid[] not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references status_case
);
create index status_undo_case on status_undo (tenant_id, case_id);
create index status_undo_path on status_undo (tenant_id, org_path);
select make_fact('status_undo');
select apply_policy('status_undo', 'readers');

-- What was concluded, for the person concerned too: `readers` has the person beside the handling posts.
create table status_outcome (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  kind text collate "C" not null,
  conclusion text not null,
  concluded_on date not null,
  until_on date,
  paper text not null default '',
  readers uuid[] not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references status_case
);
create index status_outcome_case on status_outcome (tenant_id, case_id);
create index status_outcome_person on status_outcome (tenant_id, person_id);
create index status_outcome_path on status_outcome (tenant_id, org_path);
select make_fact('status_outcome');
select apply_policy('status_outcome', 'readers');

-- 失联: since the last contact, recorded on a day, until found again.
create table status_lost (
  tenant_id uuid not null,
  id uuid not null,
  lost_id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  -- last attendance or last payment (`status.lost.start`)
  since_on date not null,
  -- code of the 2016 check form (`status.lost.reason.code`)
  cause int not null check (cause between 1 and 7),
  valid_from date not null,
  valid_to date,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person
);
create index status_lost_person on status_lost (tenant_id, person_id) where superseded_at is null;
create index status_lost_path on status_lost (tenant_id, org_path) where superseded_at is null;
create unique index status_lost_open on status_lost (tenant_id, person_id) where superseded_at is null and valid_to is null;
select make_dated('status_lost', 'lost_id');
select apply_policy('status_lost', 'subtree');

-- 查找记录: when, how, by whom, with what result.
create table status_search (
  tenant_id uuid not null,
  id uuid not null,
  lost_id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  searched_on date not null,
  how text not null check (how in ('phone', 'message', 'relatives', 'home', 'unit', 'letter', 'police', 'other')),
  searcher text not null,
  result text not null check (result in ('nothing', 'clue', 'found')),
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id)
);
create index status_search_lost on status_search (tenant_id, lost_id) where superseded_at is null;
create index status_search_path on status_search (tenant_id, org_path);
select make_fact('status_search');
select apply_policy('status_search', 'subtree');

-- What a committee fixes for those below where the rules leave it open.
create table status_setting (
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
create index status_setting_path on status_setting (tenant_id, org_path);
select make_dated('status_setting', 'org_id');
select apply_policy('status_setting', 'downward');

-- Handling posts of one body: secretary, organisation and discipline member, and officers by grant.
create function status_posts(tenant uuid, the_org uuid, day date, with_officers boolean) returns setof uuid
language sql stable security definer set search_path = public as $$
  select p.person_id from post p
   where p.tenant_id = tenant and p.org_id = the_org and p.superseded_at is null
     and (p.valid_to is null or p.valid_to > day)
     and p.kind in ('secretary', 'acting_secretary', 'organisation_member', 'discipline_member')
  union
  select a.person_id from account_grant g
    join account a on a.tenant_id = g.tenant_id and a.account_id = g.account_id
   where with_officers and g.tenant_id = tenant and g.org_id = the_org and g.superseded_at is null
     and g.kind = 'officer' and a.person_id is not null and (g.valid_to is null or g.valid_to > day)
$$;

-- Who reads a case of a branch that a committee above approves. Ids only, for the `readers` of new rows.
create function status_readers(the_org uuid, the_approver uuid, day date)
returns table (readers uuid[], above_reads boolean)
language sql stable security definer set search_path = public as $$
  with tenant as (select nullif(current_setting('app.tenant', true), '')::uuid as id),
       own as (select x from tenant, status_posts(tenant.id, the_org, day, true) x),
       above as (select x from tenant, status_posts(tenant.id, the_approver, day, true) x
                  where the_approver is not null and the_approver <> the_org)
  select coalesce((select array_agg(distinct x) from (select x from own union select x from above) b), '{}'),
         exists (select 1 from above)
$$;

-- Readers follow the posts: somebody who takes up a handling post reads, who leaves it reads no more.
create function status_renew() returns trigger
language plpgsql security definer set search_path = public as $$
declare
  day date := (new.entered_at at time zone 'Asia/Shanghai')::date;
begin
  update status_case c
     set readers = array(
           select status_posts(c.tenant_id, c.org_id, day, true)
           union select status_posts(c.tenant_id, c.approver_id, day, true) where c.approver_id is not null),
         above_reads = c.approver_id is not null and c.approver_id <> c.org_id
           and exists (select 1 from status_posts(c.tenant_id, c.approver_id, day, true))
   where c.tenant_id = new.tenant_id and (c.org_id = new.org_id or c.approver_id = new.org_id);
  update status_step s set readers = c.readers from status_case c
   where c.tenant_id = new.tenant_id and (c.org_id = new.org_id or c.approver_id = new.org_id)
     and s.tenant_id = c.tenant_id and s.case_id = c.case_id;
  update status_undo s set readers = c.readers from status_case c
   where c.tenant_id = new.tenant_id and (c.org_id = new.org_id or c.approver_id = new.org_id)
     and s.tenant_id = c.tenant_id and s.case_id = c.case_id;
  update status_outcome s set readers = c.readers || s.person_id from status_case c
   where c.tenant_id = new.tenant_id and (c.org_id = new.org_id or c.approver_id = new.org_id)
     and s.tenant_id = c.tenant_id and s.case_id = c.case_id;
  return null;
end $$;
create trigger status_readers_follow after insert on post for each row execute function status_renew();
create trigger status_readers_follow after insert on account_grant for each row execute function status_renew();

revoke execute on function status_posts, status_readers, status_renew from public;
grant execute on function status_readers to zhibu_app;
