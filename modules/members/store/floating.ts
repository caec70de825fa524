import type { OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { sql, type Read } from '#platform/db';

export interface FloatingSpan {
  readonly personId: PersonId;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** When people within sight were marked as 流动党员, over a span of days, both included. */
export async function floatingOver(
  read: Read,
  people: readonly PersonId[],
  from: PlainDate,
  to: PlainDate,
): Promise<FloatingSpan[]> {
  if (people.length === 0) return [];
  const rows = await read.db
    .selectFrom('person_state')
    .select(['person_id', 'valid_from', 'valid_to'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(sql<boolean>`person_id = any(${[...new Set(people)]}::uuid[])`)
    .where('floating', '=', true)
    .where('superseded_at', 'is', null)
    .where('valid_from', '<=', to)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', from)]))
    .execute();
  return rows.map((row) => ({
    personId: row.person_id as PersonId,
    from: row.valid_from,
    to: row.valid_to,
  }));
}

/** Members of a roster who are marked as 流动党员 on a day, with their names. */
export async function membersMarkedFloating(
  read: Read,
  orgId: OrgId,
  day: PlainDate,
): Promise<{ readonly personId: PersonId; readonly name: string }[]> {
  const rows = await read.db
    .selectFrom('membership as m')
    .innerJoin('person_state as s', (join) =>
      join.onRef('s.tenant_id', '=', 'm.tenant_id').onRef('s.person_id', '=', 'm.person_id'),
    )
    .select(['m.person_id', 's.name'])
    .where('m.tenant_id', '=', read.actor.tenantId)
    .where('m.org_id', '=', orgId)
    .where('m.standing', '=', 'normal')
    .where('m.superseded_at', 'is', null)
    .where('m.valid_from', '<=', day)
    .where((eb) => eb.or([eb('m.valid_to', 'is', null), eb('m.valid_to', '>', day)]))
    .where('s.floating', '=', true)
    .where('s.superseded_at', 'is', null)
    .where('s.valid_from', '<=', day)
    .where((eb) => eb.or([eb('s.valid_to', 'is', null), eb('s.valid_to', '>', day)]))
    .orderBy('s.name')
    .execute();
  return rows.map((row) => ({ personId: row.person_id as PersonId, name: row.name }));
}

export interface Signs {
  readonly name: string;
  readonly lost: boolean;
  readonly floating: boolean;
}

/** Name, and whether somebody is marked as lost or floating, of people within sight as their last state has it. */
export async function signsOf(
  read: Read,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Signs>> {
  if (people.length === 0) return new Map();
  const rows = await read.db
    .selectFrom('person_state')
    .distinctOn('person_id')
    .select(['person_id', 'name', 'lost', 'floating'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(sql<boolean>`person_id = any(${[...new Set(people)]}::uuid[])`)
    .where('superseded_at', 'is', null)
    .orderBy('person_id')
    .orderBy('valid_from', 'desc')
    .execute();
  return new Map(
    rows.map((row) => [
      row.person_id as PersonId,
      { name: row.name, lost: row.lost, floating: row.floating },
    ]),
  );
}
