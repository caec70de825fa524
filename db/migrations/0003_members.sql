-- Members: the person, the membership (roster), the dated personal facts, the secrets.

-- The anchor of a person. org_id and org_path follow the current membership (access path only).
create table person (
  tenant_id uuid not null references tenant,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, org_id) references organisation
);
create index person_path on person (tenant_id, org_path);
select apply_policy('person', 'subtree+own');

-- What is true of a person from a day on; codes are those of contract/members.ts.
create table person_state (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  name text not null,
  sex text check (sex in ('male', 'female')),
  ethnic text,
  born_on date,
  native_place text,
  education text,
  degree text,
  school text,
  work_category text,
  work_unit text,
  job text,
  address text,
  household text,
  joined_on date,
  regularised_on date,
  joined_branch text,
  standing_correction int not null default 0,
  migrant_worker boolean,
  frail boolean not null default false,
  valid_from date not null,
  valid_to date,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person
);
create index person_state_person on person_state (tenant_id, person_id, valid_from);
create index person_state_path on person_state (tenant_id, org_path);
select make_dated('person_state', 'person_id');
select apply_policy('person_state', 'subtree+own');

-- Exactly one formal membership of a person at a time: it tells roster and status.
create table membership (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  category text not null check (category in ('full', 'probationary')),
  standing text not null default 'normal' check (standing in ('normal', 'suspended')),
  -- how the row came about and how it ended: codes of rules.md 16, increase and decrease
  way_in text not null,
  way_out text,
  group_id uuid,
  -- the unit of a joint branch
  unit text not null default '',
  valid_from date not null,
  valid_to date,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, org_id) references organisation
);
create index membership_person on membership (tenant_id, person_id, valid_from);
create index membership_path on membership (tenant_id, org_path) where superseded_at is null;
create index membership_org on membership (tenant_id, org_id) where superseded_at is null;
select make_dated('membership', 'person_id');
select apply_policy('membership', 'subtree+own');

-- Identity number and phone: encrypted, found by keyed hashes only.
create table person_secret (
  tenant_id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  id_number text,
  id_number_hash text,
  id_last4_hash text,
  phone text,
  phone_hash text,
  phone_last4_hash text,
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references person
);
create unique index person_secret_id_number on person_secret (tenant_id, id_number_hash);
create index person_secret_id_last4 on person_secret (tenant_id, id_last4_hash);
create index person_secret_phone on person_secret (tenant_id, phone_hash);
create index person_secret_phone_last4 on person_secret (tenant_id, phone_last4_hash);
select apply_policy('person_secret', 'subtree+own');

-- Search by name, pinyin, initials: a range over tokens, since LIKE never reaches an index here.
create table person_token (
  tenant_id uuid not null,
  token text collate "C" not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  primary key (tenant_id, token, person_id),
  foreign key (tenant_id, person_id) references person
);
create index person_token_person on person_token (tenant_id, person_id);
create index person_token_path on person_token (tenant_id, org_path);
select apply_policy('person_token', 'subtree');
