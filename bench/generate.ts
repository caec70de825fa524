import pg from 'pg';
import { realClock } from '#platform/clock';
import { Database, type SecretsPort } from '#platform/db';
import { searchTokens } from '#platform/words';
import { childPath } from '#kernel/org-path';
import { foundInstallation, type Founded } from '#modules/accounts';

export interface CountySize {
  readonly branches: number;
  readonly membersEach: number;
  readonly years: number;
}

export const COUNTY: CountySize = { branches: 1_000, membersEach: 30, years: 3 };
/** Meetings of a branch in a year: 12 of the committee, 4 of all members, 4 lessons, 10 theme days. */
const KINDS = ['committee', 'committee', 'committee', 'general', 'lesson', 'theme_day'];
const MEETINGS_A_YEAR = 30;
const TOWNSHIP = 50;

export const BENCH_ADMIN = { loginName: 'bench', password: 'bench and nothing else' };

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const GIVEN = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国志文海波晨雪梅婷浩宇轩梓',
];

interface Sql {
  query(text: string, values?: unknown[]): Promise<unknown>;
}

/** Tables of organisations: the county, its townships, their branches. */
async function organisations(sql: Sql, founded: Founded, size: CountySize): Promise<void> {
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
    `insert into organisation (tenant_id, org_id, org_path, seq, entered_at, entered_by)
     select $1, org_id, org_path, n + 10, '2020-01-01', $7 from ${rows}`,
    values,
  );
  await sql.query(
    `insert into organisation_state (tenant_id, id, org_id, org_path, name, short_name, kind, sector, valid_from, entered_at, entered_by)
     select $1, gen_random_uuid(), org_id, org_path, name, name, kind, 'village', '2020-01-01', '2020-01-01', $7 from ${rows}`,
    values,
  );
  await sql.query(
    `insert into org_edge (tenant_id, id, org_id, org_path, parent_id, valid_from, entered_at, entered_by)
     select $1, gen_random_uuid(), org_id, org_path, parent_id, '2020-01-01', '2020-01-01', $7 from ${rows}`,
    values,
  );
}

/** People by arithmetic: name, age, roster; search tokens from the real word list, once a name. */
async function people(sql: Sql, founded: Founded, size: CountySize): Promise<void> {
  const names = SURNAMES.flatMap((s) =>
    GIVEN.flatMap((g, i) => [`${s}${g}`, `${s}${g}${GIVEN[(i * 7 + 3) % GIVEN.length] ?? ''}`]),
  );
  const tokenNames: string[] = [];
  const tokens: string[] = [];
  names.forEach((name, index) => {
    for (const token of new Set(searchTokens(name))) {
      tokenNames.push(String(index));
      tokens.push(token);
    }
  });
  await sql.query(
    'create temp table bench_name as select n::int - 1 as n, name from unnest($1::text[]) with ordinality r(name, n)',
    [names],
  );
  await sql.query(
    'create temp table bench_token as select n::int, token from unnest($1::int[], $2::text[]) r(n, token)',
    [tokenNames, tokens],
  );
  await sql.query(
    `create temp table bench_person as
     select ('00000003-0000-7000-8000-' || lpad(((b.n - 1) * $2 + i)::text, 12, '0'))::uuid as person_id,
            b.org_id, b.org_path, ((b.n - 1) * $2 + i)::int as n, w.name, w.n as name_n
       from (select org_id, org_path, row_number() over (order by org_path) as n from organisation_state
              where tenant_id = $1 and kind = 'branch') b
       cross join generate_series(1, $2::int) i
       join bench_name w on w.n = ((b.n * 131 + i * 17) % $3::int)`,
    [founded.tenantId, size.membersEach, names.length],
  );
  const from = `from bench_person p`;
  const values = [founded.tenantId, founded.accountId];
  await sql.query(
    `insert into person (tenant_id, person_id, org_id, org_path, entered_at, entered_by)
     select $1, person_id, org_id, org_path, '2020-01-01', $2 ${from}`,
    values,
  );
  await sql.query(
    `insert into person_state (tenant_id, id, person_id, org_id, org_path, other_path, name, sex, ethnic, born_on, education, joined_on,
       regularised_on, valid_from, entered_at, entered_by)
     select $1, gen_random_uuid(), person_id, org_id, org_path, org_path, name, case when n % 2 = 0 then 'male' else 'female' end, '01',
       date '1945-01-01' + (n * 37 % 20000), '21', date '1990-07-01' + (n % 9000), date '1991-07-01' + (n % 9000),
       '2020-01-01', '2020-01-01', $2 ${from}`,
    values,
  );
  await sql.query(
    `insert into membership (tenant_id, id, person_id, org_id, org_path, other_path, category, way_in, valid_from, entered_at, entered_by)
     select $1, gen_random_uuid(), person_id, org_id, org_path, org_path, 'full', 'opening', '2020-01-01', '2020-01-01', $2 ${from}`,
    values,
  );
  await sql.query(
    `insert into person_token (tenant_id, token, person_id, org_id, org_path)
     select $1, t.token, p.person_id, p.org_id, p.org_path ${from} join bench_token t on t.n = p.name_n`,
    [founded.tenantId],
  );
}

/** Meetings with everybody's presence, and a receipt a month. */
async function years(sql: Sql, founded: Founded, size: CountySize): Promise<void> {
  const values = [founded.tenantId, founded.accountId, size.years * MEETINGS_A_YEAR, KINDS];
  await sql.query(
    `create temp table bench_meeting as
     select gen_random_uuid() as meeting_id, gen_random_uuid() as sitting_id, s.org_id, s.org_path, m as n,
            ($2::text[])[1 + m % cardinality($2::text[])] as kind,
            (date '2023-01-05' + (m * 365.0 / ${MEETINGS_A_YEAR})::int) as held_on
       from organisation_state s cross join generate_series(0, $3::int - 1) m
      where s.tenant_id = $1 and s.kind = 'branch'`,
    [founded.tenantId, KINDS, values[2]],
  );
  const from = 'from bench_meeting m';
  const who = [founded.tenantId, founded.accountId];
  await sql.query(
    `insert into sitting (tenant_id, id, org_id, org_path, held_on, starts_at, ends_at, started_at, entered_at, entered_by)
     select $1, sitting_id, org_id, org_path, held_on, '09:00', '10:30', held_on, held_on, $2 ${from}`,
    who,
  );
  await sql.query(
    `insert into meeting (tenant_id, id, sitting_id, org_id, org_path, kind, body, title, held_on, starts_at, ends_at, year_of, state, content, entered_at, entered_by)
     select $1, meeting_id, sitting_id, org_id, org_path, kind, case when kind = 'committee' then 'committee' else 'members' end,
            '第' || n || '次会议', held_on, '09:00', '10:30', extract(year from held_on), 'final', '{}', held_on, $2 ${from}`,
    who,
  );
  await sql.query(
    `insert into meeting_held (tenant_id, id, meeting_id, sitting_id, version, org_id, org_path, kind, body, form, entry, title, held_on,
       year_of, special, campaign, entitled, present, on_leave, absent, guests, rated, items, minutes, study, content, fingerprint,
       prepared_by, prepared_name, approved_by, approved_name, recorded_on, entered_at, entered_by)
     select $1, gen_random_uuid(), meeting_id, sitting_id, 1, org_id, org_path, kind, case when kind = 'committee' then 'committee' else 'members' end,
       'meeting', 'live', '第' || n || '次会议', held_on, extract(year from held_on), false, '', ${size.membersEach}, ${size.membersEach} - 2, 1, 1, 0,
       ${size.membersEach}, 3, 90, kind in ('lesson', 'theme_day'), '{}', 'bench', $2, '书记', $2, '书记', held_on, held_on, $2 ${from}`,
    who,
  );
  await sql.query(
    `insert into attendance (tenant_id, id, person_id, meeting_id, sitting_id, org_id, org_path, held_on, minutes, state, rated, kind, title, entered_at, entered_by)
     select $1, gen_random_uuid(), p.person_id, m.meeting_id, m.sitting_id, m.org_id, m.org_path, m.held_on,
            case when m.kind in ('lesson', 'theme_day') then 90 else 0 end,
            case (p.n + m.n) % 15 when 0 then 'leave' when 7 then 'absent' else 'present' end, true, m.kind, '第' || m.n || '次会议', m.held_on, $2
       ${from} join bench_person p on p.org_id = m.org_id`,
    who,
  );
  await sql.query(
    `insert into dues_base (tenant_id, id, payer_id, person_id, org_id, org_path, payer_kind, base_fen, valid_from, entered_at, entered_by)
     select $1, gen_random_uuid(), person_id, person_id, org_id, org_path, 'wage', 300000 + n % 500000, '2023-01-01', '2023-01-01', $2 from bench_person`,
    who,
  );
  await sql.query(
    `insert into dues_receipt (tenant_id, id, person_id, org_id, org_path, paid_on, amount_fen, means, entered_at, entered_by)
     select $1, gen_random_uuid(), person_id, org_id, org_path, d::date, 3000 + n % 5000, 'cash', d, $2
       from bench_person cross join generate_series(timestamp '2023-01-10', timestamp '2023-01-10' + ($3::int * 12 - 1) * interval '1 month', '1 month') d`,
    [...who, size.years],
  );
}

/**
 * A county by arithmetic, straight into the tables: 1,000 branches, 30,000 members, three years of
 * meetings, presence and dues. For measuring only; the demonstration is made by the product's commands.
 */
export async function generateCounty(
  urls: { readonly appUrl: string; readonly ownerUrl: string },
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
  const client = new pg.Client({ connectionString: urls.ownerUrl });
  await client.connect();
  try {
    await client.query('set synchronous_commit = off');
    const tables = await client.query<{ t: string }>(
      "select quote_ident(tablename) as t from pg_tables where schemaname = 'public'",
    );
    for (const { t } of tables.rows) await client.query(`alter table ${t} disable trigger user`);
    await organisations(client, founded, size);
    await people(client, founded, size);
    await years(client, founded, size);
    for (const { t } of tables.rows) await client.query(`alter table ${t} enable trigger user`);
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
  return founded;
}
