import type { OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { sql, type Read } from '#platform/db';

/** Somebody was there: at a meeting of the own branch, or as 列席 of another. */
export interface Presence {
  readonly personId: PersonId;
  readonly orgId: OrgId;
  readonly meetingId: string;
  readonly on: PlainDate;
  readonly title: string;
}

const standing = (knownAt: Date | null) =>
  knownAt === null
    ? sql<boolean>`superseded_at is null`
    : sql<boolean>`(entered_at <= ${knownAt} and (superseded_at is null or superseded_at > ${knownAt}))`;

/**
 * Finalised meetings at which people were present over a span of days, both included, as known at an
 * instant (null: now); those of one organisation where one is named.
 */
export async function presencesOf(
  read: Read,
  people: readonly PersonId[],
  span: {
    readonly from: PlainDate;
    readonly to: PlainDate;
    readonly knownAt: Date | null;
    readonly orgId?: OrgId;
  },
): Promise<Presence[]> {
  if (people.length === 0) return [];
  const { knownAt, orgId } = span;
  let query = read.db
    .selectFrom('attendance')
    .select(['person_id', 'org_id', 'meeting_id', 'held_on', 'title'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(sql<boolean>`person_id = any(${[...new Set(people)]}::uuid[])`)
    .where('state', 'in', ['present', 'guest'])
    .where('held_on', '>=', span.from)
    .where('held_on', '<=', span.to)
    .where(standing(knownAt));
  if (orgId !== undefined) query = query.where('org_id', '=', orgId);
  const rows = await query.orderBy('held_on').orderBy('id').execute();
  return rows.map((row) => ({
    personId: row.person_id as PersonId,
    orgId: row.org_id as OrgId,
    meetingId: row.meeting_id,
    on: row.held_on,
    title: row.title,
  }));
}

/** Day of the latest such meeting of each of them up to a day. */
export async function lastPresences(
  read: Read,
  people: readonly PersonId[],
  until: PlainDate,
  knownAt: Date | null,
): Promise<ReadonlyMap<PersonId, PlainDate>> {
  if (people.length === 0) return new Map();
  const rows = await read.db
    .selectFrom('attendance')
    .select((eb) => ['person_id', eb.fn.max('held_on').as('on')])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(sql<boolean>`person_id = any(${[...new Set(people)]}::uuid[])`)
    .where('state', 'in', ['present', 'guest'])
    .where('held_on', '<=', until)
    .where(standing(knownAt))
    .groupBy('person_id')
    .execute();
  return new Map(rows.map((row) => [row.person_id as PersonId, row.on]));
}
