-- Dues: what was fixed, what was taken, what was handed up, what it was used for.
-- Amounts in fen. What a month of a member is paid with is reckoned (rules/allocation.ts), never stored.

-- What a committee fixes where the text leaves room; holds below it until another is set there.
create table dues_setting (
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
select make_dated('dues_setting', 'org_id');
select apply_policy('dues_setting', 'downward');

-- How often a branch collects, and on what ground when not monthly (DUES08 art. 12).
create table dues_cycle (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  cycle text not null check (cycle in ('month', 'quarter', 'half_year', 'year')),
  basis text not null default '',
  valid_from date not null,
  valid_to date,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation
);
select make_dated('dues_cycle', 'org_id');
select apply_policy('dues_cycle', 'downward');

-- 核定: how a member's dues are reckoned and from which base, from a month on. One row of time per member and
-- branch (`payer_id` is made from both): who moves is fixed anew, and the old branch keeps what it fixed.
create table dues_base (
  tenant_id uuid not null,
  id uuid not null,
  payer_id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  payer_kind text not null check (payer_kind in ('wage', 'annual_salary', 'self_employed', 'retired', 'farmer',
    'farmer_income', 'student', 'unemployed')),
  base_fen bigint check (base_fen >= 0),
  valid_from date not null,
  valid_to date,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person,
  constraint dues_base_whole_months check (extract(day from valid_from) = 1 and (valid_to is null or extract(day from valid_to) = 1))
);
create index dues_base_path on dues_base (tenant_id, org_path) where superseded_at is null;
create index dues_base_org on dues_base (tenant_id, org_id);
create index dues_base_person on dues_base (tenant_id, person_id);
select make_dated('dues_base', 'payer_id');
select apply_policy('dues_base', 'subtree+own');

-- That a branch fixed its members' dues on a day: the yearly duty looks here, also where nothing changed.
create table dues_assessment (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  from_month date not null check (extract(day from from_month) = 1),
  decided_on date not null,
  members int not null check (members > 0),
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation
);
create index dues_assessment_org on dues_assessment (tenant_id, org_id, from_month);
create index dues_assessment_path on dues_assessment (tenant_id, org_path);
select make_fact('dues_assessment');
select apply_policy('dues_assessment', 'subtree');

-- 减免: less or nothing, once the next higher committee approved (DUES08).
create table dues_relief (
  tenant_id uuid not null,
  id uuid not null,
  payer_id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  amount_fen bigint not null check (amount_fen >= 0),
  -- why the member asks for it (DUES08)
  reason text not null default '',
  studied_on date not null,
  approved_on date,
  approved_by text not null default '',
  approval_paper text not null default '',
  valid_from date not null,
  valid_to date,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person
);
create index dues_relief_path on dues_relief (tenant_id, org_path) where superseded_at is null;
create index dues_relief_person on dues_relief (tenant_id, person_id);
create index dues_relief_org on dues_relief (tenant_id, org_id);
select make_dated('dues_relief', 'payer_id');
select apply_policy('dues_relief', 'subtree+own');

-- 补缴: a difference owed for a month already reckoned.
create table dues_supplement (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  for_month date not null check (extract(day from for_month) = 1),
  amount_fen bigint not null check (amount_fen > 0),
  decided_on date not null,
  reason text not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person
);
create index dues_supplement_org on dues_supplement (tenant_id, org_id);
create index dues_supplement_path on dues_supplement (tenant_id, org_path);
create index dues_supplement_person on dues_supplement (tenant_id, person_id);
select make_fact('dues_supplement');
select apply_policy('dues_supplement', 'subtree+own');

-- Money taken from a member for dues.
create table dues_receipt (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  paid_on date not null,
  amount_fen bigint not null check (amount_fen > 0),
  means text not null check (means in ('cash', 'transfer')),
  -- who handed it over: the member, a relative, another member; never the unit (DUES08 art. 14)
  payer text not null default 'self' check (payer in ('self', 'relative', 'member')),
  payer_name text not null default '',
  payer_person_id uuid,
  -- the voluntary part above the soft cap, or a large voluntary payment (DUES08 art. 11)
  voluntary boolean not null default false,
  note text not null default '',
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, org_id) references organisation
);
create index dues_receipt_org on dues_receipt (tenant_id, org_id, paid_on);
create index dues_receipt_path on dues_receipt (tenant_id, org_path, paid_on);
create index dues_receipt_person on dues_receipt (tenant_id, person_id, paid_on);
select make_fact('dues_receipt');
select apply_policy('dues_receipt', 'subtree+own');

-- What a member paid a branch in a calendar year: the standing receipts by `paid_on`, added up in the act that
-- writes or cancels one; `check` proves them equal. Figures of a county add these instead of a million receipts.
-- `entered_at`: the last act on a receipt of that year. Whoever asks as of an instant before it adds up receipts.
create table dues_paid_year (
  tenant_id uuid not null,
  person_id uuid not null,
  year int not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  dues_fen bigint not null check (dues_fen >= 0),
  -- the voluntary ones, which count towards no dues
  voluntary_fen bigint not null check (voluntary_fen >= 0),
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (tenant_id, org_id, person_id, year),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, org_id) references organisation
);
create index dues_paid_year_path on dues_paid_year (tenant_id, org_path, year);
select apply_policy('dues_paid_year', 'subtree+own');

-- Handed up: the sum is that of its receipts.
create table dues_remittance (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  handed_on date not null,
  amount_fen bigint not null check (amount_fen > 0),
  received_by text not null,
  voucher text not null default '',
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation
);
create index dues_remittance_org on dues_remittance (tenant_id, org_id, handed_on);
create index dues_remittance_path on dues_remittance (tenant_id, org_path, handed_on);
select make_fact('dues_remittance');
select apply_policy('dues_remittance', 'subtree');

create table dues_remittance_receipt (
  tenant_id uuid not null,
  id uuid not null,
  remittance_id uuid not null,
  receipt_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, remittance_id) references dues_remittance,
  foreign key (tenant_id, receipt_id) references dues_receipt
);
create unique index dues_remittance_receipt_once on dues_remittance_receipt (tenant_id, receipt_id) where superseded_at is null;
create index dues_remittance_receipt_of on dues_remittance_receipt (tenant_id, remittance_id);
create index dues_remittance_receipt_path on dues_remittance_receipt (tenant_id, org_path);
select make_fact('dues_remittance_receipt');
select apply_policy('dues_remittance_receipt', 'subtree');

-- Money a branch may spend: dues returned or allotted from above. Collected dues never stand here.
create table dues_allotment (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  received_on date not null,
  amount_fen bigint not null check (amount_fen > 0),
  received_from text not null,
  voucher text not null default '',
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation
);
create index dues_allotment_org on dues_allotment (tenant_id, org_id, received_on);
create index dues_allotment_path on dues_allotment (tenant_id, org_path);
select make_fact('dues_allotment');
select apply_policy('dues_allotment', 'subtree');

-- What returned or allotted dues were spent on: five purposes, decided together.
create table dues_use (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  used_on date not null,
  amount_fen bigint not null check (amount_fen > 0),
  purpose text not null check (purpose in ('training', 'materials', 'commendation', 'hardship', 'disaster')),
  what text not null,
  decided_on date not null,
  decided_by text not null,
  voucher text not null default '',
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation
);
create index dues_use_org on dues_use (tenant_id, org_id, used_on);
create index dues_use_path on dues_use (tenant_id, org_path, used_on);
select make_fact('dues_use');
select apply_policy('dues_use', 'subtree');

-- Months of a branch that were published: 应交, 实交 and uses as they stood, never the base.
create table dues_publication (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  from_month date not null,
  to_month date not null,
  published_on date not null,
  place text not null,
  known_at timestamptz not null,
  lines jsonb not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation
);
create index dues_publication_path on dues_publication (tenant_id, org_path);
select make_fact('dues_publication');
select apply_policy('dues_publication', 'subtree');

-- A line of a bank statement tied to a receipt: by its own words, so that the same line never counts twice.
create table dues_bank_line (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  line_key text collate "C" not null,
  happened_on date not null,
  amount_fen bigint not null check (amount_fen > 0),
  receipt_id uuid not null,
  file_id uuid not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation,
  foreign key (tenant_id, receipt_id) references dues_receipt
);
create unique index dues_bank_line_once on dues_bank_line (tenant_id, org_id, line_key) where superseded_at is null;
create unique index dues_bank_line_receipt on dues_bank_line (tenant_id, receipt_id) where superseded_at is null;
create index dues_bank_line_path on dues_bank_line (tenant_id, org_path);
select make_fact('dues_bank_line');
select apply_policy('dues_bank_line', 'subtree');
