-- Publication: the catalogue, items with their versions and steps, what hangs on boards, proofs, questions.

-- What a level asks of itself and all below beside the built-in catalogue: another rhythm, another period,
-- an entry of its own.
create table publication_kind (
  tenant_id uuid not null,
  id uuid not null,
  -- key of a built-in entry, or `own.` and an id
  kind text collate "C" not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  name text not null,
  section text collate "C" not null check (section in ('party', 'village', 'decision', 'service')),
  audience text collate "C" not null check (audience in ('society', 'unit', 'members')),
  rhythm text collate "C" not null check (rhythm in ('month', 'quarter', 'year', 'event', 'standing')),
  posting_days int not null check (posting_days between 0 and 400),
  required boolean not null,
  -- by which paper
  paper text not null default '',
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation
);
create unique index publication_kind_one on publication_kind (tenant_id, org_id, kind) where superseded_at is null;
create index publication_kind_path on publication_kind (tenant_id, org_path);
select make_fact('publication_kind');
select apply_policy('publication_kind', 'downward');

-- The public board of an organisation: its address. Published while it is open.
create table publication_board (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  code text collate "C" not null,
  name text not null,
  village boolean not null,
  opened_on date not null,
  published_at timestamptz,
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation
);
create unique index publication_board_org on publication_board (tenant_id, org_id);
create unique index publication_board_one on publication_board (tenant_id, code);
create index publication_board_code on publication_board (code);
create index publication_board_path on publication_board (tenant_id, org_path);
select apply_policy('publication_board', 'public');

-- Where an item stands. A working row for lists; its texts and steps are facts below.
create table publication_item (
  tenant_id uuid not null,
  item_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  kind text collate "C" not null,
  title text not null,
  state text collate "C" not null check (state in ('proposed', 'checked', 'approved', 'published', 'ended', 'withdrawn')),
  audience text collate "C" not null check (audience in ('society', 'unit', 'members')),
  -- the span of days it tells of
  period_from date,
  period_to date,
  -- the record it shows; null where it was written here
  source_module text collate "C",
  source_id text collate "C",
  -- newest text, and the one that hangs; 0 while none does
  version int not null,
  shown_version int not null default 0,
  shown_from date,
  shown_until date,
  ended_on date,
  -- counts up with every act, so that two people at once find out
  edition int not null default 1,
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (tenant_id, item_id),
  foreign key (tenant_id, org_id) references organisation,
  constraint publication_item_source check ((source_module is null) = (source_id is null))
);
create unique index publication_item_record on publication_item (tenant_id, org_id, source_module, source_id)
  where source_id is not null and state <> 'withdrawn';
create index publication_item_path on publication_item (tenant_id, org_path, state);
create index publication_item_org on publication_item (tenant_id, org_id, shown_from);
select apply_policy('publication_item', 'subtree');

-- The text of an item as it was proposed; a correction is a new version, the old one stays for officers.
create table publication_version (
  tenant_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  version int not null,
  title text not null,
  content jsonb not null,
  code text collate "C" not null,
  -- why it was corrected; empty for the first
  reason text not null default '',
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id)
);
create unique index publication_version_one on publication_version (tenant_id, item_id, version);
create index publication_version_code on publication_version (tenant_id, code);
create index publication_version_path on publication_version (tenant_id, org_path);
select make_fact('publication_version');
select apply_policy('publication_version', 'subtree');

-- 提出, 审核, 审批, 实施 and what came after: who, as what, on which day.
create table publication_step (
  tenant_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  seq int not null,
  version int not null,
  move text collate "C" not null check (move in ('propose', 'correct', 'check', 'return', 'approve', 'publish', 'end', 'withdraw')),
  done_on date not null,
  by_name text not null,
  by_as text not null,
  -- signed on paper and entered by the account in entered_by
  on_paper boolean not null,
  note text not null default '',
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id)
);
create unique index publication_step_one on publication_step (tenant_id, item_id, seq);
create index publication_step_path on publication_step (tenant_id, org_path);
select make_fact('publication_step');
select apply_policy('publication_step', 'subtree');

-- What hangs on a public board, for anybody. Once it is taken down the text is emptied; the code stays, so
-- that a sheet somebody holds can still be told from a forged one.
create table publication_post (
  tenant_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  board_code text collate "C" not null,
  code text collate "C" not null,
  version int not null,
  section text collate "C" not null,
  kind_name text not null,
  -- a notice with a fixed period, during which objections are taken
  notice boolean not null,
  title text not null,
  content jsonb,
  shown_from date not null,
  shown_until date,
  ended_on date,
  -- code of the corrected text that took its place
  replaced_by text collate "C" not null default '',
  published_at timestamptz,
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (tenant_id, id)
);
create unique index publication_post_one on publication_post (tenant_id, code);
create index publication_post_code on publication_post (code);
create index publication_post_board on publication_post (board_code, shown_from);
create index publication_post_item on publication_post (tenant_id, item_id);
create index publication_post_path on publication_post (tenant_id, org_path);
select apply_policy('publication_post', 'public');

-- What is open inside the Party only: to those who act at the organisation or below it.
create table publication_inside (
  tenant_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  code text collate "C" not null,
  version int not null,
  section text collate "C" not null,
  kind_name text not null,
  title text not null,
  content jsonb,
  shown_from date not null,
  shown_until date,
  ended_on date,
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (tenant_id, id)
);
create index publication_inside_item on publication_inside (tenant_id, item_id);
create index publication_inside_path on publication_inside (tenant_id, org_path, shown_from);
select apply_policy('publication_inside', 'downward');

-- That the paper hung: where, from when to when, seen by two.
create table publication_proof (
  tenant_id uuid not null,
  id uuid not null,
  proof_id uuid not null,
  item_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  version int not null,
  place text not null,
  hung_from date not null,
  hung_until date,
  first_name text not null,
  second_name text not null,
  file_id uuid,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  constraint publication_proof_order check (hung_until is null or hung_until >= hung_from),
  constraint publication_proof_two check (first_name <> second_name)
);
create index publication_proof_item on publication_proof (tenant_id, item_id);
create index publication_proof_path on publication_proof (tenant_id, org_path);
select make_fact('publication_proof');
select apply_policy('publication_proof', 'subtree');

-- A question somebody asked, on the board or by word of mouth. The name is optional and encrypted.
create table publication_question (
  tenant_id uuid not null,
  question_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  number int not null,
  item_id uuid,
  asked_on date not null,
  way text collate "C" not null check (way in ('board', 'told')),
  words text not null,
  asker text not null default '',
  due_on date not null,
  state text collate "C" not null check (state in ('open', 'answered', 'passed')),
  answered_on date,
  answer text not null default '',
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (tenant_id, question_id),
  foreign key (tenant_id, org_id) references organisation
);
create unique index publication_question_number on publication_question (tenant_id, org_id, number);
create index publication_question_path on publication_question (tenant_id, org_path, state, due_on);
select apply_policy('publication_question', 'subtree');

-- An answer as it is shown, with the question in the words the officer let stand.
create table publication_answer (
  tenant_id uuid not null,
  id uuid not null,
  question_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  board_code text collate "C" not null,
  number int not null,
  question text not null,
  answer text not null,
  asked_on date not null,
  answered_on date not null,
  published_at timestamptz,
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (tenant_id, id)
);
create unique index publication_answer_one on publication_answer (tenant_id, question_id);
create index publication_answer_board on publication_answer (board_code, answered_on);
create index publication_answer_path on publication_answer (tenant_id, org_path);
select apply_policy('publication_answer', 'public');
