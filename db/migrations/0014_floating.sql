-- Floating members: who is away and where, who came here, who keeps contact, what the host tells the home.
-- A stay away has two ends. Each writes its own facts (`org_path`) and reads those of the other (`other_path`).

-- 流出: written by the home branch, read by the host where that is kept here.
create table floating_away (
  tenant_id uuid not null,
  id uuid not null,
  -- one stay away; stays over corrections
  away_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  other_path text collate "C" not null,
  person_id uuid not null,
  person_name text not null,
  reason text collate "C" not null check (reason in ('work', 'business', 'study', 'graduate', 'family', 'abroad_study',
    'abroad', 'other')),
  place_kind text collate "C" not null check (place_kind in ('county', 'city', 'province', 'country', 'abroad')),
  place text not null,
  -- 地点相对固定 (EDU19 art. 25)
  fixed boolean not null default false,
  -- encrypted
  phone text,
  told_by text collate "C" not null check (told_by in ('self', 'relative', 'branch')),
  left_on date not null,
  expected_on date,
  -- the branch's named contact person (EDU19 art. 33)
  keeper_id uuid,
  keeper_name text not null default '',
  host_org_id uuid,
  host_name text not null default '',
  attachment_id uuid,
  -- 流动党员活动证
  certificate_no text not null default '',
  returned_on date,
  return_way text collate "C" check (return_way in ('returned', 'transferred', 'other')),
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation,
  foreign key (tenant_id, person_id) references person,
  constraint floating_away_order check (returned_on is null or returned_on > left_on)
);
create unique index floating_away_one on floating_away (tenant_id, away_id) where superseded_at is null;
create index floating_away_stay on floating_away (tenant_id, away_id);
create unique index floating_away_open on floating_away (tenant_id, org_id, person_id)
  where superseded_at is null and returned_on is null;
create index floating_away_path on floating_away (tenant_id, org_path, left_on);
create index floating_away_org on floating_away (tenant_id, org_id, left_on);
create index floating_away_person on floating_away (tenant_id, person_id);
create index floating_away_host on floating_away (tenant_id, host_org_id) where superseded_at is null;
select make_fact('floating_away');
select apply_policy('floating_away', 'subtree+own');
select add_far_end('floating_away');

-- The same stay from the contact person's side, who may be an ordinary member: whom to reach, where, by which number.
create table floating_keeper (
  tenant_id uuid not null,
  id uuid not null,
  away_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  other_path text collate "C" not null,
  -- the contact person
  person_id uuid not null,
  member_id uuid not null,
  member_name text not null,
  reason text collate "C" not null,
  place_kind text collate "C" not null,
  place text not null,
  phone text,
  left_on date not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id)
);
create unique index floating_keeper_one on floating_keeper (tenant_id, away_id) where superseded_at is null;
create index floating_keeper_person on floating_keeper (tenant_id, person_id) where superseded_at is null;
create index floating_keeper_path on floating_keeper (tenant_id, org_path);
select make_fact('floating_keeper');
select apply_policy('floating_keeper', 'subtree+own');

-- 联系记录. `person_id` is the contact person of that day, who enters and reads their own; `by_name` who made the contact.
create table floating_contact (
  tenant_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  away_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  other_path text collate "C" not null,
  person_id uuid,
  member_id uuid not null,
  member_name text not null,
  made_on date not null,
  how text collate "C" not null check (how in ('phone', 'wechat', 'letter', 'visit', 'family')),
  -- the member's own report of thinking and work
  report boolean not null default false,
  content text not null default '',
  by_name text not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id)
);
create unique index floating_contact_one on floating_contact (tenant_id, contact_id) where superseded_at is null;
create index floating_contact_path on floating_contact (tenant_id, org_path, made_on);
create index floating_contact_org on floating_contact (tenant_id, org_id, made_on);
create index floating_contact_member on floating_contact (tenant_id, member_id, made_on);
create index floating_contact_away on floating_contact (tenant_id, away_id, made_on);
create index floating_contact_keeper on floating_contact (tenant_id, person_id, made_on);
select make_fact('floating_contact');
select apply_policy('floating_contact', 'subtree+own', true);
select add_far_end('floating_contact');

-- 流入: written by the host, read by the home branch where that is kept here.
create table floating_arrival (
  tenant_id uuid not null,
  id uuid not null,
  arrival_id uuid not null,
  -- the stay away that the home branch entered; null where the home is outside
  away_id uuid,
  org_id uuid not null,
  org_path text collate "C" not null,
  other_path text collate "C" not null,
  person_id uuid not null,
  person_name text not null,
  home_name text not null,
  certificate_no text not null default '',
  arrived_on date not null,
  keeper_id uuid,
  keeper_name text not null default '',
  attachment_id uuid,
  ended_on date,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation,
  constraint floating_arrival_order check (ended_on is null or ended_on > arrived_on)
);
create unique index floating_arrival_one on floating_arrival (tenant_id, arrival_id) where superseded_at is null;
create unique index floating_arrival_open on floating_arrival (tenant_id, org_id, person_id)
  where superseded_at is null and ended_on is null;
create index floating_arrival_path on floating_arrival (tenant_id, org_path, arrived_on);
create index floating_arrival_org on floating_arrival (tenant_id, org_id, arrived_on);
create index floating_arrival_person on floating_arrival (tenant_id, person_id);
create index floating_arrival_away on floating_arrival (tenant_id, away_id);
select make_fact('floating_arrival');
select apply_policy('floating_arrival', 'subtree+own');
select add_far_end('floating_arrival');

-- What a member did away, as the host confirms it (or as the certificate brought home says): activities, dues
-- paid there, the grade of the evaluation; and the yearly review of the certificate by the home branch.
create table floating_life (
  tenant_id uuid not null,
  id uuid not null,
  life_id uuid not null,
  away_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  other_path text collate "C" not null,
  person_id uuid not null,
  person_name text not null,
  kind text collate "C" not null check (kind in ('activity', 'dues', 'evaluation', 'review')),
  happened_on date not null,
  -- the year an evaluation or review belongs to
  year int,
  grade text collate "C" check (grade in ('excellent', 'qualified', 'basically_qualified', 'unqualified')),
  from_month date,
  to_month date,
  amount_fen bigint check (amount_fen > 0),
  words text not null default '',
  -- the host, as printed
  said_by text not null,
  -- the host's own meeting, where the record is one
  meeting_id uuid,
  from_paper boolean not null default false,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  constraint floating_life_shape check (case kind
    when 'dues' then amount_fen is not null and from_month is not null and to_month >= from_month
    when 'evaluation' then year is not null and grade is not null
    when 'review' then year is not null
    else true end)
);
create unique index floating_life_one on floating_life (tenant_id, life_id) where superseded_at is null;
create unique index floating_life_meeting on floating_life (tenant_id, away_id, meeting_id)
  where superseded_at is null and meeting_id is not null;
create unique index floating_life_year on floating_life (tenant_id, away_id, kind, year)
  where superseded_at is null and kind in ('evaluation', 'review');
create index floating_life_path on floating_life (tenant_id, org_path, happened_on);
create index floating_life_away on floating_life (tenant_id, away_id, happened_on);
create index floating_life_person on floating_life (tenant_id, person_id, happened_on);
select make_fact('floating_life');
select apply_policy('floating_life', 'subtree+own');
select add_far_end('floating_life');

-- The rhythm of contact a committee fixes for itself and those below.
create table floating_setting (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  contact_months int not null check (contact_months between 1 and 12),
  -- EDU19 art. 34: at least once in six months
  abroad_months int not null check (abroad_months between 1 and 6),
  -- presence at meetings and dues paid count as contact
  counts_presence boolean not null,
  valid_from date not null,
  valid_to date,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation
);
create index floating_setting_path on floating_setting (tenant_id, org_path);
select make_dated('floating_setting', 'org_id');
select apply_policy('floating_setting', 'downward');

-- Whom the one who acts keeps contact with, as long as they stand in the roster of the branch that named the
-- contact person, with the day of the last contact. A contact person may be an ordinary member, who sees no
-- attendance and no dues of others: of these this tells the latest day and nothing else.
create function floating_kept(day date)
returns table (away_id uuid, org_id uuid, org_path text, other_path text, person_id uuid, member_id uuid, member_name text,
  reason text, place_kind text, place text, phone text, left_on date, logged_on date, present_on date)
language sql stable security definer set search_path = public rows 20 as $$
  select k.away_id, k.org_id, k.org_path, k.other_path, k.person_id, k.member_id, k.member_name, k.reason,
         k.place_kind, k.place, k.phone, k.left_on,
         greatest(
           (select max(c.made_on) from floating_contact c where c.tenant_id = k.tenant_id
              and c.away_id = k.away_id and c.superseded_at is null and c.made_on <= day),
           (select max(l.happened_on) from floating_life l where l.tenant_id = k.tenant_id
              and l.away_id = k.away_id and l.kind <> 'review' and l.superseded_at is null and l.happened_on <= day)),
         greatest(
           (select max(a.held_on) from attendance a where a.tenant_id = k.tenant_id and a.person_id = k.member_id
              and a.state in ('present', 'guest') and a.superseded_at is null and a.held_on <= day),
           (select max(r.paid_on) from dues_receipt r where r.tenant_id = k.tenant_id and r.person_id = k.member_id
              and r.superseded_at is null and r.paid_on <= day))
    from floating_keeper k
   where k.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
     and k.person_id = nullif(current_setting('app.person', true), '')::uuid
     and k.superseded_at is null and k.left_on <= day
     and exists (select 1 from membership m where m.tenant_id = k.tenant_id and m.person_id = k.member_id
       and m.org_id = k.org_id and m.standing = 'normal' and m.superseded_at is null
       and m.valid_from <= day and (m.valid_to is null or m.valid_to > day))
   order by k.left_on, k.away_id
$$;
revoke execute on function floating_kept from public;
grant execute on function floating_kept to zhibu_app;
