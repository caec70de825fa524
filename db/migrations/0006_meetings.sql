-- Meetings: what is planned and being written (sitting, meeting), and what was held (facts, from 定稿 on).

-- Activity day, days until 补录, local rhythms; holds below the organisation until another is set there.
create table meeting_setting (
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
create index meeting_setting_path on meeting_setting (tenant_id, org_path);
select make_dated('meeting_setting', 'org_id');
select apply_policy('meeting_setting', 'downward');

-- Kinds of one's own beside those in rules/kinds.ts; usable at the organisation and below it.
create table meeting_kind (
  tenant_id uuid not null,
  id uuid not null,
  kind_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  name text not null,
  body text not null check (body in ('members', 'committee', 'group', 'leading_body')),
  rhythm_times int,
  rhythm_per text check (rhythm_per in ('month', 'quarter', 'half_year', 'year')),
  study boolean not null default false,
  first_topic boolean not null default false,
  template text[] not null default '{}',
  valid_from date not null,
  valid_to date,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation
);
create index meeting_kind_path on meeting_kind (tenant_id, org_path);
select make_dated('meeting_kind', 'kind_id');
select apply_policy('meeting_kind', 'downward');

-- One coming together: date, place, people; holds one or several meetings. A working copy, feeds no figure.
create table sitting (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  held_on date not null,
  starts_at text check (starts_at ~ '^\d\d:\d\d$'),
  ends_at text check (ends_at ~ '^\d\d:\d\d$'),
  place text not null default '',
  -- from then on the rolls are frozen
  started_at timestamptz,
  announced_at timestamptz,
  -- presence entered once: key of the roll -> state, reason, items away
  marks jsonb not null default '{}',
  check_in_code text unique,
  check_in_until timestamptz,
  version int not null default 1,
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation
);
create index sitting_path on sitting (tenant_id, org_path, held_on);
select apply_policy('sitting', 'subtree');

-- One meeting of one body: plan, roll, minutes being written. A working copy, feeds no figure.
create table meeting (
  tenant_id uuid not null,
  id uuid not null,
  sitting_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  -- key of rules/kinds.ts or kind_id of meeting_kind
  kind text collate "C" not null,
  body text not null check (body in ('members', 'committee', 'group', 'leading_body')),
  group_id uuid,
  form text not null default 'meeting' check (form in ('meeting', 'home_visit', 'post')),
  title text not null default '',
  held_on date not null,
  starts_at text check (starts_at ~ '^\d\d:\d\d$'),
  ends_at text check (ends_at ~ '^\d\d:\d\d$'),
  -- 归属年度
  year_of int not null,
  -- 专题: as needed besides the yearly one, fulfils no duty
  special boolean not null default false,
  campaign text not null default '',
  state text collate "C" not null check (state in ('planned', 'announced', 'started', 'ready', 'final', 'correcting', 'cancelled')),
  -- how it came in: as it happened, by 补录表, by totals from paper (据纸质记录)
  entry text not null default 'live' check (entry in ('live', 'late', 'paper_totals')),
  -- chair, recorder, items, note, roll, guests, marks differing from the sitting, totals
  content jsonb not null default '{}',
  prepared_by uuid,
  prepared_name text not null default '',
  -- why it is being corrected, or was cancelled
  reason text not null default '',
  version int not null default 1,
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, sitting_id) references sitting,
  foreign key (tenant_id, org_id) references organisation
);
-- State and kind stand in it so that a county's meetings are counted without their minutes.
create index meeting_path on meeting (tenant_id, org_path, held_on, state, kind);
create index meeting_day on meeting (tenant_id, held_on, id);
create index meeting_org on meeting (tenant_id, org_id, held_on);
create index meeting_sitting on meeting (tenant_id, sitting_id);
select apply_policy('meeting', 'subtree');

-- A finalised meeting (定稿), one row per version; a correction supersedes the version before.
create table meeting_held (
  tenant_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  sitting_id uuid not null,
  version int not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  kind text collate "C" not null,
  body text not null check (body in ('members', 'committee', 'group', 'leading_body')),
  group_id uuid,
  form text not null check (form in ('meeting', 'home_visit', 'post')),
  entry text not null check (entry in ('live', 'late', 'paper_totals')),
  title text not null,
  held_on date not null,
  year_of int not null,
  special boolean not null,
  campaign text not null,
  entitled int not null,
  present int not null,
  on_leave int not null,
  absent int not null,
  guests int not null,
  -- for attendance rates: frail members who were away are left out (EDU19 art. 23)
  rated int not null,
  rated_present int not null,
  items int not null,
  -- length by the clock in minutes; null where unknown
  minutes int,
  study boolean not null,
  content jsonb not null,
  fingerprint text not null,
  prepared_by uuid not null,
  prepared_name text not null,
  approved_by uuid not null,
  approved_name text not null,
  signed_file_id uuid,
  correction_reason text not null default '',
  -- day on which the record was begun; well after held_on it is 补录
  recorded_on date not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation,
  foreign key (tenant_id, meeting_id) references meeting
);
create unique index meeting_held_one on meeting_held (tenant_id, meeting_id) where superseded_at is null;
create unique index meeting_held_version on meeting_held (tenant_id, meeting_id, version);
create index meeting_held_path on meeting_held (tenant_id, org_path, held_on);
create index meeting_held_org on meeting_held (tenant_id, org_id, held_on);
create index meeting_held_sitting on meeting_held (tenant_id, sitting_id);
select make_fact('meeting_held');
select apply_policy('meeting_held', 'subtree');

-- Who was there. Narrow: one row per person and meeting. Title, kind and day stand here so that
-- members can read their own rows without seeing the minutes.
create table attendance (
  tenant_id uuid not null,
  id uuid not null,
  -- null for people known by name only
  person_id uuid,
  meeting_id uuid not null,
  sitting_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  held_on date not null,
  -- study minutes; the clock time of a sitting is counted once per person
  minutes int not null default 0,
  state text not null check (state in ('present', 'leave', 'absent', 'guest')),
  -- counts in attendance rates
  rated boolean not null,
  kind text collate "C" not null,
  title text not null,
  name text not null default '',
  reason text not null default '',
  -- numbers of the items during which somebody present was out
  away smallint[],
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id)
);
create index attendance_meeting on attendance (tenant_id, meeting_id);
create index attendance_person on attendance (tenant_id, person_id, held_on);
create index attendance_path on attendance (tenant_id, org_path, held_on);
select make_fact('attendance');
select apply_policy('attendance', 'subtree+own');

-- Study minutes of a meeting over all people: what `attendance` sums up to, kept so that figures of a county are quick.
create table meeting_study (
  tenant_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  sitting_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  held_on date not null,
  kind text collate "C" not null,
  title text not null,
  minutes int not null,
  people int not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id)
);
create unique index meeting_study_one on meeting_study (tenant_id, meeting_id) where superseded_at is null;
create index meeting_study_sitting on meeting_study (tenant_id, sitting_id);
create index meeting_study_path on meeting_study (tenant_id, org_path, held_on);
select make_fact('meeting_study');
select apply_policy('meeting_study', 'subtree');

create table meeting_item (
  tenant_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  held_on date not null,
  seq int not null,
  kind text not null check (kind in ('first_topic', 'regular', 'follow_up')),
  title text not null,
  decision text not null,
  follow_up_of uuid,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, meeting_id) references meeting
);
create index meeting_item_meeting on meeting_item (tenant_id, meeting_id);
create index meeting_item_path on meeting_item (tenant_id, org_path, held_on);
select make_fact('meeting_item');
select apply_policy('meeting_item', 'subtree');

create table meeting_vote (
  tenant_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  held_on date not null,
  item_seq int not null,
  subject text not null,
  method text not null check (method in ('show_of_hands', 'paper')),
  on_person boolean not null,
  entitled int not null,
  present int not null,
  in_favour int not null,
  against int not null,
  abstained int not null,
  recused int not null,
  needed int not null,
  passed boolean not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, meeting_id) references meeting
);
create index meeting_vote_meeting on meeting_vote (tenant_id, meeting_id);
create index meeting_vote_path on meeting_vote (tenant_id, org_path, held_on);
select make_fact('meeting_vote');
select apply_policy('meeting_vote', 'subtree');

-- What was decided to be done, by whom, until when. decision_id stays over corrections.
create table meeting_decision (
  tenant_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  meeting_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  decided_on date not null,
  item_seq int not null,
  item_title text not null,
  what text not null,
  responsible_id uuid,
  responsible_name text not null default '',
  due_on date,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, meeting_id) references meeting
);
create unique index meeting_decision_one on meeting_decision (tenant_id, decision_id) where superseded_at is null;
create index meeting_decision_meeting on meeting_decision (tenant_id, meeting_id);
create index meeting_decision_org on meeting_decision (tenant_id, org_id, decided_on);
create index meeting_decision_path on meeting_decision (tenant_id, org_path, decided_on);
select make_fact('meeting_decision');
select apply_policy('meeting_decision', 'subtree');

-- 办结 of a decision. A decision without a standing outcome is open and returns on the next agenda.
create table meeting_outcome (
  tenant_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  closed_on date not null,
  outcome text not null,
  -- the meeting that heard it, if one did
  meeting_id uuid,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id)
);
create unique index meeting_outcome_one on meeting_outcome (tenant_id, decision_id) where superseded_at is null;
create index meeting_outcome_path on meeting_outcome (tenant_id, org_path);
select make_fact('meeting_outcome');
select apply_policy('meeting_outcome', 'subtree');

-- What those invited read. No personal facts; items only where everybody is invited.
create table meeting_notice (
  tenant_id uuid not null,
  meeting_id uuid not null,
  sitting_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  body text not null check (body in ('members', 'committee', 'group', 'leading_body')),
  group_id uuid,
  held_on date not null,
  starts_at text,
  place text not null,
  title text not null,
  items text[] not null default '{}',
  note text not null default '',
  -- what became of it after it was told, and how it was told first
  change text check (change in ('moved', 'place', 'cancelled')),
  was text not null default '',
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (tenant_id, meeting_id)
);
create index meeting_notice_org on meeting_notice (tenant_id, org_id, held_on);
create index meeting_notice_path on meeting_notice (tenant_id, org_path, held_on);
select apply_policy('meeting_notice', 'downward');

create table meeting_file (
  tenant_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  file_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  use text not null check (use in ('sign_in', 'agenda', 'material', 'record', 'notes', 'pictures', 'signed_print', 'other')),
  name text not null,
  mime text not null,
  size bigint not null,
  hash text not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, meeting_id) references meeting
);
create index meeting_file_meeting on meeting_file (tenant_id, meeting_id);
create index meeting_file_hash on meeting_file (tenant_id, hash);
create index meeting_file_path on meeting_file (tenant_id, org_path);
select apply_policy('meeting_file', 'subtree');

-- Names tapped on the sign-in page: proposals for the recorder, no location, no device.
create table meeting_tap (
  tenant_id uuid not null,
  sitting_id uuid not null,
  key text not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (tenant_id, sitting_id, key),
  foreign key (tenant_id, sitting_id) references sitting
);
create index meeting_tap_path on meeting_tap (tenant_id, org_path);
select apply_policy('meeting_tap', 'subtree');

-- The sign-in page behind a code while it is open: names of the roll, nothing else.
create function check_in_page(the_code text, at timestamptz)
returns table (branch text, kinds text[], held_on date, key text, name text, tapped boolean)
language sql stable security definer set search_path = public as $$
  select distinct on (r.line ->> 'key') o.name, k.names, s.held_on, r.line ->> 'key', r.line ->> 'name', t.key is not null
    from sitting s
    -- names of own kinds, codes of the built-in ones
    cross join lateral (
      select array_agg(distinct coalesce(mk.name, h.kind)) as names
        from meeting h
        left join meeting_kind mk on mk.tenant_id = h.tenant_id and mk.kind_id::text = h.kind
         and mk.superseded_at is null
         and mk.valid_from <= s.held_on and (mk.valid_to is null or mk.valid_to > s.held_on)
       where h.tenant_id = s.tenant_id and h.sitting_id = s.id and h.state = 'started') k
    join meeting m on m.tenant_id = s.tenant_id and m.sitting_id = s.id and m.state = 'started'
    join organisation_state o on o.tenant_id = s.tenant_id and o.org_id = s.org_id and o.superseded_at is null
     and o.valid_from <= s.held_on and (o.valid_to is null or o.valid_to > s.held_on)
    cross join lateral jsonb_array_elements(coalesce(m.content -> 'roll', '[]')) r (line)
    left join meeting_tap t on t.tenant_id = s.tenant_id and t.sitting_id = s.id and t.key = r.line ->> 'key'
   where s.check_in_code = the_code and s.check_in_until > at
   order by r.line ->> 'key'
$$;

-- A present member taps their own name. False when the page is closed or has no such name.
create function check_in_tap(the_code text, the_key text, at timestamptz) returns boolean
language plpgsql security definer set search_path = public as $$
begin
  insert into meeting_tap (tenant_id, sitting_id, key, org_id, org_path, entered_at)
  select s.tenant_id, s.id, the_key, s.org_id, s.org_path, at from sitting s
   where s.check_in_code = the_code and s.check_in_until > at
     and exists (select 1 from check_in_page(the_code, at) p where p.key = the_key)
  on conflict (tenant_id, sitting_id, key) do update set key = excluded.key;
  return found;
end $$;

revoke execute on function check_in_page, check_in_tap from public;
grant execute on function check_in_page, check_in_tap to zhibu_app;
