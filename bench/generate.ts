import pg from 'pg';
import { realClock } from '#platform/clock';
import { Database, type SecretsPort } from '#platform/db';
import { searchTokens } from '#platform/words';
import { childPath } from '#kernel/org-path';
import { foundInstallation, type Founded } from '#modules/accounts';
import { casesOfCounty } from './admission-cases.ts';
import { duesOfYears, meetingsOfYears } from './records.ts';

export interface CountySize {
  readonly branches: number;
  readonly membersEach: number;
  readonly years: number;
}

export const COUNTY: CountySize = { branches: 1_000, membersEach: 30, years: 3 };
const TOWNSHIP = 50;

export const BENCH_ADMIN = { loginName: 'bench', password: 'bench and nothing else' };
/** Secretaries of the county, of its first township and of its first branch; the same password. */
export const BENCH_SECRETARIES = {
  county: 'bench-county',
  township: 'bench-township',
  branch: 'bench-branch',
} as const;

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const GIVEN = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国志文海波晨雪梅婷浩宇轩梓',
];

/** Tables of organisations: the county, its townships, their branches. */
async function organisations(sql: pg.Client, founded: Founded, size: CountySize): Promise<void> {
  const ids: string[] = [];
  const paths: string[] = [];
  const parents: string[] = [];
  const kinds: string[] = [];
  const names: string[] = [];
  const uuid = (kind: number, n: number): string =>
    `0000000${kind}-0000-7000-8000-${String(n).padStart(12, '0')}`;
  const townships = Math.ceil(size.branches / TOWNSHIP);
  for (let t = 0; t < townships; t += 1) {
    const path = childPath(founded.path, 10 + t);
    ids.push(uuid(1, t));
    paths.push(path);
    parents.push(founded.orgId);
    kinds.push('committee');
    names.push(`第${t + 1}镇党委`);
    for (let b = t * TOWNSHIP; b < Math.min(size.branches, (t + 1) * TOWNSHIP); b += 1) {
      ids.push(uuid(2, b));
      paths.push(childPath(path, 100_000 + b));
      parents.push(uuid(1, t));
      kinds.push('branch');
      names.push(`第${b + 1}党支部`);
    }
  }
  const values = [founded.tenantId, ids, paths, parents, kinds, names, founded.accountId];
  const rows = `unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[]) with ordinality
    as r(org_id, org_path, parent_id, kind, name, n)`;
  await sql.query(
    `create temp table bench_org as select r.*, $1::uuid as tenant_id, $7::uuid as by from ${rows}`,
    values,
  );
  await sql.query(
    `insert into organisation (tenant_id, org_id, org_path, seq, entered_at, entered_by)
     select tenant_id, org_id, org_path, n + 10, '2020-01-01', by from bench_org`,
  );
  await sql.query(
    `insert into organisation_state (tenant_id, id, org_id, org_path, name, short_name, kind, sector, valid_from, entered_at, entered_by)
     select tenant_id, uuidv7(), org_id, org_path, name, name, kind, 'village', '2020-01-01', '2020-01-01', by from bench_org`,
  );
  await sql.query(
    `insert into org_edge (tenant_id, id, org_id, org_path, parent_id, valid_from, entered_at, entered_by)
     select tenant_id, uuidv7(), org_id, org_path, parent_id, '2020-01-01', '2020-01-01', by from bench_org`,
  );
}

/** People by arithmetic: name, age, roster; search tokens from the real word list, once a name. */
async function people(sql: pg.Client, founded: Founded, size: CountySize): Promise<void> {
  const names = SURNAMES.flatMap((s) =>
    GIVEN.flatMap((g, i) => [`${s}${g}`, `${s}${g}${GIVEN[(i * 7 + 3) % GIVEN.length] ?? ''}`]),
  );
  const tokenNames: string[] = [];
  const tokens: string[] = [];
  names.forEach((name) => {
    for (const token of new Set(searchTokens(name))) {
      tokenNames.push(name);
      tokens.push(token);
    }
  });
  await sql.query(
    'create temp table bench_name as select n::int - 1 as n, name from unnest($1::text[]) with ordinality r(name, n)',
    [names],
  );
  await sql.query(
    `create temp table bench_person as
     select ('00000003-0000-7000-8000-' || lpad(((b.n - 1) * $1 + i)::text, 12, '0'))::uuid as person_id,
            b.org_id, b.org_path, b.parent_id, ((b.n - 1) * $1 + i)::int as n, i, w.name, b.tenant_id, b.by
       from (select *, row_number() over (order by org_path) as n from (select org_id, org_path, parent_id, tenant_id, by
               from bench_org where kind = 'branch') o) b
       cross join generate_series(1, $1::int) i
       join bench_name w on w.n = ((b.n * 131 + i * 17) % $2::int)`,
    [size.membersEach, names.length],
  );
  await sql.query('analyze bench_person');
  await sql.query(
    `insert into person (tenant_id, person_id, org_id, org_path, entered_at, entered_by)
     select tenant_id, person_id, org_id, org_path, '2020-01-01', by from bench_person order by n`,
  );
  await sql.query(
    `insert into person_state (tenant_id, id, person_id, org_id, org_path, other_path, name, sex, ethnic, born_on, education, joined_on,
       regularised_on, valid_from, entered_at, entered_by)
     select tenant_id, uuidv7(), person_id, org_id, org_path, org_path, name, case when n % 2 = 0 then 'male' else 'female' end, '01',
       date '1945-01-01' + (n * 37 % 20000), '21', date '1990-07-01' + (n % 9000), date '1991-07-01' + (n % 9000),
       '2020-01-01', '2020-01-01', by from bench_person order by n`,
  );
  await sql.query(
    `insert into membership (tenant_id, id, person_id, org_id, org_path, other_path, category, way_in, valid_from, entered_at, entered_by)
     select tenant_id, uuidv7(), person_id, org_id, org_path, org_path, 'full', 'opening', '2020-01-01', '2020-01-01', by
       from bench_person order by n`,
  );
  await sql.query(
    `insert into name_token (tenant_id, token, name)
     select t.tenant_id, r.token, r.name
       from (select distinct tenant_id from bench_person) t,
            unnest($1::text[], $2::text[]) r(name, token)
      order by t.tenant_id, r.token collate "C", r.name collate "C"
     on conflict do nothing`,
    [tokenNames, tokens],
  );
  await posts(sql, founded);
}

/** Five people lead each branch; one of the first branch below leads a township or the county. */
async function posts(sql: pg.Client, founded: Founded): Promise<void> {
  const columns = `(tenant_id, id, post_id, org_id, org_path, person_id, person_name, kind, way_in, term_ends_on, approved_on,
    valid_from, entered_at, entered_by)`;
  const values = (kind: string): string =>
    `uuidv7(), %s.org_id, %s.org_path, p.person_id, p.name, ${kind}, 'election', current_date + 400, '2023-01-05', '2023-01-01', '2023-01-05', p.by`;
  const row = (of: string, kind: string): string =>
    `select p.tenant_id, uuidv7(), ${values(kind).replaceAll('%s', of)} from bench_person p`;
  await sql.query(
    `insert into post ${columns} ${row(
      'p',
      `(array['secretary', 'deputy_secretary', 'organisation_member', 'publicity_member', 'discipline_member'])[p.i]`,
    )} where p.i <= 5`,
  );
  await sql.query(
    `insert into post ${columns} ${row('o', `'secretary'`)} join bench_org o on o.org_id = p.parent_id
      where p.i = 6 and p.n = (select min(q.n) from bench_person q where q.parent_id = p.parent_id and q.i = 6)`,
  );
  await sql.query(
    `insert into post ${columns} ${row('o', `'secretary'`)}
       join organisation o on o.tenant_id = p.tenant_id and o.org_id = $1 where p.n = 7`,
    [founded.orgId],
  );
  const first = { branch: 1, township: 6, county: 7 };
  for (const [which, login] of Object.entries(BENCH_SECRETARIES))
    await sql.query(
      `insert into account (tenant_id, account_id, person_id, login_name, display_name, password_hash, created_at)
       select a.tenant_id, uuidv7(), p.person_id, $2, p.name, a.password_hash, a.created_at
         from account a join bench_person p on p.n = $3 where a.account_id = $1`,
      [founded.accountId, login, first[which as keyof typeof first]],
    );
}

/** Indexes that stand beside the constraints: made after the rows, not with each of them. */
async function withoutIndexes(sql: pg.Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await sql.query<{ name: string; definition: string }>(
    `select quote_ident(c.relname) as name, pg_get_indexdef(i.indexrelid) as definition
       from pg_index i join pg_class c on c.oid = i.indexrelid
      where c.relnamespace = 'public'::regnamespace
        and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)`,
  );
  for (const { name } of rows) await sql.query(`drop index ${name}`);
  await work();
  for (const { definition } of rows) await sql.query(definition);
}

/**
 * A county by arithmetic, straight into the tables: 1,000 branches, 30,000 members, three years of
 * meetings, presence and dues. For measuring only; the demonstration is made by the product's commands.
 * `adminUrl` is the superuser of the embedded database: rows go in without triggers.
 */
export async function generateCounty(
  urls: { readonly appUrl: string; readonly adminUrl: string },
  secrets: SecretsPort,
  size: CountySize,
): Promise<Founded> {
  const clock = realClock();
  const db = new Database({ url: urls.appUrl, clock, secrets });
  const founded = await foundInstallation(db, clock, {
    ...BENCH_ADMIN,
    organisationName: '测速县委员会',
    kind: 'committee',
    sector: 'mixed',
    displayName: '测速',
    isDemo: true,
  });
  await db.close();
  const url = new URL(urls.adminUrl);
  url.pathname = new URL(urls.appUrl).pathname;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(
      `set synchronous_commit = off; set session_replication_role = replica; set maintenance_work_mem = '1GB';
       set work_mem = '256MB'`,
    );
    await withoutIndexes(client, async () => {
      await organisations(client, founded, size);
      await people(client, founded, size);
      await meetingsOfYears(client, size);
      await duesOfYears(client, size);
      await casesOfCounty(client);
    });
    await client.query('vacuum analyze');
    await client.query('checkpoint');
  } finally {
    await client.end();
  }
  return founded;
}
