import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import pg from 'pg';
import type { PolicyTemplate } from '#platform/db';
import { MODULES } from '../../server/modules.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();

/** Tables of the house itself, which no module owns. */
const HOUSE: Readonly<Record<string, PolicyTemplate>> = {
  tenant: 'system',
  org_clock: 'system',
  command_log: 'system',
  audit_entry: 'subtree',
  audit_seal: 'system',
  file: 'subtree+own',
};
const DECLARED: Readonly<Record<string, PolicyTemplate>> = Object.assign(
  {},
  HOUSE,
  ...MODULES.map((m) => m.tables),
);
const TABLES = Object.entries(DECLARED);
/** Written by whoever acts, also a member about an act of their own. */
const OWN_RULE_FOR_ADDING = new Set(['audit_entry']);

const T1 = '11111111-1111-7111-8111-111111111111';
const T2 = '22222222-2222-7222-8222-222222222222';
const COUNTY = '000001000001';
const A = `${COUNTY}000002`;
const B = `${COUNTY}000003`;
const ANNA = 'aaaaaaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa';
const BORIS = 'bbbbbbbb-bbbb-7bbb-8bbb-bbbbbbbbbbbb';
const DORA = 'dddddddd-dddd-7ddd-8ddd-dddddddddddd';
const CLARA = 'cccccccc-cccc-7ccc-8ccc-cccccccccccc';

interface Row {
  readonly mark: string;
  readonly tenant: string;
  readonly path: string;
  readonly person: string;
}
/** One row of each: Anna's and Clara's in branch A, Boris's in B, the county's own, and one of another tenant at A's path. */
const ROWS: readonly Row[] = [
  { mark: 'anna-a', tenant: T1, path: A, person: ANNA },
  { mark: 'clara-a', tenant: T1, path: A, person: CLARA },
  { mark: 'boris-b', tenant: T1, path: B, person: BORIS },
  { mark: 'county', tenant: T1, path: COUNTY, person: DORA },
  { mark: 'stranger', tenant: T2, path: A, person: ANNA },
];

interface Column {
  readonly column_name: string;
  readonly data_type: string;
  readonly is_nullable: string;
  readonly is_identity: string;
  readonly is_generated: string;
}

let owner: pg.Client;
let app: pg.Client;
let columns: Map<string, Column[]>;
/** Marks of the rows by table and primary key, as put down. */
const marks = new Map<string, Map<string, string>>();
let counter = 0;

const fresh = (): string => `00000000-0000-7000-8000-${String((counter += 1)).padStart(12, '0')}`;

function valueFor(column: Column, row: Row): unknown {
  const name = column.column_name;
  if (name === 'tenant_id') return row.tenant;
  if (name === 'org_path' || name === 'other_path') return row.path;
  if (name === 'person_id') return row.person;
  if (name === 'readers') return [row.person];
  if (column.is_nullable === 'YES') return null;
  switch (column.data_type) {
    case 'uuid':
      return fresh();
    case 'date':
      return '2026-01-01';
    case 'timestamp with time zone':
      return '2026-01-01T00:00:00Z';
    case 'time without time zone':
      return '10:00';
    case 'boolean':
      return false;
    case 'jsonb':
      return '{}';
    case 'ARRAY':
      return [];
    case 'text':
      return `${row.mark}-${counter}`;
    default:
      return (counter += 1);
  }
}

/** Puts down a row; where it stands in the table is its mark's key. */
async function put(client: pg.Client, table: string, row: Row, tell = false): Promise<string> {
  const filled = Object.fromEntries(
    (columns.get(table) ?? [])
      .filter((c) => c.is_identity === 'NO' && c.is_generated === 'NEVER')
      .map((c) => [c.column_name, valueFor(c, row)]),
  );
  const names = Object.keys(filled);
  const done = await client.query<{ at: string }>(
    `insert into ${table} (${names.map((n) => `"${n}"`).join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})
     ${tell ? 'returning ctid::text as at' : ''}`,
    Object.values(filled),
  );
  return done.rows[0]?.at ?? '';
}

interface Acting {
  readonly tenant?: string;
  readonly scope?: string;
  readonly place?: string;
  readonly person?: string;
}

async function as<T>(acting: Acting, work: () => Promise<T>): Promise<T> {
  await app.query('begin');
  try {
    for (const [name, value] of Object.entries(acting))
      await app.query(`set local app.${name} = '${String(value)}'`);
    return await work();
  } finally {
    await app.query('rollback');
  }
}

async function seen(table: string, acting: Acting): Promise<string[]> {
  const known = marks.get(table);
  return as(acting, async () => {
    const found = await app.query<{ at: string }>(`select ctid::text as at from ${table}`);
    return found.rows.map(({ at }) => known?.get(at) ?? 'unknown').toSorted();
  });
}

beforeAll(async () => {
  owner = new pg.Client({ connectionString: database.ownerUrl });
  app = new pg.Client({
    connectionString: database.appUrl,
    types: { getTypeParser: () => String },
  });
  await owner.connect();
  await app.connect();
  const found = await owner.query<Column & { table_name: string }>(
    `select table_name, column_name, data_type, is_nullable, is_identity, is_generated
       from information_schema.columns where table_schema = 'public' order by table_name, ordinal_position`,
  );
  columns = Map.groupBy(found.rows, (row) => row.table_name);
  // Only row security is looked at here: what else guards the tables is taken off, but their keys.
  const guards = await owner.query<{ line: string }>(
    `select format('alter table %s drop constraint %I cascade', conrelid::regclass, conname) as line
       from pg_constraint where contype in ('u', 'c', 'f') and connamespace = 'public'::regnamespace
     union all
     select format('drop index %s', indexrelid::regclass) from pg_index i
       join pg_class c on c.oid = i.indexrelid and c.relnamespace = 'public'::regnamespace
      where i.indisunique and not i.indisprimary
        and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)
     union all
     select format('alter table %s disable trigger user', oid::regclass) from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );
  for (const { line } of guards.rows) await owner.query(line);
  for (const [table, template] of TABLES) {
    if (template === 'system') continue;
    const known = new Map<string, string>();
    for (const row of ROWS) known.set(await put(owner, table, row, true), row.mark);
    marks.set(table, known);
  }
});

afterAll(async () => {
  await app.end();
  await owner.end();
});

test('every table is declared once and none is forgotten', async () => {
  const found = await owner.query<{ t: string }>(
    "select tablename as t from pg_tables where schemaname = 'public' and tablename <> 'zhibu_migration'",
  );
  expect(Object.keys(DECLARED).toSorted()).toEqual(found.rows.map((row) => row.t).toSorted());
  const all = MODULES.flatMap((m) => Object.keys(m.tables));
  expect(all.length).toBe(new Set(all).size);
});

test.each(TABLES)('%s has the policies of template %s', async (table, template) => {
  const scratch = `scratch_${table}`;
  await owner.query(`create table ${scratch} (like ${table})`);
  const comment = await owner.query<{ c: string }>(
    `select obj_description('${table}'::regclass) as c`,
  );
  const ownWrites = comment.rows[0]?.c.includes('own writes') === true;
  await owner.query(`select apply_policy('${scratch}', '${template}', ${ownWrites})`);
  // A file travels with its person: the organisation at the other end may read beside the template.
  const farEnd = await owner.query(
    `select 1 from pg_policies where tablename = $1 and policyname = 'far_end'`,
    [table],
  );
  if (farEnd.rows.length > 0) await owner.query(`select add_far_end('${scratch}')`);
  const of = async (name: string) => {
    const found = await owner.query<{ name: string }>(
      `select policyname as name, cmd, permissive, qual, with_check from pg_policies where tablename = $1 order by policyname`,
      [name],
    );
    return found.rows.filter((row) => !(OWN_RULE_FOR_ADDING.has(table) && row.name === 'added'));
  };
  expect(await of(table)).toEqual(await of(scratch));
  const secured = await owner.query<{ on: boolean }>(
    `select relrowsecurity as on from pg_class where oid = '${table}'::regclass`,
  );
  expect(secured.rows[0]?.on).toBe(true);
  await owner.query(`drop table ${scratch}`);
});

const PUBLIC = TABLES.filter(([, template]) => template === 'public').map(([table]) => table);

test.each(PUBLIC)('%s is shown to anybody once it is published, and only then', async (table) => {
  const path = `${COUNTY}000009`;
  const where = `org_path = '${path}'`;
  await put(owner, table, { mark: 'shown', tenant: T1, path, person: ANNA });
  await owner.query(`update ${table} set published_at = now() where ${where}`);
  try {
    const shown = await as({}, () => app.query(`select org_path from ${table}`));
    expect(shown.rows).toEqual([{ org_path: path }]);
    const written = await as({ tenant: T1, scope: A, place: A }, () =>
      app.query(`update ${table} set org_path = org_path where ${where}`),
    );
    expect(written.rowCount).toBe(0);
  } finally {
    await owner.query(`delete from ${table} where ${where}`);
  }
});

const OFFICER_A: Acting = { tenant: T1, scope: A, place: A, person: ANNA };
const MEMBER_A: Acting = { tenant: T1, place: A, person: ANNA };

/** What each template shows to whom. */
const SHOWN: Readonly<
  Record<
    Exclude<PolicyTemplate, 'system'>,
    { officer: string[]; county: string[]; member: string[] }
  >
> = {
  subtree: {
    officer: ['anna-a', 'clara-a'],
    county: ['anna-a', 'boris-b', 'clara-a', 'county'],
    member: [],
  },
  'subtree+own': {
    officer: ['anna-a', 'clara-a'],
    county: ['anna-a', 'boris-b', 'clara-a', 'county'],
    member: ['anna-a'],
  },
  downward: {
    officer: ['anna-a', 'clara-a', 'county'],
    county: ['anna-a', 'boris-b', 'clara-a', 'county'],
    member: ['anna-a', 'clara-a', 'county'],
  },
  readers: { officer: ['anna-a'], county: [], member: ['anna-a'] },
  'two-ended': {
    officer: ['anna-a', 'clara-a'],
    county: ['anna-a', 'boris-b', 'clara-a', 'county'],
    member: [],
  },
  public: {
    officer: ['anna-a', 'clara-a'],
    county: ['anna-a', 'boris-b', 'clara-a', 'county'],
    member: [],
  },
};

describe.each(TABLES)('%s (%s)', (table, template) => {
  if (template === 'system') {
    test('is closed to requests', async () => {
      await expect(as(OFFICER_A, () => app.query(`select 1 from ${table}`))).rejects.toThrow(
        /permission denied/,
      );
    });
    return;
  }
  const shown = SHOWN[template];
  test('without settings nothing is seen', async () => {
    expect(await seen(table, {})).toEqual([]);
  });
  test('an officer of branch A, of the county, and a member of A', async () => {
    expect(await seen(table, OFFICER_A)).toEqual(shown.officer);
    expect(
      await seen(table, {
        tenant: T1,
        scope: COUNTY,
        place: COUNTY,
        person: '99999999-9999-7999-8999-999999999999',
      }),
    ).toEqual(shown.county);
    expect(await seen(table, MEMBER_A)).toEqual(shown.member);
  });
  test('another tenant with the same path sees its own only', async () => {
    const other = await seen(table, { tenant: T2, scope: A, place: A, person: ANNA });
    expect(other).toEqual(['stranger']);
  });
  test('nobody writes outside their place, nor a member into the branch', async () => {
    const refused = /row-level security|permission denied/;
    const foreign = ROWS.find((row) => row.mark === 'boris-b') as Row;
    const elsewhere = { ...foreign, tenant: T2 };
    if (template !== 'readers' && !OWN_RULE_FOR_ADDING.has(table)) {
      await expect(as(OFFICER_A, () => put(app, table, foreign))).rejects.toThrow(refused);
      await expect(as(MEMBER_A, () => put(app, table, { ...foreign, path: A }))).rejects.toThrow(
        refused,
      );
    }
    await expect(as(OFFICER_A, () => put(app, table, elsewhere))).rejects.toThrow(refused);
  });
});
