-- Accounts: sign-in, sessions, one-time codes, grants. Closed tables; the functions below are the only way in.

create table account (
  tenant_id uuid not null references tenant,
  account_id uuid not null,
  person_id uuid,
  login_name text not null,
  display_name text not null,
  password_hash text,
  totp_secret text,
  totp_used_step bigint,
  sso_subject text,
  disabled_at timestamptz,
  created_at timestamptz not null,
  created_by uuid,
  primary key (tenant_id, account_id)
);
create unique index account_login on account (lower(login_name));
create unique index account_person on account (tenant_id, person_id);
create unique index account_sso on account (sso_subject);
select apply_policy('account', 'system');

-- What somebody may act as without holding a post: 经办人, 党务干部, 管理员. A dated fact.
create table account_grant (
  tenant_id uuid not null,
  id uuid not null,
  grant_id uuid not null,
  account_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  kind text not null check (kind in ('clerk', 'officer', 'administrator')),
  valid_from date not null,
  valid_to date,
  entered_at timestamptz not null,
  entered_by uuid not null,
  superseded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references account,
  foreign key (tenant_id, org_id) references organisation
);
create index account_grant_account on account_grant (tenant_id, account_id);
create index account_grant_path on account_grant (tenant_id, org_path);
select make_dated('account_grant', 'grant_id');
select apply_policy('account_grant', 'subtree');

create table session (
  tenant_id uuid not null,
  session_id uuid not null,
  account_id uuid not null,
  token_hash text not null unique,
  -- 'post', 'grant' or 'member', and the id of the tenure or grant
  acting_kind text,
  acting_id uuid,
  agent text not null default '',
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, session_id),
  foreign key (tenant_id, account_id) references account
);
create index session_account on session (tenant_id, account_id);
select apply_policy('session', 'system');

-- One-time codes: invitation, lost password. Only the hash is kept.
create table account_code (
  tenant_id uuid not null,
  code_hash text not null,
  account_id uuid not null,
  purpose text not null check (purpose in ('invitation', 'password')),
  made_at timestamptz not null,
  made_by uuid,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, code_hash),
  foreign key (tenant_id, account_id) references account
);
select apply_policy('account_code', 'system');

create function account_create(tenant uuid, the_account uuid, login text, shown text, person uuid, password text, at timestamptz, maker uuid)
returns void language sql security definer set search_path = public as $$
  insert into account (tenant_id, account_id, login_name, display_name, person_id, password_hash, created_at, created_by)
  values (tenant, the_account, login, shown, person, password, at, maker)
$$;

create function account_any() returns boolean language sql stable security definer set search_path = public as $$
  select exists (select 1 from account)
$$;

create function account_for_login(login text)
returns table (tenant_id uuid, account_id uuid, password_hash text, totp_secret text, disabled boolean)
language sql stable security definer set search_path = public as $$
  select a.tenant_id, a.account_id, a.password_hash, a.totp_secret, a.disabled_at is not null
    from account a where lower(a.login_name) = lower(login)
$$;

create function session_open(tenant uuid, the_session uuid, the_account uuid, token text, agent_name text, at timestamptz, until timestamptz)
returns void language sql security definer set search_path = public as $$
  insert into session (tenant_id, session_id, account_id, token_hash, agent, created_at, last_seen_at, expires_at)
  values (tenant, the_session, the_account, token, agent_name, at, at, until)
$$;

-- What an account may act as on a day: posts held, grants given, own membership.
create function account_choices(tenant uuid, the_account uuid, day date)
returns table (acting_kind text, acting_id uuid, post text, org_id uuid, org_path text, org_name text, org_kind text)
language sql stable security definer set search_path = public as $$
  select c.acting_kind, c.acting_id, c.post, c.org_id, o.org_path, s.name, s.kind
    from account a
    cross join lateral (
      select 'post' as acting_kind, p.post_id as acting_id, p.kind as post, p.org_id, 1 as place
        from post p where p.tenant_id = a.tenant_id and p.person_id = a.person_id and p.superseded_at is null
         and p.valid_from <= day and (p.valid_to is null or p.valid_to > day)
         and (p.kind not in ('secretary', 'deputy_secretary') or p.approved_on is not null)
      union all
      select 'grant', g.grant_id, g.kind, g.org_id, 2
        from account_grant g where g.tenant_id = a.tenant_id and g.account_id = a.account_id and g.superseded_at is null
         and g.valid_from <= day and (g.valid_to is null or g.valid_to > day)
      union all
      select 'member', m.person_id, 'member', m.org_id, 3
        from membership m where m.tenant_id = a.tenant_id and m.person_id = a.person_id and m.superseded_at is null
         and m.valid_from <= day and (m.valid_to is null or m.valid_to > day)
    ) c
    join organisation o on o.tenant_id = a.tenant_id and o.org_id = c.org_id
    join organisation_state s on s.tenant_id = o.tenant_id and s.org_id = o.org_id and s.superseded_at is null
     and s.valid_from <= day and (s.valid_to is null or s.valid_to > day)
   where a.tenant_id = tenant and a.account_id = the_account and a.disabled_at is null
   -- Whoever heads a branch and sits in bodies above it begins in the branch: there the month's work waits.
   order by c.place, (c.post in ('secretary', 'acting_secretary') and s.kind like '%branch' and s.kind <> 'general_branch') desc,
            o.org_path, c.post
$$;

-- The session behind a token, with the acting post only while it still holds: rights end at the next request.
create function session_actor(token text, at timestamptz, day date)
returns table (tenant_id uuid, session_id uuid, account_id uuid, display_name text, person_id uuid,
  post text, org_id uuid, org_path text, org_name text, has_totp boolean)
language sql stable security definer set search_path = public as $$
  select s.tenant_id, s.session_id, a.account_id, a.display_name, a.person_id, c.post, c.org_id, c.org_path, c.org_name,
         a.totp_secret is not null
    from session s
    join account a on a.tenant_id = s.tenant_id and a.account_id = s.account_id and a.disabled_at is null
    left join lateral (
      select * from account_choices(a.tenant_id, a.account_id, day) x
       where x.acting_kind = s.acting_kind and x.acting_id = s.acting_id limit 1) c on true
   where s.token_hash = token and s.ended_at is null and s.expires_at > at
$$;

create function session_seen(the_session uuid, at timestamptz, until timestamptz) returns void
language sql security definer set search_path = public as $$
  update session set last_seen_at = at, expires_at = until where session_id = the_session and ended_at is null
$$;

create function session_act_as(the_session uuid, kind text, acting uuid) returns void
language sql security definer set search_path = public as $$
  update session set acting_kind = kind, acting_id = acting where session_id = the_session and ended_at is null
$$;

create function session_end(the_session uuid, the_account uuid, at timestamptz) returns void
language sql security definer set search_path = public as $$
  update session set ended_at = at where session_id = the_session and account_id = the_account and ended_at is null
$$;

create function session_list(the_account uuid, at timestamptz)
returns table (session_id uuid, agent text, created_at timestamptz, last_seen_at timestamptz)
language sql stable security definer set search_path = public as $$
  select s.session_id, s.agent, s.created_at, s.last_seen_at from session s
   where s.account_id = the_account and s.ended_at is null and s.expires_at > at order by s.last_seen_at desc
$$;

create function account_code_make(tenant uuid, hash text, the_account uuid, why text, at timestamptz, maker uuid, until timestamptz)
returns void language sql security definer set search_path = public as $$
  insert into account_code (tenant_id, code_hash, account_id, purpose, made_at, made_by, expires_at)
  values (tenant, hash, the_account, why, at, maker, until)
$$;

-- Takes a one-time code and sets the password; every session of the account ends. Null when the code is not good.
create function account_code_take(hash text, password text, at timestamptz)
returns table (tenant_id uuid, account_id uuid, login_name text)
language plpgsql security definer set search_path = public as $$
declare taken account_code;
begin
  update account_code c set used_at = at where c.code_hash = hash and c.used_at is null and c.expires_at > at returning c.* into taken;
  if not found then return; end if;
  update account a set password_hash = password where a.tenant_id = taken.tenant_id and a.account_id = taken.account_id;
  update session s set ended_at = at where s.tenant_id = taken.tenant_id and s.account_id = taken.account_id and s.ended_at is null;
  return query select a.tenant_id, a.account_id, a.login_name from account a
    where a.tenant_id = taken.tenant_id and a.account_id = taken.account_id;
end $$;

-- Accounts that belong to the scope one acts in: people of its rosters, and whoever has a grant there.
create function account_list(words text) returns table (account_id uuid, person_id uuid, login_name text, display_name text,
  disabled boolean, has_password boolean, has_totp boolean)
language sql stable security definer set search_path = public as $$
  select a.account_id, a.person_id, a.login_name, a.display_name, a.disabled_at is not null, a.password_hash is not null,
         a.totp_secret is not null
    from account a
   where a.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
     and (words = '' or strpos(a.display_name, words) > 0 or strpos(lower(a.login_name), lower(words)) > 0)
     and (exists (select 1 from person p where p.tenant_id = a.tenant_id and p.person_id = a.person_id
            and p.org_path >= nullif(current_setting('app.scope', true), '')
            and p.org_path < nullif(current_setting('app.scope', true), '') || '~')
       or exists (select 1 from account_grant g where g.tenant_id = a.tenant_id and g.account_id = a.account_id
            and g.superseded_at is null and g.org_path >= nullif(current_setting('app.scope', true), '')
            and g.org_path < nullif(current_setting('app.scope', true), '') || '~'))
   order by a.display_name, a.account_id
$$;

-- Whether somebody who is not below one's scope also acts for a body above it: such an account is out of reach.
create function account_acts_above(the_account uuid, day date) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (
    select 1 from account_choices(nullif(current_setting('app.tenant', true), '')::uuid, the_account, day) c
     where c.acting_kind <> 'member'
       and not (c.org_path >= nullif(current_setting('app.scope', true), '')
            and c.org_path < nullif(current_setting('app.scope', true), '') || '~'))
$$;

create function account_disable(the_account uuid, at timestamptz) returns void
language plpgsql security definer set search_path = public as $$
declare tenant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
begin
  update account a set disabled_at = at where a.tenant_id = tenant and a.account_id = the_account;
  if at is not null then
    update session s set ended_at = at where s.tenant_id = tenant and s.account_id = the_account and s.ended_at is null;
  end if;
end $$;

create function account_own(tenant uuid, the_account uuid)
returns table (login_name text, password_hash text, totp_secret text, sso_subject text)
language sql stable security definer set search_path = public as $$
  select a.login_name, a.password_hash, a.totp_secret, a.sso_subject from account a
   where a.tenant_id = tenant and a.account_id = the_account
$$;

create function account_set_totp(tenant uuid, the_account uuid, secret text) returns void
language sql security definer set search_path = public as $$
  update account a set totp_secret = secret, totp_used_step = null where a.tenant_id = tenant and a.account_id = the_account
$$;

-- True once per time step: a code read over a shoulder is of no use.
create function account_take_totp(tenant uuid, the_account uuid, step bigint) returns boolean
language plpgsql security definer set search_path = public as $$
begin
  update account a set totp_used_step = step
   where a.tenant_id = tenant and a.account_id = the_account and (a.totp_used_step is null or a.totp_used_step < step);
  return found;
end $$;

create function account_set_sso(tenant uuid, the_account uuid, subject text) returns void
language sql security definer set search_path = public as $$
  update account a set sso_subject = subject where a.tenant_id = tenant and a.account_id = the_account
$$;

create function account_for_sso(subject text) returns table (tenant_id uuid, account_id uuid)
language sql stable security definer set search_path = public as $$
  select a.tenant_id, a.account_id from account a where a.sso_subject = subject and a.disabled_at is null
$$;

create function account_set_password(tenant uuid, the_account uuid, password text, but_session uuid, at timestamptz) returns void
language plpgsql security definer set search_path = public as $$
begin
  update account a set password_hash = password where a.tenant_id = tenant and a.account_id = the_account;
  update session s set ended_at = at where s.tenant_id = tenant and s.account_id = the_account
     and s.session_id <> but_session and s.ended_at is null;
end $$;

do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname = 'public' and (p.proname like 'account\_%' or p.proname like 'session\_%') loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to zhibu_app', f);
  end loop;
end $$;
