import type { OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { sql, type Read } from '#platform/db';
import { educationBand, type EducationBand } from '../rules/bands.ts';
import { occupationOf, type Occupation } from '../rules/work-codes.ts';

/** What statistics of people look at; null where the file does not tell. */
export interface Portrait {
  readonly sex: 'male' | 'female' | null;
  readonly bornOn: PlainDate | null;
  readonly education: EducationBand | null;
  readonly occupation: Occupation | null;
}

/** People with a file within sight as statistics see them, by their latest state. */
export async function portraitsOf(
  read: Read,
  people: readonly PersonId[],
): Promise<ReadonlyMap<string, Portrait>> {
  if (people.length === 0) return new Map();
  const rows = await read.db
    .selectFrom('person_state')
    .distinctOn('person_id')
    .select(['person_id', 'sex', 'born_on', 'education', 'work'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(sql<boolean>`person_id = any(${[...new Set(people)]}::uuid[])`)
    .where('superseded_at', 'is', null)
    .orderBy('person_id')
    .orderBy('valid_from', 'desc')
    .execute();
  return new Map(
    rows.map((row) => [
      row.person_id,
      {
        sex: row.sex,
        bornOn: row.born_on,
        education: row.education === null ? null : educationBand(row.education),
        occupation: row.work === null ? null : occupationOf(row.work),
      },
    ]),
  );
}

/**
 * Last day on which somebody who is in an organisation's roster, or was, joined there: received by it, or
 * already in its roster when records began (then the day of joining from the file, wherever that was).
 */
export async function lastJoinedOn(read: Read): Promise<ReadonlyMap<OrgId, PlainDate>> {
  const rows = await read.db
    .selectFrom('membership as m')
    .innerJoin('person_state as p', (join) =>
      join
        .onRef('p.tenant_id', '=', 'm.tenant_id')
        .onRef('p.person_id', '=', 'm.person_id')
        .on('p.superseded_at', 'is', null),
    )
    .select((eb) => ['m.org_id' as const, eb.fn.max('p.joined_on').as('last')])
    .where('m.tenant_id', '=', read.actor.tenantId)
    .where('m.superseded_at', 'is', null)
    .where('m.way_in', 'in', ['opening', 'admitted'])
    .groupBy('m.org_id')
    .execute();
  return new Map(
    rows.flatMap((row): [OrgId, PlainDate][] =>
      row.last === null ? [] : [[row.org_id as OrgId, row.last]],
    ),
  );
}
