-- What every table stands on: policy templates, fact guards, tenants, audit, commands, files.
-- Names of settings (given per transaction by SET LOCAL):
--   app.tenant  the tenant's id
--   app.scope   path of the organisation an officer acts for; unset for an ordinary member
--   app.place   path of the organisation one acts in (officers and members)
--   app.person  the person behind the account
-- Without `nullif` a pooled connection would leak everything after its first commit.

create function in_scope_sql(path_column text) returns text language sql immutable as $$
  select format(
    '(%1$I >= nullif(current_setting(''app.scope'', true), '''') and %1$I < nullif(current_setting(''app.scope'', true), '''') || ''~'')',
    path_column)
$$;

create function tenant_sql() returns text language sql immutable as $$
  select 'tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid'
$$;

-- The same, each setting read once per statement: what is written is compared with it row by row, and a
-- setting takes longer to read than a row to compare. What is looked for keeps the plain form, which
-- becomes the range of an index.
create function once_sql(rule text) returns text language sql immutable as $$
  select regexp_replace(rule, 'nullif\(current_setting\(''app\.[a-z]+'', true\), ''''\)', '(select \&)', 'g')
$$;

create function own_sql() returns text language sql immutable as $$
  select '(person_id = nullif(current_setting(''app.person'', true), '''')::uuid)'
$$;

-- The seven templates. `own_writes` lets a member write rows of their own (requests, registrations).
create function apply_policy(target regclass, template text, own_writes boolean default false)
returns void language plpgsql as $$
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
end $$;

-- Facts that feed figures are never changed: a correction is a new row and marks the old one superseded.
-- `org_path` is today's access path and moves with the tree.
create function guard_fact() returns trigger language plpgsql as $$
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
end $$;

create function make_fact(target regclass) returns void language plpgsql as $$
begin
  execute format('create trigger guard_fact before update or delete on %s for each row execute function guard_fact()', target);
end $$;

-- Dated rows of one key never overlap. Deferred, and serialised per key at commit, so that
-- writers racing each other find out. At most one row of a key is open.
create function guard_dated() returns trigger language plpgsql as $$
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
end $$;

-- What guard_dated proves for one key, for many; fails in the same words.
create function dated_prove(target text, key_column text, keys uuid[]) returns void
language plpgsql as $$
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
end $$;

create function make_dated(target regclass, key_column text) returns void language plpgsql as $$
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
end $$;

create table tenant (
  tenant_id uuid primary key,
  seq bigint generated always as identity unique,
  name text not null,
  -- Only a demonstration may live on a simulated clock.
  is_demo boolean not null default false,
  settings jsonb not null default '{}',
  next_org_seq bigint not null default 1,
  created_at timestamptz not null
);
select apply_policy('tenant', 'system');

-- entered_at of an organisation only ever grows (`org_tick`); the row also makes writers of one branch
-- queue up, so that an issued report sees every act before its instant.
create table org_clock (
  tenant_id uuid not null references tenant,
  org_id uuid not null,
  last_entered_at timestamptz not null,
  -- how often it was written to
  acts bigint not null default 1,
  primary key (tenant_id, org_id)
);
select apply_policy('org_clock', 'system');

-- Changes whenever anything of the tenant was committed: what was reckoned before may be kept while it stays.
-- The setting is read once (a scalar subquery), not once for each organisation: every page asks this.
create function tenant_mark() returns text
language sql stable security definer set search_path = public as $$
  select coalesce(sum(c.acts), 0)::text from org_clock c
   where c.tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)
$$;

create table command_log (
  tenant_id uuid not null references tenant,
  command_id uuid not null,
  account_id uuid not null,
  action text not null,
  answer jsonb,
  at timestamptz not null,
  primary key (tenant_id, command_id)
);
select apply_policy('command_log', 'system');

-- Returns null when the command is new, else the stored answer of the same account and action.
create function command_begin(command uuid, account uuid, what text, at timestamptz) returns jsonb
language plpgsql security definer set search_path = public as $$
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
end $$;

create function command_end(command uuid, result jsonb) returns void
language sql security definer set search_path = public as $$
  update command_log set answer = result
   where tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and command_id = command
$$;

create table audit_entry (
  tenant_id uuid not null references tenant,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  at timestamptz not null,
  account_id uuid not null,
  person_id uuid,
  -- the post or grant somebody acted in, in words
  acting_as text not null,
  for_person_id uuid,
  action text not null,
  object_kind text not null,
  object_id uuid not null,
  -- names of changed fields with old and new value; sensitive values only as keyed digests
  fields jsonb not null default '{}',
  reason text,
  command_id uuid,
  seal_seq bigint,
  primary key (tenant_id, id)
);
create index audit_entry_object on audit_entry (tenant_id, object_id);
create index audit_entry_unsealed on audit_entry (tenant_id, id) where seal_seq is null;
create index audit_entry_path on audit_entry (tenant_id, org_path, at);
select apply_policy('audit_entry', 'subtree');
revoke update, delete on audit_entry from zhibu_app;
-- Whoever acts writes an entry, also an ordinary member about an act of their own.
drop policy added on audit_entry;
create policy added on audit_entry for insert
  with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and seal_seq is null);

create table audit_seal (
  tenant_id uuid not null references tenant,
  seq bigint not null,
  sealed_at timestamptz not null,
  entries int not null,
  digest text not null,
  primary key (tenant_id, seq)
);
select apply_policy('audit_seal', 'system');

-- Text of an entry as it is sealed.
create function audit_text(e audit_entry) returns text language sql stable as $$
  select concat_ws('|', e.id, e.org_id, extract(epoch from e.at), e.account_id, coalesce(e.person_id::text, ''),
    e.acting_as, coalesce(e.for_person_id::text, ''), e.action, e.object_kind, e.object_id, e.fields::text,
    coalesce(e.reason, ''), coalesce(e.command_id::text, ''))
$$;

create function audit_digest(tenant uuid, seal bigint, before text) returns text
language sql stable security definer set search_path = public as $$
  select encode(sha256(convert_to(before || coalesce(string_agg(audit_text(e), E'\n' order by e.id), ''), 'UTF8')), 'hex')
    from audit_entry e where e.tenant_id = tenant and e.seal_seq = seal
$$;

-- Chains all committed entries of every tenant; returns how many were sealed.
create function audit_seal_all(now_at timestamptz) returns bigint
language plpgsql security definer set search_path = public as $$
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
end $$;

-- Seals whose digest no longer fits; empty when nobody touched the log.
create function audit_broken_seals() returns table (tenant_id uuid, seq bigint)
language sql stable security definer set search_path = public as $$
  select s.tenant_id, s.seq from audit_seal s
  left join audit_seal b on b.tenant_id = s.tenant_id and b.seq = s.seq - 1
  where s.digest <> audit_digest(s.tenant_id, s.seq, coalesce(b.digest, ''))
     or s.entries <> (select count(*) from audit_entry e where e.tenant_id = s.tenant_id and e.seal_seq = s.seq)
     or (s.seq > 1 and b.seq is null)
$$;

create function audit_last_seal() returns table (seq bigint, sealed_at timestamptz, digest text)
language sql stable security definer set search_path = public as $$
  select s.seq, s.sealed_at, s.digest from audit_seal s
   where s.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid order by s.seq desc limit 1
$$;

revoke execute on all functions in schema public from public;
grant execute on function tenant_mark, command_begin, command_end, audit_seal_all, audit_broken_seals,
  audit_last_seal, dated_prove to zhibu_app;

-- A file is uploaded first and taken by the command that needs it; untaken ones are swept.
create table file (
  tenant_id uuid not null references tenant,
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
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (tenant_id, id)
);
create index file_path on file (tenant_id, org_path);
create index file_hash on file (tenant_id, hash);
select apply_policy('file', 'subtree+own', true);
