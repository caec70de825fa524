-- Talks: who with whom, when, of which kind. What was said stands apart, encrypted, for the two only.

create table talk (
  tenant_id uuid not null,
  id uuid not null,
  -- stays over corrections
  talk_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  held_on date not null,
  kind text collate "C" not null check (kind in ('between_committee', 'committee_member', 'between_members',
    'chief_deputy', 'deputy_section', 'head_staff', 'reminder')),
  place text not null default '',
  -- null for somebody who is in no roster: a colleague outside the Party
  talker_id uuid,
  talker_name text not null,
  partner_id uuid,
  partner_name text not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation,
  constraint talk_two check (talker_id is not null or partner_id is not null),
  constraint talk_not_alone check (talker_id <> partner_id)
);
create unique index talk_one on talk (tenant_id, talk_id) where superseded_at is null;
create index talk_path on talk (tenant_id, org_path, held_on);
create index talk_org on talk (tenant_id, org_id, held_on);
select make_fact('talk');
select apply_policy('talk', 'subtree');

-- The same talk from one person's side, so that members find their own.
create table talk_party (
  tenant_id uuid not null,
  id uuid not null,
  talk_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  person_id uuid not null,
  held_on date not null,
  kind text collate "C" not null check (kind in ('between_committee', 'committee_member', 'between_members',
    'chief_deputy', 'deputy_section', 'head_staff', 'reminder')),
  side text not null check (side in ('talker', 'partner')),
  place text not null default '',
  own_name text not null,
  other_id uuid,
  other_name text not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id)
);
create index talk_party_talk on talk_party (tenant_id, talk_id);
create index talk_party_person on talk_party (tenant_id, person_id, held_on);
create index talk_party_path on talk_party (tenant_id, org_path, held_on);
select make_fact('talk_party');
select apply_policy('talk_party', 'subtree+own');

-- What was said: encrypted, readable and writable by the two alone. Feeds no figure.
create table talk_content (
  tenant_id uuid not null,
  talk_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  readers uuid[] not null check (cardinality(readers) between 1 and 2),
  content text not null,
  written_by uuid not null,
  version int not null default 1,
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (tenant_id, talk_id),
  constraint talk_content_by_reader check (written_by = any (readers))
);
create index talk_content_path on talk_content (tenant_id, org_path);
select apply_policy('talk_content', 'readers');
