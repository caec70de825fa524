import type { Id, OrgId, PersonId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import type { PlainDate } from '#kernel/plain-date';
import type { Read, Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import type { CheckResult } from '../rules/affiliation.ts';

export type CheckId = Id<'AffiliationCheck'>;

/** 组织关系排查 of a branch and year. */
export interface Round {
  readonly checkId: CheckId;
  readonly place: OrgPlace;
  readonly year: number;
  readonly openedOn: PlainDate;
  readonly closedOn: PlainDate | null;
  readonly version: number;
}

export interface Mark {
  readonly personId: PersonId;
  readonly result: CheckResult;
  readonly note: string;
  readonly on: PlainDate;
}

const base = (read: Read) =>
  read.db.selectFrom('affiliation_check').selectAll().where('tenant_id', '=', read.actor.tenantId);
type Row = Awaited<ReturnType<ReturnType<typeof base>['execute']>>[number];

const toRound = (row: Row): Round => ({
  checkId: row.check_id as CheckId,
  place: { orgId: row.org_id as OrgId, orgPath: row.org_path as OrgPath },
  year: row.year,
  openedOn: row.opened_on,
  closedOn: row.closed_on,
  version: row.version,
});

export async function roundsWithin(read: Read, path: OrgPath, year: number): Promise<Round[]> {
  const rows = await base(read)
    .where('org_path', '>=', path)
    .where('org_path', '<', `${path}~`)
    .where('year', '=', year)
    .orderBy('org_path')
    .execute();
  return rows.map(toRound);
}

export async function roundOf(read: Read, checkId: CheckId): Promise<Round | null> {
  const row = await base(read).where('check_id', '=', checkId).executeTakeFirst();
  return row === undefined ? null : toRound(row);
}

export async function roundForUpdate(write: Write, checkId: CheckId): Promise<Round | null> {
  const row = await base(write).where('check_id', '=', checkId).forUpdate().executeTakeFirst();
  return row === undefined ? null : toRound(row);
}

/** Opens rounds of branches that have none in a year; returns how many. */
export async function insertRounds(
  write: Write,
  places: readonly OrgPlace[],
  year: number,
  on: PlainDate,
): Promise<number> {
  let opened = 0;
  for (const place of places) {
    const done = await write.db
      .insertInto('affiliation_check')
      .values({
        ...write.stamp(place),
        check_id: write.newId<'AffiliationCheck'>(),
        year,
        opened_on: on,
      })
      .onConflict((oc) => oc.doNothing())
      .executeTakeFirst();
    opened += Number(done.numInsertedOrUpdatedRows ?? 0n);
  }
  return opened;
}

export async function setRound(
  write: Write,
  checkId: CheckId,
  values: { readonly closedOn: PlainDate | null; readonly version: number },
): Promise<void> {
  await write.db
    .updateTable('affiliation_check')
    .set({ closed_on: values.closedOn, version: values.version })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('check_id', '=', checkId)
    .execute();
}

/** What was found of each member in rounds, as it stands. */
export async function marksOf(
  read: Read,
  checkIds: readonly CheckId[],
): Promise<ReadonlyMap<CheckId, Mark[]>> {
  if (checkIds.length === 0) return new Map();
  const rows = await read.db
    .selectFrom('affiliation_mark')
    .select(['check_id', 'person_id', 'result', 'note', 'marked_on'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('check_id', 'in', [...checkIds])
    .where('superseded_at', 'is', null)
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.check_id as CheckId)].map(([checkId, list]) => [
      checkId,
      list.map((row) => ({
        personId: row.person_id as PersonId,
        result: row.result,
        note: row.note,
        on: row.marked_on,
      })),
    ]),
  );
}

/** Writes down what was found; what stood before stays visible as superseded. */
export async function saveMarks(write: Write, round: Round, marks: readonly Mark[]): Promise<void> {
  await write.db
    .updateTable('affiliation_mark')
    .set({ superseded_at: write.enteredAt })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('check_id', '=', round.checkId)
    .where(
      'person_id',
      'in',
      marks.map((one) => one.personId),
    )
    .where('superseded_at', 'is', null)
    .execute();
  await write.db
    .insertInto('affiliation_mark')
    .values(
      marks.map((one) => ({
        ...write.stamp(round.place),
        id: write.newId<'AffiliationMark'>(),
        check_id: round.checkId,
        person_id: one.personId,
        result: one.result,
        note: one.note,
        marked_on: one.on,
      })),
    )
    .execute();
}
