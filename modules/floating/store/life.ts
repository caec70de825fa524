import type { Grade } from '#contract/floating';
import type { Id, OrgId, PersonId } from '#kernel/ids';
import type { Money } from '#kernel/money';
import type { OrgPath } from '#kernel/org-path';
import { firstDayOf, monthOf, type PlainDate, type PlainMonth } from '#kernel/plain-date';
import { constraintOf, sql, type Read, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import type { AwayId } from './away.ts';
import { known } from './known.ts';

export type LifeId = Id<'FloatingLife'>;
export type LifeKind = 'activity' | 'dues' | 'evaluation' | 'review';

/** What a member did away, or what was found of their certificate. */
export interface LifeValues {
  readonly awayId: AwayId;
  readonly otherPath: OrgPath;
  readonly personId: PersonId;
  readonly name: string;
  readonly kind: LifeKind;
  readonly on: PlainDate;
  readonly year: number | null;
  readonly grade: Grade | null;
  readonly fromMonth: PlainMonth | null;
  readonly toMonth: PlainMonth | null;
  readonly amount: Money | null;
  readonly words: string;
  readonly saidBy: string;
  readonly meetingId: string | null;
  readonly fromPaper: boolean;
}

export interface LifeRow extends LifeValues {
  readonly lifeId: LifeId;
  readonly orgId: OrgId;
  readonly orgPath: OrgPath;
  readonly enteredAt: Date;
}

/** What a new record needs beside what its kind asks for. */
export const BLANK_LIFE = {
  year: null,
  grade: null,
  fromMonth: null,
  toMonth: null,
  amount: null,
  words: '',
  meetingId: null,
  fromPaper: false,
} as const satisfies Partial<LifeValues>;

/** True where a write failed because that year, or that meeting, was told before. */
export const isToldAlready = (error: unknown): boolean =>
  ['floating_life_year', 'floating_life_meeting'].includes(constraintOf(error) ?? '');

/** Throws what `isToldAlready` recognises. */
export async function insertLife(write: Write, place: OrgPlace, one: LifeValues): Promise<LifeId> {
  const lifeId = write.newId<'FloatingLife'>();
  await write.db
    .insertInto('floating_life')
    .values({
      ...write.stamp(place),
      id: write.newId<'FloatingLifeVersion'>(),
      life_id: lifeId,
      away_id: one.awayId,
      other_path: one.otherPath,
      person_id: one.personId,
      person_name: one.name,
      kind: one.kind,
      happened_on: one.on,
      year: one.year,
      grade: one.grade,
      from_month: one.fromMonth === null ? null : firstDayOf(one.fromMonth),
      to_month: one.toMonth === null ? null : firstDayOf(one.toMonth),
      amount_fen: one.amount,
      words: one.words,
      said_by: one.saidBy,
      meeting_id: one.meetingId,
      from_paper: one.fromPaper,
    })
    .execute();
  return lifeId;
}

/** All that is recorded of stays, whichever end entered it, by day. */
export async function lifeOf(
  read: Read,
  awayIds: readonly AwayId[],
  knownAt: Date | null,
): Promise<LifeRow[]> {
  if (awayIds.length === 0) return [];
  const rows = await read.db
    .selectFrom('floating_life')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where(sql<boolean>`away_id = any(${[...new Set(awayIds)]}::uuid[])`)
    .where(known(knownAt))
    .orderBy('happened_on')
    .orderBy('life_id')
    .execute();
  return rows.map((row) => ({
    lifeId: row.life_id as LifeId,
    orgId: row.org_id as OrgId,
    orgPath: row.org_path as OrgPath,
    otherPath: row.other_path as OrgPath,
    awayId: row.away_id as AwayId,
    personId: row.person_id as PersonId,
    name: row.person_name,
    kind: row.kind,
    on: row.happened_on,
    year: row.year,
    grade: row.grade,
    fromMonth: row.from_month === null ? null : monthOf(row.from_month),
    toMonth: row.to_month === null ? null : monthOf(row.to_month),
    amount: row.amount_fen,
    words: row.words,
    saidBy: row.said_by,
    meetingId: row.meeting_id,
    fromPaper: row.from_paper,
    enteredAt: row.entered_at,
  }));
}

/** Where a standing record belongs; locked, null when it is none or out of sight. */
export async function lifeForUpdate(write: Write, lifeId: LifeId) {
  const row = await write.db
    .selectFrom('floating_life')
    .select(['org_id', 'org_path', 'away_id', 'person_id', 'kind'])
    .where('tenant_id', '=', write.actor.tenantId)
    .where('life_id', '=', lifeId)
    .where('superseded_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined
    ? null
    : {
        place: { orgId: row.org_id as OrgId, orgPath: row.org_path as OrgPath },
        awayId: row.away_id as AwayId,
        personId: row.person_id as PersonId,
        kind: row.kind,
      };
}

export async function supersedeLife(write: Write, lifeId: LifeId): Promise<void> {
  await write.db
    .updateTable('floating_life')
    .set({ superseded_at: write.enteredAt })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('life_id', '=', lifeId)
    .where('superseded_at', 'is', null)
    .execute();
}

/** Day of the latest activity, dues or evaluation away of each of them. */
export async function lastLived(
  read: Read,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, PlainDate>> {
  if (people.length === 0) return new Map();
  const rows = await read.db
    .selectFrom('floating_life')
    .select((eb) => ['person_id', eb.fn.max('happened_on').as('on')])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(sql<boolean>`person_id = any(${[...new Set(people)]}::uuid[])`)
    .where('kind', '<>', 'review')
    .where('superseded_at', 'is', null)
    .groupBy('person_id')
    .execute();
  return new Map(rows.map((row) => [row.person_id as PersonId, row.on]));
}
