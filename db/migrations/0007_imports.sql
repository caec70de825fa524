-- Imports: a roster file on its way into the roster, and 与全国系统核对. Plans, changed in place until
-- they are confirmed; what they write are the members' own facts.

create table import_case (
  tenant_id uuid not null references tenant,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  kind text not null check (kind in ('roster', 'compare')),
  state text not null check (state in ('open', 'ready', 'done', 'undone', 'abandoned')),
  -- the upload, encrypted; null once the case has ended and the file is gone
  file_id uuid,
  file_name text not null,
  sheet text not null default '',
  -- number of the first header row as the program shows it, and how many rows the header has
  header_row int not null default 0,
  header_rows int not null default 1,
  -- [{index, field}]
  columns jsonb not null default '[]',
  -- what the file's branch names stand for: {name: org id, or null to leave its rows out}
  branches jsonb not null default '{}',
  as_of date,
  -- people who are new stand in the roster from this day
  roster_from date,
  keep_bad boolean not null default false,
  -- rows staged under another generation belong to an earlier reading and count no more
  generation uuid,
  -- instant of the act that wrote it, by which it can be taken back
  confirmed_at timestamptz,
  version int not null default 1,
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, org_id) references organisation
);
create index import_case_path on import_case (tenant_id, org_path, entered_at);
select apply_policy('import_case', 'subtree');

-- One row of the file as understood. Identity number and phone stand in `secret` only, encrypted.
-- Kind absent: in the roster and in no row of the file; its numbers are negative.
create table import_row (
  tenant_id uuid not null,
  import_id uuid not null,
  generation uuid not null,
  row_no int not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  kind text collate "C" not null check (kind in ('new', 'same', 'change', 'ask', 'elsewhere', 'error', 'left_out', 'absent')),
  who text not null,
  detail text not null default '',
  why text not null default '',
  person_id uuid,
  target_org_id uuid,
  -- people the row may stand for
  candidates jsonb not null default '[]',
  -- what the row says, without the two secrets; kept only where it may still become a new person
  says json,
  secret json,
  -- of somebody new: the id they will have, the columns of their first state that are not as usual, and
  -- how they stand in the roster, as staged: entering them moves rows and decides nothing
  new_id uuid,
  facts json,
  category text check (category in ('full', 'probationary')),
  stay_from date,
  turned_on date,
  -- [{field, old, next, side}]
  changes jsonb not null default '[]',
  -- the dated state the changes were compared with; another one standing later means the preview is out of date
  basis uuid,
  -- [{column, field, severity, code, text, params}]
  problems jsonb,
  entered_at timestamptz not null,
  entered_by uuid not null,
  -- Staging, written and removed with its case: no foreign key to check for each of its rows.
  primary key (tenant_id, import_id, generation, row_no)
);
create index import_row_kind on import_row (tenant_id, import_id, generation, kind, row_no);
create index import_row_problems on import_row (tenant_id, import_id, generation, row_no) where problems is not null;
select apply_policy('import_row', 'subtree');

-- Whom a confirmed import touched, for taking it back: people entered in one go by row, one changed by
-- row. `before`: the encrypted numbers it replaced.
create table import_effect (
  tenant_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  people uuid[] not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  kind text not null check (kind in ('new', 'changed')),
  before jsonb,
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (tenant_id, id)
);
create index import_effect_case on import_effect (tenant_id, import_id);
select apply_policy('import_effect', 'subtree');

-- 与全国系统核对: what is to be changed over there, printed for the person with the log-in.
create table import_difference (
  tenant_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  person_id uuid,
  who text not null,
  branch text not null default '',
  field text not null,
  ours text,
  theirs text,
  settled_on date,
  version int not null default 1,
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, import_id) references import_case
);
create index import_difference_path on import_difference (tenant_id, org_path, entered_at);
select apply_policy('import_difference', 'subtree');

-- Which of these people later records rest on, found by the catalogue, whatever modules there are:
-- every table that names a person and when it was entered, but for the file of the person itself.
create function person_rests(people uuid[], after timestamptz) returns setof uuid
language plpgsql stable security definer set search_path = public as $$
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
end $$;

-- After thousands of rows at once the planner must not go on believing the tables small until
-- autovacuum comes round: the next page would read them whole.
create function roster_counted() returns void
language plpgsql security definer set search_path = public set default_statistics_target = 30 as $$
begin
  -- Named columns: the whole tables stay due for autovacuum, which takes larger samples.
  analyze person (tenant_id, person_id);
  analyze person_state (tenant_id, person_id, name, superseded_at, valid_from, valid_to);
  analyze membership (tenant_id, person_id, org_id, org_path, superseded_at, valid_from, valid_to);
  analyze person_secret (tenant_id, person_id, id_number_hash, id_last4_hash, phone_last4_hash);
  analyze name_token (tenant_id, token);
end $$;

revoke execute on function person_rests, roster_counted from public;
grant execute on function person_rests, roster_counted to zhibu_app;
