-- Members: the person, the membership (roster), the dated personal facts, the secrets.
--
-- A file travels with its person: `person`, `person_secret` and the `org_path` of `person_state` stand
-- under the organisation of the current membership (`person_follow`). Former organisations keep their own period: the states of it (`other_path`) and their membership rows,
-- which in turn the current organisation reads by `other_path`.

-- Beside its template: the organisation at the other end may read, never write.
create function add_far_end(target regclass) returns void language plpgsql as $$
begin
  execute format('create policy far_end on %s for select using (%s and %s)', target, tenant_sql(), in_scope_sql('other_path'));
end $$;

-- The anchor of a person. That its organisation exists is proven once, where somebody enters a roster
-- (`membership`): all else follows that.
create table person (
  tenant_id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (tenant_id, person_id)
);
select apply_policy('person', 'subtree+own');

-- What is true of a person from a day on; codes are those of modules/members/rules. `org_id` is the
-- organisation of that period. A precision tells how much of a day was written: 1998, 1998-07, 1998-07-01.
create table person_state (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  other_path text collate "C" not null,
  name text collate "C" not null,
  sex text check (sex in ('male', 'female')),
  ethnic text collate "C",
  born_on date,
  born_precision text not null default 'day' check (born_precision in ('day', 'month', 'year')),
  native_place text,
  education text collate "C",
  degree text,
  school text,
  -- 工作岗位
  work text collate "C",
  title text,
  stratum text,
  migrant boolean,
  work_unit text,
  job text,
  address text,
  household text,
  joined_on date,
  joined_precision text not null default 'day' check (joined_precision in ('day', 'month', 'year')),
  joined_branch text,
  join_type text,
  regularised_on date,
  regularised_precision text not null default 'day' check (regularised_precision in ('day', 'month', 'year')),
  regularisation text,
  -- 党龄校正值, in months
  correction int not null default 0 check (correction between -600 and 600),
  -- 延长预备期, in months (DEV26 art. 31)
  extension_months int not null default 0 check (extension_months between 0 and 12),
  lost boolean not null default false,
  floating boolean not null default false,
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
-- With all that says whether somebody of a name is found in a place on a day: a common surname is told
-- from the index alone.
create index person_state_name on person_state (tenant_id, name, org_path, person_id)
  include (other_path, valid_from, valid_to) where superseded_at is null;
select make_dated('person_state', 'person_id');
select apply_policy('person_state', 'subtree+own');
select add_far_end('person_state');

-- Exactly one formal membership of a person at a time: it tells roster and status.
create table membership (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  other_path text collate "C" not null,
  category text collate "C" not null check (category in ('full', 'probationary')),
  standing text not null default 'normal' check (standing in ('normal', 'suspended')),
  -- how the row came about and how it ended: ways of modules/members/rules/movement.ts, with the paper
  way_in text not null,
  in_paper text not null default '',
  in_from text not null default '',
  way_out text,
  out_paper text not null default '',
  out_to text not null default '',
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
create index membership_path on membership (tenant_id, org_path, person_id) where superseded_at is null;
create index membership_org on membership (tenant_id, org_id) where superseded_at is null;
select make_dated('membership', 'person_id');
select apply_policy('membership', 'subtree+own');
select add_far_end('membership');

-- Identity number and phone: encrypted, found by keyed hashes only.
create table person_secret (
  tenant_id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  id_number text,
  id_number_hash text collate "C",
  id_last4_hash text collate "C",
  phone text,
  phone_hash text collate "C",
  phone_last4_hash text collate "C",
  version int not null default 1,
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references person
);
create unique index person_secret_id_number on person_secret (tenant_id, id_number_hash);
create index person_secret_id_last4 on person_secret (tenant_id, id_last4_hash);
create index person_secret_phone_last4 on person_secret (tenant_id, phone_last4_hash);
select apply_policy('person_secret', 'subtree+own');

-- Search by name, pinyin, initials: a range over what each name is found by, since LIKE never reaches an
-- index here. A dictionary of names, not of people: it says nothing of who bears one, holds each once
-- however many bear it, and nothing in it changes when people come, go or move. Only `names_found` reads it.
create table name_token (
  tenant_id uuid not null,
  token text collate "C" not null,
  name text collate "C" not null,
  primary key (tenant_id, token, name)
);
select apply_policy('name_token', 'system');

-- Which of these names the dictionary lacks; the first token of most names is the name itself.
create function names_unknown(names json) returns setof text
language sql stable security definer set search_path = public as $$
  select distinct n from json_array_elements_text(names) n
   where not exists (select 1 from name_token t
    where t.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and t.token = n and t.name = n)
$$;

-- What names are found by: {name: [token]}.
create function names_learn(names json) returns void
language sql security definer set search_path = public as $$
  insert into name_token (tenant_id, token, name)
  select nullif(current_setting('app.tenant', true), '')::uuid, t.token, n.key
    from json_each(names) n, json_array_elements_text(n.value) as t(token)
   order by t.token collate "C", n.key collate "C"
  on conflict do nothing
$$;

-- Names found by a token from one word up to another. They mean something only beside people in sight.
create function names_found(from_token text, to_token text) returns setof text
language sql stable security definer set search_path = public rows 200 as $$
  select distinct t.name from name_token t
   where t.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
     and t.token >= from_token and t.token < to_token
$$;

-- 参加组织生活 elsewhere while the formal membership stays (situation 1). The host reads by `other_path`;
-- it sees the name kept here and nothing else of the person's file.
create table member_attachment (
  tenant_id uuid not null,
  id uuid not null,
  attachment_id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  other_path text collate "C" not null,
  person_name text not null,
  kind text not null check (kind in ('secondment', 'exchange_post', 'village_post', 'temporary_branch',
    'floating_in', 'dual_life', 'not_transferred')),
  -- an organisation kept here, or the name of one outside
  host_org_id uuid,
  host_name text not null,
  duty text not null default '',
  paper text not null default '',
  valid_from date not null,
  valid_to date,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person
);
create index member_attachment_person on member_attachment (tenant_id, person_id) where superseded_at is null;
create index member_attachment_path on member_attachment (tenant_id, org_path) where superseded_at is null;
create index member_attachment_host on member_attachment (tenant_id, host_org_id) where superseded_at is null;
select make_dated('member_attachment', 'attachment_id');
select apply_policy('member_attachment', 'subtree+own');
select add_far_end('member_attachment');

-- What somebody who is a member may not do for a time. `barred`: neither votes nor stands (留党察看, not yet
-- restored); `sanctioned`: an effect period runs, not fit to introduce. Why is kept in the case, never here.
create table member_restriction (
  tenant_id uuid not null,
  id uuid not null,
  restriction_id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  kind text not null check (kind in ('barred', 'sanctioned')),
  valid_from date not null,
  valid_to date,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person
);
create index member_restriction_person on member_restriction (tenant_id, person_id) where superseded_at is null;
create index member_restriction_path on member_restriction (tenant_id, org_path);
select make_dated('member_restriction', 'restriction_id');
select apply_policy('member_restriction', 'subtree+own');

-- 困难、老党员: only the named readers.
create table member_hardship (
  tenant_id uuid not null,
  id uuid not null,
  hardship_id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  readers uuid[] not null,
  kind text not null check (kind in ('hardship', 'old', 'ill', 'bereaved')),
  situation text not null,
  help text not null default '',
  valid_from date not null,
  valid_to date,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person
);
create index member_hardship_person on member_hardship (tenant_id, person_id);
create index member_hardship_path on member_hardship (tenant_id, org_path);
select make_dated('member_hardship', 'hardship_id');
select apply_policy('member_hardship', 'readers');

-- 申请更正: the member asks, the secretary accepts as a dated change or declines with a reason.
-- The wanted value of an identity number or phone is encrypted here too.
create table member_request (
  tenant_id uuid not null,
  request_id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  field text not null,
  old_value text,
  new_value text not null,
  true_from date not null,
  reason text not null default '',
  state text collate "C" not null default 'open' check (state in ('open', 'accepted', 'declined', 'withdrawn')),
  answer text not null default '',
  answered_on date,
  version int not null default 1,
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (tenant_id, request_id),
  foreign key (tenant_id, person_id) references person
);
create index member_request_path on member_request (tenant_id, org_path, state);
create index member_request_person on member_request (tenant_id, person_id);
select apply_policy('member_request', 'subtree+own', true);

-- Two entries that were one person. Both anchors stay, `person_id` becomes an alias of `kept_id`; undone by superseding.
create table person_merge (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kept_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  reason text not null,
  -- ids of the alias's membership rows that no longer stand, and whether its number went to the kept one
  moved jsonb not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, kept_id) references person
);
create unique index person_merge_once on person_merge (tenant_id, person_id) where superseded_at is null;
create index person_merge_kept on person_merge (tenant_id, kept_id);
create index person_merge_path on person_merge (tenant_id, org_path);
select make_fact('person_merge');
select apply_policy('person_merge', 'subtree+own');

-- Sets the access paths of everything that travels with a person to the organisation of the last
-- standing membership. It takes no place from its caller: access follows what the roster says.
create function person_follow(the_person uuid) returns void
language plpgsql security definer set search_path = public as $$
declare
  tenant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  home record;
begin
  select m.org_id, o.org_path into home
    from membership m join organisation o on o.tenant_id = m.tenant_id and o.org_id = m.org_id
   where m.tenant_id = tenant and m.person_id = the_person and m.superseded_at is null
   order by m.valid_to desc nulls first limit 1;
  if not found then return; end if;
  update person p set org_id = home.org_id, org_path = home.org_path
   where p.tenant_id = tenant and p.person_id = the_person;
  update person_secret s set org_id = home.org_id, org_path = home.org_path
   where s.tenant_id = tenant and s.person_id = the_person;
  update person_state s set org_path = home.org_path
   where s.tenant_id = tenant and s.person_id = the_person and s.org_path <> home.org_path;
  update membership m set other_path = home.org_path
   where m.tenant_id = tenant and m.person_id = the_person and m.other_path <> home.org_path;
  update member_attachment a set org_path = home.org_path
   where a.tenant_id = tenant and a.person_id = the_person and a.org_path <> home.org_path;
  update member_restriction x set org_path = home.org_path
   where x.tenant_id = tenant and x.person_id = the_person and x.org_path <> home.org_path;
  update member_hardship h set org_path = home.org_path
   where h.tenant_id = tenant and h.person_id = the_person and h.org_path <> home.org_path;
  update member_request r set org_id = home.org_id, org_path = home.org_path
   where r.tenant_id = tenant and r.person_id = the_person;
end $$;

-- Whose identity numbers these are, wherever they are kept: the caller learns whether somebody stands
-- in a roster, and the id of a person who left every roster, never where.
create function person_by_number(hashes text[])
returns table (hash text, person_id uuid, in_roster boolean, way_out text)
language sql stable security definer set search_path = public as $$
  select s.id_number_hash,
         case when m.valid_to is null and m.id is not null then null else s.person_id end,
         m.id is not null and m.valid_to is null, m.way_out
    from person_secret s
    left join lateral (
      select x.id, x.valid_to, x.way_out from membership x
       where x.tenant_id = s.tenant_id and x.person_id = s.person_id and x.superseded_at is null
       order by x.valid_to desc nulls first limit 1) m on true
   where s.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
     and s.id_number_hash = any (hashes)
$$;

-- How many stand in rosters below a path on a day, and how they are made up. A path outside the caller's
-- scope counts nothing. Row security asked for each of a county's rows would cost more than the counting.
create function roster_shape(within text, day date, of_category text default null, of_sex text default null,
  born_from date default null, born_to date default null, of_education text default null,
  of_ethnic text default null, of_work text default null)
returns table (age int, total bigint, full_members bigint, female bigint, minority bigint, frail bigint,
  floating bigint, lost bigint)
language sql stable security definer set search_path = public as $$
  select date_part('year', age(day, p.born_on))::int, count(*),
         count(*) filter (where m.category = 'full'), count(*) filter (where p.sex = 'female'),
         count(*) filter (where p.ethnic <> '01'), count(*) filter (where p.frail),
         count(*) filter (where p.floating), count(*) filter (where p.lost)
    from membership m
    join person_state p on p.tenant_id = m.tenant_id and p.person_id = m.person_id and p.superseded_at is null
     and p.valid_from <= day and (p.valid_to is null or p.valid_to > day)
   where m.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
     and within >= nullif(current_setting('app.scope', true), '') collate "C"
     and within < (nullif(current_setting('app.scope', true), '') || '~') collate "C"
     and m.org_path >= within and m.org_path < within || '~'
     and m.superseded_at is null and m.standing = 'normal'
     and m.valid_from <= day and (m.valid_to is null or m.valid_to > day)
     and (of_category is null or m.category = of_category)
     and (of_sex is null or p.sex = of_sex)
     and (born_from is null or p.born_on >= born_from)
     and (born_to is null or p.born_on <= born_to)
     and (of_education is null or p.education = of_education)
     and (of_ethnic is null or case when of_ethnic = 'minority' then p.ethnic <> '01' else p.ethnic = of_ethnic end)
     and (of_work is null or p.work = of_work)
   group by 1
$$;

create function roster_size(within text, day date) returns bigint
language sql stable security definer set search_path = public as $$
  select count(*) from membership m
   where m.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
     and within >= nullif(current_setting('app.scope', true), '') collate "C"
     and within < (nullif(current_setting('app.scope', true), '') || '~') collate "C"
     and m.org_path >= within and m.org_path < within || '~'
     and m.superseded_at is null and m.standing = 'normal'
     and m.valid_from <= day and (m.valid_to is null or m.valid_to > day)
$$;

-- Who is found by a word in the rosters below a path on a day, in the order of places, one page of them.
-- A path outside the caller's scope finds nobody. Of all people of the names found only so many are looked
-- up in the rosters as the page needs, and a few more, since somebody may stand in none (停止党籍).
create function roster_found(within text, day date, from_token text, to_token text, skipped int, most int)
returns setof uuid
language plpgsql stable security definer set search_path = public rows 50 as $$
declare
  tenant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  scope text := nullif(current_setting('app.scope', true), '');
  candidates int := skipped + most + 20;
  looked_at int;
  found_there uuid[];
begin
  if scope is null or within < scope collate "C" or within >= (scope || '~') collate "C" then return; end if;
  loop
    select array_agg(c.person_id order by c.org_path, c.person_id) filter (where m.person_id is not null), count(*)
      into found_there, looked_at
      from (select p.org_path, p.person_id
              from (select distinct t.name from name_token t
                     where t.tenant_id = tenant and t.token >= from_token and t.token < to_token) n
              join person_state p on p.tenant_id = tenant and p.name = n.name and p.superseded_at is null
             where p.valid_from <= day and (p.valid_to is null or p.valid_to > day)
               and (p.org_path >= scope and p.org_path < scope || '~'
                 or p.other_path >= scope and p.other_path < scope || '~')
             order by p.org_path, p.person_id limit candidates) c
      left join lateral (
        select m.person_id from membership m
         where m.tenant_id = tenant and m.person_id = c.person_id and m.superseded_at is null
           and m.org_path >= within and m.org_path < within || '~' and m.standing = 'normal'
           and m.valid_from <= day and (m.valid_to is null or m.valid_to > day) limit 1) m on true;
    exit when looked_at < candidates or candidates is null
      or coalesce(array_length(found_there, 1), 0) >= skipped + most;
    candidates := null;
  end loop;
  return query select unnest(found_there[skipped + 1 : skipped + most]);
end $$;

-- How many such people there are.
create function roster_found_size(within text, day date, from_token text, to_token text) returns bigint
language sql stable security definer set search_path = public as $$
  select count(*)
    from (select distinct t.name from name_token t
           where t.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
             and t.token >= from_token and t.token < to_token) n
    join person_state p on p.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and p.name = n.name
     and p.superseded_at is null and p.valid_from <= day and (p.valid_to is null or p.valid_to > day)
    join membership m on m.tenant_id = p.tenant_id and m.person_id = p.person_id and m.superseded_at is null
   where within >= nullif(current_setting('app.scope', true), '') collate "C"
     and within < (nullif(current_setting('app.scope', true), '') || '~') collate "C"
     and m.org_path >= within and m.org_path < within || '~'
     and m.standing = 'normal' and m.valid_from <= day and (m.valid_to is null or m.valid_to > day)
$$;

revoke execute on function add_far_end, person_follow, person_by_number, roster_shape, roster_size, names_unknown,
  names_learn, names_found, roster_found, roster_found_size from public;
grant execute on function person_follow, person_by_number, roster_shape, roster_size, names_unknown, names_learn,
  names_found, roster_found, roster_found_size to zhibu_app;
