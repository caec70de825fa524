import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { sql, type Read } from '#platform/db';

/** Membership rows of organisations that touch a span of days, as they were known at an instant. */
export async function staysOver(
  read: Read,
  orgIds: readonly OrgId[],
  from: PlainDate,
  to: PlainDate,
  knownAt: Date | null,
) {
  return read.db
    .selectFrom('membership')
    .select([
      'id',
      'person_id',
      'org_id',
      'standing',
      'valid_from',
      'valid_to',
      'way_in',
      'way_out',
      'in_paper',
      'out_paper',
      'category',
    ])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(sql<boolean>`org_id = any(${[...orgIds]}::uuid[])`)
    .where('valid_from', '<=', to)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', from)]))
    .$if(knownAt === null, (qb) => qb.where('superseded_at', 'is', null))
    .$if(knownAt !== null, (qb) =>
      qb
        .where('entered_at', '<=', knownAt)
        .where((eb) => eb.or([eb('superseded_at', 'is', null), eb('superseded_at', '>', knownAt)])),
    )
    .orderBy('person_id')
    .orderBy('valid_from')
    .execute();
}

export interface Moment {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly knownAt: Date;
}

/** What a stock of members is narrowed to; `p` is the state, `m` the membership of the last day. */
export const STOCK = {
  all: sql<boolean>`true`,
  full: sql<boolean>`m.category = 'full'`,
  probationary: sql<boolean>`m.category = 'probationary'`,
  female: sql<boolean>`p.sex = 'female'`,
  minority: sql<boolean>`p.ethnic <> '01'`,
  frail: sql<boolean>`p.frail`,
  floating: sql<boolean>`p.floating`,
  lost: sql<boolean>`p.lost`,
} as const;

export type Condition = ReturnType<typeof sql<boolean>>;

export const inList = (column: 'education' | 'work', keys: readonly string[]): Condition =>
  sql<boolean>`${sql.ref(`p.${column}`)} = any(${[...keys]}::text[])`;

/** Age on the last day: `from` and `to` included, null for no limit. */
export const aged = (from: number | null, to: number | null): Condition =>
  sql<boolean>`p.born_on is not null
    and (${from}::int is null or p.born_on <= (m.day - make_interval(years => ${from ?? 0}::int))::date)
    and (${to}::int is null or p.born_on > (m.day - make_interval(years => ${(to ?? 0) + 1}::int))::date)`;

const known = (alias: string, at: Date) =>
  sql`${sql.ref(`${alias}.entered_at`)} <= ${at} and (${sql.ref(`${alias}.superseded_at`)} is null or ${sql.ref(`${alias}.superseded_at`)} > ${at})`;

/** Members of the last day of a period with their state of that day, within one's scope. */
const stock = (read: Read, moment: Moment, condition: Condition) => {
  const scope = read.actor.scope ?? '-';
  const { tenantId } = read.actor;
  return sql`
      from (select x.*, ${moment.to}::date as day from membership x) m
      join person_state p on p.tenant_id = m.tenant_id and p.person_id = m.person_id
       and ${known('p', moment.knownAt)}
       and p.valid_from <= m.day and (p.valid_to is null or p.valid_to > m.day)
     where m.tenant_id = ${tenantId}::uuid and m.org_path >= ${scope} and m.org_path < ${`${scope}~`}
       and ${known('m', moment.knownAt)} and m.standing = 'normal'
       and m.valid_from <= m.day and (m.valid_to is null or m.valid_to > m.day)
       and ${condition}`;
};

export interface OrgCount {
  readonly org_id: OrgId;
  readonly n: number;
}
export interface NamedStay {
  readonly id: string;
  readonly person_id: string;
  readonly org_id: OrgId;
  readonly name: string;
  readonly day: PlainDate;
}

/** Members of each organisation on the last day of a period, counted by many conditions in one pass. */
export async function stockCounts(
  read: Read,
  moment: Moment,
  conditions: readonly Condition[],
): Promise<readonly (readonly OrgCount[])[]> {
  const counts = sql.join(
    conditions.map((one, i) => sql`count(*) filter (where ${one}) as ${sql.ref(`n${i}`)}`),
  );
  const found = await sql<{ org_id: OrgId } & Record<string, number>>`
    select m.org_id, ${counts} ${stock(read, moment, STOCK.all)} group by m.org_id`.execute(
    read.db,
  );
  return conditions.map((_, i) =>
    found.rows
      .map((row) => ({ org_id: row.org_id, n: Number(row[`n${i}`]) }))
      .filter(({ n }) => n > 0),
  );
}

export async function stockRows(
  read: Read,
  moment: Moment,
  condition: Condition,
  orgIds: readonly OrgId[],
): Promise<NamedStay[]> {
  const found = await sql<NamedStay>`
    select m.id, m.person_id, m.org_id, p.name, m.valid_from as day ${stock(read, moment, condition)}
       and m.org_id = any(${[...orgIds]}::uuid[]) order by m.org_path, m.person_id`.execute(
    read.db,
  );
  return found.rows;
}

/**
 * Rows that begin (`in`) or end (`out`) in a period: who came to or left an organisation, by way. A row
 * that only carries on another of the same person and organisation is no coming or going.
 */
const flow = (read: Read, moment: Moment, side: 'in' | 'out', ways: readonly string[]) => {
  const scope = read.actor.scope ?? '-';
  const day = side === 'in' ? sql`m.valid_from` : sql`m.valid_to`;
  const joined = side === 'in' ? sql`o.valid_to = m.valid_from` : sql`o.valid_from = m.valid_to`;
  const way = side === 'in' ? sql`m.way_in` : sql`m.way_out`;
  return sql`
      from membership m
     where m.tenant_id = ${read.actor.tenantId}::uuid and m.org_path >= ${scope} and m.org_path < ${`${scope}~`}
       and ${known('m', moment.knownAt)} and m.standing = 'normal'
       and ${day} >= ${moment.from}::date and ${day} <= ${moment.to}::date
       and (${ways.length} = 0 or ${way} = any(${[...ways]}::text[]))
       and not exists (select 1 from membership o
         where o.tenant_id = m.tenant_id and o.person_id = m.person_id and o.org_id = m.org_id
           and o.standing = 'normal' and ${known('o', moment.knownAt)} and ${joined})`;
};

export interface WayCount extends OrgCount {
  readonly way: string | null;
}

/** Comings or goings of each organisation in a period, by way. */
export async function flowCounts(
  read: Read,
  moment: Moment,
  side: 'in' | 'out',
): Promise<WayCount[]> {
  const way = side === 'in' ? sql`m.way_in` : sql`m.way_out`;
  const found = await sql<WayCount>`
    select m.org_id, ${way} as way, count(*) as n ${flow(read, moment, side, [])}
     group by m.org_id, ${way}`.execute(read.db);
  return found.rows.map((row) => ({ org_id: row.org_id, way: row.way, n: Number(row.n) }));
}

export async function flowRows(
  read: Read,
  moment: Moment,
  side: 'in' | 'out',
  ways: readonly string[],
  orgIds: readonly OrgId[],
): Promise<NamedStay[]> {
  const day = side === 'in' ? sql`m.valid_from` : sql`m.valid_to`;
  const found = await sql<NamedStay>`
    select m.id, m.person_id, m.org_id, ${day} as day,
      coalesce((select s.name from person_state s where s.tenant_id = m.tenant_id and s.person_id = m.person_id
        and s.superseded_at is null order by s.valid_from desc limit 1), '') as name
      ${flow(read, moment, side, ways)} and m.org_id = any(${[...orgIds]}::uuid[])
     order by ${day}, m.person_id`.execute(read.db);
  return found.rows;
}

/** Rows that begin by 转正 in a period. */
const regularised = (read: Read, moment: Moment) => {
  const scope = read.actor.scope ?? '-';
  return sql`
      from membership m
     where m.tenant_id = ${read.actor.tenantId}::uuid and m.org_path >= ${scope} and m.org_path < ${`${scope}~`}
       and ${known('m', moment.knownAt)} and m.way_in = 'regularised'
       and m.valid_from >= ${moment.from}::date and m.valid_from <= ${moment.to}::date
       and not exists (select 1 from membership o
         where o.tenant_id = m.tenant_id and o.person_id = m.person_id and o.category = 'full'
           and ${known('o', moment.knownAt)} and o.valid_to = m.valid_from)`;
};

export async function regularisedCounts(read: Read, moment: Moment): Promise<OrgCount[]> {
  const found = await sql<OrgCount>`
    select m.org_id, count(*) as n ${regularised(read, moment)} group by m.org_id`.execute(read.db);
  return found.rows.map((row) => ({ org_id: row.org_id, n: Number(row.n) }));
}

export async function regularisedRows(
  read: Read,
  moment: Moment,
  orgIds: readonly OrgId[],
): Promise<NamedStay[]> {
  const found = await sql<NamedStay>`
    select m.id, m.person_id, m.org_id, m.valid_from as day,
      coalesce((select s.name from person_state s where s.tenant_id = m.tenant_id and s.person_id = m.person_id
        and s.superseded_at is null order by s.valid_from desc limit 1), '') as name
      ${regularised(read, moment)} and m.org_id = any(${[...orgIds]}::uuid[])
     order by m.valid_from, m.person_id`.execute(read.db);
  return found.rows;
}
