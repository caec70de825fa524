-- Written by `npm run db:generate` from the migrated database. Do not edit.

set check_function_bodies = off;
set search_path = public;

-- Roles

do $$ begin if to_regrole('zhibu_app') is null then create role zhibu_app nologin; end if; end $$;
do $$ begin if to_regrole('zhibu_report') is null then create role zhibu_report nologin; end if; end $$;

-- Functions

CREATE OR REPLACE FUNCTION public.apply_policy(target regclass, template text, own_writes boolean DEFAULT false)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  seen text;
  written text;
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
  execute format('create policy added on %s for insert with check (%s and (%s))', target, tenant_sql(), written);
  execute format('create policy changed on %s for update using (%s and (%s)) with check (%s and (%s))',
    target, tenant_sql(), written, tenant_sql(), written);
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
  if (to_jsonb(new) - 'superseded_at' - 'org_path' - 'other_path')
     is distinct from (to_jsonb(old) - 'superseded_at' - 'org_path' - 'other_path') then
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
    'create constraint trigger %I after insert on %s deferrable initially deferred for each row execute function guard_dated(%L)',
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

CREATE OR REPLACE FUNCTION public.org_tick(org uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  tenant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  last timestamptz;
begin
  insert into org_clock values (tenant, org, at)
    on conflict (tenant_id, org_id) do update set last_entered_at = greatest(org_clock.last_entered_at, excluded.last_entered_at)
    returning last_entered_at into last;
  if last > at then
    raise exception 'the clock stands before the last entry of this organisation' using errcode = 'ZB002';
  end if;
end $function$;
revoke all on function org_tick(org uuid, at timestamp with time zone) from public;

CREATE OR REPLACE FUNCTION public.own_sql()
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select '(person_id = nullif(current_setting(''app.person'', true), '''')::uuid)'
$function$;
revoke all on function own_sql() from public;

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

CREATE OR REPLACE FUNCTION public.tenant_sql()
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select 'tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid'
$function$;
revoke all on function tenant_sql() from public;

-- Tables

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
create policy changed on audit_entry for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
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
create policy added on file for insert to public with check (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))));
create policy changed on file for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)))) with check (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))));
create policy removed on file for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))));
create policy seen on file for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR (person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid))));

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
  other_org_ids uuid[] default '{}'::uuid[] not null,
  note text default ''::text not null,
  file_id uuid,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  superseded_at timestamp with time zone,
  constraint org_act_pkey PRIMARY KEY (tenant_id, id),
  constraint org_act_act_check CHECK (act = ANY (ARRAY['establish'::text, 'rename'::text, 'change'::text, 'move'::text, 'merge'::text, 'split'::text, 'revoke'::text]))
);
CREATE INDEX org_act_org ON public.org_act USING btree (tenant_id, org_id, happened_on);
alter table org_act enable row level security;
create policy added on org_act for insert to public with check (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy changed on org_act for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy removed on org_act for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on org_act for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON org_act FOR EACH ROW EXECUTE FUNCTION guard_fact();

create table org_clock (
  tenant_id uuid not null,
  org_id uuid not null,
  last_entered_at timestamp with time zone not null,
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
create policy added on org_edge for insert to public with check (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy changed on org_edge for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy removed on org_edge for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on org_edge for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR ((NULLIF(current_setting('app.place'::text, true), ''::text) >= org_path) AND (NULLIF(current_setting('app.place'::text, true), ''::text) < (org_path || '~'::text))))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON org_edge FOR EACH ROW EXECUTE FUNCTION guard_fact();
CREATE CONSTRAINT TRIGGER org_edge_dated AFTER INSERT ON org_edge DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_dated('org_id');

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
create policy added on organisation for insert to public with check (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy changed on organisation for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
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
  alive boolean default true not null,
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
create policy added on organisation_state for insert to public with check (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy changed on organisation_state for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy removed on organisation_state for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on organisation_state for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR ((NULLIF(current_setting('app.place'::text, true), ''::text) >= org_path) AND (NULLIF(current_setting('app.place'::text, true), ''::text) < (org_path || '~'::text))))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON organisation_state FOR EACH ROW EXECUTE FUNCTION guard_fact();
CREATE CONSTRAINT TRIGGER organisation_state_dated AFTER INSERT ON organisation_state DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_dated('org_id');

create table post (
  tenant_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  person_id uuid not null,
  kind text not null,
  duties text default ''::text not null,
  way_in text not null,
  term_ends_on date,
  approved_on date,
  approval_paper text default ''::text not null,
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
create policy added on post for insert to public with check (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy changed on post for update to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))))) with check (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy removed on post for delete to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND ((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text)))));
create policy seen on post for select to public using (((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (((org_path >= NULLIF(current_setting('app.scope'::text, true), ''::text)) AND (org_path < (NULLIF(current_setting('app.scope'::text, true), ''::text) || '~'::text))) OR ((NULLIF(current_setting('app.place'::text, true), ''::text) >= org_path) AND (NULLIF(current_setting('app.place'::text, true), ''::text) < (org_path || '~'::text))))));
CREATE TRIGGER guard_fact BEFORE DELETE OR UPDATE ON post FOR EACH ROW EXECUTE FUNCTION guard_fact();
CREATE CONSTRAINT TRIGGER post_dated AFTER INSERT ON post DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_dated('post_id');

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

-- Foreign keys

alter table audit_entry add constraint audit_entry_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id);
alter table audit_seal add constraint audit_seal_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id);
alter table command_log add constraint command_log_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id);
alter table file add constraint file_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id);
alter table org_act add constraint org_act_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table org_clock add constraint org_clock_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id);
alter table org_edge add constraint org_edge_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table org_edge add constraint org_edge_tenant_id_parent_id_fkey FOREIGN KEY (tenant_id, parent_id) REFERENCES organisation(tenant_id, org_id);
alter table organisation add constraint organisation_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id);
alter table organisation_state add constraint organisation_state_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);
alter table post add constraint post_tenant_id_org_id_fkey FOREIGN KEY (tenant_id, org_id) REFERENCES organisation(tenant_id, org_id);

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

grant insert, select on table audit_entry to zhibu_app;
grant select on table audit_entry to zhibu_report;
grant delete, insert, select, update on table file to zhibu_app;
grant select on table file to zhibu_report;
grant delete, insert, select, update on table org_act to zhibu_app;
grant select on table org_act to zhibu_report;
grant delete, insert, select, update on table org_edge to zhibu_app;
grant select on table org_edge to zhibu_report;
grant delete, insert, select, update on table organisation to zhibu_app;
grant select on table organisation to zhibu_report;
grant delete, insert, select, update on table organisation_state to zhibu_app;
grant select on table organisation_state to zhibu_report;
grant delete, insert, select, update on table post to zhibu_app;
grant select on table post to zhibu_report;
grant execute on function audit_broken_seals() to zhibu_app;
grant execute on function audit_last_seal() to zhibu_app;
grant execute on function audit_seal_all(now_at timestamp with time zone) to zhibu_app;
grant execute on function command_begin(command uuid, account uuid, what text, at timestamp with time zone) to zhibu_app;
grant execute on function command_end(command uuid, result jsonb) to zhibu_app;
grant execute on function org_settle(scope text) to zhibu_app;
grant execute on function org_tick(org uuid, at timestamp with time zone) to zhibu_app;
grant execute on function tenant_create(tenant uuid, tenant_name text, demo boolean, at timestamp with time zone) to zhibu_app;
grant execute on function tenant_current() to zhibu_app;
grant execute on function tenant_list() to zhibu_app;
grant execute on function tenant_next_org_seq(how_many integer) to zhibu_app;

-- Comments

comment on table audit_entry is 'policy: subtree';
comment on table audit_seal is 'policy: system';
comment on table command_log is 'policy: system';
comment on table file is 'policy: subtree+own (own writes)';
comment on table org_act is 'policy: subtree';
comment on table org_clock is 'policy: system';
comment on table org_edge is 'policy: downward';
comment on table organisation is 'policy: downward';
comment on table organisation_state is 'policy: downward';
comment on table post is 'policy: downward';
comment on table tenant is 'policy: system';
