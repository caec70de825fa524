-- Admissions: one case a person, its steps as facts, who accompanies it, notices, books, plans.

-- Where a case stands. A working row for lists and inboxes, feeds no figure: figures come from admission_step.
create table admission_case (
  tenant_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  state text collate "C" not null,
  register text collate "C" not null check (register in ('applicants', 'activists', 'targets', 'probationary', 'done')),
  -- the usual next step: who does it, from when on, until when
  next_move text collate "C" not null default '',
  -- a local step that has to come before it; then that step's name and doer stand here
  next_local text not null default '',
  next_actor text collate "C" not null default '' check (next_actor in ('', 'branch', 'committee', 'county')),
  next_from date,
  next_until date,
  mobile boolean not null default false,
  league boolean not null default false,
  version int not null default 1,
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (tenant_id, case_id),
  foreign key (tenant_id, org_id) references organisation,
  foreign key (tenant_id, person_id) references person
);
create index admission_case_path on admission_case (tenant_id, org_path, register);
create index admission_case_org on admission_case (tenant_id, org_id);
-- pages of lists in their order, those due first: a wide place reads its page from the front
create index admission_case_due on admission_case (tenant_id, register, next_until, case_id);
create index admission_case_open_due on admission_case (tenant_id, next_until, case_id) where register <> 'done';
create unique index admission_case_open on admission_case (tenant_id, person_id) where register <> 'done';
select apply_policy('admission_case', 'subtree');

-- A step that was done. told: the fields of its form; reasons: by rule, where the rule leaves room.
create table admission_step (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  -- the organisation that did it; a case handed over is read by both, written by the one that has it now
  other_path text collate "C" not null,
  -- order within the case
  seq int not null,
  move text collate "C" not null,
  done_on date not null,
  until_on date,
  -- version of the rules that the day of the step falls under
  rules text collate "C" not null,
  -- what the meeting decided, as it stood when the step was entered; the meeting itself stays with meetings
  meeting_id uuid,
  vote jsonb,
  told jsonb not null default '{}',
  reasons jsonb not null default '{}',
  papers text[] not null default '{}',
  -- taken over from paper: done before the case was kept here
  from_paper boolean not null default false,
  by_name text not null,
  by_as text not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references admission_case
);
create unique index admission_step_order on admission_step (tenant_id, case_id, seq) where superseded_at is null;
create index admission_step_path on admission_step (tenant_id, org_path, done_on);
create index admission_step_other on admission_step (tenant_id, other_path, done_on);
create index admission_step_org on admission_step (tenant_id, org_id, done_on);
select make_fact('admission_step');
select apply_policy('admission_step', 'subtree');
select add_far_end('admission_step');

-- Why steps were undone; the steps themselves stay as superseded.
create table admission_undo (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  moves text[] not null,
  -- names of local steps that fell with them
  local_steps text[] not null default '{}',
  reason text not null,
  undone_on date not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references admission_case
);
create index admission_undo_case on admission_undo (tenant_id, case_id);
create index admission_undo_path on admission_undo (tenant_id, org_path);
select make_fact('admission_undo');
select apply_policy('admission_undo', 'subtree');

-- 中止: nothing runs from a day on until taken up again.
create table admission_pause (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  reason text not null,
  valid_from date not null,
  valid_to date,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references admission_case
);
create index admission_pause_path on admission_pause (tenant_id, org_path);
select make_dated('admission_pause', 'case_id');
select apply_policy('admission_pause', 'subtree');

-- 培养联系人, 入党介绍人, 教育考察责任人 of somebody who came over: who, from when, until when.
create table admission_helper (
  tenant_id uuid not null,
  id uuid not null,
  role_id uuid not null,
  case_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  person_id uuid not null,
  role text collate "C" not null check (role in ('contact', 'introducer', 'overseer')),
  valid_from date not null,
  valid_to date,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references admission_case
);
create index admission_helper_case on admission_helper (tenant_id, case_id) where superseded_at is null;
create index admission_helper_person on admission_helper (tenant_id, person_id) where superseded_at is null;
create index admission_helper_path on admission_helper (tenant_id, org_path);
select make_dated('admission_helper', 'role_id');
select apply_policy('admission_helper', 'subtree');

-- Objections to a public notice: numbered and answered, without saying who raised them.
create table admission_objection (
  tenant_id uuid not null,
  id uuid not null,
  objection_id uuid not null,
  case_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  number int not null,
  received_on date not null,
  matter text not null,
  answered_on date,
  answer text not null default '',
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references admission_case
);
create unique index admission_objection_one on admission_objection (tenant_id, objection_id) where superseded_at is null;
create index admission_objection_case on admission_objection (tenant_id, case_id);
create index admission_objection_path on admission_objection (tenant_id, org_path);
select make_fact('admission_objection');
select apply_policy('admission_objection', 'subtree');

-- Scans of the papers of a dossier.
create table admission_file (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  paper text collate "C" not null,
  file_id uuid not null,
  name text not null,
  mime text not null,
  size bigint not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references admission_case
);
create index admission_file_case on admission_file (tenant_id, case_id);
create index admission_file_path on admission_file (tenant_id, org_path);
select apply_policy('admission_file', 'subtree');

-- 志愿书领取登记簿 of a committee: each numbered copy once, spoiled ones too.
create table admission_book (
  tenant_id uuid not null,
  id uuid not null,
  book_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  number text collate "C" not null,
  issued_on date not null,
  case_id uuid,
  receiver text not null,
  spoiled boolean not null default false,
  note text not null default '',
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation
);
create unique index admission_book_number on admission_book (tenant_id, org_id, number) where superseded_at is null;
create index admission_book_path on admission_book (tenant_id, org_path, issued_on);
select make_fact('admission_book');
select apply_policy('admission_book', 'subtree');

-- 发展党员计划 of a year or of five (years from the one named on): how many an organisation may admit.
create table admission_plan (
  tenant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  year int not null,
  years int not null default 1 check (years in (1, 5)),
  quota int not null check (quota between 0 and 100000),
  paper text not null default '',
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation
);
create unique index admission_plan_one on admission_plan (tenant_id, org_id, years, year) where superseded_at is null;
create index admission_plan_path on admission_plan (tenant_id, org_path, year);
select make_fact('admission_plan');
select apply_policy('admission_plan', 'subtree');

-- What a committee fixes for those below where the rules leave it open.
create table admission_setting (
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
create index admission_setting_path on admission_setting (tenant_id, org_path);
select make_dated('admission_setting', 'org_id');
select apply_policy('admission_setting', 'downward');

-- 本地步骤: what a committee asks for beside the chart of the rules, before one of its steps, from a day on.
create table admission_local_step (
  tenant_id uuid not null,
  id uuid not null,
  step_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  name text not null,
  before_move text collate "C" not null,
  actor text collate "C" not null check (actor in ('branch', 'committee', 'county')),
  -- the paper it has to leave; empty: none
  paper text not null default '',
  required boolean not null,
  -- the document that asks for it
  source text not null,
  valid_from date not null,
  valid_to date,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation
);
create index admission_local_step_path on admission_local_step (tenant_id, org_path);
select make_dated('admission_local_step', 'step_id');
select apply_policy('admission_local_step', 'downward');

-- A local step that was done in a case, after the step of the chart named by its number.
create table admission_local_done (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  step_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  name text not null,
  after_seq int not null,
  done_on date not null,
  paper text not null default '',
  note text not null default '',
  by_name text not null,
  by_as text not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references admission_case
);
create index admission_local_done_case on admission_local_done (tenant_id, case_id) where superseded_at is null;
create index admission_local_done_path on admission_local_done (tenant_id, org_path);
select make_fact('admission_local_done');
select apply_policy('admission_local_done', 'subtree');
