import type { SqlClient } from '#platform/postgres';

/**
 * What a migrated database looks like, read from PostgreSQL's own catalogue. Everything is ordered
 * by name (views by creation), so that two databases of the same shape give the same value.
 * Definitions are the texts that PostgreSQL itself prints.
 */
export interface Catalogue {
  readonly schemas: readonly string[];
  readonly roles: readonly string[];
  readonly types: readonly TypeDefinition[];
  readonly sequences: readonly Definition[];
  readonly functions: readonly FunctionDefinition[];
  readonly tables: readonly Table[];
  readonly views: readonly View[];
  readonly grants: readonly Grant[];
  readonly comments: readonly Definition[];
  /** How many objects of each kind there are, also of kinds that nothing here writes. */
  readonly census: Readonly<Record<string, number>>;
}

export interface Definition {
  readonly name: string;
  readonly sql: string;
}

export interface TypeDefinition extends Definition {
  /** Values of an enum; null for a domain. */
  readonly values: readonly string[] | null;
}

export interface FunctionDefinition extends Definition {
  /** True where arguments, result or body need a table to exist first. */
  readonly afterTables: boolean;
  readonly closedToPublic: boolean;
  /** The role that owns it where that is not the owner of the database. */
  readonly foreignOwner: string | null;
}

export interface Column {
  readonly name: string;
  /** As SQL, e.g. `character varying(20)`, `text[]`. */
  readonly sqlType: string;
  /** Name of the base type; of an array its element; of a domain the type below it. */
  readonly baseType: string;
  readonly isArray: boolean;
  readonly enumValues: readonly string[] | null;
  readonly notNull: boolean;
  readonly defaultSql: string | null;
  /** `` none, `s` stored, `v` virtual. */
  readonly generated: string;
  /** `` none, `a` always, `d` by default. */
  readonly identity: string;
  readonly collation: string | null;
}

export interface Constraint extends Definition {
  /** `p` primary key, `u` unique, `c` check, `f` foreign key, `x` exclusion. */
  readonly kind: string;
}

export interface Table {
  readonly schema: string;
  readonly table: string;
  /** Schema-qualified and quoted where needed; `public` is left out. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly constraints: readonly Constraint[];
  readonly indexes: readonly Definition[];
  readonly triggers: readonly Definition[];
  readonly policies: readonly Policy[];
  readonly rowSecurity: boolean;
  readonly forcedRowSecurity: boolean;
  readonly options: readonly string[];
  readonly partitionKey: string | null;
  readonly partitionOf: string | null;
  readonly partitionBound: string | null;
}

export interface Policy {
  readonly name: string;
  readonly permissive: boolean;
  readonly command: string;
  readonly roles: readonly string[];
  readonly using: string | null;
  readonly check: string | null;
}

export interface View {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly sql: string;
  readonly materialised: boolean;
  readonly options: readonly string[];
  readonly columns: readonly Column[];
}

export interface Grant {
  readonly on: string;
  readonly role: string;
  readonly privileges: string;
  readonly grantable: boolean;
}

const OURS = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'pgboss')`;
const NAME = (relation: string, schema: string): string =>
  `case when ${schema} = 'public' then quote_ident(${relation}) else quote_ident(${schema}) || '.' || quote_ident(${relation}) end`;

const COLUMNS = `
  select coalesce(json_agg(json_build_object(
    'name', a.attname,
    'sqlType', format_type(a.atttypid, a.atttypmod),
    'baseType', base.typname,
    'isArray', t.typcategory = 'A',
    'enumValues', (select json_agg(e.enumlabel order by e.enumsortorder) from pg_enum e where e.enumtypid = base.oid),
    'notNull', a.attnotnull,
    'defaultSql', pg_get_expr(d.adbin, d.adrelid),
    'generated', a.attgenerated,
    'identity', a.attidentity,
    'collation', case when a.attcollation <> t.typcollation then (select quote_ident(collname) from pg_collation where oid = a.attcollation) end
  ) order by a.attnum), '[]')
  from pg_attribute a
  join pg_type t on t.oid = a.atttypid
  join pg_type element on element.oid = case when t.typcategory = 'A' then t.typelem else t.oid end
  join pg_type base on base.oid = case when element.typtype = 'd' then element.typbasetype else element.oid end
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped`;

const TABLES = `
  select n.nspname as schema, c.relname as table, ${NAME('c.relname', 'n.nspname')} as name,
    (${COLUMNS}) as columns,
    (select coalesce(json_agg(json_build_object('name', quote_ident(k.conname), 'kind', k.contype, 'sql', pg_get_constraintdef(k.oid, true))
        order by array_position(array['p','u','x','c','f'], k.contype::text), k.conname), '[]')
      from pg_constraint k where k.conrelid = c.oid and k.contype in ('p','u','x','c','f') and k.conislocal and k.conparentid = 0) as constraints,
    (select coalesce(json_agg(json_build_object('name', i.relname, 'sql', pg_get_indexdef(i.oid)) order by i.relname), '[]')
      from pg_index x join pg_class i on i.oid = x.indexrelid
      where x.indrelid = c.oid and not i.relispartition
        and not exists (select from pg_constraint k where k.conindid = i.oid and k.contype in ('p','u','x'))) as indexes,
    (select coalesce(json_agg(json_build_object('name', t.tgname, 'sql', pg_get_triggerdef(t.oid, true)) order by t.tgname), '[]')
      from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal and t.tgparentid = 0) as triggers,
    (select coalesce(json_agg(json_build_object('name', quote_ident(p.polname), 'permissive', p.polpermissive,
        'command', case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
        'roles', (select json_agg(case when r = 0 then 'public' else quote_ident(pg_get_userbyid(r)) end order by pg_get_userbyid(r)) from unnest(p.polroles) r),
        'using', pg_get_expr(p.polqual, p.polrelid), 'check', pg_get_expr(p.polwithcheck, p.polrelid)) order by p.polname), '[]')
      from pg_policy p where p.polrelid = c.oid) as policies,
    c.relrowsecurity as "rowSecurity", c.relforcerowsecurity as "forcedRowSecurity",
    coalesce(to_json(c.reloptions), '[]') as options,
    pg_get_partkeydef(c.oid) as "partitionKey",
    (select ${NAME('pc.relname', 'pn.nspname')} from pg_inherits h join pg_class pc on pc.oid = h.inhparent join pg_namespace pn on pn.oid = pc.relnamespace where h.inhrelid = c.oid) as "partitionOf",
    case when c.relispartition then pg_get_expr(c.relpartbound, c.oid) end as "partitionBound"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r','p') and ${OURS}
  order by c.relispartition, n.nspname, c.relname`;

const VIEWS = `
  select n.nspname as schema, c.relname as table, ${NAME('c.relname', 'n.nspname')} as name, (${COLUMNS}) as columns,
    pg_get_viewdef(c.oid, true) as sql, c.relkind = 'm' as materialised, coalesce(to_json(c.reloptions), '[]') as options
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('v','m') and ${OURS} order by c.oid`;

const TYPES = `
  select ${NAME('t.typname', 'n.nspname')} as name,
    (select json_agg(e.enumlabel order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid) as values,
    case t.typtype
      when 'e' then (select 'enum (' || string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder) || ')' from pg_enum e where e.enumtypid = t.oid)
      else format_type(t.typbasetype, t.typtypmod)
        || case when t.typcollation <> bt.typcollation then (select ' collate ' || quote_ident(collname) from pg_collation where oid = t.typcollation) else '' end
        || case when t.typdefault is null then '' else ' default ' || t.typdefault end
        || case when t.typnotnull then ' not null' else '' end
        || coalesce((select string_agg(' constraint ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid, true), '' order by k.conname)
             from pg_constraint k where k.contypid = t.oid and k.contype = 'c'), '')
    end as sql
  from pg_type t join pg_namespace n on n.oid = t.typnamespace left join pg_type bt on bt.oid = t.typbasetype
  where t.typtype in ('e','d') and ${OURS} order by t.typtype desc, t.typname`;

const SEQUENCES = `
  select ${NAME('c.relname', 'n.nspname')} as name,
    format('as %s start with %s increment by %s minvalue %s maxvalue %s cache %s%s', format_type(s.seqtypid, null), s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, case when s.seqcycle then ' cycle' else '' end) as sql
  from pg_sequence s join pg_class c on c.oid = s.seqrelid join pg_namespace n on n.oid = c.relnamespace
  where ${OURS} and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'i' and d.classid = 'pg_class'::regclass)
  order by n.nspname, c.relname`;

const FUNCTIONS = `
  select ${NAME('p.proname', 'n.nspname')} || '(' || pg_get_function_identity_arguments(p.oid) || ')' as name,
    pg_get_functiondef(p.oid) as sql,
    p.prosqlbody is not null or exists (
      select from pg_type t join pg_class r on r.oid = t.typrelid where t.oid = any(array[p.prorettype] || p.proargtypes::oid[]) and r.relkind in ('r','p','v','m')
    ) as "afterTables",
    p.proacl is not null and not exists (select from aclexplode(p.proacl) where grantee = 0) as "closedToPublic",
    case when p.proowner <> (select datdba from pg_database where datname = current_database()) and p.proowner <> current_user::regrole
      then quote_ident(pg_get_userbyid(p.proowner)) end as "foreignOwner"
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where p.prokind in ('f','p') and ${OURS} order by n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)`;

/** Grants to others than the owner of the object; what everybody has by default is left out. */
const GRANTS = `
  with object as (
    select 'schema ' || quote_ident(n.nspname) as "on", n.nspowner as owner, n.nspacl as acl, 1 as rank from pg_namespace n where ${OURS} and n.nspname <> 'public'
    union all
    select 'schema public', n.nspowner, n.nspacl, 1 from pg_namespace n where n.nspname = 'public'
    union all
    select case c.relkind when 'S' then 'sequence ' else 'table ' end || ${NAME('c.relname', 'n.nspname')}, c.relowner, c.relacl, 2
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r','p','v','m','S') and ${OURS}
    union all
    select 'function ' || ${NAME('p.proname', 'n.nspname')} || '(' || pg_get_function_identity_arguments(p.oid) || ')', p.proowner, p.proacl, 3
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${OURS}
  ), one as (
    select o."on", o.rank, a.grantee, lower(a.privilege_type) as privilege, '' as col, a.is_grantable from object o, aclexplode(o.acl) a where a.grantee <> o.owner
    union all
    select 'table ' || ${NAME('c.relname', 'n.nspname')}, 2, a.grantee, lower(a.privilege_type), quote_ident(t.attname), a.is_grantable
      from pg_attribute t join pg_class c on c.oid = t.attrelid join pg_namespace n on n.oid = c.relnamespace, aclexplode(t.attacl) a
      where ${OURS} and a.grantee <> c.relowner and not t.attisdropped
  ), folded as (
    select "on", rank, grantee, is_grantable, privilege || case when max(col) = '' then '' else ' (' || string_agg(col, ', ' order by col) || ')' end as privilege
    from one group by "on", rank, grantee, is_grantable, privilege, col = ''
  )
  select "on", case when grantee = 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end as role,
    string_agg(privilege, ', ' order by privilege) as privileges, is_grantable as grantable
  from folded where not (grantee = 0 and rank in (1, 3) and "on" <> 'schema public') and not ("on" = 'schema public' and grantee in (0, 'pg_database_owner'::regrole))
  group by "on", rank, grantee, is_grantable order by rank, "on", 2, is_grantable`;

const COMMENTS = `
  select case when d.objsubid = 0 then (case c.relkind when 'v' then 'view ' when 'm' then 'materialized view ' when 'S' then 'sequence ' when 'i' then 'index ' else 'table ' end) || ${NAME('c.relname', 'n.nspname')}
      else 'column ' || ${NAME('c.relname', 'n.nspname')} || '.' || quote_ident(a.attname) end as name,
    quote_literal(d.description) as sql
  from pg_description d join pg_class c on c.oid = d.objoid and d.classoid = 'pg_class'::regclass join pg_namespace n on n.oid = c.relnamespace
    left join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid and d.objsubid > 0
  where ${OURS}
  union all
  select 'function ' || ${NAME('p.proname', 'n.nspname')} || '(' || pg_get_function_identity_arguments(p.oid) || ')', quote_literal(d.description)
  from pg_description d join pg_proc p on p.oid = d.objoid and d.classoid = 'pg_proc'::regclass join pg_namespace n on n.oid = p.pronamespace
  where ${OURS}
  order by 1`;

const CENSUS = `
  with ours as (select n.oid from pg_namespace n where ${OURS})
  select key, value::int from (
    select 'class ' || relkind::text as key, count(*) as value from pg_class where relnamespace in (select oid from ours) group by 1
    union all select 'column', count(*) from pg_attribute a join pg_class c on c.oid = a.attrelid where c.relnamespace in (select oid from ours) and a.attnum > 0 and not a.attisdropped
    union all select 'constraint ' || contype::text, count(*) from pg_constraint where connamespace in (select oid from ours) group by 1
    union all select 'function ' || prokind::text, count(*) from pg_proc where pronamespace in (select oid from ours) group by 1
    union all select 'type ' || typtype::text, count(*) from pg_type where typnamespace in (select oid from ours) group by 1
    union all select 'trigger ' || tgenabled::text, count(*) from pg_trigger group by 1
    union all select 'rule', count(*) from pg_rewrite r join pg_class c on c.oid = r.ev_class where c.relnamespace in (select oid from ours)
    union all select 'policy', count(*) from pg_policy
    union all select 'statistics', count(*) from pg_statistic_ext
    union all select 'default privilege', count(*) from pg_default_acl
    union all select 'event trigger', count(*) from pg_event_trigger
    union all select 'extension', count(*) from pg_extension
  ) counted order by key`;

/** Reads the catalogue of the database the client is connected to. Writes nothing. */
export async function readCatalogue(client: SqlClient): Promise<Catalogue> {
  // Qualified names are printed only for what is not found by the search path.
  await client.query(`set search_path to public`);
  const rows = async <Row extends object>(sql: string): Promise<readonly Row[]> =>
    client.query<Row>(sql);
  const schemas = await rows<{ name: string }>(
    `select quote_ident(n.nspname) as name from pg_namespace n where ${OURS} and n.nspname <> 'public' order by 1`,
  );
  const tables = await rows<Table>(TABLES);
  const functions = await rows<FunctionDefinition>(FUNCTIONS);
  const grants = await rows<Grant>(GRANTS);
  const named = [
    ...grants.map((grant) => grant.role),
    ...tables.flatMap((table) => table.policies.flatMap((policy) => policy.roles)),
    ...functions.flatMap((one) => (one.foreignOwner === null ? [] : [one.foreignOwner])),
  ];
  return {
    schemas: schemas.map((schema) => schema.name),
    roles: [...new Set(named)].filter((role) => role !== 'public').sort(),
    types: await rows<TypeDefinition>(TYPES),
    sequences: await rows<Definition>(SEQUENCES),
    functions,
    tables,
    views: await rows<View>(VIEWS),
    grants,
    comments: await rows<Definition>(COMMENTS),
    census: Object.fromEntries(
      (await rows<{ key: string; value: number }>(CENSUS)).map(({ key, value }) => [key, value]),
    ),
  };
}
