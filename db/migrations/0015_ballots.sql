-- Secret ballots: roll and box apart (docs/decisions/0013-ballots.md).
-- Who is entitled, present and has received a slip: ballot_roll. What was voted: ballot_box, which no role
-- reads but through the functions below. No column joins the two, and no row of the box stands for one paper.

create table ballot (
  tenant_id uuid not null,
  ballot_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  -- the organisation's name as printed on the papers
  organ text not null,
  -- the module that holds the ballot and its own record, where there is one
  owner text collate "C" not null,
  owner_id uuid,
  title text not null,
  held_on date not null,
  secrecy text not null check (secrecy in ('statutory', 'opinion')),
  -- a vote on persons: screen papers only with adopted rules and upper consent
  on_persons boolean not null,
  -- whether a roll names those entitled, or slips are handed out to whoever comes
  has_roll boolean not null,
  rules_adopted text not null default '',
  upper_consent text not null default '',
  keep_until date not null,
  destroyed_on date,
  -- who saw the paper slips destroyed
  witnesses text[] not null default '{}',
  version int not null default 1,
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (tenant_id, ballot_id),
  foreign key (tenant_id, org_id) references organisation
);
create index ballot_path on ballot (tenant_id, org_path, held_on);
create index ballot_org on ballot (tenant_id, org_id, held_on);
create index ballot_owner on ballot (tenant_id, owner_id);
select apply_policy('ballot', 'subtree');

create table ballot_round (
  tenant_id uuid not null,
  ballot_id uuid not null,
  round_no int not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  -- why there is this round: first, again (the one before is void), runoff (tie or seats left)
  why text not null check (why in ('first', 'again', 'runoff')),
  form jsonb not null,
  threshold jsonb,
  on_paper boolean not null,
  on_screen boolean not null,
  state text not null check (state in ('prepared', 'open', 'closed', 'counted', 'void')),
  -- code slips printed, and what was left in the urn at closing
  codes_printed int not null default 0,
  codes_left int,
  codes_reason text not null default '',
  -- slips handed out where there is no roll
  handed_paper int not null default 0,
  handed_codes int not null default 0,
  void_reason text not null default '',
  version int not null default 1,
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (tenant_id, ballot_id, round_no),
  foreign key (tenant_id, ballot_id) references ballot
);
create index ballot_round_path on ballot_round (tenant_id, org_path);
select apply_policy('ballot_round', 'subtree');

-- Who may vote in a round and who received a slip. Of the slip only its kind is known.
create table ballot_roll (
  tenant_id uuid not null,
  line_id uuid not null,
  ballot_id uuid not null,
  round_no int not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  place int not null,
  person_id uuid,
  name text not null,
  -- left out of those who should attend, with the reason
  left_out text not null default '',
  present boolean not null default false,
  slip text check (slip in ('paper', 'code')),
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (tenant_id, line_id),
  foreign key (tenant_id, ballot_id, round_no) references ballot_round,
  constraint ballot_roll_present check (slip is null or present),
  constraint ballot_roll_entitled check (not present or left_out = '')
);
create index ballot_roll_round on ballot_roll (tenant_id, ballot_id, round_no, place);
create index ballot_roll_path on ballot_roll (tenant_id, org_path);
select apply_policy('ballot_roll', 'subtree');

-- 监票人 and 计票人; `slip_hash` lets one without an account turn the key with a slip of their own.
create table ballot_teller (
  tenant_id uuid not null,
  teller_id uuid not null,
  ballot_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  role text not null check (role in ('supervisor', 'counter')),
  person_id uuid,
  name text not null,
  slip_hash text,
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (tenant_id, teller_id),
  foreign key (tenant_id, ballot_id) references ballot
);
create index ballot_teller_ballot on ballot_teller (tenant_id, ballot_id);
create index ballot_teller_path on ballot_teller (tenant_id, org_path);
create index ballot_teller_person on ballot_teller (tenant_id, person_id);
select apply_policy('ballot_teller', 'subtree+own');

-- Two tellers open a closed box: one row each.
create table ballot_turn (
  tenant_id uuid not null,
  id uuid not null,
  ballot_id uuid not null,
  round_no int not null,
  teller_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  person_id uuid,
  means text not null check (means in ('session', 'slip')),
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (tenant_id, id),
  constraint ballot_turn_once unique (tenant_id, ballot_id, round_no, teller_id)
);
create index ballot_turn_path on ballot_turn (tenant_id, org_path);
create index ballot_turn_person on ballot_turn (tenant_id, person_id);
select make_fact('ballot_turn');
select apply_policy('ballot_turn', 'subtree+own', true);

-- What the tellers found in the paper box.
create table ballot_sheet (
  tenant_id uuid not null,
  id uuid not null,
  ballot_id uuid not null,
  round_no int not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  -- totals: counted by hand; slips: read out one by one
  mode text not null check (mode in ('totals', 'slips')),
  issued int not null,
  returned int not null,
  missing int not null,
  tally jsonb not null,
  -- the papers read out, equal ones together and sorted; null for totals
  papers jsonb,
  read_by text not null,
  recorded_by text not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  constraint ballot_sheet_adds_up check (issued = returned + missing)
);
create unique index ballot_sheet_one on ballot_sheet (tenant_id, ballot_id, round_no) where superseded_at is null;
create index ballot_sheet_path on ballot_sheet (tenant_id, org_path);
select make_fact('ballot_sheet');
select apply_policy('ballot_sheet', 'subtree');

-- The result as it may be told; breakdowns that may not be are not stored.
create table ballot_result (
  tenant_id uuid not null,
  id uuid not null,
  ballot_id uuid not null,
  round_no int not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  numbers jsonb not null,
  tally jsonb not null,
  outcome jsonb,
  stands boolean not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id)
);
create unique index ballot_result_one on ballot_result (tenant_id, ballot_id, round_no) where superseded_at is null;
create index ballot_result_path on ballot_result (tenant_id, org_path);
select make_fact('ballot_result');
select apply_policy('ballot_result', 'subtree');

-- The urn of codes. `spent` says which were used: a map of bits, encrypted, written anew at each cast, so
-- that not even the order of the codes' use stands anywhere.
create table ballot_urn (
  tenant_id uuid not null,
  ballot_id uuid not null,
  round_no int not null,
  is_open boolean not null default false,
  codes int not null,
  papers int not null default 0,
  spent text not null,
  primary key (tenant_id, ballot_id, round_no)
);
alter table ballot_urn alter column spent set storage external;
select apply_policy('ballot_urn', 'system');

-- Keyed hashes of the codes. Never changed while the round lives: nothing here tells whether one was used.
create table ballot_code (
  tenant_id uuid not null,
  code_hash text collate "C" not null,
  ballot_id uuid not null,
  round_no int not null,
  place int not null,
  tag text not null,
  primary key (tenant_id, code_hash)
);
create unique index ballot_code_hash on ballot_code (code_hash);
create unique index ballot_code_place on ballot_code (tenant_id, ballot_id, round_no, place);
select apply_policy('ballot_code', 'system');

-- The box. A part holds many papers, all of one size, mixed, encrypted as one text that is written anew at
-- each cast. No author, no time, no id of a paper.
create table ballot_box (
  tenant_id uuid not null,
  ballot_id uuid not null,
  round_no int not null,
  part int not null,
  content text not null,
  primary key (tenant_id, ballot_id, round_no, part)
);
alter table ballot_box alter column content set storage external;
select apply_policy('ballot_box', 'system');

-- The papers after counting: one row a round, sorted, equal ones together. Beside them the tags of codes
-- used and not used, sorted by themselves.
create table ballot_paper (
  tenant_id uuid not null,
  ballot_id uuid not null,
  round_no int not null,
  papers jsonb not null,
  used_tags text[] not null,
  unused_tags text[] not null,
  primary key (tenant_id, ballot_id, round_no)
);
select apply_policy('ballot_paper', 'system');

-- Whether the actor may run this round; the functions below bypass row security and ask this first.
create function ballot_mine(the_ballot uuid, the_round int) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (select 1 from ballot_round r
    where r.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
      and r.ballot_id = the_ballot and r.round_no = the_round
      and r.org_path >= nullif(current_setting('app.scope', true), '')
      and r.org_path < nullif(current_setting('app.scope', true), '') || '~')
$$;

-- Puts codes into the urn of a round that is not open yet; those printed before are worth nothing any more.
create function urn_fill(the_ballot uuid, the_round int, hashes text[], tags text[], none_spent text)
returns boolean language plpgsql security definer set search_path = public as $$
declare
  tenant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
begin
  if not ballot_mine(the_ballot, the_round) then return false; end if;
  perform 1 from ballot_round r where r.tenant_id = tenant and r.ballot_id = the_ballot
    and r.round_no = the_round and r.state = 'prepared' for update;
  if not found then return false; end if;
  delete from ballot_code c where c.tenant_id = tenant and c.ballot_id = the_ballot and c.round_no = the_round;
  delete from ballot_urn u where u.tenant_id = tenant and u.ballot_id = the_ballot and u.round_no = the_round;
  insert into ballot_urn (tenant_id, ballot_id, round_no, codes, spent)
    values (tenant, the_ballot, the_round, cardinality(hashes), none_spent);
  insert into ballot_code (tenant_id, code_hash, ballot_id, round_no, place, tag)
    select tenant, h.hash, the_ballot, the_round, h.at - 1, tags[h.at]
      from unnest(hashes) with ordinality as h(hash, at) order by h.hash;
  return true;
end $$;

-- Opens or closes the slot. Whoever is casting at that moment is waited for.
create function urn_set(the_ballot uuid, the_round int, opened boolean) returns int
language plpgsql security definer set search_path = public as $$
declare
  cast_so_far int;
begin
  if not ballot_mine(the_ballot, the_round) then return null; end if;
  update ballot_urn u set is_open = opened
   where u.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
     and u.ballot_id = the_ballot and u.round_no = the_round
  returning papers into cast_so_far;
  return cast_so_far;
end $$;

-- How many papers lie in the box; null where a round has no urn.
create function urn_count(the_ballot uuid, the_round int) returns int
language sql stable security definer set search_path = public as $$
  select u.papers from ballot_urn u
   where u.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and u.ballot_id = the_ballot
     and u.round_no = the_round and ballot_mine(the_ballot, the_round)
$$;

-- What a code opens. Asked by nobody in particular: there is no actor in a booth.
create function booth_find(hash text)
returns table (tenant_id uuid, ballot_id uuid, round_no int, place int, is_open boolean, state text, form jsonb,
  title text, organ text, codes int, secrecy text)
language sql stable security definer set search_path = public as $$
  select c.tenant_id, c.ballot_id, c.round_no, c.place, u.is_open, r.state, r.form, b.title, b.organ, u.codes, b.secrecy
    from ballot_code c
    join ballot_urn u using (tenant_id, ballot_id, round_no)
    join ballot_round r using (tenant_id, ballot_id, round_no)
    join ballot b on b.tenant_id = c.tenant_id and b.ballot_id = c.ballot_id
   where c.code_hash = hash
$$;

-- Holds the box for one cast; casts of one box follow each other.
create function booth_hold(tenant uuid, the_ballot uuid, the_round int)
returns table (is_open boolean, spent text, part int, content text)
language plpgsql security definer set search_path = public as $$
begin
  perform 1 from ballot_urn u
   where u.tenant_id = tenant and u.ballot_id = the_ballot and u.round_no = the_round for update;
  return query select u.is_open, u.spent, coalesce(x.part, 0), x.content
    from ballot_urn u
    left join lateral (select b.part, b.content from ballot_box b
      where b.tenant_id = tenant and b.ballot_id = the_ballot and b.round_no = the_round
      order by b.part desc limit 1) x on true
   where u.tenant_id = tenant and u.ballot_id = the_ballot and u.round_no = the_round;
end $$;

create function booth_put(tenant uuid, the_ballot uuid, the_round int, now_spent text, more int, the_part int, now_content text)
returns void language plpgsql security definer set search_path = public as $$
begin
  update ballot_urn u set spent = now_spent, papers = u.papers + more
   where u.tenant_id = tenant and u.ballot_id = the_ballot and u.round_no = the_round and u.is_open;
  if not found then raise exception 'the box is closed'; end if;
  insert into ballot_box values (tenant, the_ballot, the_round, the_part, now_content)
  on conflict (tenant_id, ballot_id, round_no, part) do update set content = excluded.content;
end $$;

-- Whether a closed round was opened by two tellers.
create function box_may_open(the_ballot uuid, the_round int) returns boolean
language sql stable security definer set search_path = public as $$
  select ballot_mine(the_ballot, the_round)
    and exists (select 1 from ballot_round r where r.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
      and r.ballot_id = the_ballot and r.round_no = the_round and r.state = 'closed')
    and (select count(distinct t.teller_id) from ballot_turn t join ballot_teller n using (tenant_id, teller_id)
      where t.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
        and t.ballot_id = the_ballot and n.ballot_id = the_ballot and t.round_no = the_round) >= 2
$$;

-- The parts of a box that two tellers opened; nothing before.
create function box_open(the_ballot uuid, the_round int) returns table (content text)
language sql stable security definer set search_path = public as $$
  select b.content from ballot_box b
   where b.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
     and b.ballot_id = the_ballot and b.round_no = the_round and box_may_open(the_ballot, the_round)
$$;

create function urn_open(the_ballot uuid, the_round int) returns table (spent text, tags text[])
language sql stable security definer set search_path = public as $$
  select u.spent, (select array_agg(c.tag order by c.place) from ballot_code c
      where c.tenant_id = u.tenant_id and c.ballot_id = the_ballot and c.round_no = the_round)
    from ballot_urn u
   where u.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
     and u.ballot_id = the_ballot and u.round_no = the_round and box_may_open(the_ballot, the_round)
$$;

-- Keeps the papers in their order without history and clears the box, its codes and its urn.
create function box_counted(the_ballot uuid, the_round int, papers jsonb, used text[], unused text[])
returns boolean language plpgsql security definer set search_path = public as $$
declare
  tenant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
begin
  if not box_may_open(the_ballot, the_round) then return false; end if;
  insert into ballot_paper values (tenant, the_ballot, the_round, papers, used, unused);
  delete from ballot_box b where b.tenant_id = tenant and b.ballot_id = the_ballot and b.round_no = the_round;
  delete from ballot_code c where c.tenant_id = tenant and c.ballot_id = the_ballot and c.round_no = the_round;
  delete from ballot_urn u where u.tenant_id = tenant and u.ballot_id = the_ballot and u.round_no = the_round;
  return true;
end $$;

-- Papers of a counted round for a recount, and the tags for the closing list.
create function papers_of(the_ballot uuid, the_round int)
returns table (papers jsonb, used_tags text[], unused_tags text[])
language sql stable security definer set search_path = public as $$
  select p.papers, p.used_tags, p.unused_tags from ballot_paper p
   where p.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
     and p.ballot_id = the_ballot and p.round_no = the_round and ballot_mine(the_ballot, the_round)
$$;

-- Destroys all that is left of the papers of a ballot; the results stay.
create function papers_destroy(the_ballot uuid) returns int
language plpgsql security definer set search_path = public as $$
declare
  tenant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  gone int;
begin
  if not ballot_mine(the_ballot, 1) then return null; end if;
  delete from ballot_paper p where p.tenant_id = tenant and p.ballot_id = the_ballot;
  get diagnostics gone = row_count;
  delete from ballot_box b where b.tenant_id = tenant and b.ballot_id = the_ballot;
  delete from ballot_code c where c.tenant_id = tenant and c.ballot_id = the_ballot;
  delete from ballot_urn u where u.tenant_id = tenant and u.ballot_id = the_ballot;
  return gone;
end $$;

-- Closed rounds that wait for the actor, who is a teller of them, to turn the key.
create function turns_waiting()
returns table (ballot_id uuid, round_no int, teller_id uuid, title text, organ text, org_id uuid, org_path text)
language sql stable security definer set search_path = public as $$
  select b.ballot_id, r.round_no, t.teller_id, b.title, b.organ, b.org_id, b.org_path
    from ballot_teller t
    join ballot b on b.tenant_id = t.tenant_id and b.ballot_id = t.ballot_id
    join ballot_round r on r.tenant_id = b.tenant_id and r.ballot_id = b.ballot_id
   where t.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
     and t.person_id = nullif(current_setting('app.person', true), '')::uuid and r.state = 'closed'
     and not exists (select 1 from ballot_turn d where d.tenant_id = t.tenant_id and d.ballot_id = t.ballot_id
       and d.round_no = r.round_no and d.teller_id = t.teller_id)
$$;

revoke execute on function ballot_mine, urn_fill, urn_set, urn_count, booth_find, booth_hold, booth_put, box_may_open,
  box_open, urn_open, box_counted, papers_of, papers_destroy, turns_waiting from public;
grant execute on function urn_fill, urn_set, urn_count, booth_find, booth_hold, booth_put, box_open, urn_open,
  box_counted, papers_of, papers_destroy, turns_waiting to zhibu_app;
