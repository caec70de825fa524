-- Written by `npm run db:generate` from the migrated database. Do not edit.

set check_function_bodies = off;
set search_path = public;

-- Roles

do $$ begin if to_regrole('zhibu_app') is null then create role zhibu_app nologin; end if; end $$;
do $$ begin if to_regrole('zhibu_report') is null then create role zhibu_report nologin; end if; end $$;

-- Functions

CREATE OR REPLACE FUNCTION public.account_acts_above(the_account uuid, day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select exists (
    select 1 from account_choices(nullif(current_setting('app.tenant', true), '')::uuid, the_account, day) c
     where c.acting_kind <> 'member'
       and not (c.org_path >= nullif(current_setting('app.scope', true), '')
            and c.org_path < nullif(current_setting('app.scope', true), '') || '~'))
$function$;
revoke all on function account_acts_above(the_account uuid, day date) from public;

CREATE OR REPLACE FUNCTION public.account_any()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select exists (select 1 from account)
$function$;
revoke all on function account_any() from public;

CREATE OR REPLACE FUNCTION public.account_choices(tenant uuid, the_account uuid, day date)
 RETURNS TABLE(acting_kind text, acting_id uuid, post text, org_id uuid, org_path text, org_name text, org_kind text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
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
$function$;
revoke all on function account_choices(tenant uuid, the_account uuid, day date) from public;

CREATE OR REPLACE FUNCTION public.account_code_make(tenant uuid, hash text, the_account uuid, why text, at timestamp with time zone, maker uuid, until timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  insert into account_code (tenant_id, code_hash, account_id, purpose, made_at, made_by, expires_at)
  values (tenant, hash, the_account, why, at, maker, until)
$function$;
revoke all on function account_code_make(tenant uuid, hash text, the_account uuid, why text, at timestamp with time zone, maker uuid, until timestamp with time zone) from public;

CREATE OR REPLACE FUNCTION public.account_code_take(hash text, password text, at timestamp with time zone)
 RETURNS TABLE(tenant_id uuid, account_id uuid, login_name text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare taken account_code;
begin
  update account_code c set used_at = at where c.code_hash = hash and c.used_at is null and c.expires_at > at returning c.* into taken;
  if not found then return; end if;
  update account a set password_hash = password where a.tenant_id = taken.tenant_id and a.account_id = taken.account_id;
  update session s set ended_at = at where s.tenant_id = taken.tenant_id and s.account_id = taken.account_id and s.ended_at is null;
  return query select a.tenant_id, a.account_id, a.login_name from account a
    where a.tenant_id = taken.tenant_id and a.account_id = taken.account_id;
end $function$;
revoke all on function account_code_take(hash text, password text, at timestamp with time zone) from public;

CREATE OR REPLACE FUNCTION public.account_create(tenant uuid, the_account uuid, login text, shown text, person uuid, password text, at timestamp with time zone, maker uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  insert into account (tenant_id, account_id, login_name, display_name, person_id, password_hash, created_at, created_by)
  values (tenant, the_account, login, shown, person, password, at, maker)
$function$;
revoke all on function account_create(tenant uuid, the_account uuid, login text, shown text, person uuid, password text, at timestamp with time zone, maker uuid) from public;

CREATE OR REPLACE FUNCTION public.account_disable(the_account uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare tenant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
begin
  update account a set disabled_at = at where a.tenant_id = tenant and a.account_id = the_account;
  if at is not null then
    update session s set ended_at = at where s.tenant_id = tenant and s.account_id = the_account and s.ended_at is null;
  end if;
end $function$;
revoke all on function account_disable(the_account uuid, at timestamp with time zone) from public;

CREATE OR REPLACE FUNCTION public.account_for_login(login text)
 RETURNS TABLE(tenant_id uuid, account_id uuid, password_hash text, totp_secret text, disabled boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select a.tenant_id, a.account_id, a.password_hash, a.totp_secret, a.disabled_at is not null
    from account a where lower(a.login_name) = lower(login)
$function$;
revoke all on function account_for_login(login text) from public;

CREATE OR REPLACE FUNCTION public.account_for_sso(subject text)
 RETURNS TABLE(tenant_id uuid, account_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select a.tenant_id, a.account_id from account a where a.sso_subject = subject and a.disabled_at is null
$function$;
revoke all on function account_for_sso(subject text) from public;

CREATE OR REPLACE FUNCTION public.account_list(words text)
 RETURNS TABLE(account_id uuid, person_id uuid, login_name text, display_name text, disabled boolean, has_password boolean, has_totp boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
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
$function$;
revoke all on function account_list(words text) from public;

CREATE OR REPLACE FUNCTION public.account_own(tenant uuid, the_account uuid)
 RETURNS TABLE(login_name text, password_hash text, totp_secret text, sso_subject text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select a.login_name, a.password_hash, a.totp_secret, a.sso_subject from account a
   where a.tenant_id = tenant and a.account_id = the_account
$function$;
revoke all on function account_own(tenant uuid, the_account uuid) from public;

CREATE OR REPLACE FUNCTION public.account_set_password(tenant uuid, the_account uuid, password text, but_session uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  update account a set password_hash = password where a.tenant_id = tenant and a.account_id = the_account;
  update session s set ended_at = at where s.tenant_id = tenant and s.account_id = the_account
     and s.session_id <> but_session and s.ended_at is null;
end $function$;
revoke all on function account_set_password(tenant uuid, the_account uuid, password text, but_session uuid, at timestamp with time zone) from public;

CREATE OR REPLACE FUNCTION public.account_set_sso(tenant uuid, the_account uuid, subject text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  update account a set sso_subject = subject where a.tenant_id = tenant and a.account_id = the_account
$function$;
revoke all on function account_set_sso(tenant uuid, the_account uuid, subject text) from public;

CREATE OR REPLACE FUNCTION public.account_set_totp(tenant uuid, the_account uuid, secret text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  update account a set totp_secret = secret, totp_used_step = null where a.tenant_id = tenant and a.account_id = the_account
$function$;
revoke all on function account_set_totp(tenant uuid, the_account uuid, secret text) from public;

CREATE OR REPLACE FUNCTION public.account_take_totp(tenant uuid, the_account uuid, step bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  update account a set totp_used_step = step
   where a.tenant_id = tenant and a.account_id = the_account and (a.totp_used_step is null or a.totp_used_step < step);
  return found;
end $function$;
revoke all on function account_take_totp(tenant uuid, the_account uuid, step bigint) from public;

CREATE OR REPLACE FUNCTION public.add_far_end(target regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('create policy far_end on %s for select using (%s and %s)', target, tenant_sql(), in_scope_sql('other_path'));
end $function$;
revoke all on function add_far_end(target regclass) from public;

CREATE OR REPLACE FUNCTION public.apply_policy(target regclass, template text, own_writes boolean DEFAULT false)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  seen text;
  written text;
  allowed text;
begin
  execute format('alter table %s enable row level security', target);
  if template = 'system' then
    execute format('revoke all on %s from zhibu_app, zhibu_report', target);
    execute format('comment on table %s is %L', target, 'policy: system');
    return;
  end if;
  case template
    when 'subtree' then
      seen := in_scope_sql('org_path');
      written := seen;
    when 'subtree+own' then
      seen := in_scope_sql('org_path') || ' or ' || own_sql();
      written := case when own_writes then seen else in_scope_sql('org_path') end;
    when 'readers' then
      seen := '(nullif(current_setting(''app.person'', true), '''')::uuid = any (readers))';
      written := seen;
    when 'downward' then
      seen := in_scope_sql('org_path')
        || ' or (nullif(current_setting(''app.place'', true), '''') >= org_path'
        || ' and nullif(current_setting(''app.place'', true), '''') < org_path || ''~'')';
      written := in_scope_sql('org_path');
    when 'two-ended' then
      seen := in_scope_sql('org_path') || ' or ' || in_scope_sql('other_path');
      written := seen;
    when 'public' then
      seen := in_scope_sql('org_path') || ' or published_at is not null';
      written := in_scope_sql('org_path');
    else
      raise exception 'no policy template %', template;
  end case;
  -- A published row is for everybody, also for readers of another tenant without log-in.
  if template = 'public' then
    execute format('create policy seen on %s for select using (%s)', target,
      '(' || tenant_sql() || ' and ' || in_scope_sql('org_path') || ') or published_at is not null');
  else
    execute format('create policy seen on %s for select using (%s and (%s))', target, tenant_sql(), seen);
  end if;
  allowed := once_sql(tenant_sql() || ' and (' || written || ')');
  execute format('create policy added on %s for insert with check (%s)', target, allowed);
  execute format('create policy changed on %s for update using (%s and (%s)) with check (%s)',
    target, tenant_sql(), written, allowed);
  execute format('create policy removed on %s for delete using (%s and (%s))', target, tenant_sql(), written);
  execute format('grant select, insert, update, delete on %s to zhibu_app', target);
  execute format('grant select on %s to zhibu_report', target);
  execute format('comment on table %s is %L', target,
    'policy: ' || template || case when own_writes then ' (own writes)' else '' end);
end $function$;
revoke all on function apply_policy(target regclass, template text, own_writes boolean) from public;

CREATE OR REPLACE FUNCTION public.audit_broken_seals()
 RETURNS TABLE(tenant_id uuid, seq bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select s.tenant_id, s.seq from audit_seal s
  left join audit_seal b on b.tenant_id = s.tenant_id and b.seq = s.seq - 1
  where s.digest <> audit_digest(s.tenant_id, s.seq, coalesce(b.digest, ''))
     or s.entries <> (select count(*) from audit_entry e where e.tenant_id = s.tenant_id and e.seal_seq = s.seq)
     or (s.seq > 1 and b.seq is null)
$function$;
revoke all on function audit_broken_seals() from public;

CREATE OR REPLACE FUNCTION public.audit_digest(tenant uuid, seal bigint, before text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select encode(sha256(convert_to(before || coalesce(string_agg(audit_text(e), E'\n' order by e.id), ''), 'UTF8')), 'hex')
    from audit_entry e where e.tenant_id = tenant and e.seal_seq = seal
$function$;
revoke all on function audit_digest(tenant uuid, seal bigint, before text) from public;

CREATE OR REPLACE FUNCTION public.audit_last_seal()
 RETURNS TABLE(seq bigint, sealed_at timestamp with time zone, digest text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select s.seq, s.sealed_at, s.digest from audit_seal s
   where s.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid order by s.seq desc limit 1
$function$;
revoke all on function audit_last_seal() from public;

CREATE OR REPLACE FUNCTION public.audit_seal_all(now_at timestamp with time zone)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  t record;
  last audit_seal;
  changed bigint;
  total bigint := 0;
begin
  perform pg_advisory_xact_lock(7301);
  for t in select distinct tenant_id from audit_entry where seal_seq is null loop
    select * into last from audit_seal s where s.tenant_id = t.tenant_id order by seq desc limit 1;
    update audit_entry set seal_seq = coalesce(last.seq, 0) + 1 where tenant_id = t.tenant_id and seal_seq is null;
    get diagnostics changed = row_count;
    insert into audit_seal values (t.tenant_id, coalesce(last.seq, 0) + 1, now_at, changed,
      audit_digest(t.tenant_id, coalesce(last.seq, 0) + 1, coalesce(last.digest, '')));
    total := total + changed;
  end loop;
  return total;
end $function$;
revoke all on function audit_seal_all(now_at timestamp with time zone) from public;

CREATE OR REPLACE FUNCTION public.ballot_mine(the_ballot uuid, the_round integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select exists (select 1 from ballot_round r
    where r.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
      and r.ballot_id = the_ballot and r.round_no = the_round
      and r.org_path >= nullif(current_setting('app.scope', true), '')
      and r.org_path < nullif(current_setting('app.scope', true), '') || '~')
$function$;
revoke all on function ballot_mine(the_ballot uuid, the_round integer) from public;

CREATE OR REPLACE FUNCTION public.booth_find(hash text)
 RETURNS TABLE(tenant_id uuid, ballot_id uuid, round_no integer, place integer, is_open boolean, state text, form jsonb, title text, organ text, codes integer, secrecy text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select c.tenant_id, c.ballot_id, c.round_no, c.place, u.is_open, r.state, r.form, b.title, b.organ, u.codes, b.secrecy
    from ballot_code c
    join ballot_urn u using (tenant_id, ballot_id, round_no)
    join ballot_round r using (tenant_id, ballot_id, round_no)
    join ballot b on b.tenant_id = c.tenant_id and b.ballot_id = c.ballot_id
   where c.code_hash = hash
$function$;
revoke all on function booth_find(hash text) from public;

CREATE OR REPLACE FUNCTION public.booth_hold(tenant uuid, the_ballot uuid, the_round integer)
 RETURNS TABLE(is_open boolean, spent text, part integer, content text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  perform 1 from ballot_urn u
   where u.tenant_id = tenant and u.ballot_id = the_ballot and u.round_no = the_round for update;
  return query select u.is_open, u.spent, coalesce(x.part, 0), x.content
    from ballot_urn u
    left join lateral (select b.part, b.content from ballot_box b
      where b.tenant_id = tenant and b.ballot_id = the_ballot and b.round_no = the_round
      order by b.part desc limit 1) x on true
   where u.tenant_id = tenant and u.ballot_id = the_ballot and u.round_no = the_round;
end $function$;
revoke all on function booth_hold(tenant uuid, the_ballot uuid, the_round integer) from public;

CREATE OR REPLACE FUNCTION public.booth_put(tenant uuid, the_ballot uuid, the_round integer, now_spent text, more integer, the_part integer, now_content text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  update ballot_urn u set spent = now_spent, papers = u.papers + more
   where u.tenant_id = tenant and u.ballot_id = the_ballot and u.round_no = the_round and u.is_open;
  if not found then raise exception 'the box is closed'; end if;
  insert into ballot_box values (tenant, the_ballot, the_round, the_part, now_content)
  on conflict (tenant_id, ballot_id, round_no, part) do update set content = excluded.content;
end $function$;
revoke all on function booth_put(tenant uuid, the_ballot uuid, the_round integer, now_spent text, more integer, the_part integer, now_content text) from public;

CREATE OR REPLACE FUNCTION public.box_counted(the_ballot uuid, the_round integer, papers jsonb, used text[], unused text[])
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  tenant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
begin
  if not box_may_open(the_ballot, the_round) then return false; end if;
  insert into ballot_paper values (tenant, the_ballot, the_round, papers, used, unused);
  delete from ballot_box b where b.tenant_id = tenant and b.ballot_id = the_ballot and b.round_no = the_round;
  delete from ballot_code c where c.tenant_id = tenant and c.ballot_id = the_ballot and c.round_no = the_round;
  delete from ballot_urn u where u.tenant_id = tenant and u.ballot_id = the_ballot and u.round_no = the_round;
  return true;
end $function$;
revoke all on function box_counted(the_ballot uuid, the_round integer, papers jsonb, used text[], unused text[]) from public;

CREATE OR REPLACE FUNCTION public.box_may_open(the_ballot uuid, the_round integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select ballot_mine(the_ballot, the_round)
    and exists (select 1 from ballot_round r where r.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
      and r.ballot_id = the_ballot and r.round_no = the_round and r.state = 'closed')
    and (select count(distinct t.teller_id) from ballot_turn t join ballot_teller n using (tenant_id, teller_id)
      where t.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
        and t.ballot_id = the_ballot and n.ballot_id = the_ballot and t.round_no = the_round) >= 2
$function$;
revoke all on function box_may_open(the_ballot uuid, the_round integer) from public;

CREATE OR REPLACE FUNCTION public.box_open(the_ballot uuid, the_round integer)
 RETURNS TABLE(content text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select b.content from ballot_box b
   where b.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
     and b.ballot_id = the_ballot and b.round_no = the_round and box_may_open(the_ballot, the_round)
$function$;
revoke all on function box_open(the_ballot uuid, the_round integer) from public;

CREATE OR REPLACE FUNCTION public.check_in_page(the_code text, at timestamp with time zone)
 RETURNS TABLE(branch text, kinds text[], held_on date, key text, name text, tapped boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
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
$function$;
revoke all on function check_in_page(the_code text, at timestamp with time zone) from public;

CREATE OR REPLACE FUNCTION public.check_in_tap(the_code text, the_key text, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  insert into meeting_tap (tenant_id, sitting_id, key, org_id, org_path, entered_at)
  select s.tenant_id, s.id, the_key, s.org_id, s.org_path, at from sitting s
   where s.check_in_code = the_code and s.check_in_until > at
     and exists (select 1 from check_in_page(the_code, at) p where p.key = the_key)
  on conflict (tenant_id, sitting_id, key) do update set key = excluded.key;
  return found;
end $function$;
revoke all on function check_in_tap(the_code text, the_key text, at timestamp with time zone) from public;

CREATE OR REPLACE FUNCTION public.command_begin(command uuid, account uuid, what text, at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  tenant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  known command_log;
begin
  insert into command_log (tenant_id, command_id, account_id, action, at)
    values (tenant, command, account, what, at) on conflict do nothing;
  if found then return null; end if;
  select * into known from command_log c where c.tenant_id = tenant and c.command_id = command;
  if known.account_id <> account or known.action <> what then
    raise exception 'this command id was used for something else' using errcode = 'ZB003';
  end if;
  return jsonb_build_object('answer', known.answer);
end $function$;
revoke all on function command_begin(command uuid, account uuid, what text, at timestamp with time zone) from public;

CREATE OR REPLACE FUNCTION public.command_end(command uuid, result jsonb)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  update command_log set answer = result
   where tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and command_id = command
$function$;
revoke all on function command_end(command uuid, result jsonb) from public;

CREATE OR REPLACE FUNCTION public.dated_prove(target text, key_column text, keys uuid[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  clash boolean;
begin
  execute format(
    'select exists (
       select 1 from (
         select valid_from, max(coalesce(valid_to, ''infinity''::date)) over (
           partition by %2$I order by valid_from, id rows between unbounded preceding and 1 preceding) as until
         from %1$I where tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid
          and %2$I = any ($1) and superseded_at is null) r
      where r.until > r.valid_from)', target, key_column)
    into clash using keys;
  if clash then
    raise exception 'dated rows overlap (%)', target
      using errcode = '23P01', constraint = target || '_dated';
  end if;
end $function$;
revoke all on function dated_prove(target text, key_column text, keys uuid[]) from public;

CREATE OR REPLACE FUNCTION public.duty_calendar_end(tenant uuid, the_account uuid, the_id uuid, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  update duty_calendar set ended_at = at
   where tenant_id = tenant and account_id = the_account and id = the_id and ended_at is null;
  return found;
end $function$;
revoke all on function duty_calendar_end(tenant uuid, the_account uuid, the_id uuid, at timestamp with time zone) from public;

CREATE OR REPLACE FUNCTION public.duty_calendar_list(tenant uuid, the_account uuid)
 RETURNS TABLE(id uuid, acting_kind text, acting_id uuid, made_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select c.id, c.acting_kind, c.acting_id, c.made_at from duty_calendar c
   where c.tenant_id = tenant and c.account_id = the_account and c.ended_at is null order by c.made_at
$function$;
revoke all on function duty_calendar_list(tenant uuid, the_account uuid) from public;

CREATE OR REPLACE FUNCTION public.duty_calendar_make(tenant uuid, the_id uuid, the_account uuid, kind text, acting uuid, hash text, at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  update duty_calendar set ended_at = at
   where tenant_id = tenant and account_id = the_account and acting_kind = kind and acting_id = acting and ended_at is null;
  insert into duty_calendar (tenant_id, id, account_id, acting_kind, acting_id, token_hash, made_at)
  values (tenant, the_id, the_account, kind, acting, hash, at)
$function$;
revoke all on function duty_calendar_make(tenant uuid, the_id uuid, the_account uuid, kind text, acting uuid, hash text, at timestamp with time zone) from public;

CREATE OR REPLACE FUNCTION public.duty_calendar_open(hash text, day date)
 RETURNS TABLE(tenant_id uuid, account_id uuid, display_name text, person_id uuid, post text, org_id uuid, org_path text, org_name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select c.tenant_id, a.account_id, a.display_name, a.person_id, x.post, x.org_id, x.org_path, x.org_name
    from duty_calendar c
    join account a on a.tenant_id = c.tenant_id and a.account_id = c.account_id and a.disabled_at is null
    join lateral (
      select * from account_choices(a.tenant_id, a.account_id, day) o
       where o.acting_kind = c.acting_kind and o.acting_id = c.acting_id limit 1) x on true
   where c.token_hash = hash and c.ended_at is null
$function$;
revoke all on function duty_calendar_open(hash text, day date) from public;

CREATE OR REPLACE FUNCTION public.floating_kept(day date)
 RETURNS TABLE(away_id uuid, org_id uuid, org_path text, other_path text, person_id uuid, member_id uuid, member_name text, reason text, place_kind text, place text, phone text, left_on date, logged_on date, present_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO 'public'
AS $function$
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
$function$;
revoke all on function floating_kept(day date) from public;

CREATE OR REPLACE FUNCTION public.guard_dated()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  key_column text := tg_argv[0];
  key_value text := to_jsonb(new) ->> key_column;
  clash boolean;
begin
  perform pg_advisory_xact_lock(hashtextextended(tg_table_name || key_value, 0));
  execute format(
    'select exists (
       select 1 from %1$I a join %1$I b
         on a.tenant_id = b.tenant_id and a.%2$I = b.%2$I and a.id < b.id
        and a.superseded_at is null and b.superseded_at is null
        and a.valid_from < coalesce(b.valid_to, ''infinity''::date)
        and b.valid_from < coalesce(a.valid_to, ''infinity''::date)
      where a.tenant_id = $1 and a.%2$I = $2::uuid)', tg_table_name, key_column)
    into clash using new.tenant_id, key_value;
  if clash then
    raise exception 'dated rows overlap (%)', tg_table_name
      using errcode = '23P01', constraint = tg_table_name || '_dated';
  end if;
  return null;
end $function$;
revoke all on function guard_dated() from public;

CREATE OR REPLACE FUNCTION public.guard_fact()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' then
    raise exception 'a fact is never deleted (%)', tg_table_name using errcode = 'ZB001';
  end if;
  if old.superseded_at is not null and new.superseded_at is distinct from old.superseded_at then
    raise exception 'a superseded fact stays superseded (%)', tg_table_name using errcode = 'ZB001';
  end if;
  -- Who may read a row is access, as its path is, and no part of the fact.
  if (to_jsonb(new) - 'superseded_at' - 'org_path' - 'other_path' - 'readers')
     is distinct from (to_jsonb(old) - 'superseded_at' - 'org_path' - 'other_path' - 'readers') then
    raise exception 'a fact is never changed (%)', tg_table_name using errcode = 'ZB001';
  end if;
  return new;
end $function$;
revoke all on function guard_fact() from public;

CREATE OR REPLACE FUNCTION public.in_scope_sql(path_column text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select format(
    '(%1$I >= nullif(current_setting(''app.scope'', true), '''') and %1$I < nullif(current_setting(''app.scope'', true), '''') || ''~'')',
    path_column)
$function$;
revoke all on function in_scope_sql(path_column text) from public;

CREATE OR REPLACE FUNCTION public.make_dated(target regclass, key_column text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  perform make_fact(target);
  execute format('alter table %s add constraint %I check (valid_to is null or valid_to > valid_from)',
    target, target || '_order');
  execute format('create unique index %I on %s (tenant_id, %I) where valid_to is null and superseded_at is null',
    target || '_one_open', target, key_column);
  execute format(
    -- A writer of many keys has locked their rows and proves all of them at once (dated_prove).
    'create constraint trigger %I after insert on %s deferrable initially deferred for each row
       when (current_setting(''app.many'', true) is distinct from ''on'') execute function guard_dated(%L)',
    target || '_dated', target, key_column);
end $function$;
revoke all on function make_dated(target regclass, key_column text) from public;

CREATE OR REPLACE FUNCTION public.make_fact(target regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('create trigger guard_fact before update or delete on %s for each row execute function guard_fact()', target);
end $function$;
revoke all on function make_fact(target regclass) from public;

CREATE OR REPLACE FUNCTION public.names_found(from_token text, to_token text)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 200
 SET search_path TO 'public'
AS $function$
  select distinct t.name from name_token t
   where t.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
     and t.token >= from_token and t.token < to_token
$function$;
revoke all on function names_found(from_token text, to_token text) from public;

CREATE OR REPLACE FUNCTION public.names_learn(names json)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  insert into name_token (tenant_id, token, name)
  select nullif(current_setting('app.tenant', true), '')::uuid, t.token, n.key
    from json_each(names) n, json_array_elements_text(n.value) as t(token)
   order by t.token collate "C", n.key collate "C"
  on conflict do nothing
$function$;
revoke all on function names_learn(names json) from public;

CREATE OR REPLACE FUNCTION public.names_unknown(names json)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select distinct n from json_array_elements_text(names) n
   where not exists (select 1 from name_token t
    where t.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and t.token = n and t.name = n)
$function$;
revoke all on function names_unknown(names json) from public;

CREATE OR REPLACE FUNCTION public.once_sql(rule text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select regexp_replace(rule, 'nullif\(current_setting\(''app\.[a-z]+'', true\), ''''\)', '(select \&)', 'g')
$function$;
revoke all on function once_sql(rule text) from public;

CREATE OR REPLACE FUNCTION public.org_directory(words text, day date)
 RETURNS TABLE(org_id uuid, org_path text, name text, short_name text, kind text, member_kind text)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO 'public'
AS $function$
  select s.org_id, o.org_path, s.name, s.short_name, s.kind, s.member_kind
    from organisation_state s join organisation o on o.tenant_id = s.tenant_id and o.org_id = s.org_id
   where s.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and s.superseded_at is null
     and s.valid_from <= day and (s.valid_to is null or s.valid_to > day)
     and s.kind <> 'leading_group' and strpos(s.name || ' ' || s.short_name, words) > 0
   order by length(s.name), s.name limit 20
$function$;
revoke all on function org_directory(words text, day date) from public;

CREATE OR REPLACE FUNCTION public.org_known(orgs uuid[])
 RETURNS TABLE(org_id uuid, org_path text, name text, short_name text, kind text, member_kind text)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO 'public'
AS $function$
  select distinct on (s.org_id) s.org_id, o.org_path, s.name, s.short_name, s.kind, s.member_kind
    from organisation_state s join organisation o on o.tenant_id = s.tenant_id and o.org_id = s.org_id
   where s.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and s.superseded_at is null
     and s.org_id = any (orgs)
   order by s.org_id, s.valid_from desc
$function$;
revoke all on function org_known(orgs uuid[]) from public;

CREATE OR REPLACE FUNCTION public.org_move_paths(old_path text, new_path text)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  tenant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  scope text := nullif(current_setting('app.scope', true), '');
  place record;
  moved bigint;
  total bigint := 0;
begin
  if scope is null or not starts_with(old_path, scope) or not starts_with(new_path, scope)
     or starts_with(new_path, old_path) or length(old_path) <= 6 or length(new_path) <= 6
     or not exists (select 1 from organisation o where o.tenant_id = tenant and o.org_path = old_path) then
    raise exception 'no such move' using errcode = '42501';
  end if;
  perform org_tree_lock();
  for place in
    select c.relname as target, a.attname as path_column
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      join pg_attribute a on a.attrelid = c.oid and a.attname in ('org_path', 'other_path') and not a.attisdropped
     where c.relkind in ('r', 'p')
     order by c.relname, a.attname
  loop
    execute format(
      'update %1$I set %2$I = $1 || substr(%2$I, $2) where tenant_id = $3 and %2$I >= $4 and %2$I < $4 || ''~''',
      place.target, place.path_column)
      using new_path, length(old_path) + 1, tenant, old_path;
    get diagnostics moved = row_count;
    total := total + moved;
  end loop;
  return total;
end $function$;
revoke all on function org_move_paths(old_path text, new_path text) from public;

CREATE OR REPLACE FUNCTION public.org_settle(scope text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  perform 1 from org_clock c join organisation o on o.tenant_id = c.tenant_id and o.org_id = c.org_id
   where c.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
     and o.org_path >= scope and o.org_path < scope || '~'
     for share of c;
end $function$;
revoke all on function org_settle(scope text) from public;

CREATE OR REPLACE FUNCTION public.org_tick(orgs uuid[], at timestamp with time zone)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  tenant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  place text := nullif(current_setting('app.place', true), '');
  org uuid;
  stands timestamptz;
  last timestamptz := at;
begin
  perform pg_advisory_xact_lock_shared(7302, hashtext(tenant::text));
  -- Whoever waited for a move acts from a place that is gone: the rows would land there.
  if length(place) > 6 and not exists (select 1 from organisation o where o.tenant_id = tenant and o.org_path = place)
     and exists (select 1 from organisation o where o.tenant_id = tenant) then
    raise exception 'the place one acts in has moved' using errcode = 'ZB004';
  end if;
  for org in select distinct o from unnest(orgs) o order by o loop
    insert into org_clock values (tenant, org, at)
      on conflict (tenant_id, org_id) do update set acts = org_clock.acts + 1,
        last_entered_at = greatest(org_clock.last_entered_at, excluded.last_entered_at)
      returning last_entered_at into stands;
    last := greatest(last, stands);
  end loop;
  return last;
end $function$;
revoke all on function org_tick(orgs uuid[], at timestamp with time zone) from public;

CREATE OR REPLACE FUNCTION public.org_tick_also(org uuid, at timestamp with time zone)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  perform 1 from org_clock c
   where c.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and c.org_id = org
     for update skip locked;
  return case when found then org_tick(array[org], at) else 'infinity' end;
end $function$;
revoke all on function org_tick_also(org uuid, at timestamp with time zone) from public;

CREATE OR REPLACE FUNCTION public.org_tree_lock()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select pg_advisory_xact_lock(7302, hashtext(nullif(current_setting('app.tenant', true), '')))
$function$;
revoke all on function org_tree_lock() from public;

CREATE OR REPLACE FUNCTION public.own_sql()
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select '(person_id = nullif(current_setting(''app.person'', true), '''')::uuid)'
$function$;
revoke all on function own_sql() from public;

CREATE OR REPLACE FUNCTION public.papers_destroy(the_ballot uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
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
end $function$;
revoke all on function papers_destroy(the_ballot uuid) from public;

CREATE OR REPLACE FUNCTION public.papers_of(the_ballot uuid, the_round integer)
 RETURNS TABLE(papers jsonb, used_tags text[], unused_tags text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select p.papers, p.used_tags, p.unused_tags from ballot_paper p
   where p.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
     and p.ballot_id = the_ballot and p.round_no = the_round and ballot_mine(the_ballot, the_round)
$function$;
revoke all on function papers_of(the_ballot uuid, the_round integer) from public;

CREATE OR REPLACE FUNCTION public.person_by_number(hashes text[])
 RETURNS TABLE(hash text, person_id uuid, in_roster boolean, way_out text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
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
$function$;
revoke all on function person_by_number(hashes text[]) from public;

CREATE OR REPLACE FUNCTION public.person_follow(the_person uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
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
end $function$;
revoke all on function person_follow(the_person uuid) from public;

CREATE OR REPLACE FUNCTION public.person_rests(people uuid[], after timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  t record;
begin
  for t in
    select c.relname from pg_class c
      join pg_attribute p on p.attrelid = c.oid and p.attname = 'person_id' and not p.attisdropped
      join pg_attribute e on e.attrelid = c.oid and e.attname = 'entered_at' and not e.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       and c.relname not in ('person', 'person_state', 'person_secret', 'membership', 'audit_entry', 'file')
       and c.relname not like 'import\_%'
  loop
    return query execute format(
      'select distinct person_id from %I where tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid
         and person_id = any ($1) and entered_at >= $2', t.relname) using people, after;
  end loop;
end $function$;
revoke all on function person_rests(people uuid[], after timestamp with time zone) from public;

CREATE OR REPLACE FUNCTION public.roster_counted()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
 SET default_statistics_target TO '30'
AS $function$
begin
  -- Named columns: the whole tables stay due for autovacuum, which takes larger samples.
  analyze person (tenant_id, person_id);
  analyze person_state (tenant_id, person_id, name, superseded_at, valid_from, valid_to);
  analyze membership (tenant_id, person_id, org_id, org_path, superseded_at, valid_from, valid_to);
  analyze person_secret (tenant_id, person_id, id_number_hash, id_last4_hash, phone_last4_hash);
  analyze name_token (tenant_id, token);
end $function$;
revoke all on function roster_counted() from public;

CREATE OR REPLACE FUNCTION public.roster_found(within text, day date, from_token text, to_token text, skipped integer, most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 50
 SET search_path TO 'public'
AS $function$
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
end $function$;
revoke all on function roster_found(within text, day date, from_token text, to_token text, skipped integer, most integer) from public;

CREATE OR REPLACE FUNCTION public.roster_found_size(within text, day date, from_token text, to_token text)
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
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
$function$;
revoke all on function roster_found_size(within text, day date, from_token text, to_token text) from public;

CREATE OR REPLACE FUNCTION public.roster_index_put(people uuid[], bases text[], hashes text[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  insert into roster_index (tenant_id, person_id, basis, hash)
  select nullif(current_setting('app.tenant', true), '')::uuid, x.person_id, x.basis, x.hash
    from unnest(people, bases, hashes) as x(person_id, basis, hash)
  on conflict (tenant_id, person_id) do update set basis = excluded.basis, hash = excluded.hash
$function$;
revoke all on function roster_index_put(people uuid[], bases text[], hashes text[]) from public;

CREATE OR REPLACE FUNCTION public.roster_shape(within text, day date, of_category text DEFAULT NULL::text, of_sex text DEFAULT NULL::text, born_from date DEFAULT NULL::date, born_to date DEFAULT NULL::date, of_education text DEFAULT NULL::text, of_ethnic text DEFAULT NULL::text, of_work text DEFAULT NULL::text)
 RETURNS TABLE(age integer, total bigint, full_members bigint, female bigint, minority bigint, frail bigint, floating bigint, lost bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
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
$function$;
revoke all on function roster_shape(within text, day date, of_category text, of_sex text, born_from date, born_to date, of_education text, of_ethnic text, of_work text) from public;

CREATE OR REPLACE FUNCTION public.roster_size(within text, day date)
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select count(*) from membership m
   where m.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
     and within >= nullif(current_setting('app.scope', true), '') collate "C"
     and within < (nullif(current_setting('app.scope', true), '') || '~') collate "C"
     and m.org_path >= within and m.org_path < within || '~'
     and m.superseded_at is null and m.standing = 'normal'
     and m.valid_from <= day and (m.valid_to is null or m.valid_to > day)
$function$;
revoke all on function roster_size(within text, day date) from public;

CREATE OR REPLACE FUNCTION public.roster_unindexed(at_most integer)
 RETURNS TABLE(person_id uuid, basis text, id_number text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select s.person_id, s.id_number_hash, s.id_number
    from person_secret s left join roster_index i on i.tenant_id = s.tenant_id and i.person_id = s.person_id
   where s.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
     and length(nullif(current_setting('app.scope', true), '')) = 6
     and s.id_number is not null and i.basis is distinct from s.id_number_hash
   order by s.person_id limit at_most
$function$;
revoke all on function roster_unindexed(at_most integer) from public;

CREATE OR REPLACE FUNCTION public.session_act_as(the_session uuid, kind text, acting uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  update session set acting_kind = kind, acting_id = acting where session_id = the_session and ended_at is null
$function$;
revoke all on function session_act_as(the_session uuid, kind text, acting uuid) from public;

CREATE OR REPLACE FUNCTION public.session_actor(token text, at timestamp with time zone, day date)
 RETURNS TABLE(tenant_id uuid, session_id uuid, account_id uuid, display_name text, person_id uuid, post text, org_id uuid, org_path text, org_name text, has_totp boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select s.tenant_id, s.session_id, a.account_id, a.display_name, a.person_id, c.post, c.org_id, c.org_path, c.org_name,
         a.totp_secret is not null
    from session s
    join account a on a.tenant_id = s.tenant_id and a.account_id = s.account_id and a.disabled_at is null
    left join lateral (
      select * from account_choices(a.tenant_id, a.account_id, day) x
       where x.acting_kind = s.acting_kind and x.acting_id = s.acting_id limit 1) c on true
   where s.token_hash = token and s.ended_at is null and s.expires_at > at
$function$;
revoke all on function session_actor(token text, at timestamp with time zone, day date) from public;

CREATE OR REPLACE FUNCTION public.session_end(the_session uuid, the_account uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  update session set ended_at = at where session_id = the_session and account_id = the_account and ended_at is null
$function$;
revoke all on function session_end(the_session uuid, the_account uuid, at timestamp with time zone) from public;

CREATE OR REPLACE FUNCTION public.session_list(the_account uuid, at timestamp with time zone)
 RETURNS TABLE(session_id uuid, agent text, created_at timestamp with time zone, last_seen_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select s.session_id, s.agent, s.created_at, s.last_seen_at from session s
   where s.account_id = the_account and s.ended_at is null and s.expires_at > at order by s.last_seen_at desc
$function$;
revoke all on function session_list(the_account uuid, at timestamp with time zone) from public;

CREATE OR REPLACE FUNCTION public.session_open(tenant uuid, the_session uuid, the_account uuid, token text, agent_name text, at timestamp with time zone, until timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  insert into session (tenant_id, session_id, account_id, token_hash, agent, created_at, last_seen_at, expires_at)
  values (tenant, the_session, the_account, token, agent_name, at, at, until)
$function$;
revoke all on function session_open(tenant uuid, the_session uuid, the_account uuid, token text, agent_name text, at timestamp with time zone, until timestamp with time zone) from public;

CREATE OR REPLACE FUNCTION public.session_seen(the_session uuid, at timestamp with time zone, until timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  update session set last_seen_at = at, expires_at = until where session_id = the_session and ended_at is null
$function$;
revoke all on function session_seen(the_session uuid, at timestamp with time zone, until timestamp with time zone) from public;

CREATE OR REPLACE FUNCTION public.status_posts(tenant uuid, the_org uuid, day date, with_officers boolean)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select p.person_id from post p
   where p.tenant_id = tenant and p.org_id = the_org and p.superseded_at is null
     and (p.valid_to is null or p.valid_to > day)
     and p.kind in ('secretary', 'acting_secretary', 'organisation_member', 'discipline_member')
  union
  select a.person_id from account_grant g
    join account a on a.tenant_id = g.tenant_id and a.account_id = g.account_id
   where with_officers and g.tenant_id = tenant and g.org_id = the_org and g.superseded_at is null
     and g.kind = 'officer' and a.person_id is not null and (g.valid_to is null or g.valid_to > day)
$function$;
revoke all on function status_posts(tenant uuid, the_org uuid, day date, with_officers boolean) from public;

CREATE OR REPLACE FUNCTION public.status_readers(the_org uuid, the_approver uuid, day date)
 RETURNS TABLE(readers uuid[], above_reads boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  with tenant as (select nullif(current_setting('app.tenant', true), '')::uuid as id),
       own as (select x from tenant, status_posts(tenant.id, the_org, day, true) x),
       above as (select x from tenant, status_posts(tenant.id, the_approver, day, true) x
                  where the_approver is not null and the_approver <> the_org)
  select coalesce((select array_agg(distinct x) from (select x from own union select x from above) b), '{}'),
         exists (select 1 from above)
$function$;
revoke all on function status_readers(the_org uuid, the_approver uuid, day date) from public;

CREATE OR REPLACE FUNCTION public.status_renew()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  day date := (new.entered_at at time zone 'Asia/Shanghai')::date;
begin
  update status_case c
     set readers = array(
           select status_posts(c.tenant_id, c.org_id, day, true)
           union select status_posts(c.tenant_id, c.approver_id, day, true) where c.approver_id is not null),
         above_reads = c.approver_id is not null and c.approver_id <> c.org_id
           and exists (select 1 from status_posts(c.tenant_id, c.approver_id, day, true))
   where c.tenant_id = new.tenant_id and (c.org_id = new.org_id or c.approver_id = new.org_id);
  update status_step s set readers = c.readers from status_case c
   where c.tenant_id = new.tenant_id and (c.org_id = new.org_id or c.approver_id = new.org_id)
     and s.tenant_id = c.tenant_id and s.case_id = c.case_id;
  update status_undo s set readers = c.readers from status_case c
   where c.tenant_id = new.tenant_id and (c.org_id = new.org_id or c.approver_id = new.org_id)
     and s.tenant_id = c.tenant_id and s.case_id = c.case_id;
  update status_outcome s set readers = c.readers || s.person_id from status_case c
   where c.tenant_id = new.tenant_id and (c.org_id = new.org_id or c.approver_id = new.org_id)
     and s.tenant_id = c.tenant_id and s.case_id = c.case_id;
  return null;
end $function$;
revoke all on function status_renew() from public;

CREATE OR REPLACE FUNCTION public.tenant_create(tenant uuid, tenant_name text, demo boolean, at timestamp with time zone)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare made bigint;
begin
  insert into tenant (tenant_id, name, is_demo, created_at) values (tenant, tenant_name, demo, at) returning seq into made;
  return made;
end $function$;
revoke all on function tenant_create(tenant uuid, tenant_name text, demo boolean, at timestamp with time zone) from public;

CREATE OR REPLACE FUNCTION public.tenant_current()
 RETURNS TABLE(seq bigint, name text, is_demo boolean, settings jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select t.seq, t.name, t.is_demo, t.settings from tenant t
   where t.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
$function$;
revoke all on function tenant_current() from public;

CREATE OR REPLACE FUNCTION public.tenant_list()
 RETURNS TABLE(tenant_id uuid, name text, is_demo boolean, seq bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select t.tenant_id, t.name, t.is_demo, t.seq from tenant t order by t.seq
$function$;
revoke all on function tenant_list() from public;

CREATE OR REPLACE FUNCTION public.tenant_mark()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select coalesce(sum(c.acts), 0)::text from org_clock c
   where c.tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)
$function$;
revoke all on function tenant_mark() from public;

CREATE OR REPLACE FUNCTION public.tenant_next_org_seq(how_many integer)
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  update tenant set next_org_seq = next_org_seq + how_many
   where tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
  returning next_org_seq - how_many
$function$;
revoke all on function tenant_next_org_seq(how_many integer) from public;

CREATE OR REPLACE FUNCTION public.tenant_settle(at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  insert into org_clock (tenant_id, org_id, last_entered_at)
  select o.tenant_id, o.org_id, at from organisation o
   where o.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
  on conflict (tenant_id, org_id) do update
     set last_entered_at = greatest(org_clock.last_entered_at, excluded.last_entered_at)
$function$;
revoke all on function tenant_settle(at timestamp with time zone) from public;

CREATE OR REPLACE FUNCTION public.tenant_sql()
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select 'tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid'
$function$;
revoke all on function tenant_sql() from public;

CREATE OR REPLACE FUNCTION public.transfer_deliver(at timestamp with time zone)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  carried bigint;
begin
  perform pg_advisory_xact_lock(7303);
  insert into transfer_inbox (tenant_id, id, seq, from_tenant, link_id, kind, body, signature, made_at)
  select o.to_tenant, o.id, o.seq, o.tenant_id, o.link_id, o.kind, o.body, o.signature, o.made_at
    from transfer_outbox o where o.delivered_at is null
  on conflict do nothing;
  update transfer_outbox set delivered_at = at where delivered_at is null;
  get diagnostics carried = row_count;
  return carried;
end $function$;
revoke all on function transfer_deliver(at timestamp with time zone) from public;

CREATE OR REPLACE FUNCTION public.transfer_failures()
 RETURNS TABLE(tenant_id uuid, person_id uuid, org_id uuid, org_path text, what text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  with open as (
    select m.tenant_id, m.person_id, m.org_id, m.org_path from membership m
     where m.superseded_at is null and m.valid_to is null)
  select a.tenant_id, a.person_id, a.org_id, a.org_path, 'two_rosters' as what
    from membership a join membership b on b.tenant_id = a.tenant_id and b.person_id = a.person_id and a.id < b.id
     and b.superseded_at is null and a.valid_from < coalesce(b.valid_to, 'infinity')
     and b.valid_from < coalesce(a.valid_to, 'infinity')
   where a.superseded_at is null
  union
  -- the last stay ended as a change inside the tenant, and nothing followed
  select l.tenant_id, l.person_id, l.org_id, l.org_path, 'no_roster'
    from (select distinct on (m.tenant_id, m.person_id) m.* from membership m
           where m.superseded_at is null order by m.tenant_id, m.person_id, m.valid_to desc nulls first) l
   where l.valid_to is not null
     and (coalesce(l.way_out, '') not in ('died', 'transferred_out', 'whole_out', 'expelled', 'persuaded', 'struck_off',
            'left_by_own_act', 'withdrew', 'qualification_cancelled', 'not_recognised', 'other_out')
       or l.way_out = 'transferred_out' and exists (
            select 1 from organisation_state s where s.tenant_id = l.tenant_id and s.name = l.out_to
             and s.superseded_at is null and s.valid_to is null
             and not exists (select 1 from person_merge g where g.tenant_id = l.tenant_id and g.person_id = l.person_id
                              and g.superseded_at is null)))
  union
  select c.tenant_id, c.person_id, c.other_org_id, c.other_path, 'not_as_received'
    from transfer_case c join transfer_step s on s.tenant_id = c.tenant_id and s.case_id = c.case_id
     and s.superseded_at is null and s.move = 'confirm'
   where c.side = 'inside' and c.subject <> 'activist' and not exists (
     select 1 from membership m where m.tenant_id = c.tenant_id and m.person_id = c.person_id
      and m.superseded_at is null and m.valid_from <= s.done_on and (m.valid_to is null or m.valid_to > s.done_on)
      and m.org_id = c.other_org_id)
     and not exists (select 1 from person_merge g where g.tenant_id = c.tenant_id and g.person_id = c.person_id
                      and g.superseded_at is null)
  union
  select i.tenant_id, i.person_id, o.org_id, o.org_path, 'two_tenants'
    from roster_index i join open o on o.tenant_id = i.tenant_id and o.person_id = i.person_id
   where exists (select 1 from roster_index j join open p on p.tenant_id = j.tenant_id and p.person_id = j.person_id
                  where j.hash = i.hash and j.tenant_id <> i.tenant_id)
$function$;
revoke all on function transfer_failures() from public;

CREATE OR REPLACE FUNCTION public.transfer_handled(message uuid, at timestamp with time zone, why text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  update transfer_inbox i set handled_at = at, refused = why
   where i.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and i.id = message and i.handled_at is null;
  return found;
end $function$;
revoke all on function transfer_handled(message uuid, at timestamp with time zone, why text) from public;

CREATE OR REPLACE FUNCTION public.transfer_peers()
 RETURNS TABLE(tenant_id uuid, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 10
 SET search_path TO 'public'
AS $function$
  select t.tenant_id, t.name from tenant t
    join tenant o on o.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
   where t.tenant_id <> o.tenant_id and t.is_demo = o.is_demo order by t.seq
$function$;
revoke all on function transfer_peers() from public;

CREATE OR REPLACE FUNCTION public.transfer_places(orgs uuid[])
 RETURNS TABLE(org_id uuid, org_path text, name text, short_name text, kind text, committee_id uuid, committee_path text, committee_name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO 'public'
AS $function$
  select o.org_id, o.org_path, s.name, s.short_name, s.kind, c.org_id, c.org_path, c.name
    from organisation o
    join organisation_state s on s.tenant_id = o.tenant_id and s.org_id = o.org_id
     and s.superseded_at is null and s.valid_to is null
    left join lateral (
      select a.org_id, a.org_path, t.name from organisation a
        join organisation_state t on t.tenant_id = a.tenant_id and t.org_id = a.org_id
         and t.superseded_at is null and t.valid_to is null and t.kind in ('committee', 'working_committee')
       where a.tenant_id = o.tenant_id and starts_with(o.org_path, a.org_path)
       order by length(a.org_path) desc limit 1) c on true
   where o.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and o.org_id = any (orgs)
$function$;
revoke all on function transfer_places(orgs uuid[]) from public;

CREATE OR REPLACE FUNCTION public.transfer_prove(at timestamp with time zone)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  failing bigint;
begin
  perform pg_advisory_xact_lock(7302);
  create temporary table failing_now on commit drop as select * from transfer_failures();
  update transfer_proof p set settled_at = at
   where p.settled_at is null and not exists (
     select 1 from failing_now f where f.tenant_id = p.tenant_id and f.person_id = p.person_id and f.what = p.what);
  insert into transfer_proof (tenant_id, id, person_id, org_id, org_path, what, found_at)
  select distinct on (f.tenant_id, f.person_id, f.what) f.tenant_id, gen_random_uuid(), f.person_id, f.org_id, f.org_path,
         f.what, at
    from failing_now f
   where not exists (select 1 from transfer_proof p where p.tenant_id = f.tenant_id and p.person_id = f.person_id
      and p.what = f.what and p.settled_at is null);
  select count(*) into failing from failing_now;
  drop table failing_now;
  return failing;
end $function$;
revoke all on function transfer_prove(at timestamp with time zone) from public;

CREATE OR REPLACE FUNCTION public.transfer_send(message uuid, receiver uuid, link uuid, what text, sealed text, sign text, at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  insert into transfer_outbox (tenant_id, id, to_tenant, link_id, kind, body, signature, made_at)
  select nullif(current_setting('app.tenant', true), '')::uuid, message, p.tenant_id, link, what, sealed, sign, at
    from transfer_peers() p where p.tenant_id = receiver
$function$;
revoke all on function transfer_send(message uuid, receiver uuid, link uuid, what text, sealed text, sign text, at timestamp with time zone) from public;

CREATE OR REPLACE FUNCTION public.transfer_waiting(at_most integer)
 RETURNS TABLE(id uuid, from_tenant uuid, link_id uuid, kind text, body text, signature text)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 100
 SET search_path TO 'public'
AS $function$
  select i.id, i.from_tenant, i.link_id, i.kind, i.body, i.signature from transfer_inbox i
   where i.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
     and length(nullif(current_setting('app.scope', true), '')) = 6 and i.handled_at is null
   order by i.seq limit at_most
$function$;
revoke all on function transfer_waiting(at_most integer) from public;

CREATE OR REPLACE FUNCTION public.turns_waiting()
 RETURNS TABLE(ballot_id uuid, round_no integer, teller_id uuid, title text, organ text, org_id uuid, org_path text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select b.ballot_id, r.round_no, t.teller_id, b.title, b.organ, b.org_id, b.org_path
    from ballot_teller t
    join ballot b on b.tenant_id = t.tenant_id and b.ballot_id = t.ballot_id
    join ballot_round r on r.tenant_id = b.tenant_id and r.ballot_id = b.ballot_id
   where t.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
     and t.person_id = nullif(current_setting('app.person', true), '')::uuid and r.state = 'closed'
     and not exists (select 1 from ballot_turn d where d.tenant_id = t.tenant_id and d.ballot_id = t.ballot_id
       and d.round_no = r.round_no and d.teller_id = t.teller_id)
$function$;
revoke all on function turns_waiting() from public;

CREATE OR REPLACE FUNCTION public.urn_count(the_ballot uuid, the_round integer)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select u.papers from ballot_urn u
   where u.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and u.ballot_id = the_ballot
     and u.round_no = the_round and ballot_mine(the_ballot, the_round)
$function$;
revoke all on function urn_count(the_ballot uuid, the_round integer) from public;

CREATE OR REPLACE FUNCTION public.urn_fill(the_ballot uuid, the_round integer, hashes text[], tags text[], none_spent text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
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
end $function$;
revoke all on function urn_fill(the_ballot uuid, the_round integer, hashes text[], tags text[], none_spent text) from public;

CREATE OR REPLACE FUNCTION public.urn_open(the_ballot uuid, the_round integer)
 RETURNS TABLE(spent text, tags text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select u.spent, (select array_agg(c.tag order by c.place) from ballot_code c
      where c.tenant_id = u.tenant_id and c.ballot_id = the_ballot and c.round_no = the_round)
    from ballot_urn u
   where u.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
     and u.ballot_id = the_ballot and u.round_no = the_round and box_may_open(the_ballot, the_round)
$function$;
revoke all on function urn_open(the_ballot uuid, the_round integer) from public;

CREATE OR REPLACE FUNCTION public.urn_set(the_ballot uuid, the_round integer, opened boolean)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  cast_so_far int;
begin
  if not ballot_mine(the_ballot, the_round) then return null; end if;
  update ballot_urn u set is_open = opened
   where u.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
     and u.ballot_id = the_ballot and u.round_no = the_round
  returning papers into cast_so_far;
  return cast_so_far;
end $function$;
revoke all on function urn_set(the_ballot uuid, the_round integer, opened boolean) from public;

-- Tables

create table account (
  tenant_id uuid not null,
  account_id uuid not null,
  person_id uuid,
  login_name text not null,
  display_name text not null,
  password_hash text,
  totp_secret text,
  totp_used_step bigint,
  sso_subject text,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone not null,
  created_by uuid,
  constraint account_pkey PRIMARY KEY (tenant_id, account_id)
);
CREATE UNIQUE INDEX account_login ON public.account USING btree (lower(login_name));
CREATE UNIQUE INDEX account_person ON public.account USING btree (tenant_id, person_id);
CREATE UNIQUE INDEX account_sso ON public.account USING btree (sso_subject);
alter table account enable row level security;

create table account_code (
  tenant_id uuid not null,
  code_hash text not null,
  account_id uuid not null,
  purpose text not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint account_code_pkey PRIMARY KEY (tenant_id, code_hash),
  constraint account_code_purpose_check CHECK (purpose = ANY (ARRAY['invitation'::text, 'password'::text]))
);
alter table account_code enable row level security;

create table account_grant (
  tenant_id uuid not null,
  id uuid not null,
  grant_id uuid not null,
  account_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  kind text not null,
  valid_from date not null,
  valid_to date,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint account_grant_pkey PRIMARY KEY (tenant_id, id),
  constraint account_grant_kind_check CHECK (kind = ANY (ARRAY['clerk'::text, 'officer'::text, 'administrator'::text])),
  constraint account_grant_order CHECK (valid_to IS NULL OR valid_to > valid_from)
);
CREATE INDEX account_grant_account ON public.account_grant USING btree (tenant_id, account_id);
CREATE UNIQUE INDEX account_grant_one_open ON public.account_grant USING btree (tenant_id, grant_id) WHERE ((valid_to IS NULL) AND (superseded_at IS NULL));
CREATE INDEX account_grant_path ON public.account_grant USING btree (tenant_id, org_path);
alter table account_grant enable row level security;
create policy added on account_grant for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on account_grant for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on account_grant for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on account_grant for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE CONSTRAINT TRIGGER account_grant_dated AFTER INSERT ON account_grant DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (current_setting('app.many'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION guard_dated('grant_id');
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON account_grant FOR EACH ROW EXECUTE FUNCTION guard_fact();
CREATE TRIGGER status_readers_follow AFTER INSERT ON account_grant FOR EACH ROW EXECUTE FUNCTION status_renew();

create table admission_book (
  tenant_id uuid not null,
  id uuid not null,
  book_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  number text collate "C" not null,
  issued_on date not null,
  case_id uuid,
  receiver text not null,
  spoiled boolean default false not null,
  note text default ''::text not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint admission_book_pkey PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX admission_book_number ON public.admission_book USING btree (tenant_id, org_id, number) WHERE (superseded_at IS NULL);
CREATE INDEX admission_book_path ON public.admission_book USING btree (tenant_id, org_path, issued_on);
alter table admission_book enable row level security;
create policy added on admission_book for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on admission_book for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on admission_book for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on admission_book for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON admission_book FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table admission_case (
  tenant_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  state text collate "C" not null,
  register text collate "C" not null,
  next_move text collate "C" default ''::text not null,
  next_local text default ''::text not null,
  next_actor text collate "C" default ''::text not null,
  next_from date,
  next_until date,
  mobile boolean default false not null,
  league boolean default false not null,
  version integer default 1 not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint admission_case_pkey PRIMARY KEY (tenant_id, case_id),
  constraint admission_case_next_actor_check CHECK (next_actor = ANY (ARRAY[''::text, 'branch'::text, 'committee'::text, 'county'::text])),
  constraint admission_case_register_check CHECK (register = ANY (ARRAY['applicants'::text, 'activists'::text, 'targets'::text, 'probationary'::text, 'done'::text]))
);
CREATE INDEX admission_case_due ON public.admission_case USING btree (tenant_id, register, next_until, case_id);
CREATE UNIQUE INDEX admission_case_open ON public.admission_case USING btree (tenant_id, person_id) WHERE (register <> 'done'::text);
CREATE INDEX admission_case_open_due ON public.admission_case USING btree (tenant_id, next_until, case_id) WHERE (register <> 'done'::text);
CREATE INDEX admission_case_org ON public.admission_case USING btree (tenant_id, org_id);
CREATE INDEX admission_case_path ON public.admission_case USING btree (tenant_id, org_path, register);
alter table admission_case enable row level security;
create policy added on admission_case for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on admission_case for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on admission_case for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on admission_case for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));

create table admission_file (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  paper text collate "C" not null,
  file_id uuid not null,
  name text not null,
  mime text not null,
  size bigint not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint admission_file_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX admission_file_case ON public.admission_file USING btree (tenant_id, case_id);
CREATE INDEX admission_file_path ON public.admission_file USING btree (tenant_id, org_path);
alter table admission_file enable row level security;
create policy added on admission_file for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on admission_file for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on admission_file for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on admission_file for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));

create table admission_helper (
  tenant_id uuid not null,
  id uuid not null,
  role_id uuid not null,
  case_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  person_id uuid not null,
  role text collate "C" not null,
  valid_from date not null,
  valid_to date,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint admission_helper_pkey PRIMARY KEY (tenant_id, id),
  constraint admission_helper_order CHECK (valid_to IS NULL OR valid_to > valid_from),
  constraint admission_helper_role_check CHECK (role = ANY (ARRAY['contact'::text, 'introducer'::text, 'overseer'::text]))
);
CREATE INDEX admission_helper_case ON public.admission_helper USING btree (tenant_id, case_id) WHERE (superseded_at IS NULL);
CREATE UNIQUE INDEX admission_helper_one_open ON public.admission_helper USING btree (tenant_id, role_id) WHERE ((valid_to IS NULL) AND (superseded_at IS NULL));
CREATE INDEX admission_helper_path ON public.admission_helper USING btree (tenant_id, org_path);
CREATE INDEX admission_helper_person ON public.admission_helper USING btree (tenant_id, person_id) WHERE (superseded_at IS NULL);
alter table admission_helper enable row level security;
create policy added on admission_helper for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on admission_helper for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on admission_helper for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on admission_helper for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE CONSTRAINT TRIGGER admission_helper_dated AFTER INSERT ON admission_helper DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (current_setting('app.many'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION guard_dated('role_id');
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON admission_helper FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table admission_local_done (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  step_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  name text not null,
  after_seq integer not null,
  done_on date not null,
  paper text default ''::text not null,
  note text default ''::text not null,
  by_name text not null,
  by_as text not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint admission_local_done_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX admission_local_done_case ON public.admission_local_done USING btree (tenant_id, case_id) WHERE (superseded_at IS NULL);
CREATE INDEX admission_local_done_path ON public.admission_local_done USING btree (tenant_id, org_path);
alter table admission_local_done enable row level security;
create policy added on admission_local_done for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on admission_local_done for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on admission_local_done for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on admission_local_done for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON admission_local_done FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table admission_local_step (
  tenant_id uuid not null,
  id uuid not null,
  step_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  name text not null,
  before_move text collate "C" not null,
  actor text collate "C" not null,
  paper text default ''::text not null,
  required boolean not null,
  source text not null,
  valid_from date not null,
  valid_to date,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint admission_local_step_pkey PRIMARY KEY (tenant_id, id),
  constraint admission_local_step_actor_check CHECK (actor = ANY (ARRAY['branch'::text, 'committee'::text, 'county'::text])),
  constraint admission_local_step_order CHECK (valid_to IS NULL OR valid_to > valid_from)
);
CREATE UNIQUE INDEX admission_local_step_one_open ON public.admission_local_step USING btree (tenant_id, step_id) WHERE ((valid_to IS NULL) AND (superseded_at IS NULL));
CREATE INDEX admission_local_step_path ON public.admission_local_step USING btree (tenant_id, org_path);
alter table admission_local_step enable row level security;
create policy added on admission_local_step for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on admission_local_step for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on admission_local_step for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on admission_local_step for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR ((NULLIF(current_setting('app.place'::text, true), ''::text) >= org_path) AND (NULLIF(current_setting('app.place'::text, true), ''::text) < (org_path || '~'::text))))));
CREATE CONSTRAINT TRIGGER admission_local_step_dated AFTER INSERT ON admission_local_step DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (current_setting('app.many'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION guard_dated('step_id');
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON admission_local_step FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table admission_objection (
  tenant_id uuid not null,
  id uuid not null,
  objection_id uuid not null,
  case_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  number integer not null,
  received_on date not null,
  matter text not null,
  answered_on date,
  answer text default ''::text not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint admission_objection_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX admission_objection_case ON public.admission_objection USING btree (tenant_id, case_id);
CREATE UNIQUE INDEX admission_objection_one ON public.admission_objection USING btree (tenant_id, objection_id) WHERE (superseded_at IS NULL);
CREATE INDEX admission_objection_path ON public.admission_objection USING btree (tenant_id, org_path);
alter table admission_objection enable row level security;
create policy added on admission_objection for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on admission_objection for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on admission_objection for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on admission_objection for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON admission_objection FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table admission_pause (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  reason text not null,
  valid_from date not null,
  valid_to date,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint admission_pause_pkey PRIMARY KEY (tenant_id, id),
  constraint admission_pause_order CHECK (valid_to IS NULL OR valid_to > valid_from)
);
CREATE UNIQUE INDEX admission_pause_one_open ON public.admission_pause USING btree (tenant_id, case_id) WHERE ((valid_to IS NULL) AND (superseded_at IS NULL));
CREATE INDEX admission_pause_path ON public.admission_pause USING btree (tenant_id, org_path);
alter table admission_pause enable row level security;
create policy added on admission_pause for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on admission_pause for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on admission_pause for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on admission_pause for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE CONSTRAINT TRIGGER admission_pause_dated AFTER INSERT ON admission_pause DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (current_setting('app.many'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION guard_dated('case_id');
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON admission_pause FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table admission_plan (
  tenant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  year integer not null,
  years integer default 1 not null,
  quota integer not null,
  paper text default ''::text not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint admission_plan_pkey PRIMARY KEY (tenant_id, id),
  constraint admission_plan_quota_check CHECK (quota >= 0 AND quota <= 100000),
  constraint admission_plan_years_check CHECK (years = ANY (ARRAY[1, 5]))
);
CREATE UNIQUE INDEX admission_plan_one ON public.admission_plan USING btree (tenant_id, org_id, years, year) WHERE (superseded_at IS NULL);
CREATE INDEX admission_plan_path ON public.admission_plan USING btree (tenant_id, org_path, year);
alter table admission_plan enable row level security;
create policy added on admission_plan for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on admission_plan for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on admission_plan for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on admission_plan for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON admission_plan FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table admission_setting (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  settings jsonb not null,
  valid_from date not null,
  valid_to date,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint admission_setting_pkey PRIMARY KEY (tenant_id, id),
  constraint admission_setting_order CHECK (valid_to IS NULL OR valid_to > valid_from)
);
CREATE UNIQUE INDEX admission_setting_one_open ON public.admission_setting USING btree (tenant_id, org_id) WHERE ((valid_to IS NULL) AND (superseded_at IS NULL));
CREATE INDEX admission_setting_path ON public.admission_setting USING btree (tenant_id, org_path);
alter table admission_setting enable row level security;
create policy added on admission_setting for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on admission_setting for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on admission_setting for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on admission_setting for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR ((NULLIF(current_setting('app.place'::text, true), ''::text) >= org_path) AND (NULLIF(current_setting('app.place'::text, true), ''::text) < (org_path || '~'::text))))));
CREATE CONSTRAINT TRIGGER admission_setting_dated AFTER INSERT ON admission_setting DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (current_setting('app.many'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION guard_dated('org_id');
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON admission_setting FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table admission_step (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  other_path text collate "C" not null,
  seq integer not null,
  move text collate "C" not null,
  done_on date not null,
  until_on date,
  rules text collate "C" not null,
  meeting_id uuid,
  vote jsonb,
  told jsonb default '{}'::jsonb not null,
  reasons jsonb default '{}'::jsonb not null,
  papers text[] default '{}'::text[] not null,
  from_paper boolean default false not null,
  by_name text not null,
  by_as text not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint admission_step_pkey PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX admission_step_order ON public.admission_step USING btree (tenant_id, case_id, seq) WHERE (superseded_at IS NULL);
CREATE INDEX admission_step_org ON public.admission_step USING btree (tenant_id, org_id, done_on);
CREATE INDEX admission_step_other ON public.admission_step USING btree (tenant_id, other_path, done_on);
CREATE INDEX admission_step_path ON public.admission_step USING btree (tenant_id, org_path, done_on);
alter table admission_step enable row level security;
create policy added on admission_step for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on admission_step for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy far_end on admission_step for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((other_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (other_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy removed on admission_step for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on admission_step for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON admission_step FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table admission_undo (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  moves text[] not null,
  local_steps text[] default '{}'::text[] not null,
  reason text not null,
  undone_on date not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint admission_undo_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX admission_undo_case ON public.admission_undo USING btree (tenant_id, case_id);
CREATE INDEX admission_undo_path ON public.admission_undo USING btree (tenant_id, org_path);
alter table admission_undo enable row level security;
create policy added on admission_undo for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on admission_undo for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on admission_undo for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on admission_undo for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON admission_undo FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table affiliation_check (
  tenant_id uuid not null,
  check_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  year integer not null,
  opened_on date not null,
  closed_on date,
  version integer default 1 not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint affiliation_check_pkey PRIMARY KEY (tenant_id, check_id)
);
CREATE INDEX affiliation_check_path ON public.affiliation_check USING btree (tenant_id, org_path, year);
CREATE UNIQUE INDEX affiliation_check_year ON public.affiliation_check USING btree (tenant_id, org_id, year);
alter table affiliation_check enable row level security;
create policy added on affiliation_check for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on affiliation_check for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on affiliation_check for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on affiliation_check for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));

create table affiliation_mark (
  tenant_id uuid not null,
  id uuid not null,
  check_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  person_id uuid not null,
  result text collate "C" not null,
  note text default ''::text not null,
  marked_on date not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint affiliation_mark_pkey PRIMARY KEY (tenant_id, id),
  constraint affiliation_mark_result_check CHECK (result = ANY (ARRAY['present'::text, 'away'::text, 'should_transfer'::text, 'abroad'::text, 'not_found'::text, 'settled'::text]))
);
CREATE UNIQUE INDEX affiliation_mark_one ON public.affiliation_mark USING btree (tenant_id, check_id, person_id) WHERE (superseded_at IS NULL);
CREATE INDEX affiliation_mark_path ON public.affiliation_mark USING btree (tenant_id, org_path);
alter table affiliation_mark enable row level security;
create policy added on affiliation_mark for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on affiliation_mark for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on affiliation_mark for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on affiliation_mark for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON affiliation_mark FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table attendance (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid,
  meeting_id uuid not null,
  sitting_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  held_on date not null,
  minutes integer default 0 not null,
  state text not null,
  rated boolean not null,
  kind text collate "C" not null,
  title text not null,
  name text default ''::text not null,
  reason text default ''::text not null,
  away smallint[],
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint attendance_pkey PRIMARY KEY (tenant_id, id),
  constraint attendance_state_check CHECK (state = ANY (ARRAY['present'::text, 'leave'::text, 'absent'::text, 'guest'::text]))
);
CREATE INDEX attendance_meeting ON public.attendance USING btree (tenant_id, meeting_id);
CREATE INDEX attendance_path ON public.attendance USING btree (tenant_id, org_path, held_on);
CREATE INDEX attendance_person ON public.attendance USING btree (tenant_id, person_id, held_on);
alter table attendance enable row level security;
create policy added on attendance for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on attendance for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on attendance for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on attendance for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON attendance FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table audit_entry (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  at timestamp with time zone not null,
  account_id uuid not null,
  person_id uuid,
  acting_as text not null,
  for_person_id uuid,
  action text not null,
  object_kind text not null,
  object_id uuid not null,
  fields jsonb default '{}'::jsonb not null,
  reason text,
  command_id uuid,
  seal_seq bigint,
  constraint audit_entry_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX audit_entry_object ON public.audit_entry USING btree (tenant_id, object_id);
CREATE INDEX audit_entry_path ON public.audit_entry USING btree (tenant_id, org_path, at);
CREATE INDEX audit_entry_unsealed ON public.audit_entry USING btree (tenant_id, id) WHERE (seal_seq IS NULL);
alter table audit_entry enable row level security;
create policy added on audit_entry for insert to public with check (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (seal_seq IS NULL)));
create policy changed on audit_entry for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on audit_entry for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on audit_entry for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));

create table audit_seal (
  tenant_id uuid not null,
  seq bigint not null,
  sealed_at timestamp with time zone not null,
  entries integer not null,
  digest text not null,
  constraint audit_seal_pkey PRIMARY KEY (tenant_id, seq)
);
alter table audit_seal enable row level security;

create table ballot (
  tenant_id uuid not null,
  ballot_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  organ text not null,
  owner text collate "C" not null,
  owner_id uuid,
  title text not null,
  held_on date not null,
  secrecy text not null,
  on_persons boolean not null,
  has_roll boolean not null,
  rules_adopted text default ''::text not null,
  upper_consent text default ''::text not null,
  keep_until date not null,
  destroyed_on date,
  witnesses text[] default '{}'::text[] not null,
  version integer default 1 not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint ballot_pkey PRIMARY KEY (tenant_id, ballot_id),
  constraint ballot_secrecy_check CHECK (secrecy = ANY (ARRAY['statutory'::text, 'opinion'::text]))
);
CREATE INDEX ballot_org ON public.ballot USING btree (tenant_id, org_id, held_on);
CREATE INDEX ballot_owner ON public.ballot USING btree (tenant_id, owner_id);
CREATE INDEX ballot_path ON public.ballot USING btree (tenant_id, org_path, held_on);
alter table ballot enable row level security;
create policy added on ballot for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on ballot for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on ballot for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on ballot for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));

create table ballot_box (
  tenant_id uuid not null,
  ballot_id uuid not null,
  round_no integer not null,
  part integer not null,
  content text not null,
  constraint ballot_box_pkey PRIMARY KEY (tenant_id, ballot_id, round_no, part)
);
alter table ballot_box enable row level security;

create table ballot_code (
  tenant_id uuid not null,
  code_hash text collate "C" not null,
  ballot_id uuid not null,
  round_no integer not null,
  place integer not null,
  tag text not null,
  constraint ballot_code_pkey PRIMARY KEY (tenant_id, code_hash)
);
CREATE UNIQUE INDEX ballot_code_hash ON public.ballot_code USING btree (code_hash);
CREATE UNIQUE INDEX ballot_code_place ON public.ballot_code USING btree (tenant_id, ballot_id, round_no, place);
alter table ballot_code enable row level security;

create table ballot_paper (
  tenant_id uuid not null,
  ballot_id uuid not null,
  round_no integer not null,
  papers jsonb not null,
  used_tags text[] not null,
  unused_tags text[] not null,
  constraint ballot_paper_pkey PRIMARY KEY (tenant_id, ballot_id, round_no)
);
alter table ballot_paper enable row level security;

create table ballot_result (
  tenant_id uuid not null,
  id uuid not null,
  ballot_id uuid not null,
  round_no integer not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  numbers jsonb not null,
  tally jsonb not null,
  outcome jsonb,
  stands boolean not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint ballot_result_pkey PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX ballot_result_one ON public.ballot_result USING btree (tenant_id, ballot_id, round_no) WHERE (superseded_at IS NULL);
CREATE INDEX ballot_result_path ON public.ballot_result USING btree (tenant_id, org_path);
alter table ballot_result enable row level security;
create policy added on ballot_result for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on ballot_result for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on ballot_result for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on ballot_result for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON ballot_result FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table ballot_roll (
  tenant_id uuid not null,
  line_id uuid not null,
  ballot_id uuid not null,
  round_no integer not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  place integer not null,
  person_id uuid,
  name text not null,
  left_out text default ''::text not null,
  present boolean default false not null,
  slip text,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint ballot_roll_pkey PRIMARY KEY (tenant_id, line_id),
  constraint ballot_roll_entitled CHECK (NOT present OR left_out = ''::text),
  constraint ballot_roll_present CHECK (slip IS NULL OR present),
  constraint ballot_roll_slip_check CHECK (slip = ANY (ARRAY['paper'::text, 'code'::text]))
);
CREATE INDEX ballot_roll_path ON public.ballot_roll USING btree (tenant_id, org_path);
CREATE INDEX ballot_roll_round ON public.ballot_roll USING btree (tenant_id, ballot_id, round_no, place);
alter table ballot_roll enable row level security;
create policy added on ballot_roll for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on ballot_roll for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on ballot_roll for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on ballot_roll for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));

create table ballot_round (
  tenant_id uuid not null,
  ballot_id uuid not null,
  round_no integer not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  why text not null,
  form jsonb not null,
  threshold jsonb,
  on_paper boolean not null,
  on_screen boolean not null,
  state text not null,
  codes_printed integer default 0 not null,
  codes_left integer,
  codes_reason text default ''::text not null,
  handed_paper integer default 0 not null,
  handed_codes integer default 0 not null,
  void_reason text default ''::text not null,
  version integer default 1 not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint ballot_round_pkey PRIMARY KEY (tenant_id, ballot_id, round_no),
  constraint ballot_round_state_check CHECK (state = ANY (ARRAY['prepared'::text, 'open'::text, 'closed'::text, 'counted'::text, 'void'::text])),
  constraint ballot_round_why_check CHECK (why = ANY (ARRAY['first'::text, 'again'::text, 'runoff'::text]))
);
CREATE INDEX ballot_round_path ON public.ballot_round USING btree (tenant_id, org_path);
alter table ballot_round enable row level security;
create policy added on ballot_round for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on ballot_round for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on ballot_round for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on ballot_round for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));

create table ballot_sheet (
  tenant_id uuid not null,
  id uuid not null,
  ballot_id uuid not null,
  round_no integer not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  mode text not null,
  issued integer not null,
  returned integer not null,
  missing integer not null,
  tally jsonb not null,
  papers jsonb,
  read_by text not null,
  recorded_by text not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint ballot_sheet_pkey PRIMARY KEY (tenant_id, id),
  constraint ballot_sheet_adds_up CHECK (issued = (returned + missing)),
  constraint ballot_sheet_mode_check CHECK (mode = ANY (ARRAY['totals'::text, 'slips'::text]))
);
CREATE UNIQUE INDEX ballot_sheet_one ON public.ballot_sheet USING btree (tenant_id, ballot_id, round_no) WHERE (superseded_at IS NULL);
CREATE INDEX ballot_sheet_path ON public.ballot_sheet USING btree (tenant_id, org_path);
alter table ballot_sheet enable row level security;
create policy added on ballot_sheet for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on ballot_sheet for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on ballot_sheet for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on ballot_sheet for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON ballot_sheet FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table ballot_teller (
  tenant_id uuid not null,
  teller_id uuid not null,
  ballot_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  role text not null,
  person_id uuid,
  name text not null,
  slip_hash text,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint ballot_teller_pkey PRIMARY KEY (tenant_id, teller_id),
  constraint ballot_teller_role_check CHECK (role = ANY (ARRAY['supervisor'::text, 'counter'::text]))
);
CREATE INDEX ballot_teller_ballot ON public.ballot_teller USING btree (tenant_id, ballot_id);
CREATE INDEX ballot_teller_path ON public.ballot_teller USING btree (tenant_id, org_path);
CREATE INDEX ballot_teller_person ON public.ballot_teller USING btree (tenant_id, person_id);
alter table ballot_teller enable row level security;
create policy added on ballot_teller for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on ballot_teller for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on ballot_teller for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on ballot_teller for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))));

create table ballot_turn (
  tenant_id uuid not null,
  id uuid not null,
  ballot_id uuid not null,
  round_no integer not null,
  teller_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  person_id uuid,
  means text not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint ballot_turn_pkey PRIMARY KEY (tenant_id, id),
  constraint ballot_turn_once UNIQUE (tenant_id, ballot_id, round_no, teller_id),
  constraint ballot_turn_means_check CHECK (means = ANY (ARRAY['session'::text, 'slip'::text]))
);
CREATE INDEX ballot_turn_path ON public.ballot_turn USING btree (tenant_id, org_path);
CREATE INDEX ballot_turn_person ON public.ballot_turn USING btree (tenant_id, person_id);
alter table ballot_turn enable row level security;
create policy added on ballot_turn for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND (((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text))) OR (person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid))));
create policy changed on ballot_turn for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND (((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text))) OR (person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid))));
create policy removed on ballot_turn for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))));
create policy seen on ballot_turn for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON ballot_turn FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table ballot_urn (
  tenant_id uuid not null,
  ballot_id uuid not null,
  round_no integer not null,
  is_open boolean default false not null,
  codes integer not null,
  papers integer default 0 not null,
  spent text not null,
  constraint ballot_urn_pkey PRIMARY KEY (tenant_id, ballot_id, round_no)
);
alter table ballot_urn enable row level security;

create table command_log (
  tenant_id uuid not null,
  command_id uuid not null,
  account_id uuid not null,
  action text not null,
  answer jsonb,
  at timestamp with time zone not null,
  constraint command_log_pkey PRIMARY KEY (tenant_id, command_id)
);
alter table command_log enable row level security;

create table dues_allotment (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  received_on date not null,
  amount_fen bigint not null,
  received_from text not null,
  voucher text default ''::text not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint dues_allotment_pkey PRIMARY KEY (tenant_id, id),
  constraint dues_allotment_amount_fen_check CHECK (amount_fen > 0)
);
CREATE INDEX dues_allotment_org ON public.dues_allotment USING btree (tenant_id, org_id, received_on);
CREATE INDEX dues_allotment_path ON public.dues_allotment USING btree (tenant_id, org_path);
alter table dues_allotment enable row level security;
create policy added on dues_allotment for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on dues_allotment for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on dues_allotment for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on dues_allotment for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON dues_allotment FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table dues_assessment (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  from_month date not null,
  decided_on date not null,
  members integer not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint dues_assessment_pkey PRIMARY KEY (tenant_id, id),
  constraint dues_assessment_from_month_check CHECK (EXTRACT(day FROM from_month) = 1::numeric),
  constraint dues_assessment_members_check CHECK (members > 0)
);
CREATE INDEX dues_assessment_org ON public.dues_assessment USING btree (tenant_id, org_id, from_month);
CREATE INDEX dues_assessment_path ON public.dues_assessment USING btree (tenant_id, org_path);
alter table dues_assessment enable row level security;
create policy added on dues_assessment for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on dues_assessment for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on dues_assessment for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on dues_assessment for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON dues_assessment FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table dues_bank_line (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  line_key text collate "C" not null,
  happened_on date not null,
  amount_fen bigint not null,
  receipt_id uuid not null,
  file_id uuid not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint dues_bank_line_pkey PRIMARY KEY (tenant_id, id),
  constraint dues_bank_line_amount_fen_check CHECK (amount_fen > 0)
);
CREATE UNIQUE INDEX dues_bank_line_once ON public.dues_bank_line USING btree (tenant_id, org_id, line_key) WHERE (superseded_at IS NULL);
CREATE INDEX dues_bank_line_path ON public.dues_bank_line USING btree (tenant_id, org_path);
CREATE UNIQUE INDEX dues_bank_line_receipt ON public.dues_bank_line USING btree (tenant_id, receipt_id) WHERE (superseded_at IS NULL);
alter table dues_bank_line enable row level security;
create policy added on dues_bank_line for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on dues_bank_line for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on dues_bank_line for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on dues_bank_line for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON dues_bank_line FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table dues_base (
  tenant_id uuid not null,
  id uuid not null,
  payer_id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  payer_kind text not null,
  base_fen bigint,
  valid_from date not null,
  valid_to date,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint dues_base_pkey PRIMARY KEY (tenant_id, id),
  constraint dues_base_base_fen_check CHECK (base_fen >= 0),
  constraint dues_base_order CHECK (valid_to IS NULL OR valid_to > valid_from),
  constraint dues_base_payer_kind_check CHECK (payer_kind = ANY (ARRAY['wage'::text, 'annual_salary'::text, 'self_employed'::text, 'retired'::text, 'farmer'::text, 'farmer_income'::text, 'student'::text, 'unemployed'::text])),
  constraint dues_base_whole_months CHECK (EXTRACT(day FROM valid_from) = 1::numeric AND (valid_to IS NULL OR EXTRACT(day FROM valid_to) = 1::numeric))
);
CREATE UNIQUE INDEX dues_base_one_open ON public.dues_base USING btree (tenant_id, payer_id) WHERE ((valid_to IS NULL) AND (superseded_at IS NULL));
CREATE INDEX dues_base_org ON public.dues_base USING btree (tenant_id, org_id);
CREATE INDEX dues_base_path ON public.dues_base USING btree (tenant_id, org_path) WHERE (superseded_at IS NULL);
CREATE INDEX dues_base_person ON public.dues_base USING btree (tenant_id, person_id);
alter table dues_base enable row level security;
create policy added on dues_base for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on dues_base for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on dues_base for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on dues_base for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))));
CREATE CONSTRAINT TRIGGER dues_base_dated AFTER INSERT ON dues_base DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (current_setting('app.many'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION guard_dated('payer_id');
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON dues_base FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table dues_cycle (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  cycle text not null,
  basis text default ''::text not null,
  valid_from date not null,
  valid_to date,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint dues_cycle_pkey PRIMARY KEY (tenant_id, id),
  constraint dues_cycle_cycle_check CHECK (cycle = ANY (ARRAY['month'::text, 'quarter'::text, 'half_year'::text, 'year'::text])),
  constraint dues_cycle_order CHECK (valid_to IS NULL OR valid_to > valid_from)
);
CREATE UNIQUE INDEX dues_cycle_one_open ON public.dues_cycle USING btree (tenant_id, org_id) WHERE ((valid_to IS NULL) AND (superseded_at IS NULL));
alter table dues_cycle enable row level security;
create policy added on dues_cycle for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on dues_cycle for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on dues_cycle for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on dues_cycle for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR ((NULLIF(current_setting('app.place'::text, true), ''::text) >= org_path) AND (NULLIF(current_setting('app.place'::text, true), ''::text) < (org_path || '~'::text))))));
CREATE CONSTRAINT TRIGGER dues_cycle_dated AFTER INSERT ON dues_cycle DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (current_setting('app.many'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION guard_dated('org_id');
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON dues_cycle FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table dues_paid_year (
  tenant_id uuid not null,
  person_id uuid not null,
  year integer not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  dues_fen bigint not null,
  voluntary_fen bigint not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint dues_paid_year_pkey PRIMARY KEY (tenant_id, org_id, person_id, year),
  constraint dues_paid_year_dues_fen_check CHECK (dues_fen >= 0),
  constraint dues_paid_year_voluntary_fen_check CHECK (voluntary_fen >= 0)
);
CREATE INDEX dues_paid_year_path ON public.dues_paid_year USING btree (tenant_id, org_path, year);
alter table dues_paid_year enable row level security;
create policy added on dues_paid_year for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on dues_paid_year for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on dues_paid_year for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on dues_paid_year for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))));

create table dues_publication (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  from_month date not null,
  to_month date not null,
  published_on date not null,
  place text not null,
  known_at timestamp with time zone not null,
  lines jsonb not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint dues_publication_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX dues_publication_path ON public.dues_publication USING btree (tenant_id, org_path);
alter table dues_publication enable row level security;
create policy added on dues_publication for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on dues_publication for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on dues_publication for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on dues_publication for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON dues_publication FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table dues_receipt (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  paid_on date not null,
  amount_fen bigint not null,
  means text not null,
  payer text default 'self'::text not null,
  payer_name text default ''::text not null,
  payer_person_id uuid,
  voluntary boolean default false not null,
  note text default ''::text not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint dues_receipt_pkey PRIMARY KEY (tenant_id, id),
  constraint dues_receipt_amount_fen_check CHECK (amount_fen > 0),
  constraint dues_receipt_means_check CHECK (means = ANY (ARRAY['cash'::text, 'transfer'::text])),
  constraint dues_receipt_payer_check CHECK (payer = ANY (ARRAY['self'::text, 'relative'::text, 'member'::text]))
);
CREATE INDEX dues_receipt_org ON public.dues_receipt USING btree (tenant_id, org_id, paid_on);
CREATE INDEX dues_receipt_path ON public.dues_receipt USING btree (tenant_id, org_path, paid_on);
CREATE INDEX dues_receipt_person ON public.dues_receipt USING btree (tenant_id, person_id, paid_on);
alter table dues_receipt enable row level security;
create policy added on dues_receipt for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on dues_receipt for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on dues_receipt for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on dues_receipt for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON dues_receipt FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table dues_relief (
  tenant_id uuid not null,
  id uuid not null,
  payer_id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  amount_fen bigint not null,
  reason text default ''::text not null,
  studied_on date not null,
  approved_on date,
  approved_by text default ''::text not null,
  approval_paper text default ''::text not null,
  valid_from date not null,
  valid_to date,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint dues_relief_pkey PRIMARY KEY (tenant_id, id),
  constraint dues_relief_amount_fen_check CHECK (amount_fen >= 0),
  constraint dues_relief_order CHECK (valid_to IS NULL OR valid_to > valid_from)
);
CREATE UNIQUE INDEX dues_relief_one_open ON public.dues_relief USING btree (tenant_id, payer_id) WHERE ((valid_to IS NULL) AND (superseded_at IS NULL));
CREATE INDEX dues_relief_org ON public.dues_relief USING btree (tenant_id, org_id);
CREATE INDEX dues_relief_path ON public.dues_relief USING btree (tenant_id, org_path) WHERE (superseded_at IS NULL);
CREATE INDEX dues_relief_person ON public.dues_relief USING btree (tenant_id, person_id);
alter table dues_relief enable row level security;
create policy added on dues_relief for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on dues_relief for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on dues_relief for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on dues_relief for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))));
CREATE CONSTRAINT TRIGGER dues_relief_dated AFTER INSERT ON dues_relief DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (current_setting('app.many'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION guard_dated('payer_id');
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON dues_relief FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table dues_remittance (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  handed_on date not null,
  amount_fen bigint not null,
  received_by text not null,
  voucher text default ''::text not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint dues_remittance_pkey PRIMARY KEY (tenant_id, id),
  constraint dues_remittance_amount_fen_check CHECK (amount_fen > 0)
);
CREATE INDEX dues_remittance_org ON public.dues_remittance USING btree (tenant_id, org_id, handed_on);
CREATE INDEX dues_remittance_path ON public.dues_remittance USING btree (tenant_id, org_path, handed_on);
alter table dues_remittance enable row level security;
create policy added on dues_remittance for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on dues_remittance for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on dues_remittance for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on dues_remittance for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON dues_remittance FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table dues_remittance_receipt (
  tenant_id uuid not null,
  id uuid not null,
  remittance_id uuid not null,
  receipt_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint dues_remittance_receipt_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX dues_remittance_receipt_of ON public.dues_remittance_receipt USING btree (tenant_id, remittance_id);
CREATE UNIQUE INDEX dues_remittance_receipt_once ON public.dues_remittance_receipt USING btree (tenant_id, receipt_id) WHERE (superseded_at IS NULL);
CREATE INDEX dues_remittance_receipt_path ON public.dues_remittance_receipt USING btree (tenant_id, org_path);
alter table dues_remittance_receipt enable row level security;
create policy added on dues_remittance_receipt for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on dues_remittance_receipt for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on dues_remittance_receipt for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on dues_remittance_receipt for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON dues_remittance_receipt FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table dues_setting (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  settings jsonb not null,
  valid_from date not null,
  valid_to date,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint dues_setting_pkey PRIMARY KEY (tenant_id, id),
  constraint dues_setting_order CHECK (valid_to IS NULL OR valid_to > valid_from)
);
CREATE UNIQUE INDEX dues_setting_one_open ON public.dues_setting USING btree (tenant_id, org_id) WHERE ((valid_to IS NULL) AND (superseded_at IS NULL));
alter table dues_setting enable row level security;
create policy added on dues_setting for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on dues_setting for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on dues_setting for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on dues_setting for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR ((NULLIF(current_setting('app.place'::text, true), ''::text) >= org_path) AND (NULLIF(current_setting('app.place'::text, true), ''::text) < (org_path || '~'::text))))));
CREATE CONSTRAINT TRIGGER dues_setting_dated AFTER INSERT ON dues_setting DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (current_setting('app.many'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION guard_dated('org_id');
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON dues_setting FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table dues_supplement (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  for_month date not null,
  amount_fen bigint not null,
  decided_on date not null,
  reason text not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint dues_supplement_pkey PRIMARY KEY (tenant_id, id),
  constraint dues_supplement_amount_fen_check CHECK (amount_fen > 0),
  constraint dues_supplement_for_month_check CHECK (EXTRACT(day FROM for_month) = 1::numeric)
);
CREATE INDEX dues_supplement_org ON public.dues_supplement USING btree (tenant_id, org_id);
CREATE INDEX dues_supplement_path ON public.dues_supplement USING btree (tenant_id, org_path);
CREATE INDEX dues_supplement_person ON public.dues_supplement USING btree (tenant_id, person_id);
alter table dues_supplement enable row level security;
create policy added on dues_supplement for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on dues_supplement for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on dues_supplement for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on dues_supplement for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON dues_supplement FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table dues_use (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  used_on date not null,
  amount_fen bigint not null,
  purpose text not null,
  what text not null,
  decided_on date not null,
  decided_by text not null,
  voucher text default ''::text not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint dues_use_pkey PRIMARY KEY (tenant_id, id),
  constraint dues_use_amount_fen_check CHECK (amount_fen > 0),
  constraint dues_use_purpose_check CHECK (purpose = ANY (ARRAY['training'::text, 'materials'::text, 'commendation'::text, 'hardship'::text, 'disaster'::text]))
);
CREATE INDEX dues_use_org ON public.dues_use USING btree (tenant_id, org_id, used_on);
CREATE INDEX dues_use_path ON public.dues_use USING btree (tenant_id, org_path, used_on);
alter table dues_use enable row level security;
create policy added on dues_use for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on dues_use for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on dues_use for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on dues_use for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON dues_use FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table duty_calendar (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  acting_kind text not null,
  acting_id uuid not null,
  token_hash text not null,
  made_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint duty_calendar_pkey PRIMARY KEY (tenant_id, id),
  constraint duty_calendar_token_hash_key UNIQUE (token_hash)
);
CREATE INDEX duty_calendar_account ON public.duty_calendar USING btree (tenant_id, account_id);
alter table duty_calendar enable row level security;

create table file (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  person_id uuid,
  hash text not null,
  name text not null,
  mime text not null,
  size bigint not null,
  picture_hash text,
  taken_by text,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint file_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX file_hash ON public.file USING btree (tenant_id, hash);
CREATE INDEX file_path ON public.file USING btree (tenant_id, org_path);
alter table file enable row level security;
create policy added on file for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND (((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text))) OR (person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid))));
create policy changed on file for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND (((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text))) OR (person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid))));
create policy removed on file for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))));
create policy seen on file for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))));

create table floating_arrival (
  tenant_id uuid not null,
  id uuid not null,
  arrival_id uuid not null,
  away_id uuid,
  org_id uuid not null,
  org_path text collate "C" not null,
  other_path text collate "C" not null,
  person_id uuid not null,
  person_name text not null,
  home_name text not null,
  certificate_no text default ''::text not null,
  arrived_on date not null,
  keeper_id uuid,
  keeper_name text default ''::text not null,
  attachment_id uuid,
  ended_on date,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint floating_arrival_pkey PRIMARY KEY (tenant_id, id),
  constraint floating_arrival_order CHECK (ended_on IS NULL OR ended_on > arrived_on)
);
CREATE INDEX floating_arrival_away ON public.floating_arrival USING btree (tenant_id, away_id);
CREATE UNIQUE INDEX floating_arrival_one ON public.floating_arrival USING btree (tenant_id, arrival_id) WHERE (superseded_at IS NULL);
CREATE UNIQUE INDEX floating_arrival_open ON public.floating_arrival USING btree (tenant_id, org_id, person_id) WHERE ((superseded_at IS NULL) AND (ended_on IS NULL));
CREATE INDEX floating_arrival_org ON public.floating_arrival USING btree (tenant_id, org_id, arrived_on);
CREATE INDEX floating_arrival_path ON public.floating_arrival USING btree (tenant_id, org_path, arrived_on);
CREATE INDEX floating_arrival_person ON public.floating_arrival USING btree (tenant_id, person_id);
alter table floating_arrival enable row level security;
create policy added on floating_arrival for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on floating_arrival for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy far_end on floating_arrival for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((other_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (other_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy removed on floating_arrival for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on floating_arrival for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON floating_arrival FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table floating_away (
  tenant_id uuid not null,
  id uuid not null,
  away_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  other_path text collate "C" not null,
  person_id uuid not null,
  person_name text not null,
  reason text collate "C" not null,
  place_kind text collate "C" not null,
  place text not null,
  fixed boolean default false not null,
  phone text,
  told_by text collate "C" not null,
  left_on date not null,
  expected_on date,
  keeper_id uuid,
  keeper_name text default ''::text not null,
  host_org_id uuid,
  host_name text default ''::text not null,
  attachment_id uuid,
  certificate_no text default ''::text not null,
  returned_on date,
  return_way text collate "C",
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint floating_away_pkey PRIMARY KEY (tenant_id, id),
  constraint floating_away_order CHECK (returned_on IS NULL OR returned_on > left_on),
  constraint floating_away_place_kind_check CHECK (place_kind = ANY (ARRAY['county'::text, 'city'::text, 'province'::text, 'country'::text, 'abroad'::text])),
  constraint floating_away_reason_check CHECK (reason = ANY (ARRAY['work'::text, 'business'::text, 'study'::text, 'graduate'::text, 'family'::text, 'abroad_study'::text, 'abroad'::text, 'other'::text])),
  constraint floating_away_return_way_check CHECK (return_way = ANY (ARRAY['returned'::text, 'transferred'::text, 'other'::text])),
  constraint floating_away_told_by_check CHECK (told_by = ANY (ARRAY['self'::text, 'relative'::text, 'branch'::text]))
);
CREATE INDEX floating_away_host ON public.floating_away USING btree (tenant_id, host_org_id) WHERE (superseded_at IS NULL);
CREATE UNIQUE INDEX floating_away_one ON public.floating_away USING btree (tenant_id, away_id) WHERE (superseded_at IS NULL);
CREATE UNIQUE INDEX floating_away_open ON public.floating_away USING btree (tenant_id, org_id, person_id) WHERE ((superseded_at IS NULL) AND (returned_on IS NULL));
CREATE INDEX floating_away_org ON public.floating_away USING btree (tenant_id, org_id, left_on);
CREATE INDEX floating_away_path ON public.floating_away USING btree (tenant_id, org_path, left_on);
CREATE INDEX floating_away_person ON public.floating_away USING btree (tenant_id, person_id);
CREATE INDEX floating_away_stay ON public.floating_away USING btree (tenant_id, away_id);
alter table floating_away enable row level security;
create policy added on floating_away for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on floating_away for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy far_end on floating_away for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((other_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (other_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy removed on floating_away for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on floating_away for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON floating_away FOR EACH ROW EXECUTE FUNCTION guard_fact();

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
  how text collate "C" not null,
  report boolean default false not null,
  content text default ''::text not null,
  by_name text not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint floating_contact_pkey PRIMARY KEY (tenant_id, id),
  constraint floating_contact_how_check CHECK (how = ANY (ARRAY['phone'::text, 'wechat'::text, 'letter'::text, 'visit'::text, 'family'::text]))
);
CREATE INDEX floating_contact_away ON public.floating_contact USING btree (tenant_id, away_id, made_on);
CREATE INDEX floating_contact_keeper ON public.floating_contact USING btree (tenant_id, person_id, made_on);
CREATE INDEX floating_contact_member ON public.floating_contact USING btree (tenant_id, member_id, made_on);
CREATE UNIQUE INDEX floating_contact_one ON public.floating_contact USING btree (tenant_id, contact_id) WHERE (superseded_at IS NULL);
CREATE INDEX floating_contact_org ON public.floating_contact USING btree (tenant_id, org_id, made_on);
CREATE INDEX floating_contact_path ON public.floating_contact USING btree (tenant_id, org_path, made_on);
alter table floating_contact enable row level security;
create policy added on floating_contact for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND (((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text))) OR (person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid))));
create policy changed on floating_contact for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND (((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text))) OR (person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid))));
create policy far_end on floating_contact for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((other_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (other_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy removed on floating_contact for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))));
create policy seen on floating_contact for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON floating_contact FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table floating_keeper (
  tenant_id uuid not null,
  id uuid not null,
  away_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  other_path text collate "C" not null,
  person_id uuid not null,
  member_id uuid not null,
  member_name text not null,
  reason text collate "C" not null,
  place_kind text collate "C" not null,
  place text not null,
  phone text,
  left_on date not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint floating_keeper_pkey PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX floating_keeper_one ON public.floating_keeper USING btree (tenant_id, away_id) WHERE (superseded_at IS NULL);
CREATE INDEX floating_keeper_path ON public.floating_keeper USING btree (tenant_id, org_path);
CREATE INDEX floating_keeper_person ON public.floating_keeper USING btree (tenant_id, person_id) WHERE (superseded_at IS NULL);
alter table floating_keeper enable row level security;
create policy added on floating_keeper for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on floating_keeper for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on floating_keeper for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on floating_keeper for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON floating_keeper FOR EACH ROW EXECUTE FUNCTION guard_fact();

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
  kind text collate "C" not null,
  happened_on date not null,
  year integer,
  grade text collate "C",
  from_month date,
  to_month date,
  amount_fen bigint,
  words text default ''::text not null,
  said_by text not null,
  meeting_id uuid,
  from_paper boolean default false not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint floating_life_pkey PRIMARY KEY (tenant_id, id),
  constraint floating_life_amount_fen_check CHECK (amount_fen > 0),
  constraint floating_life_grade_check CHECK (grade = ANY (ARRAY['excellent'::text, 'qualified'::text, 'basically_qualified'::text, 'unqualified'::text])),
  constraint floating_life_kind_check CHECK (kind = ANY (ARRAY['activity'::text, 'dues'::text, 'evaluation'::text, 'review'::text])),
  constraint floating_life_shape CHECK (
CASE kind
    WHEN 'dues'::text THEN amount_fen IS NOT NULL AND from_month IS NOT NULL AND to_month >= from_month
    WHEN 'evaluation'::text THEN year IS NOT NULL AND grade IS NOT NULL
    WHEN 'review'::text THEN year IS NOT NULL
    ELSE true
END)
);
CREATE INDEX floating_life_away ON public.floating_life USING btree (tenant_id, away_id, happened_on);
CREATE UNIQUE INDEX floating_life_meeting ON public.floating_life USING btree (tenant_id, away_id, meeting_id) WHERE ((superseded_at IS NULL) AND (meeting_id IS NOT NULL));
CREATE UNIQUE INDEX floating_life_one ON public.floating_life USING btree (tenant_id, life_id) WHERE (superseded_at IS NULL);
CREATE INDEX floating_life_path ON public.floating_life USING btree (tenant_id, org_path, happened_on);
CREATE INDEX floating_life_person ON public.floating_life USING btree (tenant_id, person_id, happened_on);
CREATE UNIQUE INDEX floating_life_year ON public.floating_life USING btree (tenant_id, away_id, kind, year) WHERE ((superseded_at IS NULL) AND (kind = ANY (ARRAY['evaluation'::text, 'review'::text])));
alter table floating_life enable row level security;
create policy added on floating_life for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on floating_life for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy far_end on floating_life for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((other_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (other_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy removed on floating_life for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on floating_life for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON floating_life FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table floating_setting (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  contact_months integer not null,
  abroad_months integer not null,
  counts_presence boolean not null,
  valid_from date not null,
  valid_to date,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint floating_setting_pkey PRIMARY KEY (tenant_id, id),
  constraint floating_setting_abroad_months_check CHECK (abroad_months >= 1 AND abroad_months <= 6),
  constraint floating_setting_contact_months_check CHECK (contact_months >= 1 AND contact_months <= 12),
  constraint floating_setting_order CHECK (valid_to IS NULL OR valid_to > valid_from)
);
CREATE UNIQUE INDEX floating_setting_one_open ON public.floating_setting USING btree (tenant_id, org_id) WHERE ((valid_to IS NULL) AND (superseded_at IS NULL));
CREATE INDEX floating_setting_path ON public.floating_setting USING btree (tenant_id, org_path);
alter table floating_setting enable row level security;
create policy added on floating_setting for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on floating_setting for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on floating_setting for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on floating_setting for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR ((NULLIF(current_setting('app.place'::text, true), ''::text) >= org_path) AND (NULLIF(current_setting('app.place'::text, true), ''::text) < (org_path || '~'::text))))));
CREATE CONSTRAINT TRIGGER floating_setting_dated AFTER INSERT ON floating_setting DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (current_setting('app.many'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION guard_dated('org_id');
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON floating_setting FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table import_case (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  kind text not null,
  state text not null,
  file_id uuid,
  file_name text not null,
  sheet text default ''::text not null,
  header_row integer default 0 not null,
  header_rows integer default 1 not null,
  columns jsonb default '[]'::jsonb not null,
  branches jsonb default '{}'::jsonb not null,
  as_of date,
  roster_from date,
  keep_bad boolean default false not null,
  generation uuid,
  confirmed_at timestamp with time zone,
  version integer default 1 not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint import_case_pkey PRIMARY KEY (tenant_id, id),
  constraint import_case_kind_check CHECK (kind = ANY (ARRAY['roster'::text, 'compare'::text])),
  constraint import_case_state_check CHECK (state = ANY (ARRAY['open'::text, 'ready'::text, 'done'::text, 'undone'::text, 'abandoned'::text]))
);
CREATE INDEX import_case_path ON public.import_case USING btree (tenant_id, org_path, entered_at);
alter table import_case enable row level security;
create policy added on import_case for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on import_case for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on import_case for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on import_case for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));

create table import_difference (
  tenant_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  person_id uuid,
  who text not null,
  branch text default ''::text not null,
  field text not null,
  ours text,
  theirs text,
  settled_on date,
  version integer default 1 not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint import_difference_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX import_difference_path ON public.import_difference USING btree (tenant_id, org_path, entered_at);
alter table import_difference enable row level security;
create policy added on import_difference for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on import_difference for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on import_difference for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on import_difference for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));

create table import_effect (
  tenant_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  people uuid[] not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  kind text not null,
  before jsonb,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint import_effect_pkey PRIMARY KEY (tenant_id, id),
  constraint import_effect_kind_check CHECK (kind = ANY (ARRAY['new'::text, 'changed'::text]))
);
CREATE INDEX import_effect_case ON public.import_effect USING btree (tenant_id, import_id);
alter table import_effect enable row level security;
create policy added on import_effect for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on import_effect for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on import_effect for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on import_effect for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));

create table import_row (
  tenant_id uuid not null,
  import_id uuid not null,
  generation uuid not null,
  row_no integer not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  kind text collate "C" not null,
  who text not null,
  detail text default ''::text not null,
  why text default ''::text not null,
  person_id uuid,
  target_org_id uuid,
  candidates jsonb default '[]'::jsonb not null,
  says json,
  secret json,
  new_id uuid,
  facts json,
  category text,
  stay_from date,
  turned_on date,
  changes jsonb default '[]'::jsonb not null,
  basis uuid,
  problems jsonb,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint import_row_pkey PRIMARY KEY (tenant_id, import_id, generation, row_no),
  constraint import_row_category_check CHECK (category = ANY (ARRAY['full'::text, 'probationary'::text])),
  constraint import_row_kind_check CHECK (kind = ANY (ARRAY['new'::text, 'same'::text, 'change'::text, 'ask'::text, 'elsewhere'::text, 'error'::text, 'left_out'::text, 'absent'::text]))
);
CREATE INDEX import_row_kind ON public.import_row USING btree (tenant_id, import_id, generation, kind, row_no);
CREATE INDEX import_row_problems ON public.import_row USING btree (tenant_id, import_id, generation, row_no) WHERE (problems IS NOT NULL);
alter table import_row enable row level security;
create policy added on import_row for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on import_row for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on import_row for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on import_row for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));

create table inspection_print (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  year integer not null,
  printed_on date not null,
  asked_by text not null,
  asked_on date,
  purpose text default ''::text not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint inspection_print_pkey PRIMARY KEY (tenant_id, id),
  constraint inspection_print_asked_by_check CHECK (asked_by <> ''::text)
);
CREATE INDEX inspection_print_org ON public.inspection_print USING btree (tenant_id, org_id, printed_on);
CREATE INDEX inspection_print_path ON public.inspection_print USING btree (tenant_id, org_path, printed_on);
alter table inspection_print enable row level security;
create policy added on inspection_print for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on inspection_print for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on inspection_print for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on inspection_print for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON inspection_print FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table meeting (
  tenant_id uuid not null,
  id uuid not null,
  sitting_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  kind text collate "C" not null,
  body text not null,
  group_id uuid,
  form text default 'meeting'::text not null,
  title text default ''::text not null,
  held_on date not null,
  starts_at text,
  ends_at text,
  year_of integer not null,
  special boolean default false not null,
  campaign text default ''::text not null,
  state text collate "C" not null,
  entry text default 'live'::text not null,
  content jsonb default '{}'::jsonb not null,
  prepared_by uuid,
  prepared_name text default ''::text not null,
  reason text default ''::text not null,
  version integer default 1 not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint meeting_pkey PRIMARY KEY (tenant_id, id),
  constraint meeting_body_check CHECK (body = ANY (ARRAY['members'::text, 'committee'::text, 'group'::text, 'leading_body'::text])),
  constraint meeting_ends_at_check CHECK (ends_at ~ '^\d\d:\d\d$'::text),
  constraint meeting_entry_check CHECK (entry = ANY (ARRAY['live'::text, 'late'::text, 'paper_totals'::text])),
  constraint meeting_form_check CHECK (form = ANY (ARRAY['meeting'::text, 'home_visit'::text, 'post'::text])),
  constraint meeting_starts_at_check CHECK (starts_at ~ '^\d\d:\d\d$'::text),
  constraint meeting_state_check CHECK (state = ANY (ARRAY['planned'::text, 'announced'::text, 'started'::text, 'ready'::text, 'final'::text, 'correcting'::text, 'cancelled'::text]))
);
CREATE INDEX meeting_day ON public.meeting USING btree (tenant_id, held_on, id);
CREATE INDEX meeting_org ON public.meeting USING btree (tenant_id, org_id, held_on);
CREATE INDEX meeting_path ON public.meeting USING btree (tenant_id, org_path, held_on, state, kind);
CREATE INDEX meeting_sitting ON public.meeting USING btree (tenant_id, sitting_id);
alter table meeting enable row level security;
create policy added on meeting for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on meeting for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on meeting for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on meeting for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));

create table meeting_decision (
  tenant_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  meeting_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  decided_on date not null,
  item_seq integer not null,
  item_title text not null,
  what text not null,
  responsible_id uuid,
  responsible_name text default ''::text not null,
  due_on date,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint meeting_decision_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX meeting_decision_meeting ON public.meeting_decision USING btree (tenant_id, meeting_id);
CREATE UNIQUE INDEX meeting_decision_one ON public.meeting_decision USING btree (tenant_id, decision_id) WHERE (superseded_at IS NULL);
CREATE INDEX meeting_decision_org ON public.meeting_decision USING btree (tenant_id, org_id, decided_on);
CREATE INDEX meeting_decision_path ON public.meeting_decision USING btree (tenant_id, org_path, decided_on);
alter table meeting_decision enable row level security;
create policy added on meeting_decision for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on meeting_decision for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on meeting_decision for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on meeting_decision for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON meeting_decision FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table meeting_file (
  tenant_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  file_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  use text not null,
  name text not null,
  mime text not null,
  size bigint not null,
  hash text not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint meeting_file_pkey PRIMARY KEY (tenant_id, id),
  constraint meeting_file_use_check CHECK (use = ANY (ARRAY['sign_in'::text, 'agenda'::text, 'material'::text, 'record'::text, 'notes'::text, 'pictures'::text, 'signed_print'::text, 'other'::text]))
);
CREATE INDEX meeting_file_hash ON public.meeting_file USING btree (tenant_id, hash);
CREATE INDEX meeting_file_meeting ON public.meeting_file USING btree (tenant_id, meeting_id);
CREATE INDEX meeting_file_path ON public.meeting_file USING btree (tenant_id, org_path);
alter table meeting_file enable row level security;
create policy added on meeting_file for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on meeting_file for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on meeting_file for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on meeting_file for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));

create table meeting_held (
  tenant_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  sitting_id uuid not null,
  version integer not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  kind text collate "C" not null,
  body text not null,
  group_id uuid,
  form text not null,
  entry text not null,
  title text not null,
  held_on date not null,
  year_of integer not null,
  special boolean not null,
  campaign text not null,
  entitled integer not null,
  present integer not null,
  on_leave integer not null,
  absent integer not null,
  guests integer not null,
  rated integer not null,
  rated_present integer not null,
  items integer not null,
  minutes integer,
  study boolean not null,
  content jsonb not null,
  fingerprint text not null,
  prepared_by uuid not null,
  prepared_name text not null,
  approved_by uuid not null,
  approved_name text not null,
  signed_file_id uuid,
  correction_reason text default ''::text not null,
  recorded_on date not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint meeting_held_pkey PRIMARY KEY (tenant_id, id),
  constraint meeting_held_body_check CHECK (body = ANY (ARRAY['members'::text, 'committee'::text, 'group'::text, 'leading_body'::text])),
  constraint meeting_held_entry_check CHECK (entry = ANY (ARRAY['live'::text, 'late'::text, 'paper_totals'::text])),
  constraint meeting_held_form_check CHECK (form = ANY (ARRAY['meeting'::text, 'home_visit'::text, 'post'::text]))
);
CREATE UNIQUE INDEX meeting_held_one ON public.meeting_held USING btree (tenant_id, meeting_id) WHERE (superseded_at IS NULL);
CREATE INDEX meeting_held_org ON public.meeting_held USING btree (tenant_id, org_id, held_on);
CREATE INDEX meeting_held_path ON public.meeting_held USING btree (tenant_id, org_path, held_on);
CREATE INDEX meeting_held_sitting ON public.meeting_held USING btree (tenant_id, sitting_id);
CREATE UNIQUE INDEX meeting_held_version ON public.meeting_held USING btree (tenant_id, meeting_id, version);
alter table meeting_held enable row level security;
create policy added on meeting_held for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on meeting_held for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on meeting_held for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on meeting_held for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON meeting_held FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table meeting_item (
  tenant_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  held_on date not null,
  seq integer not null,
  kind text not null,
  title text not null,
  decision text not null,
  follow_up_of uuid,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint meeting_item_pkey PRIMARY KEY (tenant_id, id),
  constraint meeting_item_kind_check CHECK (kind = ANY (ARRAY['first_topic'::text, 'regular'::text, 'follow_up'::text]))
);
CREATE INDEX meeting_item_meeting ON public.meeting_item USING btree (tenant_id, meeting_id);
CREATE INDEX meeting_item_path ON public.meeting_item USING btree (tenant_id, org_path, held_on);
alter table meeting_item enable row level security;
create policy added on meeting_item for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on meeting_item for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on meeting_item for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on meeting_item for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON meeting_item FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table meeting_kind (
  tenant_id uuid not null,
  id uuid not null,
  kind_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  name text not null,
  body text not null,
  rhythm_times integer,
  rhythm_per text,
  study boolean default false not null,
  first_topic boolean default false not null,
  template text[] default '{}'::text[] not null,
  valid_from date not null,
  valid_to date,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint meeting_kind_pkey PRIMARY KEY (tenant_id, id),
  constraint meeting_kind_body_check CHECK (body = ANY (ARRAY['members'::text, 'committee'::text, 'group'::text, 'leading_body'::text])),
  constraint meeting_kind_order CHECK (valid_to IS NULL OR valid_to > valid_from),
  constraint meeting_kind_rhythm_per_check CHECK (rhythm_per = ANY (ARRAY['month'::text, 'quarter'::text, 'half_year'::text, 'year'::text]))
);
CREATE UNIQUE INDEX meeting_kind_one_open ON public.meeting_kind USING btree (tenant_id, kind_id) WHERE ((valid_to IS NULL) AND (superseded_at IS NULL));
CREATE INDEX meeting_kind_path ON public.meeting_kind USING btree (tenant_id, org_path);
alter table meeting_kind enable row level security;
create policy added on meeting_kind for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on meeting_kind for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on meeting_kind for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on meeting_kind for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR ((NULLIF(current_setting('app.place'::text, true), ''::text) >= org_path) AND (NULLIF(current_setting('app.place'::text, true), ''::text) < (org_path || '~'::text))))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON meeting_kind FOR EACH ROW EXECUTE FUNCTION guard_fact();
CREATE CONSTRAINT TRIGGER meeting_kind_dated AFTER INSERT ON meeting_kind DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (current_setting('app.many'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION guard_dated('kind_id');

create table meeting_notice (
  tenant_id uuid not null,
  meeting_id uuid not null,
  sitting_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  body text not null,
  group_id uuid,
  held_on date not null,
  starts_at text,
  place text not null,
  title text not null,
  items text[] default '{}'::text[] not null,
  note text default ''::text not null,
  change text,
  was text default ''::text not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint meeting_notice_pkey PRIMARY KEY (tenant_id, meeting_id),
  constraint meeting_notice_body_check CHECK (body = ANY (ARRAY['members'::text, 'committee'::text, 'group'::text, 'leading_body'::text])),
  constraint meeting_notice_change_check CHECK (change = ANY (ARRAY['moved'::text, 'place'::text, 'cancelled'::text]))
);
CREATE INDEX meeting_notice_org ON public.meeting_notice USING btree (tenant_id, org_id, held_on);
CREATE INDEX meeting_notice_path ON public.meeting_notice USING btree (tenant_id, org_path, held_on);
alter table meeting_notice enable row level security;
create policy added on meeting_notice for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on meeting_notice for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on meeting_notice for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on meeting_notice for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR ((NULLIF(current_setting('app.place'::text, true), ''::text) >= org_path) AND (NULLIF(current_setting('app.place'::text, true), ''::text) < (org_path || '~'::text))))));

create table meeting_outcome (
  tenant_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  closed_on date not null,
  outcome text not null,
  meeting_id uuid,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint meeting_outcome_pkey PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX meeting_outcome_one ON public.meeting_outcome USING btree (tenant_id, decision_id) WHERE (superseded_at IS NULL);
CREATE INDEX meeting_outcome_path ON public.meeting_outcome USING btree (tenant_id, org_path);
alter table meeting_outcome enable row level security;
create policy added on meeting_outcome for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on meeting_outcome for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on meeting_outcome for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on meeting_outcome for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON meeting_outcome FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table meeting_setting (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  settings jsonb not null,
  valid_from date not null,
  valid_to date,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint meeting_setting_pkey PRIMARY KEY (tenant_id, id),
  constraint meeting_setting_order CHECK (valid_to IS NULL OR valid_to > valid_from)
);
CREATE UNIQUE INDEX meeting_setting_one_open ON public.meeting_setting USING btree (tenant_id, org_id) WHERE ((valid_to IS NULL) AND (superseded_at IS NULL));
CREATE INDEX meeting_setting_path ON public.meeting_setting USING btree (tenant_id, org_path);
alter table meeting_setting enable row level security;
create policy added on meeting_setting for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on meeting_setting for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on meeting_setting for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on meeting_setting for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR ((NULLIF(current_setting('app.place'::text, true), ''::text) >= org_path) AND (NULLIF(current_setting('app.place'::text, true), ''::text) < (org_path || '~'::text))))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON meeting_setting FOR EACH ROW EXECUTE FUNCTION guard_fact();
CREATE CONSTRAINT TRIGGER meeting_setting_dated AFTER INSERT ON meeting_setting DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (current_setting('app.many'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION guard_dated('org_id');

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
  minutes integer not null,
  people integer not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint meeting_study_pkey PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX meeting_study_one ON public.meeting_study USING btree (tenant_id, meeting_id) WHERE (superseded_at IS NULL);
CREATE INDEX meeting_study_path ON public.meeting_study USING btree (tenant_id, org_path, held_on);
CREATE INDEX meeting_study_sitting ON public.meeting_study USING btree (tenant_id, sitting_id);
alter table meeting_study enable row level security;
create policy added on meeting_study for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on meeting_study for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on meeting_study for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on meeting_study for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON meeting_study FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table meeting_tap (
  tenant_id uuid not null,
  sitting_id uuid not null,
  key text not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  entered_at timestamp with time zone not null,
  entered_by uuid,
  constraint meeting_tap_pkey PRIMARY KEY (tenant_id, sitting_id, key)
);
CREATE INDEX meeting_tap_path ON public.meeting_tap USING btree (tenant_id, org_path);
alter table meeting_tap enable row level security;
create policy added on meeting_tap for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on meeting_tap for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on meeting_tap for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on meeting_tap for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));

create table meeting_vote (
  tenant_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  held_on date not null,
  item_seq integer not null,
  subject text not null,
  method text not null,
  on_person boolean not null,
  entitled integer not null,
  present integer not null,
  in_favour integer not null,
  against integer not null,
  abstained integer not null,
  recused integer not null,
  needed integer not null,
  passed boolean not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint meeting_vote_pkey PRIMARY KEY (tenant_id, id),
  constraint meeting_vote_method_check CHECK (method = ANY (ARRAY['show_of_hands'::text, 'paper'::text]))
);
CREATE INDEX meeting_vote_meeting ON public.meeting_vote USING btree (tenant_id, meeting_id);
CREATE INDEX meeting_vote_path ON public.meeting_vote USING btree (tenant_id, org_path, held_on);
alter table meeting_vote enable row level security;
create policy added on meeting_vote for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on meeting_vote for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on meeting_vote for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on meeting_vote for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON meeting_vote FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table member_attachment (
  tenant_id uuid not null,
  id uuid not null,
  attachment_id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  other_path text collate "C" not null,
  person_name text not null,
  kind text not null,
  host_org_id uuid,
  host_name text not null,
  duty text default ''::text not null,
  paper text default ''::text not null,
  valid_from date not null,
  valid_to date,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint member_attachment_pkey PRIMARY KEY (tenant_id, id),
  constraint member_attachment_kind_check CHECK (kind = ANY (ARRAY['secondment'::text, 'exchange_post'::text, 'village_post'::text, 'temporary_branch'::text, 'floating_in'::text, 'dual_life'::text, 'not_transferred'::text])),
  constraint member_attachment_order CHECK (valid_to IS NULL OR valid_to > valid_from)
);
CREATE INDEX member_attachment_host ON public.member_attachment USING btree (tenant_id, host_org_id) WHERE (superseded_at IS NULL);
CREATE UNIQUE INDEX member_attachment_one_open ON public.member_attachment USING btree (tenant_id, attachment_id) WHERE ((valid_to IS NULL) AND (superseded_at IS NULL));
CREATE INDEX member_attachment_path ON public.member_attachment USING btree (tenant_id, org_path) WHERE (superseded_at IS NULL);
CREATE INDEX member_attachment_person ON public.member_attachment USING btree (tenant_id, person_id) WHERE (superseded_at IS NULL);
alter table member_attachment enable row level security;
create policy added on member_attachment for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on member_attachment for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy far_end on member_attachment for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((other_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (other_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy removed on member_attachment for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on member_attachment for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON member_attachment FOR EACH ROW EXECUTE FUNCTION guard_fact();
CREATE CONSTRAINT TRIGGER member_attachment_dated AFTER INSERT ON member_attachment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (current_setting('app.many'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION guard_dated('attachment_id');

create table member_hardship (
  tenant_id uuid not null,
  id uuid not null,
  hardship_id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  readers uuid[] not null,
  kind text not null,
  situation text not null,
  help text default ''::text not null,
  valid_from date not null,
  valid_to date,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint member_hardship_pkey PRIMARY KEY (tenant_id, id),
  constraint member_hardship_kind_check CHECK (kind = ANY (ARRAY['hardship'::text, 'old'::text, 'ill'::text, 'bereaved'::text])),
  constraint member_hardship_order CHECK (valid_to IS NULL OR valid_to > valid_from)
);
CREATE UNIQUE INDEX member_hardship_one_open ON public.member_hardship USING btree (tenant_id, hardship_id) WHERE ((valid_to IS NULL) AND (superseded_at IS NULL));
CREATE INDEX member_hardship_path ON public.member_hardship USING btree (tenant_id, org_path);
CREATE INDEX member_hardship_person ON public.member_hardship USING btree (tenant_id, person_id);
alter table member_hardship enable row level security;
create policy added on member_hardship for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid = ANY (readers))));
create policy changed on member_hardship for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((NULLIF(current_setting('app.person'::text, true), ''::text))::uuid = ANY (readers)))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid = ANY (readers))));
create policy removed on member_hardship for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((NULLIF(current_setting('app.person'::text, true), ''::text))::uuid = ANY (readers))));
create policy seen on member_hardship for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((NULLIF(current_setting('app.person'::text, true), ''::text))::uuid = ANY (readers))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON member_hardship FOR EACH ROW EXECUTE FUNCTION guard_fact();
CREATE CONSTRAINT TRIGGER member_hardship_dated AFTER INSERT ON member_hardship DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (current_setting('app.many'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION guard_dated('hardship_id');

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
  reason text default ''::text not null,
  state text collate "C" default 'open'::text not null,
  answer text default ''::text not null,
  answered_on date,
  version integer default 1 not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint member_request_pkey PRIMARY KEY (tenant_id, request_id),
  constraint member_request_state_check CHECK (state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text]))
);
CREATE INDEX member_request_path ON public.member_request USING btree (tenant_id, org_path, state);
CREATE INDEX member_request_person ON public.member_request USING btree (tenant_id, person_id);
alter table member_request enable row level security;
create policy added on member_request for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND (((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text))) OR (person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid))));
create policy changed on member_request for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND (((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text))) OR (person_id = (( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid))));
create policy removed on member_request for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))));
create policy seen on member_request for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))));

create table member_restriction (
  tenant_id uuid not null,
  id uuid not null,
  restriction_id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  kind text not null,
  valid_from date not null,
  valid_to date,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint member_restriction_pkey PRIMARY KEY (tenant_id, id),
  constraint member_restriction_kind_check CHECK (kind = ANY (ARRAY['barred'::text, 'sanctioned'::text])),
  constraint member_restriction_order CHECK (valid_to IS NULL OR valid_to > valid_from)
);
CREATE UNIQUE INDEX member_restriction_one_open ON public.member_restriction USING btree (tenant_id, restriction_id) WHERE ((valid_to IS NULL) AND (superseded_at IS NULL));
CREATE INDEX member_restriction_path ON public.member_restriction USING btree (tenant_id, org_path);
CREATE INDEX member_restriction_person ON public.member_restriction USING btree (tenant_id, person_id) WHERE (superseded_at IS NULL);
alter table member_restriction enable row level security;
create policy added on member_restriction for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on member_restriction for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on member_restriction for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on member_restriction for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON member_restriction FOR EACH ROW EXECUTE FUNCTION guard_fact();
CREATE CONSTRAINT TRIGGER member_restriction_dated AFTER INSERT ON member_restriction DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (current_setting('app.many'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION guard_dated('restriction_id');

create table membership (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  other_path text collate "C" not null,
  category text collate "C" not null,
  standing text default 'normal'::text not null,
  way_in text not null,
  in_paper text default ''::text not null,
  in_from text default ''::text not null,
  way_out text,
  out_paper text default ''::text not null,
  out_to text default ''::text not null,
  group_id uuid,
  unit text default ''::text not null,
  valid_from date not null,
  valid_to date,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint membership_pkey PRIMARY KEY (tenant_id, id),
  constraint membership_category_check CHECK (category = ANY (ARRAY['full'::text, 'probationary'::text])),
  constraint membership_order CHECK (valid_to IS NULL OR valid_to > valid_from),
  constraint membership_standing_check CHECK (standing = ANY (ARRAY['normal'::text, 'suspended'::text]))
);
CREATE UNIQUE INDEX membership_one_open ON public.membership USING btree (tenant_id, person_id) WHERE ((valid_to IS NULL) AND (superseded_at IS NULL));
CREATE INDEX membership_org ON public.membership USING btree (tenant_id, org_id) WHERE (superseded_at IS NULL);
CREATE INDEX membership_path ON public.membership USING btree (tenant_id, org_path, person_id) WHERE (superseded_at IS NULL);
CREATE INDEX membership_person ON public.membership USING btree (tenant_id, person_id, valid_from);
alter table membership enable row level security;
create policy added on membership for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on membership for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy far_end on membership for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((other_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (other_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy removed on membership for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on membership for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON membership FOR EACH ROW EXECUTE FUNCTION guard_fact();
CREATE CONSTRAINT TRIGGER membership_dated AFTER INSERT ON membership DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (current_setting('app.many'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION guard_dated('person_id');

create table name_token (
  tenant_id uuid not null,
  token text collate "C" not null,
  name text collate "C" not null,
  constraint name_token_pkey PRIMARY KEY (tenant_id, token, name)
);
alter table name_token enable row level security;

create table org_act (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  act text not null,
  happened_on date not null,
  approved_by text not null,
  approval_paper text not null,
  approved_on date,
  applied_on date,
  other_org_ids uuid[] default '{}'::uuid[] not null,
  exception text default ''::text not null,
  advice jsonb default '[]'::jsonb not null,
  note text default ''::text not null,
  file_id uuid,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint org_act_pkey PRIMARY KEY (tenant_id, id),
  constraint org_act_act_check CHECK (act = ANY (ARRAY['establish'::text, 'rename'::text, 'change'::text, 'move'::text, 'merge'::text, 'split'::text, 'revoke'::text]))
);
CREATE INDEX org_act_org ON public.org_act USING btree (tenant_id, org_id, happened_on);
CREATE INDEX org_act_path ON public.org_act USING btree (tenant_id, org_path, happened_on);
alter table org_act enable row level security;
create policy added on org_act for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on org_act for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on org_act for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on org_act for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON org_act FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table org_clock (
  tenant_id uuid not null,
  org_id uuid not null,
  last_entered_at timestamp with time zone not null,
  acts bigint default 1 not null,
  constraint org_clock_pkey PRIMARY KEY (tenant_id, org_id)
);
alter table org_clock enable row level security;

create table org_edge (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  parent_id uuid not null,
  valid_from date not null,
  valid_to date,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint org_edge_pkey PRIMARY KEY (tenant_id, id),
  constraint org_edge_order CHECK (valid_to IS NULL OR valid_to > valid_from)
);
CREATE UNIQUE INDEX org_edge_one_open ON public.org_edge USING btree (tenant_id, org_id) WHERE ((valid_to IS NULL) AND (superseded_at IS NULL));
CREATE INDEX org_edge_org ON public.org_edge USING btree (tenant_id, org_id);
CREATE INDEX org_edge_parent ON public.org_edge USING btree (tenant_id, parent_id);
alter table org_edge enable row level security;
create policy added on org_edge for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on org_edge for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on org_edge for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on org_edge for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR ((NULLIF(current_setting('app.place'::text, true), ''::text) >= org_path) AND (NULLIF(current_setting('app.place'::text, true), ''::text) < (org_path || '~'::text))))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON org_edge FOR EACH ROW EXECUTE FUNCTION guard_fact();
CREATE CONSTRAINT TRIGGER org_edge_dated AFTER INSERT ON org_edge DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (current_setting('app.many'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION guard_dated('org_id');

create table org_handover (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  from_name text not null,
  to_name text not null,
  witness text default ''::text not null,
  handed_on date not null,
  items jsonb not null,
  note text default ''::text not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint org_handover_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX org_handover_org ON public.org_handover USING btree (tenant_id, org_id);
CREATE INDEX org_handover_path ON public.org_handover USING btree (tenant_id, org_path);
alter table org_handover enable row level security;
create policy added on org_handover for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on org_handover for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on org_handover for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on org_handover for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON org_handover FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table org_notice (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  ends_on date not null,
  noticed_on date not null,
  means text not null,
  note text default ''::text not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint org_notice_pkey PRIMARY KEY (tenant_id, id),
  constraint org_notice_means_check CHECK (means = ANY (ARRAY['letter'::text, 'phone'::text, 'other'::text]))
);
CREATE INDEX org_notice_org ON public.org_notice USING btree (tenant_id, org_id);
CREATE INDEX org_notice_path ON public.org_notice USING btree (tenant_id, org_path);
alter table org_notice enable row level security;
create policy added on org_notice for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on org_notice for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on org_notice for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on org_notice for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON org_notice FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table org_term_shift (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  ends_on date not null,
  new_ends_on date not null,
  approved_on date not null,
  approved_by text not null,
  approval_paper text not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint org_term_shift_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX org_term_shift_org ON public.org_term_shift USING btree (tenant_id, org_id);
CREATE INDEX org_term_shift_path ON public.org_term_shift USING btree (tenant_id, org_path);
alter table org_term_shift enable row level security;
create policy added on org_term_shift for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on org_term_shift for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on org_term_shift for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on org_term_shift for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON org_term_shift FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table organisation (
  tenant_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  seq bigint not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint organisation_pkey PRIMARY KEY (tenant_id, org_id),
  constraint organisation_tenant_id_seq_key UNIQUE (tenant_id, seq)
);
CREATE UNIQUE INDEX organisation_path ON public.organisation USING btree (tenant_id, org_path);
alter table organisation enable row level security;
create policy added on organisation for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on organisation for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on organisation for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on organisation for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR ((NULLIF(current_setting('app.place'::text, true), ''::text) >= org_path) AND (NULLIF(current_setting('app.place'::text, true), ''::text) < (org_path || '~'::text))))));

create table organisation_state (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  name text not null,
  short_name text not null,
  kind text not null,
  sector text not null,
  member_kind text default 'general'::text not null,
  units text[] default '{}'::text[] not null,
  contact text default ''::text not null,
  valid_from date not null,
  valid_to date,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint organisation_state_pkey PRIMARY KEY (tenant_id, id),
  constraint organisation_state_kind_check CHECK (kind = ANY (ARRAY['committee'::text, 'working_committee'::text, 'leading_group'::text, 'general_branch'::text, 'branch'::text, 'joint_branch'::text, 'temporary_committee'::text, 'temporary_general_branch'::text, 'temporary_branch'::text, 'temporary_joint_branch'::text])),
  constraint organisation_state_member_kind_check CHECK (member_kind = ANY (ARRAY['general'::text, 'office'::text, 'retired'::text, 'student'::text, 'floating'::text])),
  constraint organisation_state_order CHECK (valid_to IS NULL OR valid_to > valid_from),
  constraint organisation_state_sector_check CHECK (sector = ANY (ARRAY['village'::text, 'community'::text, 'office'::text, 'institution'::text, 'state_enterprise'::text, 'private_enterprise'::text, 'social_organisation'::text, 'school'::text, 'mixed'::text]))
);
CREATE UNIQUE INDEX organisation_state_one_open ON public.organisation_state USING btree (tenant_id, org_id) WHERE ((valid_to IS NULL) AND (superseded_at IS NULL));
CREATE INDEX organisation_state_org ON public.organisation_state USING btree (tenant_id, org_id, valid_from);
CREATE INDEX organisation_state_path ON public.organisation_state USING btree (tenant_id, org_path);
alter table organisation_state enable row level security;
create policy added on organisation_state for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on organisation_state for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on organisation_state for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on organisation_state for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR ((NULLIF(current_setting('app.place'::text, true), ''::text) >= org_path) AND (NULLIF(current_setting('app.place'::text, true), ''::text) < (org_path || '~'::text))))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON organisation_state FOR EACH ROW EXECUTE FUNCTION guard_fact();
CREATE CONSTRAINT TRIGGER organisation_state_dated AFTER INSERT ON organisation_state DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (current_setting('app.many'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION guard_dated('org_id');

create table party_group (
  tenant_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  name text not null,
  valid_from date not null,
  valid_to date,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint party_group_pkey PRIMARY KEY (tenant_id, id),
  constraint party_group_order CHECK (valid_to IS NULL OR valid_to > valid_from)
);
CREATE UNIQUE INDEX party_group_one_open ON public.party_group USING btree (tenant_id, group_id) WHERE ((valid_to IS NULL) AND (superseded_at IS NULL));
CREATE INDEX party_group_org ON public.party_group USING btree (tenant_id, org_id);
CREATE INDEX party_group_path ON public.party_group USING btree (tenant_id, org_path);
alter table party_group enable row level security;
create policy added on party_group for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on party_group for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on party_group for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on party_group for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR ((NULLIF(current_setting('app.place'::text, true), ''::text) >= org_path) AND (NULLIF(current_setting('app.place'::text, true), ''::text) < (org_path || '~'::text))))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON party_group FOR EACH ROW EXECUTE FUNCTION guard_fact();
CREATE CONSTRAINT TRIGGER party_group_dated AFTER INSERT ON party_group DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (current_setting('app.many'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION guard_dated('group_id');

create table person (
  tenant_id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint person_pkey PRIMARY KEY (tenant_id, person_id)
);
alter table person enable row level security;
create policy added on person for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on person for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on person for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on person for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))));

create table person_merge (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kept_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  reason text not null,
  moved jsonb not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint person_merge_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX person_merge_kept ON public.person_merge USING btree (tenant_id, kept_id);
CREATE UNIQUE INDEX person_merge_once ON public.person_merge USING btree (tenant_id, person_id) WHERE (superseded_at IS NULL);
CREATE INDEX person_merge_path ON public.person_merge USING btree (tenant_id, org_path);
alter table person_merge enable row level security;
create policy added on person_merge for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on person_merge for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on person_merge for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on person_merge for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON person_merge FOR EACH ROW EXECUTE FUNCTION guard_fact();

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
  version integer default 1 not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint person_secret_pkey PRIMARY KEY (tenant_id, person_id)
);
CREATE INDEX person_secret_id_last4 ON public.person_secret USING btree (tenant_id, id_last4_hash);
CREATE UNIQUE INDEX person_secret_id_number ON public.person_secret USING btree (tenant_id, id_number_hash);
CREATE INDEX person_secret_phone_last4 ON public.person_secret USING btree (tenant_id, phone_last4_hash);
alter table person_secret enable row level security;
create policy added on person_secret for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on person_secret for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on person_secret for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on person_secret for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))));

create table person_state (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  other_path text collate "C" not null,
  name text collate "C" not null,
  sex text,
  ethnic text collate "C",
  born_on date,
  born_precision text default 'day'::text not null,
  native_place text,
  education text collate "C",
  degree text,
  school text,
  work text collate "C",
  title text,
  stratum text,
  migrant boolean,
  work_unit text,
  job text,
  address text,
  household text,
  joined_on date,
  joined_precision text default 'day'::text not null,
  joined_branch text,
  join_type text,
  regularised_on date,
  regularised_precision text default 'day'::text not null,
  regularisation text,
  correction integer default 0 not null,
  extension_months integer default 0 not null,
  lost boolean default false not null,
  floating boolean default false not null,
  frail boolean default false not null,
  valid_from date not null,
  valid_to date,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint person_state_pkey PRIMARY KEY (tenant_id, id),
  constraint person_state_born_precision_check CHECK (born_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text])),
  constraint person_state_correction_check CHECK (correction >= '-600'::integer AND correction <= 600),
  constraint person_state_extension_months_check CHECK (extension_months >= 0 AND extension_months <= 12),
  constraint person_state_joined_precision_check CHECK (joined_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text])),
  constraint person_state_order CHECK (valid_to IS NULL OR valid_to > valid_from),
  constraint person_state_regularised_precision_check CHECK (regularised_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text])),
  constraint person_state_sex_check CHECK (sex = ANY (ARRAY['male'::text, 'female'::text]))
);
CREATE INDEX person_state_name ON public.person_state USING btree (tenant_id, name, org_path, person_id) INCLUDE (other_path, valid_from, valid_to) WHERE (superseded_at IS NULL);
CREATE UNIQUE INDEX person_state_one_open ON public.person_state USING btree (tenant_id, person_id) WHERE ((valid_to IS NULL) AND (superseded_at IS NULL));
CREATE INDEX person_state_person ON public.person_state USING btree (tenant_id, person_id, valid_from);
alter table person_state enable row level security;
create policy added on person_state for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on person_state for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy far_end on person_state for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((other_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (other_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy removed on person_state for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on person_state for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON person_state FOR EACH ROW EXECUTE FUNCTION guard_fact();
CREATE CONSTRAINT TRIGGER person_state_dated AFTER INSERT ON person_state DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (current_setting('app.many'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION guard_dated('person_id');

create table post (
  tenant_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  person_id uuid not null,
  person_name text default ''::text not null,
  kind text not null,
  group_id uuid,
  duties text default ''::text not null,
  way_in text not null,
  term_ends_on date,
  approved_on date,
  approval_paper text default ''::text not null,
  end_reason text default ''::text not null,
  valid_from date not null,
  valid_to date,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint post_pkey PRIMARY KEY (tenant_id, id),
  constraint post_order CHECK (valid_to IS NULL OR valid_to > valid_from),
  constraint post_way_in_check CHECK (way_in = ANY (ARRAY['election'::text, 'by_election'::text, 'appointment'::text, 'interim'::text]))
);
CREATE UNIQUE INDEX post_one_open ON public.post USING btree (tenant_id, post_id) WHERE ((valid_to IS NULL) AND (superseded_at IS NULL));
CREATE INDEX post_org ON public.post USING btree (tenant_id, org_id);
CREATE INDEX post_path ON public.post USING btree (tenant_id, org_path);
CREATE INDEX post_person ON public.post USING btree (tenant_id, person_id);
alter table post enable row level security;
create policy added on post for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on post for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on post for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on post for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR ((NULLIF(current_setting('app.place'::text, true), ''::text) >= org_path) AND (NULLIF(current_setting('app.place'::text, true), ''::text) < (org_path || '~'::text))))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON post FOR EACH ROW EXECUTE FUNCTION guard_fact();
CREATE CONSTRAINT TRIGGER post_dated AFTER INSERT ON post DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (current_setting('app.many'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION guard_dated('post_id');
CREATE TRIGGER status_readers_follow AFTER INSERT ON post FOR EACH ROW EXECUTE FUNCTION status_renew();

create table publication_answer (
  tenant_id uuid not null,
  id uuid not null,
  question_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  board_code text collate "C" not null,
  number integer not null,
  question text not null,
  answer text not null,
  asked_on date not null,
  answered_on date not null,
  published_at timestamp with time zone,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint publication_answer_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX publication_answer_board ON public.publication_answer USING btree (board_code, answered_on);
CREATE UNIQUE INDEX publication_answer_one ON public.publication_answer USING btree (tenant_id, question_id);
CREATE INDEX publication_answer_path ON public.publication_answer USING btree (tenant_id, org_path);
alter table publication_answer enable row level security;
create policy added on publication_answer for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on publication_answer for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on publication_answer for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on publication_answer for select to public using ((((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))) OR (published_at IS NOT NULL)));

create table publication_board (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  code text collate "C" not null,
  name text not null,
  village boolean not null,
  opened_on date not null,
  published_at timestamp with time zone,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint publication_board_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX publication_board_code ON public.publication_board USING btree (code);
CREATE UNIQUE INDEX publication_board_one ON public.publication_board USING btree (tenant_id, code);
CREATE UNIQUE INDEX publication_board_org ON public.publication_board USING btree (tenant_id, org_id);
CREATE INDEX publication_board_path ON public.publication_board USING btree (tenant_id, org_path);
alter table publication_board enable row level security;
create policy added on publication_board for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on publication_board for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on publication_board for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on publication_board for select to public using ((((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))) OR (published_at IS NOT NULL)));

create table publication_inside (
  tenant_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  code text collate "C" not null,
  version integer not null,
  section text collate "C" not null,
  kind_name text not null,
  title text not null,
  content jsonb,
  shown_from date not null,
  shown_until date,
  ended_on date,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint publication_inside_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX publication_inside_item ON public.publication_inside USING btree (tenant_id, item_id);
CREATE INDEX publication_inside_path ON public.publication_inside USING btree (tenant_id, org_path, shown_from);
alter table publication_inside enable row level security;
create policy added on publication_inside for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on publication_inside for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on publication_inside for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on publication_inside for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR ((NULLIF(current_setting('app.place'::text, true), ''::text) >= org_path) AND (NULLIF(current_setting('app.place'::text, true), ''::text) < (org_path || '~'::text))))));

create table publication_item (
  tenant_id uuid not null,
  item_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  kind text collate "C" not null,
  title text not null,
  state text collate "C" not null,
  audience text collate "C" not null,
  period_from date,
  period_to date,
  source_module text collate "C",
  source_id text collate "C",
  version integer not null,
  shown_version integer default 0 not null,
  shown_from date,
  shown_until date,
  ended_on date,
  edition integer default 1 not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint publication_item_pkey PRIMARY KEY (tenant_id, item_id),
  constraint publication_item_audience_check CHECK (audience = ANY (ARRAY['society'::text, 'unit'::text, 'members'::text])),
  constraint publication_item_source CHECK ((source_module IS NULL) = (source_id IS NULL)),
  constraint publication_item_state_check CHECK (state = ANY (ARRAY['proposed'::text, 'checked'::text, 'approved'::text, 'published'::text, 'ended'::text, 'withdrawn'::text]))
);
CREATE INDEX publication_item_org ON public.publication_item USING btree (tenant_id, org_id, shown_from);
CREATE INDEX publication_item_path ON public.publication_item USING btree (tenant_id, org_path, state);
CREATE UNIQUE INDEX publication_item_record ON public.publication_item USING btree (tenant_id, org_id, source_module, source_id) WHERE ((source_id IS NOT NULL) AND (state <> 'withdrawn'::text));
alter table publication_item enable row level security;
create policy added on publication_item for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on publication_item for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on publication_item for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on publication_item for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));

create table publication_kind (
  tenant_id uuid not null,
  id uuid not null,
  kind text collate "C" not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  name text not null,
  section text collate "C" not null,
  audience text collate "C" not null,
  rhythm text collate "C" not null,
  posting_days integer not null,
  required boolean not null,
  paper text default ''::text not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint publication_kind_pkey PRIMARY KEY (tenant_id, id),
  constraint publication_kind_audience_check CHECK (audience = ANY (ARRAY['society'::text, 'unit'::text, 'members'::text])),
  constraint publication_kind_posting_days_check CHECK (posting_days >= 0 AND posting_days <= 400),
  constraint publication_kind_rhythm_check CHECK (rhythm = ANY (ARRAY['month'::text, 'quarter'::text, 'year'::text, 'event'::text, 'standing'::text])),
  constraint publication_kind_section_check CHECK (section = ANY (ARRAY['party'::text, 'village'::text, 'decision'::text, 'service'::text]))
);
CREATE UNIQUE INDEX publication_kind_one ON public.publication_kind USING btree (tenant_id, org_id, kind) WHERE (superseded_at IS NULL);
CREATE INDEX publication_kind_path ON public.publication_kind USING btree (tenant_id, org_path);
alter table publication_kind enable row level security;
create policy added on publication_kind for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on publication_kind for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on publication_kind for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on publication_kind for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR ((NULLIF(current_setting('app.place'::text, true), ''::text) >= org_path) AND (NULLIF(current_setting('app.place'::text, true), ''::text) < (org_path || '~'::text))))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON publication_kind FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table publication_post (
  tenant_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  board_code text collate "C" not null,
  code text collate "C" not null,
  version integer not null,
  section text collate "C" not null,
  kind_name text not null,
  notice boolean not null,
  title text not null,
  content jsonb,
  shown_from date not null,
  shown_until date,
  ended_on date,
  replaced_by text collate "C" default ''::text not null,
  published_at timestamp with time zone,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint publication_post_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX publication_post_board ON public.publication_post USING btree (board_code, shown_from);
CREATE INDEX publication_post_code ON public.publication_post USING btree (code);
CREATE INDEX publication_post_item ON public.publication_post USING btree (tenant_id, item_id);
CREATE UNIQUE INDEX publication_post_one ON public.publication_post USING btree (tenant_id, code);
CREATE INDEX publication_post_path ON public.publication_post USING btree (tenant_id, org_path);
alter table publication_post enable row level security;
create policy added on publication_post for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on publication_post for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on publication_post for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on publication_post for select to public using ((((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))) OR (published_at IS NOT NULL)));

create table publication_proof (
  tenant_id uuid not null,
  id uuid not null,
  proof_id uuid not null,
  item_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  version integer not null,
  place text not null,
  hung_from date not null,
  hung_until date,
  first_name text not null,
  second_name text not null,
  file_id uuid,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint publication_proof_pkey PRIMARY KEY (tenant_id, id),
  constraint publication_proof_order CHECK (hung_until IS NULL OR hung_until >= hung_from),
  constraint publication_proof_two CHECK (first_name <> second_name)
);
CREATE INDEX publication_proof_item ON public.publication_proof USING btree (tenant_id, item_id);
CREATE INDEX publication_proof_path ON public.publication_proof USING btree (tenant_id, org_path);
alter table publication_proof enable row level security;
create policy added on publication_proof for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on publication_proof for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on publication_proof for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on publication_proof for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON publication_proof FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table publication_question (
  tenant_id uuid not null,
  question_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  number integer not null,
  item_id uuid,
  asked_on date not null,
  way text collate "C" not null,
  words text not null,
  asker text default ''::text not null,
  due_on date not null,
  state text collate "C" not null,
  answered_on date,
  answer text default ''::text not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint publication_question_pkey PRIMARY KEY (tenant_id, question_id),
  constraint publication_question_state_check CHECK (state = ANY (ARRAY['open'::text, 'answered'::text, 'passed'::text])),
  constraint publication_question_way_check CHECK (way = ANY (ARRAY['board'::text, 'told'::text]))
);
CREATE UNIQUE INDEX publication_question_number ON public.publication_question USING btree (tenant_id, org_id, number);
CREATE INDEX publication_question_path ON public.publication_question USING btree (tenant_id, org_path, state, due_on);
alter table publication_question enable row level security;
create policy added on publication_question for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on publication_question for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on publication_question for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on publication_question for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));

create table publication_step (
  tenant_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  seq integer not null,
  version integer not null,
  move text collate "C" not null,
  done_on date not null,
  by_name text not null,
  by_as text not null,
  on_paper boolean not null,
  note text default ''::text not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint publication_step_pkey PRIMARY KEY (tenant_id, id),
  constraint publication_step_move_check CHECK (move = ANY (ARRAY['propose'::text, 'correct'::text, 'check'::text, 'return'::text, 'approve'::text, 'publish'::text, 'end'::text, 'withdraw'::text]))
);
CREATE UNIQUE INDEX publication_step_one ON public.publication_step USING btree (tenant_id, item_id, seq);
CREATE INDEX publication_step_path ON public.publication_step USING btree (tenant_id, org_path);
alter table publication_step enable row level security;
create policy added on publication_step for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on publication_step for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on publication_step for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on publication_step for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON publication_step FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table publication_version (
  tenant_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  version integer not null,
  title text not null,
  content jsonb not null,
  code text collate "C" not null,
  reason text default ''::text not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint publication_version_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX publication_version_code ON public.publication_version USING btree (tenant_id, code);
CREATE UNIQUE INDEX publication_version_one ON public.publication_version USING btree (tenant_id, item_id, version);
CREATE INDEX publication_version_path ON public.publication_version USING btree (tenant_id, org_path);
alter table publication_version enable row level security;
create policy added on publication_version for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on publication_version for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on publication_version for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on publication_version for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON publication_version FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table report (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  kind text collate "C" not null,
  author_id uuid,
  author_name text default ''::text not null,
  title text not null,
  period_from date not null,
  period_to date not null,
  content jsonb not null,
  state text collate "C" not null,
  edition integer default 0 not null,
  version integer default 1 not null,
  changed_at timestamp with time zone not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint report_pkey PRIMARY KEY (tenant_id, id),
  constraint report_kind_check CHECK (kind = ANY (ARRAY['annual'::text, 'half_year'::text, 'year_summary'::text])),
  constraint report_period CHECK (period_to >= period_from),
  constraint report_state_check CHECK (state = ANY (ARRAY['draft'::text, 'issued'::text]))
);
CREATE INDEX report_path ON public.report USING btree (tenant_id, org_path, period_to);
alter table report enable row level security;
create policy added on report for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on report for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on report for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on report for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));

create table report_figure (
  tenant_id uuid not null,
  id uuid not null,
  issued_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  indicator text collate "C" not null,
  indicator_version integer not null,
  body integer not null,
  value bigint not null,
  denominator bigint not null,
  source_rows integer not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint report_figure_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX report_figure_issued ON public.report_figure USING btree (tenant_id, issued_id);
CREATE INDEX report_figure_path ON public.report_figure USING btree (tenant_id, org_path);
alter table report_figure enable row level security;
create policy added on report_figure for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on report_figure for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on report_figure for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on report_figure for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON report_figure FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table report_issued (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  edition integer not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  known_at timestamp with time zone not null,
  issued_on date not null,
  content jsonb not null,
  document jsonb not null,
  fingerprint text not null,
  definitions jsonb not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint report_issued_pkey PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX report_issued_one ON public.report_issued USING btree (tenant_id, report_id) WHERE (superseded_at IS NULL);
CREATE INDEX report_issued_path ON public.report_issued USING btree (tenant_id, org_path);
alter table report_issued enable row level security;
create policy added on report_issued for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on report_issued for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on report_issued for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on report_issued for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON report_issued FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table report_source (
  tenant_id uuid not null,
  id uuid not null,
  issued_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  indicator text collate "C" not null,
  body integer not null,
  row_id text not null,
  record_id text not null,
  row_org_id uuid not null,
  happened_on date not null,
  label text not null,
  told_under text not null,
  adds bigint not null,
  route text not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint report_source_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX report_source_issued ON public.report_source USING btree (tenant_id, issued_id, indicator);
CREATE INDEX report_source_path ON public.report_source USING btree (tenant_id, org_path);
alter table report_source enable row level security;
create policy added on report_source for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on report_source for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on report_source for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on report_source for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON report_source FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table roster_index (
  tenant_id uuid not null,
  person_id uuid not null,
  basis text not null,
  hash text collate "C" not null,
  constraint roster_index_pkey PRIMARY KEY (tenant_id, person_id)
);
CREATE INDEX roster_index_hash ON public.roster_index USING btree (hash);
alter table roster_index enable row level security;

create table session (
  tenant_id uuid not null,
  session_id uuid not null,
  account_id uuid not null,
  token_hash text not null,
  acting_kind text,
  acting_id uuid,
  agent text default ''::text not null,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint session_pkey PRIMARY KEY (tenant_id, session_id),
  constraint session_token_hash_key UNIQUE (token_hash)
);
CREATE INDEX session_account ON public.session USING btree (tenant_id, account_id);
alter table session enable row level security;

create table sitting (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  held_on date not null,
  starts_at text,
  ends_at text,
  place text default ''::text not null,
  started_at timestamp with time zone,
  announced_at timestamp with time zone,
  marks jsonb default '{}'::jsonb not null,
  check_in_code text,
  check_in_until timestamp with time zone,
  version integer default 1 not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint sitting_pkey PRIMARY KEY (tenant_id, id),
  constraint sitting_check_in_code_key UNIQUE (check_in_code),
  constraint sitting_ends_at_check CHECK (ends_at ~ '^\d\d:\d\d$'::text),
  constraint sitting_starts_at_check CHECK (starts_at ~ '^\d\d:\d\d$'::text)
);
CREATE INDEX sitting_path ON public.sitting USING btree (tenant_id, org_path, held_on);
alter table sitting enable row level security;
create policy added on sitting for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on sitting for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on sitting for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on sitting for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));

create table status_case (
  tenant_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  kind text collate "C" not null,
  state text collate "C" default 'begun'::text not null,
  ended boolean default false not null,
  next_move text collate "C" default ''::text not null,
  until_on date,
  approver_id uuid,
  above_reads boolean not null,
  readers uuid[] not null,
  version integer default 1 not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint status_case_pkey PRIMARY KEY (tenant_id, case_id),
  constraint status_case_kind_check CHECK (kind = ANY (ARRAY['suspension'::text, 'restoration'::text, 'withdrawal'::text, 'correction'::text, 'persuasion'::text, 'striking'::text, 'own_act'::text, 'discipline'::text]))
);
CREATE UNIQUE INDEX status_case_handling ON public.status_case USING btree (tenant_id, person_id) WHERE ((NOT ended) AND (kind = ANY (ARRAY['correction'::text, 'persuasion'::text, 'striking'::text, 'own_act'::text])));
CREATE UNIQUE INDEX status_case_kind ON public.status_case USING btree (tenant_id, person_id, kind) WHERE (NOT ended);
CREATE INDEX status_case_path ON public.status_case USING btree (tenant_id, org_path, ended);
CREATE INDEX status_case_person ON public.status_case USING btree (tenant_id, person_id);
alter table status_case enable row level security;
create policy added on status_case for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid = ANY (readers))));
create policy changed on status_case for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((NULLIF(current_setting('app.person'::text, true), ''::text))::uuid = ANY (readers)))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid = ANY (readers))));
create policy removed on status_case for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((NULLIF(current_setting('app.person'::text, true), ''::text))::uuid = ANY (readers))));
create policy seen on status_case for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((NULLIF(current_setting('app.person'::text, true), ''::text))::uuid = ANY (readers))));

create table status_lost (
  tenant_id uuid not null,
  id uuid not null,
  lost_id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  since_on date not null,
  cause integer not null,
  valid_from date not null,
  valid_to date,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint status_lost_pkey PRIMARY KEY (tenant_id, id),
  constraint status_lost_cause_check CHECK (cause >= 1 AND cause <= 7),
  constraint status_lost_order CHECK (valid_to IS NULL OR valid_to > valid_from)
);
CREATE UNIQUE INDEX status_lost_one_open ON public.status_lost USING btree (tenant_id, lost_id) WHERE ((valid_to IS NULL) AND (superseded_at IS NULL));
CREATE UNIQUE INDEX status_lost_open ON public.status_lost USING btree (tenant_id, person_id) WHERE ((superseded_at IS NULL) AND (valid_to IS NULL));
CREATE INDEX status_lost_path ON public.status_lost USING btree (tenant_id, org_path) WHERE (superseded_at IS NULL);
CREATE INDEX status_lost_person ON public.status_lost USING btree (tenant_id, person_id) WHERE (superseded_at IS NULL);
alter table status_lost enable row level security;
create policy added on status_lost for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on status_lost for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on status_lost for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on status_lost for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON status_lost FOR EACH ROW EXECUTE FUNCTION guard_fact();
CREATE CONSTRAINT TRIGGER status_lost_dated AFTER INSERT ON status_lost DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (current_setting('app.many'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION guard_dated('lost_id');

create table status_outcome (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  kind text collate "C" not null,
  conclusion text not null,
  concluded_on date not null,
  until_on date,
  paper text default ''::text not null,
  readers uuid[] not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint status_outcome_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX status_outcome_case ON public.status_outcome USING btree (tenant_id, case_id);
CREATE INDEX status_outcome_path ON public.status_outcome USING btree (tenant_id, org_path);
CREATE INDEX status_outcome_person ON public.status_outcome USING btree (tenant_id, person_id);
alter table status_outcome enable row level security;
create policy added on status_outcome for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid = ANY (readers))));
create policy changed on status_outcome for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((NULLIF(current_setting('app.person'::text, true), ''::text))::uuid = ANY (readers)))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid = ANY (readers))));
create policy removed on status_outcome for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((NULLIF(current_setting('app.person'::text, true), ''::text))::uuid = ANY (readers))));
create policy seen on status_outcome for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((NULLIF(current_setting('app.person'::text, true), ''::text))::uuid = ANY (readers))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON status_outcome FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table status_search (
  tenant_id uuid not null,
  id uuid not null,
  lost_id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  searched_on date not null,
  how text not null,
  searcher text not null,
  result text not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint status_search_pkey PRIMARY KEY (tenant_id, id),
  constraint status_search_how_check CHECK (how = ANY (ARRAY['phone'::text, 'message'::text, 'relatives'::text, 'home'::text, 'unit'::text, 'letter'::text, 'police'::text, 'other'::text])),
  constraint status_search_result_check CHECK (result = ANY (ARRAY['nothing'::text, 'clue'::text, 'found'::text]))
);
CREATE INDEX status_search_lost ON public.status_search USING btree (tenant_id, lost_id) WHERE (superseded_at IS NULL);
CREATE INDEX status_search_path ON public.status_search USING btree (tenant_id, org_path);
alter table status_search enable row level security;
create policy added on status_search for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on status_search for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on status_search for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on status_search for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON status_search FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table status_setting (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  settings jsonb not null,
  valid_from date not null,
  valid_to date,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint status_setting_pkey PRIMARY KEY (tenant_id, id),
  constraint status_setting_order CHECK (valid_to IS NULL OR valid_to > valid_from)
);
CREATE UNIQUE INDEX status_setting_one_open ON public.status_setting USING btree (tenant_id, org_id) WHERE ((valid_to IS NULL) AND (superseded_at IS NULL));
CREATE INDEX status_setting_path ON public.status_setting USING btree (tenant_id, org_path);
alter table status_setting enable row level security;
create policy added on status_setting for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on status_setting for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on status_setting for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on status_setting for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR ((NULLIF(current_setting('app.place'::text, true), ''::text) >= org_path) AND (NULLIF(current_setting('app.place'::text, true), ''::text) < (org_path || '~'::text))))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON status_setting FOR EACH ROW EXECUTE FUNCTION guard_fact();
CREATE CONSTRAINT TRIGGER status_setting_dated AFTER INSERT ON status_setting DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (current_setting('app.many'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION guard_dated('org_id');

create table status_step (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  seq integer not null,
  move text collate "C" not null,
  done_on date not null,
  until_on date,
  rules text collate "C" not null,
  meeting_id uuid,
  vote jsonb,
  told jsonb default '{}'::jsonb not null,
  papers text[] default '{}'::text[] not null,
  from_paper boolean default false not null,
  by_name text not null,
  by_as text not null,
  readers uuid[] not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint status_step_pkey PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX status_step_order ON public.status_step USING btree (tenant_id, case_id, seq) WHERE (superseded_at IS NULL);
CREATE INDEX status_step_path ON public.status_step USING btree (tenant_id, org_path);
alter table status_step enable row level security;
create policy added on status_step for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid = ANY (readers))));
create policy changed on status_step for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((NULLIF(current_setting('app.person'::text, true), ''::text))::uuid = ANY (readers)))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid = ANY (readers))));
create policy removed on status_step for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((NULLIF(current_setting('app.person'::text, true), ''::text))::uuid = ANY (readers))));
create policy seen on status_step for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((NULLIF(current_setting('app.person'::text, true), ''::text))::uuid = ANY (readers))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON status_step FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table status_undo (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  moves text[] not null,
  cause text not null,
  undone_on date not null,
  readers uuid[] not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint status_undo_pkey PRIMARY KEY (tenant_id, id),
  constraint status_undo_cause_check CHECK (cause = ANY (ARRAY['wrong_entry'::text, 'wrong_person'::text, 'wrong_day'::text, 'other_paper'::text]))
);
CREATE INDEX status_undo_case ON public.status_undo USING btree (tenant_id, case_id);
CREATE INDEX status_undo_path ON public.status_undo USING btree (tenant_id, org_path);
alter table status_undo enable row level security;
create policy added on status_undo for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid = ANY (readers))));
create policy changed on status_undo for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((NULLIF(current_setting('app.person'::text, true), ''::text))::uuid = ANY (readers)))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid = ANY (readers))));
create policy removed on status_undo for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((NULLIF(current_setting('app.person'::text, true), ''::text))::uuid = ANY (readers))));
create policy seen on status_undo for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((NULLIF(current_setting('app.person'::text, true), ''::text))::uuid = ANY (readers))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON status_undo FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table talk (
  tenant_id uuid not null,
  id uuid not null,
  talk_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  held_on date not null,
  kind text collate "C" not null,
  place text default ''::text not null,
  talker_id uuid,
  talker_name text not null,
  partner_id uuid,
  partner_name text not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint talk_pkey PRIMARY KEY (tenant_id, id),
  constraint talk_kind_check CHECK (kind = ANY (ARRAY['between_committee'::text, 'committee_member'::text, 'between_members'::text, 'chief_deputy'::text, 'deputy_section'::text, 'head_staff'::text, 'reminder'::text])),
  constraint talk_not_alone CHECK (talker_id <> partner_id),
  constraint talk_two CHECK (talker_id IS NOT NULL OR partner_id IS NOT NULL)
);
CREATE UNIQUE INDEX talk_one ON public.talk USING btree (tenant_id, talk_id) WHERE (superseded_at IS NULL);
CREATE INDEX talk_org ON public.talk USING btree (tenant_id, org_id, held_on);
CREATE INDEX talk_path ON public.talk USING btree (tenant_id, org_path, held_on);
alter table talk enable row level security;
create policy added on talk for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on talk for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on talk for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on talk for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON talk FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table talk_content (
  tenant_id uuid not null,
  talk_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  readers uuid[] not null,
  content text not null,
  written_by uuid not null,
  version integer default 1 not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint talk_content_pkey PRIMARY KEY (tenant_id, talk_id),
  constraint talk_content_by_reader CHECK (written_by = ANY (readers)),
  constraint talk_content_readers_check CHECK (cardinality(readers) >= 1 AND cardinality(readers) <= 2)
);
CREATE INDEX talk_content_path ON public.talk_content USING btree (tenant_id, org_path);
alter table talk_content enable row level security;
create policy added on talk_content for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid = ANY (readers))));
create policy changed on talk_content for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((NULLIF(current_setting('app.person'::text, true), ''::text))::uuid = ANY (readers)))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((( SELECT NULLIF(current_setting('app.person'::text, true), ''::text) AS "nullif"))::uuid = ANY (readers))));
create policy removed on talk_content for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((NULLIF(current_setting('app.person'::text, true), ''::text))::uuid = ANY (readers))));
create policy seen on talk_content for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((NULLIF(current_setting('app.person'::text, true), ''::text))::uuid = ANY (readers))));

create table talk_party (
  tenant_id uuid not null,
  id uuid not null,
  talk_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  person_id uuid not null,
  held_on date not null,
  kind text collate "C" not null,
  side text not null,
  place text default ''::text not null,
  own_name text not null,
  other_id uuid,
  other_name text not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint talk_party_pkey PRIMARY KEY (tenant_id, id),
  constraint talk_party_kind_check CHECK (kind = ANY (ARRAY['between_committee'::text, 'committee_member'::text, 'between_members'::text, 'chief_deputy'::text, 'deputy_section'::text, 'head_staff'::text, 'reminder'::text])),
  constraint talk_party_side_check CHECK (side = ANY (ARRAY['talker'::text, 'partner'::text]))
);
CREATE INDEX talk_party_path ON public.talk_party USING btree (tenant_id, org_path, held_on);
CREATE INDEX talk_party_person ON public.talk_party USING btree (tenant_id, person_id, held_on);
CREATE INDEX talk_party_talk ON public.talk_party USING btree (tenant_id, talk_id);
alter table talk_party enable row level security;
create policy added on talk_party for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on talk_party for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on talk_party for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on talk_party for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON talk_party FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table tenant (
  tenant_id uuid not null,
  seq bigint generated always as identity not null,
  name text not null,
  is_demo boolean default false not null,
  settings jsonb default '{}'::jsonb not null,
  next_org_seq bigint default 1 not null,
  created_at timestamp with time zone not null,
  constraint tenant_pkey PRIMARY KEY (tenant_id),
  constraint tenant_seq_key UNIQUE (seq)
);
alter table tenant enable row level security;

create table transfer_case (
  tenant_id uuid not null,
  case_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  other_org_id uuid not null,
  other_path text collate "C" not null,
  route text collate "C" not null,
  side text collate "C" not null,
  subject text collate "C" not null,
  person_id uuid,
  person_name text not null,
  about jsonb default '{}'::jsonb not null,
  sealed text,
  from_name text not null,
  from_committee text default ''::text not null,
  to_name text not null,
  to_committee text default ''::text not null,
  state text collate "C" not null,
  standing text collate "C" default 'open'::text not null,
  next_move text collate "C" default ''::text not null,
  next_actor text collate "C" default ''::text not null,
  next_until date,
  link_id uuid,
  peer_tenant uuid,
  version integer default 1 not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  constraint transfer_case_pkey PRIMARY KEY (tenant_id, case_id),
  constraint transfer_case_next_actor_check CHECK (next_actor = ANY (ARRAY[''::text, 'from_branch'::text, 'from_committee'::text, 'to_committee'::text, 'to_branch'::text])),
  constraint transfer_case_route_check CHECK (route = ANY (ARRAY['online'::text, 'letter'::text])),
  constraint transfer_case_side_check CHECK (side = ANY (ARRAY['inside'::text, 'outward'::text, 'inward'::text])),
  constraint transfer_case_standing_check CHECK (standing = ANY (ARRAY['open'::text, 'receipt'::text, 'done'::text, 'withdrawn'::text])),
  constraint transfer_case_subject_check CHECK (subject = ANY (ARRAY['full'::text, 'probationary'::text, 'activist'::text]))
);
CREATE UNIQUE INDEX transfer_case_link ON public.transfer_case USING btree (tenant_id, link_id);
CREATE UNIQUE INDEX transfer_case_open ON public.transfer_case USING btree (tenant_id, person_id) WHERE (standing = 'open'::text);
CREATE INDEX transfer_case_other ON public.transfer_case USING btree (tenant_id, other_path, standing);
CREATE INDEX transfer_case_path ON public.transfer_case USING btree (tenant_id, org_path, standing);
alter table transfer_case enable row level security;
create policy added on transfer_case for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND (((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text))) OR ((other_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (other_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text))))));
create policy changed on transfer_case for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR ((other_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (other_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND (((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text))) OR ((other_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (other_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text))))));
create policy removed on transfer_case for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR ((other_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (other_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))));
create policy seen on transfer_case for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR ((other_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (other_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))));

create table transfer_inbox (
  tenant_id uuid not null,
  id uuid not null,
  seq bigint not null,
  from_tenant uuid not null,
  link_id uuid not null,
  kind text collate "C" not null,
  body text not null,
  signature text not null,
  made_at timestamp with time zone not null,
  handled_at timestamp with time zone,
  refused text,
  constraint transfer_inbox_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX transfer_inbox_open ON public.transfer_inbox USING btree (tenant_id, seq) WHERE (handled_at IS NULL);
alter table transfer_inbox enable row level security;

create table transfer_letter (
  tenant_id uuid not null,
  id uuid not null,
  letter_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  direction text collate "C" not null,
  number text collate "C" not null,
  case_id uuid,
  names text not null,
  people integer default 1 not null,
  from_name text not null,
  to_name text not null,
  dues_month text collate "C" default ''::text not null,
  issued_on date not null,
  valid_days integer not null,
  valid_until date not null,
  receipt_on date,
  receipt_by text default ''::text not null,
  spoiled boolean default false not null,
  note text default ''::text not null,
  renews_id uuid,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint transfer_letter_pkey PRIMARY KEY (tenant_id, id),
  constraint transfer_letter_direction_check CHECK (direction = ANY (ARRAY['out'::text, 'in'::text])),
  constraint transfer_letter_people_check CHECK (people >= 1 AND people <= 10000),
  constraint transfer_letter_valid_days_check CHECK (valid_days >= 1 AND valid_days <= 90)
);
CREATE INDEX transfer_letter_case ON public.transfer_letter USING btree (tenant_id, case_id) WHERE (superseded_at IS NULL);
CREATE UNIQUE INDEX transfer_letter_number ON public.transfer_letter USING btree (tenant_id, org_id, number) WHERE ((superseded_at IS NULL) AND (direction = 'out'::text));
CREATE UNIQUE INDEX transfer_letter_one ON public.transfer_letter USING btree (tenant_id, letter_id) WHERE (superseded_at IS NULL);
CREATE INDEX transfer_letter_path ON public.transfer_letter USING btree (tenant_id, org_path, issued_on);
alter table transfer_letter enable row level security;
create policy added on transfer_letter for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on transfer_letter for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on transfer_letter for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on transfer_letter for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON transfer_letter FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table transfer_outbox (
  tenant_id uuid not null,
  id uuid not null,
  seq bigint generated always as identity not null,
  to_tenant uuid not null,
  link_id uuid not null,
  kind text collate "C" not null,
  body text not null,
  signature text not null,
  made_at timestamp with time zone not null,
  delivered_at timestamp with time zone,
  constraint transfer_outbox_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX transfer_outbox_open ON public.transfer_outbox USING btree (seq) WHERE (delivered_at IS NULL);
alter table transfer_outbox enable row level security;

create table transfer_proof (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  what text collate "C" not null,
  found_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  constraint transfer_proof_pkey PRIMARY KEY (tenant_id, id),
  constraint transfer_proof_what_check CHECK (what = ANY (ARRAY['two_rosters'::text, 'no_roster'::text, 'not_as_received'::text, 'two_tenants'::text]))
);
CREATE UNIQUE INDEX transfer_proof_one ON public.transfer_proof USING btree (tenant_id, person_id, what) WHERE (settled_at IS NULL);
CREATE INDEX transfer_proof_path ON public.transfer_proof USING btree (tenant_id, org_path) WHERE (settled_at IS NULL);
alter table transfer_proof enable row level security;
create policy added on transfer_proof for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on transfer_proof for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on transfer_proof for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on transfer_proof for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));

create table transfer_setting (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  settings jsonb not null,
  valid_from date not null,
  valid_to date,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint transfer_setting_pkey PRIMARY KEY (tenant_id, id),
  constraint transfer_setting_order CHECK (valid_to IS NULL OR valid_to > valid_from)
);
CREATE UNIQUE INDEX transfer_setting_one_open ON public.transfer_setting USING btree (tenant_id, org_id) WHERE ((valid_to IS NULL) AND (superseded_at IS NULL));
CREATE INDEX transfer_setting_path ON public.transfer_setting USING btree (tenant_id, org_path);
alter table transfer_setting enable row level security;
create policy added on transfer_setting for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on transfer_setting for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on transfer_setting for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on transfer_setting for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR ((NULLIF(current_setting('app.place'::text, true), ''::text) >= org_path) AND (NULLIF(current_setting('app.place'::text, true), ''::text) < (org_path || '~'::text))))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON transfer_setting FOR EACH ROW EXECUTE FUNCTION guard_fact();
CREATE CONSTRAINT TRIGGER transfer_setting_dated AFTER INSERT ON transfer_setting DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (current_setting('app.many'::text, true) IS DISTINCT FROM 'on'::text) EXECUTE FUNCTION guard_dated('org_id');

create table transfer_step (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  other_path text collate "C" not null,
  seq integer not null,
  move text collate "C" not null,
  done_on date not null,
  until_on date,
  told jsonb default '{}'::jsonb not null,
  reasons jsonb default '{}'::jsonb not null,
  of_other boolean default false not null,
  by_name text not null,
  by_as text not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint transfer_step_pkey PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX transfer_step_order ON public.transfer_step USING btree (tenant_id, case_id, seq) WHERE (superseded_at IS NULL);
CREATE INDEX transfer_step_other ON public.transfer_step USING btree (tenant_id, other_path, done_on);
CREATE INDEX transfer_step_path ON public.transfer_step USING btree (tenant_id, org_path, done_on);
alter table transfer_step enable row level security;
create policy added on transfer_step for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND (((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text))) OR ((other_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (other_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text))))));
create policy changed on transfer_step for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR ((other_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (other_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND (((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text))) OR ((other_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (other_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text))))));
create policy removed on transfer_step for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR ((other_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (other_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))));
create policy seen on transfer_step for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR ((other_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (other_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON transfer_step FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table transfer_undo (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  other_path text collate "C" not null,
  moves text[] not null,
  reason text not null,
  undone_on date not null,
  by_as text not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint transfer_undo_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX transfer_undo_case ON public.transfer_undo USING btree (tenant_id, case_id);
CREATE INDEX transfer_undo_other ON public.transfer_undo USING btree (tenant_id, other_path);
CREATE INDEX transfer_undo_path ON public.transfer_undo USING btree (tenant_id, org_path);
alter table transfer_undo enable row level security;
create policy added on transfer_undo for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND (((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text))) OR ((other_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (other_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text))))));
create policy changed on transfer_undo for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR ((other_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (other_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND (((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text))) OR ((other_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (other_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text))))));
create policy removed on transfer_undo for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR ((other_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (other_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))));
create policy seen on transfer_undo for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR ((other_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (other_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON transfer_undo FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table transfer_whole (
  tenant_id uuid not null,
  id uuid not null,
  whole_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  from_name text not null,
  to_name text not null,
  moved_on date not null,
  number text collate "C" not null,
  paper text not null,
  people jsonb not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint transfer_whole_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX transfer_whole_path ON public.transfer_whole USING btree (tenant_id, org_path, moved_on);
alter table transfer_whole enable row level security;
create policy added on transfer_whole for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on transfer_whole for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on transfer_whole for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on transfer_whole for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON transfer_whole FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table work_year (
  tenant_id uuid not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  year integer not null,
  rest text not null,
  work text not null,
  source text not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint work_year_pkey PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX work_year_one ON public.work_year USING btree (tenant_id, year) WHERE (superseded_at IS NULL);
CREATE INDEX work_year_path ON public.work_year USING btree (tenant_id, org_path);
alter table work_year enable row level security;
create policy added on work_year for insert to public with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy changed on work_year for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (( SELECT NULLIF(current_setting('app.tenant'::text, true), ''::text) AS "nullif"))::uuid) AND ((org_path >= ( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif")) AND (org_path < (( SELECT NULLIF(current_setting('app.scope'::text, true), ''::text) AS "nullif") || '~'::text)))));
create policy removed on work_year for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on work_year for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR ((NULLIF(current_setting('app.place'::text, true), ''::text) >= org_path) AND (NULLIF(current_setting('app.place'::text, true), ''::text) < (org_path || '~'::text))))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON work_year FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table zhibu_migration (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone default now() not null,
  constraint zhibu_migration_pkey PRIMARY KEY (name)
);

-- Foreign keys

alter table account add constraint account_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id);
alter table account_code add constraint account_code_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, account_id);
alter table account_grant add constraint account_grant_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, account_id);
alter table account_grant add constraint account_grant_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table admission_book add constraint admission_book_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table admission_case add constraint admission_case_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table admission_case add constraint admission_case_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, person_id);
alter table admission_file add constraint admission_file_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES admission_case(tenant_id, case_id);
alter table admission_helper add constraint admission_helper_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES admission_case(tenant_id, case_id);
alter table admission_local_done add constraint admission_local_done_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES admission_case(tenant_id, case_id);
alter table admission_local_step add constraint admission_local_step_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table admission_objection add constraint admission_objection_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES admission_case(tenant_id, case_id);
alter table admission_pause add constraint admission_pause_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES admission_case(tenant_id, case_id);
alter table admission_plan add constraint admission_plan_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table admission_setting add constraint admission_setting_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table admission_step add constraint admission_step_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES admission_case(tenant_id, case_id);
alter table admission_undo add constraint admission_undo_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES admission_case(tenant_id, case_id);
alter table affiliation_check add constraint affiliation_check_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table affiliation_mark add constraint affiliation_mark_tenant_id_check_id_fkey FOREIGN KEY (tenant_id, check_id) REFERENCES affiliation_check(tenant_id, check_id);
alter table audit_entry add constraint audit_entry_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id);
alter table audit_seal add constraint audit_seal_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id);
alter table ballot add constraint ballot_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table ballot_roll add constraint ballot_roll_tenant_id_ballot_id_round_no_fkey FOREIGN KEY (tenant_id, ballot_id, round_no) REFERENCES ballot_round(tenant_id, ballot_id, round_no);
alter table ballot_round add constraint ballot_round_tenant_id_ballot_id_fkey FOREIGN KEY (tenant_id, ballot_id) REFERENCES ballot(tenant_id, ballot_id);
alter table ballot_teller add constraint ballot_teller_tenant_id_ballot_id_fkey FOREIGN KEY (tenant_id, ballot_id) REFERENCES ballot(tenant_id, ballot_id);
alter table command_log add constraint command_log_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id);
alter table dues_allotment add constraint dues_allotment_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table dues_assessment add constraint dues_assessment_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table dues_bank_line add constraint dues_bank_line_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table dues_bank_line add constraint dues_bank_line_tenant_id_receipt_id_fkey FOREIGN KEY (tenant_id, receipt_id) REFERENCES dues_receipt(tenant_id, id);
alter table dues_base add constraint dues_base_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, person_id);
alter table dues_cycle add constraint dues_cycle_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table dues_paid_year add constraint dues_paid_year_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table dues_paid_year add constraint dues_paid_year_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, person_id);
alter table dues_publication add constraint dues_publication_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table dues_receipt add constraint dues_receipt_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table dues_receipt add constraint dues_receipt_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, person_id);
alter table dues_relief add constraint dues_relief_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, person_id);
alter table dues_remittance add constraint dues_remittance_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table dues_remittance_receipt add constraint dues_remittance_receipt_tenant_id_receipt_id_fkey FOREIGN KEY (tenant_id, receipt_id) REFERENCES dues_receipt(tenant_id, id);
alter table dues_remittance_receipt add constraint dues_remittance_receipt_tenant_id_remittance_id_fkey FOREIGN KEY (tenant_id, remittance_id) REFERENCES dues_remittance(tenant_id, id);
alter table dues_setting add constraint dues_setting_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table dues_supplement add constraint dues_supplement_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, person_id);
alter table dues_use add constraint dues_use_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table duty_calendar add constraint duty_calendar_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id);
alter table file add constraint file_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id);
alter table floating_arrival add constraint floating_arrival_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table floating_away add constraint floating_away_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table floating_away add constraint floating_away_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, person_id);
alter table floating_setting add constraint floating_setting_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table import_case add constraint import_case_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id);
alter table import_case add constraint import_case_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table import_difference add constraint import_difference_tenant_id_import_id_fkey FOREIGN KEY (tenant_id, import_id) REFERENCES import_case(tenant_id, id);
alter table inspection_print add constraint inspection_print_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table meeting add constraint meeting_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table meeting add constraint meeting_tenant_id_sitting_id_fkey FOREIGN KEY (tenant_id, sitting_id) REFERENCES sitting(tenant_id, id);
alter table meeting_decision add constraint meeting_decision_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES meeting(tenant_id, id);
alter table meeting_file add constraint meeting_file_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES meeting(tenant_id, id);
alter table meeting_held add constraint meeting_held_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES meeting(tenant_id, id);
alter table meeting_held add constraint meeting_held_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table meeting_item add constraint meeting_item_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES meeting(tenant_id, id);
alter table meeting_kind add constraint meeting_kind_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table meeting_setting add constraint meeting_setting_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table meeting_tap add constraint meeting_tap_tenant_id_sitting_id_fkey FOREIGN KEY (tenant_id, sitting_id) REFERENCES sitting(tenant_id, id);
alter table meeting_vote add constraint meeting_vote_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES meeting(tenant_id, id);
alter table member_attachment add constraint member_attachment_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, person_id);
alter table member_hardship add constraint member_hardship_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, person_id);
alter table member_request add constraint member_request_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, person_id);
alter table member_restriction add constraint member_restriction_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, person_id);
alter table membership add constraint membership_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table membership add constraint membership_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, person_id);
alter table org_act add constraint org_act_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table org_clock add constraint org_clock_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id);
alter table org_edge add constraint org_edge_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table org_edge add constraint org_edge_tenant_id_parent_id_fkey FOREIGN KEY (tenant_id, parent_id) REFERENCES organisation(tenant_id, org_id);
alter table org_handover add constraint org_handover_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table org_notice add constraint org_notice_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table org_term_shift add constraint org_term_shift_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table organisation add constraint organisation_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id);
alter table organisation_state add constraint organisation_state_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table party_group add constraint party_group_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table person_merge add constraint person_merge_tenant_id_kept_id_fkey FOREIGN KEY (tenant_id, kept_id) REFERENCES person(tenant_id, person_id);
alter table person_merge add constraint person_merge_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, person_id);
alter table person_secret add constraint person_secret_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, person_id);
alter table person_state add constraint person_state_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, person_id);
alter table post add constraint post_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table publication_board add constraint publication_board_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table publication_item add constraint publication_item_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table publication_kind add constraint publication_kind_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table publication_question add constraint publication_question_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table report add constraint report_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table report_figure add constraint report_figure_tenant_id_issued_id_fkey FOREIGN KEY (tenant_id, issued_id) REFERENCES report_issued(tenant_id, id);
alter table report_issued add constraint report_issued_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table report_issued add constraint report_issued_tenant_id_report_id_fkey FOREIGN KEY (tenant_id, report_id) REFERENCES report(tenant_id, id);
alter table report_source add constraint report_source_tenant_id_issued_id_fkey FOREIGN KEY (tenant_id, issued_id) REFERENCES report_issued(tenant_id, id);
alter table session add constraint session_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES account(tenant_id, account_id);
alter table sitting add constraint sitting_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table status_case add constraint status_case_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table status_case add constraint status_case_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, person_id);
alter table status_lost add constraint status_lost_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, person_id);
alter table status_outcome add constraint status_outcome_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES status_case(tenant_id, case_id);
alter table status_setting add constraint status_setting_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table status_step add constraint status_step_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES status_case(tenant_id, case_id);
alter table status_undo add constraint status_undo_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES status_case(tenant_id, case_id);
alter table talk add constraint talk_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table transfer_case add constraint transfer_case_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table transfer_case add constraint transfer_case_tenant_id_other_org_id_fkey FOREIGN KEY (tenant_id, other_org_id) REFERENCES organisation(tenant_id, org_id);
alter table transfer_letter add constraint transfer_letter_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table transfer_setting add constraint transfer_setting_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table transfer_step add constraint transfer_step_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES transfer_case(tenant_id, case_id);
alter table transfer_undo add constraint transfer_undo_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES transfer_case(tenant_id, case_id);
alter table transfer_whole add constraint transfer_whole_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table work_year add constraint work_year_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);

-- Functions over tables

CREATE OR REPLACE FUNCTION public.audit_text(e audit_entry)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select concat_ws('|', e.id, e.org_id, extract(epoch from e.at), e.account_id, coalesce(e.person_id::text, ''),
    e.acting_as, coalesce(e.for_person_id::text, ''), e.action, e.object_kind, e.object_id, e.fields::text,
    coalesce(e.reason, ''), coalesce(e.command_id::text, ''))
$function$;
revoke all on function audit_text(e audit_entry) from public;

-- Grants

grant usage on schema public to zhibu_app;
grant usage on schema public to zhibu_report;
grant delete, insert, select, update on table account_grant to zhibu_app;
grant select on table account_grant to zhibu_report;
grant delete, insert, select, update on table admission_book to zhibu_app;
grant select on table admission_book to zhibu_report;
grant delete, insert, select, update on table admission_case to zhibu_app;
grant select on table admission_case to zhibu_report;
grant delete, insert, select, update on table admission_file to zhibu_app;
grant select on table admission_file to zhibu_report;
grant delete, insert, select, update on table admission_helper to zhibu_app;
grant select on table admission_helper to zhibu_report;
grant delete, insert, select, update on table admission_local_done to zhibu_app;
grant select on table admission_local_done to zhibu_report;
grant delete, insert, select, update on table admission_local_step to zhibu_app;
grant select on table admission_local_step to zhibu_report;
grant delete, insert, select, update on table admission_objection to zhibu_app;
grant select on table admission_objection to zhibu_report;
grant delete, insert, select, update on table admission_pause to zhibu_app;
grant select on table admission_pause to zhibu_report;
grant delete, insert, select, update on table admission_plan to zhibu_app;
grant select on table admission_plan to zhibu_report;
grant delete, insert, select, update on table admission_setting to zhibu_app;
grant select on table admission_setting to zhibu_report;
grant delete, insert, select, update on table admission_step to zhibu_app;
grant select on table admission_step to zhibu_report;
grant delete, insert, select, update on table admission_undo to zhibu_app;
grant select on table admission_undo to zhibu_report;
grant delete, insert, select, update on table affiliation_check to zhibu_app;
grant select on table affiliation_check to zhibu_report;
grant delete, insert, select, update on table affiliation_mark to zhibu_app;
grant select on table affiliation_mark to zhibu_report;
grant delete, insert, select, update on table attendance to zhibu_app;
grant select on table attendance to zhibu_report;
grant insert, select on table audit_entry to zhibu_app;
grant select on table audit_entry to zhibu_report;
grant delete, insert, select, update on table ballot to zhibu_app;
grant select on table ballot to zhibu_report;
grant delete, insert, select, update on table ballot_result to zhibu_app;
grant select on table ballot_result to zhibu_report;
grant delete, insert, select, update on table ballot_roll to zhibu_app;
grant select on table ballot_roll to zhibu_report;
grant delete, insert, select, update on table ballot_round to zhibu_app;
grant select on table ballot_round to zhibu_report;
grant delete, insert, select, update on table ballot_sheet to zhibu_app;
grant select on table ballot_sheet to zhibu_report;
grant delete, insert, select, update on table ballot_teller to zhibu_app;
grant select on table ballot_teller to zhibu_report;
grant delete, insert, select, update on table ballot_turn to zhibu_app;
grant select on table ballot_turn to zhibu_report;
grant delete, insert, select, update on table dues_allotment to zhibu_app;
grant select on table dues_allotment to zhibu_report;
grant delete, insert, select, update on table dues_assessment to zhibu_app;
grant select on table dues_assessment to zhibu_report;
grant delete, insert, select, update on table dues_bank_line to zhibu_app;
grant select on table dues_bank_line to zhibu_report;
grant delete, insert, select, update on table dues_base to zhibu_app;
grant select on table dues_base to zhibu_report;
grant delete, insert, select, update on table dues_cycle to zhibu_app;
grant select on table dues_cycle to zhibu_report;
grant delete, insert, select, update on table dues_paid_year to zhibu_app;
grant select on table dues_paid_year to zhibu_report;
grant delete, insert, select, update on table dues_publication to zhibu_app;
grant select on table dues_publication to zhibu_report;
grant delete, insert, select, update on table dues_receipt to zhibu_app;
grant select on table dues_receipt to zhibu_report;
grant delete, insert, select, update on table dues_relief to zhibu_app;
grant select on table dues_relief to zhibu_report;
grant delete, insert, select, update on table dues_remittance to zhibu_app;
grant select on table dues_remittance to zhibu_report;
grant delete, insert, select, update on table dues_remittance_receipt to zhibu_app;
grant select on table dues_remittance_receipt to zhibu_report;
grant delete, insert, select, update on table dues_setting to zhibu_app;
grant select on table dues_setting to zhibu_report;
grant delete, insert, select, update on table dues_supplement to zhibu_app;
grant select on table dues_supplement to zhibu_report;
grant delete, insert, select, update on table dues_use to zhibu_app;
grant select on table dues_use to zhibu_report;
grant delete, insert, select, update on table file to zhibu_app;
grant select on table file to zhibu_report;
grant delete, insert, select, update on table floating_arrival to zhibu_app;
grant select on table floating_arrival to zhibu_report;
grant delete, insert, select, update on table floating_away to zhibu_app;
grant select on table floating_away to zhibu_report;
grant delete, insert, select, update on table floating_contact to zhibu_app;
grant select on table floating_contact to zhibu_report;
grant delete, insert, select, update on table floating_keeper to zhibu_app;
grant select on table floating_keeper to zhibu_report;
grant delete, insert, select, update on table floating_life to zhibu_app;
grant select on table floating_life to zhibu_report;
grant delete, insert, select, update on table floating_setting to zhibu_app;
grant select on table floating_setting to zhibu_report;
grant delete, insert, select, update on table import_case to zhibu_app;
grant select on table import_case to zhibu_report;
grant delete, insert, select, update on table import_difference to zhibu_app;
grant select on table import_difference to zhibu_report;
grant delete, insert, select, update on table import_effect to zhibu_app;
grant select on table import_effect to zhibu_report;
grant delete, insert, select, update on table import_row to zhibu_app;
grant select on table import_row to zhibu_report;
grant delete, insert, select, update on table inspection_print to zhibu_app;
grant select on table inspection_print to zhibu_report;
grant delete, insert, select, update on table meeting to zhibu_app;
grant select on table meeting to zhibu_report;
grant delete, insert, select, update on table meeting_decision to zhibu_app;
grant select on table meeting_decision to zhibu_report;
grant delete, insert, select, update on table meeting_file to zhibu_app;
grant select on table meeting_file to zhibu_report;
grant delete, insert, select, update on table meeting_held to zhibu_app;
grant select on table meeting_held to zhibu_report;
grant delete, insert, select, update on table meeting_item to zhibu_app;
grant select on table meeting_item to zhibu_report;
grant delete, insert, select, update on table meeting_kind to zhibu_app;
grant select on table meeting_kind to zhibu_report;
grant delete, insert, select, update on table meeting_notice to zhibu_app;
grant select on table meeting_notice to zhibu_report;
grant delete, insert, select, update on table meeting_outcome to zhibu_app;
grant select on table meeting_outcome to zhibu_report;
grant delete, insert, select, update on table meeting_setting to zhibu_app;
grant select on table meeting_setting to zhibu_report;
grant delete, insert, select, update on table meeting_study to zhibu_app;
grant select on table meeting_study to zhibu_report;
grant delete, insert, select, update on table meeting_tap to zhibu_app;
grant select on table meeting_tap to zhibu_report;
grant delete, insert, select, update on table meeting_vote to zhibu_app;
grant select on table meeting_vote to zhibu_report;
grant delete, insert, select, update on table member_attachment to zhibu_app;
grant select on table member_attachment to zhibu_report;
grant delete, insert, select, update on table member_hardship to zhibu_app;
grant select on table member_hardship to zhibu_report;
grant delete, insert, select, update on table member_request to zhibu_app;
grant select on table member_request to zhibu_report;
grant delete, insert, select, update on table member_restriction to zhibu_app;
grant select on table member_restriction to zhibu_report;
grant delete, insert, select, update on table membership to zhibu_app;
grant select on table membership to zhibu_report;
grant delete, insert, select, update on table org_act to zhibu_app;
grant select on table org_act to zhibu_report;
grant delete, insert, select, update on table org_edge to zhibu_app;
grant select on table org_edge to zhibu_report;
grant delete, insert, select, update on table org_handover to zhibu_app;
grant select on table org_handover to zhibu_report;
grant delete, insert, select, update on table org_notice to zhibu_app;
grant select on table org_notice to zhibu_report;
grant delete, insert, select, update on table org_term_shift to zhibu_app;
grant select on table org_term_shift to zhibu_report;
grant delete, insert, select, update on table organisation to zhibu_app;
grant select on table organisation to zhibu_report;
grant delete, insert, select, update on table organisation_state to zhibu_app;
grant select on table organisation_state to zhibu_report;
grant delete, insert, select, update on table party_group to zhibu_app;
grant select on table party_group to zhibu_report;
grant delete, insert, select, update on table person to zhibu_app;
grant select on table person to zhibu_report;
grant delete, insert, select, update on table person_merge to zhibu_app;
grant select on table person_merge to zhibu_report;
grant delete, insert, select, update on table person_secret to zhibu_app;
grant select on table person_secret to zhibu_report;
grant delete, insert, select, update on table person_state to zhibu_app;
grant select on table person_state to zhibu_report;
grant delete, insert, select, update on table post to zhibu_app;
grant select on table post to zhibu_report;
grant delete, insert, select, update on table publication_answer to zhibu_app;
grant select on table publication_answer to zhibu_report;
grant delete, insert, select, update on table publication_board to zhibu_app;
grant select on table publication_board to zhibu_report;
grant delete, insert, select, update on table publication_inside to zhibu_app;
grant select on table publication_inside to zhibu_report;
grant delete, insert, select, update on table publication_item to zhibu_app;
grant select on table publication_item to zhibu_report;
grant delete, insert, select, update on table publication_kind to zhibu_app;
grant select on table publication_kind to zhibu_report;
grant delete, insert, select, update on table publication_post to zhibu_app;
grant select on table publication_post to zhibu_report;
grant delete, insert, select, update on table publication_proof to zhibu_app;
grant select on table publication_proof to zhibu_report;
grant delete, insert, select, update on table publication_question to zhibu_app;
grant select on table publication_question to zhibu_report;
grant delete, insert, select, update on table publication_step to zhibu_app;
grant select on table publication_step to zhibu_report;
grant delete, insert, select, update on table publication_version to zhibu_app;
grant select on table publication_version to zhibu_report;
grant delete, insert, select, update on table report to zhibu_app;
grant select on table report to zhibu_report;
grant delete, insert, select, update on table report_figure to zhibu_app;
grant select on table report_figure to zhibu_report;
grant delete, insert, select, update on table report_issued to zhibu_app;
grant select on table report_issued to zhibu_report;
grant delete, insert, select, update on table report_source to zhibu_app;
grant select on table report_source to zhibu_report;
grant delete, insert, select, update on table sitting to zhibu_app;
grant select on table sitting to zhibu_report;
grant delete, insert, select, update on table status_case to zhibu_app;
grant select on table status_case to zhibu_report;
grant delete, insert, select, update on table status_lost to zhibu_app;
grant select on table status_lost to zhibu_report;
grant delete, insert, select, update on table status_outcome to zhibu_app;
grant select on table status_outcome to zhibu_report;
grant delete, insert, select, update on table status_search to zhibu_app;
grant select on table status_search to zhibu_report;
grant delete, insert, select, update on table status_setting to zhibu_app;
grant select on table status_setting to zhibu_report;
grant delete, insert, select, update on table status_step to zhibu_app;
grant select on table status_step to zhibu_report;
grant delete, insert, select, update on table status_undo to zhibu_app;
grant select on table status_undo to zhibu_report;
grant delete, insert, select, update on table talk to zhibu_app;
grant select on table talk to zhibu_report;
grant delete, insert, select, update on table talk_content to zhibu_app;
grant select on table talk_content to zhibu_report;
grant delete, insert, select, update on table talk_party to zhibu_app;
grant select on table talk_party to zhibu_report;
grant delete, insert, select, update on table transfer_case to zhibu_app;
grant select on table transfer_case to zhibu_report;
grant delete, insert, select, update on table transfer_letter to zhibu_app;
grant select on table transfer_letter to zhibu_report;
grant delete, insert, select, update on table transfer_proof to zhibu_app;
grant select on table transfer_proof to zhibu_report;
grant delete, insert, select, update on table transfer_setting to zhibu_app;
grant select on table transfer_setting to zhibu_report;
grant delete, insert, select, update on table transfer_step to zhibu_app;
grant select on table transfer_step to zhibu_report;
grant delete, insert, select, update on table transfer_undo to zhibu_app;
grant select on table transfer_undo to zhibu_report;
grant delete, insert, select, update on table transfer_whole to zhibu_app;
grant select on table transfer_whole to zhibu_report;
grant delete, insert, select, update on table work_year to zhibu_app;
grant select on table work_year to zhibu_report;
grant execute on function account_acts_above(the_account uuid, day date) to zhibu_app;
grant execute on function account_any() to zhibu_app;
grant execute on function account_choices(tenant uuid, the_account uuid, day date) to zhibu_app;
grant execute on function account_code_make(tenant uuid, hash text, the_account uuid, why text, at timestamp with time zone, maker uuid, until timestamp with time zone) to zhibu_app;
grant execute on function account_code_take(hash text, password text, at timestamp with time zone) to zhibu_app;
grant execute on function account_create(tenant uuid, the_account uuid, login text, shown text, person uuid, password text, at timestamp with time zone, maker uuid) to zhibu_app;
grant execute on function account_disable(the_account uuid, at timestamp with time zone) to zhibu_app;
grant execute on function account_for_login(login text) to zhibu_app;
grant execute on function account_for_sso(subject text) to zhibu_app;
grant execute on function account_list(words text) to zhibu_app;
grant execute on function account_own(tenant uuid, the_account uuid) to zhibu_app;
grant execute on function account_set_password(tenant uuid, the_account uuid, password text, but_session uuid, at timestamp with time zone) to zhibu_app;
grant execute on function account_set_sso(tenant uuid, the_account uuid, subject text) to zhibu_app;
grant execute on function account_set_totp(tenant uuid, the_account uuid, secret text) to zhibu_app;
grant execute on function account_take_totp(tenant uuid, the_account uuid, step bigint) to zhibu_app;
grant execute on function audit_broken_seals() to zhibu_app;
grant execute on function audit_last_seal() to zhibu_app;
grant execute on function audit_seal_all(now_at timestamp with time zone) to zhibu_app;
grant execute on function booth_find(hash text) to zhibu_app;
grant execute on function booth_hold(tenant uuid, the_ballot uuid, the_round integer) to zhibu_app;
grant execute on function booth_put(tenant uuid, the_ballot uuid, the_round integer, now_spent text, more integer, the_part integer, now_content text) to zhibu_app;
grant execute on function box_counted(the_ballot uuid, the_round integer, papers jsonb, used text[], unused text[]) to zhibu_app;
grant execute on function box_open(the_ballot uuid, the_round integer) to zhibu_app;
grant execute on function check_in_page(the_code text, at timestamp with time zone) to zhibu_app;
grant execute on function check_in_tap(the_code text, the_key text, at timestamp with time zone) to zhibu_app;
grant execute on function command_begin(command uuid, account uuid, what text, at timestamp with time zone) to zhibu_app;
grant execute on function command_end(command uuid, result jsonb) to zhibu_app;
grant execute on function dated_prove(target text, key_column text, keys uuid[]) to zhibu_app;
grant execute on function duty_calendar_end(tenant uuid, the_account uuid, the_id uuid, at timestamp with time zone) to zhibu_app;
grant execute on function duty_calendar_list(tenant uuid, the_account uuid) to zhibu_app;
grant execute on function duty_calendar_make(tenant uuid, the_id uuid, the_account uuid, kind text, acting uuid, hash text, at timestamp with time zone) to zhibu_app;
grant execute on function duty_calendar_open(hash text, day date) to zhibu_app;
grant execute on function floating_kept(day date) to zhibu_app;
grant execute on function names_found(from_token text, to_token text) to zhibu_app;
grant execute on function names_learn(names json) to zhibu_app;
grant execute on function names_unknown(names json) to zhibu_app;
grant execute on function org_directory(words text, day date) to zhibu_app;
grant execute on function org_known(orgs uuid[]) to zhibu_app;
grant execute on function org_move_paths(old_path text, new_path text) to zhibu_app;
grant execute on function org_settle(scope text) to zhibu_app;
grant execute on function org_tick(orgs uuid[], at timestamp with time zone) to zhibu_app;
grant execute on function org_tick_also(org uuid, at timestamp with time zone) to zhibu_app;
grant execute on function org_tree_lock() to zhibu_app;
grant execute on function papers_destroy(the_ballot uuid) to zhibu_app;
grant execute on function papers_of(the_ballot uuid, the_round integer) to zhibu_app;
grant execute on function person_by_number(hashes text[]) to zhibu_app;
grant execute on function person_follow(the_person uuid) to zhibu_app;
grant execute on function person_rests(people uuid[], after timestamp with time zone) to zhibu_app;
grant execute on function roster_counted() to zhibu_app;
grant execute on function roster_found(within text, day date, from_token text, to_token text, skipped integer, most integer) to zhibu_app;
grant execute on function roster_found_size(within text, day date, from_token text, to_token text) to zhibu_app;
grant execute on function roster_index_put(people uuid[], bases text[], hashes text[]) to zhibu_app;
grant execute on function roster_shape(within text, day date, of_category text, of_sex text, born_from date, born_to date, of_education text, of_ethnic text, of_work text) to zhibu_app;
grant execute on function roster_size(within text, day date) to zhibu_app;
grant execute on function roster_unindexed(at_most integer) to zhibu_app;
grant execute on function session_act_as(the_session uuid, kind text, acting uuid) to zhibu_app;
grant execute on function session_actor(token text, at timestamp with time zone, day date) to zhibu_app;
grant execute on function session_end(the_session uuid, the_account uuid, at timestamp with time zone) to zhibu_app;
grant execute on function session_list(the_account uuid, at timestamp with time zone) to zhibu_app;
grant execute on function session_open(tenant uuid, the_session uuid, the_account uuid, token text, agent_name text, at timestamp with time zone, until timestamp with time zone) to zhibu_app;
grant execute on function session_seen(the_session uuid, at timestamp with time zone, until timestamp with time zone) to zhibu_app;
grant execute on function status_readers(the_org uuid, the_approver uuid, day date) to zhibu_app;
grant execute on function tenant_create(tenant uuid, tenant_name text, demo boolean, at timestamp with time zone) to zhibu_app;
grant execute on function tenant_current() to zhibu_app;
grant execute on function tenant_list() to zhibu_app;
grant execute on function tenant_mark() to zhibu_app;
grant execute on function tenant_next_org_seq(how_many integer) to zhibu_app;
grant execute on function tenant_settle(at timestamp with time zone) to zhibu_app;
grant execute on function transfer_deliver(at timestamp with time zone) to zhibu_app;
grant execute on function transfer_handled(message uuid, at timestamp with time zone, why text) to zhibu_app;
grant execute on function transfer_peers() to zhibu_app;
grant execute on function transfer_places(orgs uuid[]) to zhibu_app;
grant execute on function transfer_prove(at timestamp with time zone) to zhibu_app;
grant execute on function transfer_send(message uuid, receiver uuid, link uuid, what text, sealed text, sign text, at timestamp with time zone) to zhibu_app;
grant execute on function transfer_waiting(at_most integer) to zhibu_app;
grant execute on function turns_waiting() to zhibu_app;
grant execute on function urn_count(the_ballot uuid, the_round integer) to zhibu_app;
grant execute on function urn_fill(the_ballot uuid, the_round integer, hashes text[], tags text[], none_spent text) to zhibu_app;
grant execute on function urn_open(the_ballot uuid, the_round integer) to zhibu_app;
grant execute on function urn_set(the_ballot uuid, the_round integer, opened boolean) to zhibu_app;

-- Comments

comment on table account is 'policy: system';
comment on table account_code is 'policy: system';
comment on table account_grant is 'policy: subtree';
comment on table admission_book is 'policy: subtree';
comment on table admission_case is 'policy: subtree';
comment on table admission_file is 'policy: subtree';
comment on table admission_helper is 'policy: subtree';
comment on table admission_local_done is 'policy: subtree';
comment on table admission_local_step is 'policy: downward';
comment on table admission_objection is 'policy: subtree';
comment on table admission_pause is 'policy: subtree';
comment on table admission_plan is 'policy: subtree';
comment on table admission_setting is 'policy: downward';
comment on table admission_step is 'policy: subtree';
comment on table admission_undo is 'policy: subtree';
comment on table affiliation_check is 'policy: subtree';
comment on table affiliation_mark is 'policy: subtree';
comment on table attendance is 'policy: subtree+own';
comment on table audit_entry is 'policy: subtree';
comment on table audit_seal is 'policy: system';
comment on table ballot is 'policy: subtree';
comment on table ballot_box is 'policy: system';
comment on table ballot_code is 'policy: system';
comment on table ballot_paper is 'policy: system';
comment on table ballot_result is 'policy: subtree';
comment on table ballot_roll is 'policy: subtree';
comment on table ballot_round is 'policy: subtree';
comment on table ballot_sheet is 'policy: subtree';
comment on table ballot_teller is 'policy: subtree+own';
comment on table ballot_turn is 'policy: subtree+own (own writes)';
comment on table ballot_urn is 'policy: system';
comment on table command_log is 'policy: system';
comment on table dues_allotment is 'policy: subtree';
comment on table dues_assessment is 'policy: subtree';
comment on table dues_bank_line is 'policy: subtree';
comment on table dues_base is 'policy: subtree+own';
comment on table dues_cycle is 'policy: downward';
comment on table dues_paid_year is 'policy: subtree+own';
comment on table dues_publication is 'policy: subtree';
comment on table dues_receipt is 'policy: subtree+own';
comment on table dues_relief is 'policy: subtree+own';
comment on table dues_remittance is 'policy: subtree';
comment on table dues_remittance_receipt is 'policy: subtree';
comment on table dues_setting is 'policy: downward';
comment on table dues_supplement is 'policy: subtree+own';
comment on table dues_use is 'policy: subtree';
comment on table duty_calendar is 'policy: system';
comment on table file is 'policy: subtree+own (own writes)';
comment on table floating_arrival is 'policy: subtree+own';
comment on table floating_away is 'policy: subtree+own';
comment on table floating_contact is 'policy: subtree+own (own writes)';
comment on table floating_keeper is 'policy: subtree+own';
comment on table floating_life is 'policy: subtree+own';
comment on table floating_setting is 'policy: downward';
comment on table import_case is 'policy: subtree';
comment on table import_difference is 'policy: subtree';
comment on table import_effect is 'policy: subtree';
comment on table import_row is 'policy: subtree';
comment on table inspection_print is 'policy: subtree';
comment on table meeting is 'policy: subtree';
comment on table meeting_decision is 'policy: subtree';
comment on table meeting_file is 'policy: subtree';
comment on table meeting_held is 'policy: subtree';
comment on table meeting_item is 'policy: subtree';
comment on table meeting_kind is 'policy: downward';
comment on table meeting_notice is 'policy: downward';
comment on table meeting_outcome is 'policy: subtree';
comment on table meeting_setting is 'policy: downward';
comment on table meeting_study is 'policy: subtree';
comment on table meeting_tap is 'policy: subtree';
comment on table meeting_vote is 'policy: subtree';
comment on table member_attachment is 'policy: subtree+own';
comment on table member_hardship is 'policy: readers';
comment on table member_request is 'policy: subtree+own (own writes)';
comment on table member_restriction is 'policy: subtree+own';
comment on table membership is 'policy: subtree+own';
comment on table name_token is 'policy: system';
comment on table org_act is 'policy: subtree';
comment on table org_clock is 'policy: system';
comment on table org_edge is 'policy: downward';
comment on table org_handover is 'policy: subtree';
comment on table org_notice is 'policy: subtree';
comment on table org_term_shift is 'policy: subtree';
comment on table organisation is 'policy: downward';
comment on table organisation_state is 'policy: downward';
comment on table party_group is 'policy: downward';
comment on table person is 'policy: subtree+own';
comment on table person_merge is 'policy: subtree+own';
comment on table person_secret is 'policy: subtree+own';
comment on table person_state is 'policy: subtree+own';
comment on table post is 'policy: downward';
comment on table publication_answer is 'policy: public';
comment on table publication_board is 'policy: public';
comment on table publication_inside is 'policy: downward';
comment on table publication_item is 'policy: subtree';
comment on table publication_kind is 'policy: downward';
comment on table publication_post is 'policy: public';
comment on table publication_proof is 'policy: subtree';
comment on table publication_question is 'policy: subtree';
comment on table publication_step is 'policy: subtree';
comment on table publication_version is 'policy: subtree';
comment on table report is 'policy: subtree';
comment on table report_figure is 'policy: subtree';
comment on table report_issued is 'policy: subtree';
comment on table report_source is 'policy: subtree';
comment on table roster_index is 'policy: system';
comment on table session is 'policy: system';
comment on table sitting is 'policy: subtree';
comment on table status_case is 'policy: readers';
comment on table status_lost is 'policy: subtree';
comment on table status_outcome is 'policy: readers';
comment on table status_search is 'policy: subtree';
comment on table status_setting is 'policy: downward';
comment on table status_step is 'policy: readers';
comment on table status_undo is 'policy: readers';
comment on table talk is 'policy: subtree';
comment on table talk_content is 'policy: readers';
comment on table talk_party is 'policy: subtree+own';
comment on table tenant is 'policy: system';
comment on table transfer_case is 'policy: two-ended';
comment on table transfer_inbox is 'policy: system';
comment on table transfer_letter is 'policy: subtree';
comment on table transfer_outbox is 'policy: system';
comment on table transfer_proof is 'policy: subtree';
comment on table transfer_setting is 'policy: downward';
comment on table transfer_step is 'policy: two-ended';
comment on table transfer_undo is 'policy: two-ended';
comment on table transfer_whole is 'policy: subtree';
comment on table work_year is 'policy: downward';
