import type { PlainDate } from '#kernel/plain-date';
import { Kept, sql, type Read } from '#platform/db';
import { lastFourHash } from './secret.ts';

export interface RosterPage {
  readonly limit: number;
  readonly offset: number;
}

/** What a list of members is narrowed to. Only `=` and ranges: they reach an index under row security. */
export interface RosterFilter {
  readonly day: PlainDate;
  /** Access paths from here down; the whole scope when absent. */
  readonly within?: string | undefined;
  /** A normalised search word: the beginning of what a name is found by. */
  readonly token?: string | undefined;
  /** Four characters: also the end of an identity number or phone. */
  readonly lastFour?: string | undefined;
  readonly category?: 'full' | 'probationary' | undefined;
  readonly sex?: 'male' | 'female' | undefined;
  readonly bornFrom?: PlainDate | undefined;
  readonly bornTo?: PlainDate | undefined;
  readonly education?: string | undefined;
  readonly ethnic?: string | undefined;
  readonly work?: string | undefined;
  readonly groupId?: string | undefined;
  /** One page of whom a word finds, known to stand within `within`: nothing else narrows the list then. */
  readonly foundBy?: { readonly token: string; readonly page: RosterPage } | undefined;
  /** `left`: ended by that day, in no roster within sight since. */
  readonly mark?:
    | 'frail'
    | 'floating'
    | 'lost'
    | 'attached'
    | 'migrant'
    | 'suspended'
    | 'left'
    | undefined;
}

const HAN = '01';

/** What begins like a word comes before this. */
const endOf = (token: string): string => `${token}\u{10ffff}`;

/** Names that a word finds: those with a token that begins like it. */
const namesFound = (token: string) => sql<string>`(select names_found(${token}, ${endOf(token)}))`;

/** People of one page of a search. */
const peopleFound = (within: string, day: PlainDate, token: string, page: RosterPage) =>
  sql`array(select roster_found(${within}, ${day}::date, ${token}, ${endOf(token)}, ${page.offset}::int,
    ${page.limit}::int))`;

/** Standing roster rows within sight on a day, with the personal facts of that day. */
export function rosterOn(read: Read, filter: RosterFilter) {
  const { day, within = read.actor.scope ?? '-', token, lastFour, mark, foundBy } = filter;
  const tenant = read.actor.tenantId;
  return (
    read.db
      .selectFrom('membership as m')
      .innerJoin('person_state as p', (join) =>
        join
          .onRef('p.tenant_id', '=', 'm.tenant_id')
          .onRef('p.person_id', '=', 'm.person_id')
          .on('p.superseded_at', 'is', null)
          // Of those who left: what was true on the last day here.
          .on((eb) =>
            mark === 'left'
              ? eb.and([
                  eb('p.valid_from', '<', eb.ref('m.valid_to')),
                  eb.or([
                    eb('p.valid_to', 'is', null),
                    eb('p.valid_to', '>=', eb.ref('m.valid_to')),
                  ]),
                ])
              : eb.and([
                  eb('p.valid_from', '<=', day),
                  eb.or([eb('p.valid_to', 'is', null), eb('p.valid_to', '>', day)]),
                ]),
          ),
      )
      .where('m.tenant_id', '=', tenant)
      // A page of a search knows its people: without a range its statement is planned once for all words.
      .$if(foundBy === undefined, (qb) =>
        qb.where('m.org_path', '>=', within).where('m.org_path', '<', `${within}~`),
      )
      .$if(foundBy !== undefined, (qb) => {
        const found = foundBy ?? { token: '', page: { limit: 0, offset: 0 } };
        return qb.where(
          sql<boolean>`m.person_id = any(${peopleFound(within, day, found.token, found.page)})`,
        );
      })
      .where('m.superseded_at', 'is', null)
      // 停止党籍: kept, but counted and listed apart.
      .$if(mark !== 'left', (qb) =>
        qb
          .where('m.standing', '=', mark === 'suspended' ? 'suspended' : 'normal')
          .where('m.valid_from', '<=', day)
          .where((eb) => eb.or([eb('m.valid_to', 'is', null), eb('m.valid_to', '>', day)])),
      )
      .$if(mark === 'left', (qb) =>
        qb
          .where('m.valid_to', '<=', day)
          .where((eb) =>
            eb.not(
              eb.exists(
                eb
                  .selectFrom('membership as later')
                  .select('later.id')
                  .whereRef('later.tenant_id', '=', 'm.tenant_id')
                  .whereRef('later.person_id', '=', 'm.person_id')
                  .where('later.superseded_at', 'is', null)
                  .where('later.org_path', '>=', within)
                  .where('later.org_path', '<', `${within}~`)
                  .whereRef('later.valid_from', '>=', 'm.valid_to'),
              ),
            ),
          ),
      )
      .$if(filter.groupId !== undefined, (qb) =>
        qb.where('m.group_id', '=', filter.groupId ?? null),
      )
      .$if(token !== undefined, (qb) =>
        qb.where((eb) => {
          const named = eb('p.name', 'in', namesFound(token ?? ''));
          if (lastFour === undefined) return named;
          const ending = (of: 'id' | 'phone') =>
            eb(
              'm.person_id',
              'in',
              eb
                .selectFrom('person_secret as s')
                .select('s.person_id')
                .where('s.tenant_id', '=', tenant)
                .where(
                  of === 'id' ? 's.id_last4_hash' : 's.phone_last4_hash',
                  '=',
                  lastFourHash(read, of, lastFour),
                ),
            );
          return eb.or([named, ending('id'), ending('phone')]);
        }),
      )
      .$if(filter.category !== undefined, (qb) =>
        qb.where('m.category', '=', filter.category ?? 'full'),
      )
      .$if(filter.sex !== undefined, (qb) => qb.where('p.sex', '=', filter.sex ?? 'male'))
      .$if(filter.bornFrom !== undefined, (qb) =>
        qb.where('p.born_on', '>=', filter.bornFrom ?? day),
      )
      .$if(filter.bornTo !== undefined, (qb) => qb.where('p.born_on', '<=', filter.bornTo ?? day))
      .$if(filter.education !== undefined, (qb) =>
        qb.where('p.education', '=', filter.education ?? ''),
      )
      .$if(filter.ethnic === 'minority', (qb) => qb.where('p.ethnic', '!=', HAN))
      .$if(filter.ethnic !== undefined && filter.ethnic !== 'minority', (qb) =>
        qb.where('p.ethnic', '=', filter.ethnic ?? HAN),
      )
      .$if(filter.work !== undefined, (qb) => qb.where('p.work', '=', filter.work ?? ''))
      .$if(mark === 'frail', (qb) => qb.where('p.frail', '=', true))
      .$if(mark === 'floating', (qb) => qb.where('p.floating', '=', true))
      .$if(mark === 'lost', (qb) => qb.where('p.lost', '=', true))
      .$if(mark === 'migrant', (qb) => qb.where('p.migrant', '=', true))
      .$if(mark === 'attached', (qb) =>
        qb.where((eb) =>
          eb(
            'm.person_id',
            'in',
            eb
              .selectFrom('member_attachment as a')
              .select('a.person_id')
              .where('a.tenant_id', '=', tenant)
              .where('a.superseded_at', 'is', null)
              .where('a.valid_from', '<=', day)
              .where((w) => w.or([w('a.valid_to', 'is', null), w('a.valid_to', '>', day)])),
          ),
        ),
      )
  );
}

const COLUMNS = [
  'm.person_id',
  'm.org_id',
  'm.org_path',
  'm.category',
  'm.standing',
  'm.group_id',
  'm.unit',
  'm.valid_to',
  'm.way_out',
  'p.name',
  'p.sex',
  'p.ethnic',
  'p.born_on',
  'p.born_precision',
  'p.native_place',
  'p.education',
  'p.degree',
  'p.school',
  'p.work',
  'p.title',
  'p.stratum',
  'p.migrant',
  'p.work_unit',
  'p.job',
  'p.address',
  'p.household',
  'p.joined_on',
  'p.joined_precision',
  'p.joined_branch',
  'p.join_type',
  'p.regularised_on',
  'p.regularised_precision',
  'p.regularisation',
  'p.correction',
  'p.extension_months',
  'p.lost',
  'p.floating',
  'p.frail',
] as const;

/**
 * Members in the order of organisations, then of entry. Whom a word finds come in the order in which they
 * stand today; where nothing but the word narrows the list, the database tells a page of them by itself.
 */
export function rosterRows(read: Read, filter: RosterFilter, page: RosterPage) {
  const { token } = filter;
  if (token !== undefined && counted(filter) === 'word')
    return rosterOn(read, { ...filter, token: undefined, foundBy: { token, page } })
      .select([...COLUMNS])
      .orderBy('p.org_path')
      .orderBy('p.person_id')
      .execute();
  return rosterOn(read, filter)
    .select([...COLUMNS])
    .orderBy(token === undefined ? 'm.org_path' : 'p.org_path')
    .orderBy('m.person_id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

export type RosterRow = Awaited<ReturnType<typeof rosterRows>>[number];

/** Whether a list is narrowed by what the functions of the database know, and by how much. */
function counted(filter: RosterFilter): 'all' | 'facts' | 'word' | 'rows' {
  const { day: _, within: __, token, lastFour, mark, groupId, ...facts } = filter;
  if (lastFour !== undefined || mark !== undefined || groupId !== undefined) return 'rows';
  const plain = Object.values(facts).every((fact) => fact === undefined);
  if (token !== undefined) return plain ? 'word' : 'rows';
  return plain ? 'all' : 'facts';
}

const totals = new Kept<number>();

/** How many a list has, counted once while nothing is entered. */
export const rosterTotal = (read: Read, filter: RosterFilter): Promise<number> =>
  totals.of(read, JSON.stringify(filter), () => countRoster(read, filter));

/** A whole county is counted by a function of the database, not row by row. */
async function countRoster(read: Read, filter: RosterFilter): Promise<number> {
  const { day, within = read.actor.scope ?? '-' } = filter;
  switch (counted(filter)) {
    case 'all': {
      const found = await sql<{ n: number }>`
        select roster_size(${within}, ${day}::date) as n`.execute(read.db);
      return Number(found.rows[0]?.n ?? 0);
    }
    case 'facts':
      return (await rosterShape(read, filter)).total;
    case 'word': {
      const token = filter.token ?? '';
      const found = await sql<{ n: number }>`
        select roster_found_size(${within}, ${day}::date, ${token}, ${endOf(token)}) as n`.execute(
        read.db,
      );
      return Number(found.rows[0]?.n ?? 0);
    }
    default: {
      const row = await rosterOn(read, filter)
        .select(sql<number>`count(*)`.as('n'))
        .executeTakeFirstOrThrow();
      return Number(row.n);
    }
  }
}

export interface RosterShape {
  readonly total: number;
  readonly full: number;
  readonly female: number;
  readonly minority: number;
  readonly frail: number;
  readonly floating: number;
  readonly lost: number;
  readonly ages: readonly { readonly age: number; readonly count: number }[];
}

interface ShapeRow {
  age: number | null;
  total: number;
  full_members: number;
  female: number;
  minority: number;
  frail: number;
  floating: number;
  lost: number;
}

/** How the members of a list are made up, in one pass. Search words and marks are not asked for here. */
export async function rosterShape(read: Read, filter: RosterFilter): Promise<RosterShape> {
  const { day, within = read.actor.scope ?? '-' } = filter;
  const found = await sql<ShapeRow>`
    select * from roster_shape(${within}, ${day}::date, ${filter.category ?? null}, ${filter.sex ?? null},
      ${filter.bornFrom ?? null}::date, ${filter.bornTo ?? null}::date, ${filter.education ?? null},
      ${filter.ethnic ?? null}, ${filter.work ?? null})`.execute(read.db);
  const { rows } = found;
  const sum = (of: (row: ShapeRow) => number): number =>
    rows.reduce((all, row) => all + Number(of(row)), 0);
  return {
    total: sum((row) => row.total),
    full: sum((row) => row.full_members),
    female: sum((row) => row.female),
    minority: sum((row) => row.minority),
    frail: sum((row) => row.frail),
    floating: sum((row) => row.floating),
    lost: sum((row) => row.lost),
    ages: rows.flatMap((row) =>
      row.age === null ? [] : [{ age: Number(row.age), count: Number(row.total) }],
    ),
  };
}
