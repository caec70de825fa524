-- Reports: what is being written, and what was issued with every figure and the rows behind it.

-- A report being written. A working copy, feeds no figure.
create table report (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  kind text collate "C" not null check (kind in ('annual', 'half_year', 'year_summary')),
  author_id uuid,
  author_name text not null default '',
  title text not null,
  period_from date not null,
  period_to date not null,
  -- bodies, sections, prose, quoted data, digits that are no figure (modules/reports/rules/content.ts)
  content jsonb not null,
  state text collate "C" not null check (state in ('draft', 'issued')),
  edition int not null default 0,
  version int not null default 1,
  changed_at timestamptz not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation,
  constraint report_period check (period_to >= period_from)
);
create index report_path on report (tenant_id, org_path, period_to);
select apply_policy('report', 'subtree');

-- An issued report opens from these rows and never from the records they were counted from.
create table report_issued (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  edition int not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  known_at timestamptz not null,
  issued_on date not null,
  content jsonb not null,
  document jsonb not null,
  fingerprint text not null,
  -- id, version, name, unit and wording of each indicator used
  definitions jsonb not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation,
  foreign key (tenant_id, report_id) references report
);
create unique index report_issued_one on report_issued (tenant_id, report_id) where superseded_at is null;
create index report_issued_path on report_issued (tenant_id, org_path);
select make_fact('report_issued');
select apply_policy('report_issued', 'subtree');

create table report_figure (
  tenant_id uuid not null,
  id uuid not null,
  issued_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  indicator text collate "C" not null,
  indicator_version int not null,
  -- place of the body in the list of bodies headed
  body int not null,
  value bigint not null,
  denominator bigint not null,
  source_rows int not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, issued_id) references report_issued
);
create index report_figure_issued on report_figure (tenant_id, issued_id);
create index report_figure_path on report_figure (tenant_id, org_path);
select make_fact('report_figure');
select apply_policy('report_figure', 'subtree');

-- A row of records behind a figure: rows are versions, so their id names the version too.
create table report_source (
  tenant_id uuid not null,
  id uuid not null,
  issued_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  indicator text collate "C" not null,
  body int not null,
  row_id text not null,
  record_id text not null,
  row_org_id uuid not null,
  happened_on date not null,
  label text not null,
  told_under text not null,
  adds bigint not null,
  route text not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, issued_id) references report_issued
);
create index report_source_issued on report_source (tenant_id, issued_id, indicator);
create index report_source_path on report_source (tenant_id, org_path);
select make_fact('report_source');
select apply_policy('report_source', 'subtree');

-- Every later act of the tenant is entered at or after this instant. Called while the tree's lock is held
-- alone, so that no act is in flight.
create function tenant_settle(at timestamptz) returns void
language sql security definer set search_path = public as $$
  insert into org_clock (tenant_id, org_id, last_entered_at)
  select o.tenant_id, o.org_id, at from organisation o
   where o.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
  on conflict (tenant_id, org_id) do update
     set last_entered_at = greatest(org_clock.last_entered_at, excluded.last_entered_at)
$$;

-- 日程订阅: the calendar of one account in one post, behind a secret address; only its digest is kept.
create table duty_calendar (
  tenant_id uuid not null references tenant,
  id uuid not null,
  account_id uuid not null,
  acting_kind text not null,
  acting_id uuid not null,
  token_hash text not null unique,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id)
);
create index duty_calendar_account on duty_calendar (tenant_id, account_id);
select apply_policy('duty_calendar', 'system');

create function duty_calendar_make(tenant uuid, the_id uuid, the_account uuid, kind text, acting uuid, hash text, at timestamptz)
returns void language sql security definer set search_path = public as $$
  update duty_calendar set ended_at = at
   where tenant_id = tenant and account_id = the_account and acting_kind = kind and acting_id = acting and ended_at is null;
  insert into duty_calendar (tenant_id, id, account_id, acting_kind, acting_id, token_hash, made_at)
  values (tenant, the_id, the_account, kind, acting, hash, at)
$$;

create function duty_calendar_list(tenant uuid, the_account uuid)
returns table (id uuid, acting_kind text, acting_id uuid, made_at timestamptz)
language sql stable security definer set search_path = public as $$
  select c.id, c.acting_kind, c.acting_id, c.made_at from duty_calendar c
   where c.tenant_id = tenant and c.account_id = the_account and c.ended_at is null order by c.made_at
$$;

create function duty_calendar_end(tenant uuid, the_account uuid, the_id uuid, at timestamptz) returns boolean
language plpgsql security definer set search_path = public as $$
begin
  update duty_calendar set ended_at = at
   where tenant_id = tenant and account_id = the_account and id = the_id and ended_at is null;
  return found;
end $$;

-- Who stands behind a calendar's address, while the post it was made for still holds.
create function duty_calendar_open(hash text, day date)
returns table (tenant_id uuid, account_id uuid, display_name text, person_id uuid, post text, org_id uuid, org_path text, org_name text)
language sql stable security definer set search_path = public as $$
  select c.tenant_id, a.account_id, a.display_name, a.person_id, x.post, x.org_id, x.org_path, x.org_name
    from duty_calendar c
    join account a on a.tenant_id = c.tenant_id and a.account_id = c.account_id and a.disabled_at is null
    join lateral (
      select * from account_choices(a.tenant_id, a.account_id, day) o
       where o.acting_kind = c.acting_kind and o.acting_id = c.acting_id limit 1) x on true
   where c.token_hash = hash and c.ended_at is null
$$;

revoke execute on function tenant_settle, duty_calendar_make, duty_calendar_list, duty_calendar_end, duty_calendar_open from public;
grant execute on function tenant_settle, duty_calendar_make, duty_calendar_list, duty_calendar_end, duty_calendar_open to zhibu_app;
