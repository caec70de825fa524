import type { PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { dated, type DatedTable, type Read, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import type { InnerWay, WayIn, WayOut } from '../rules/movement.ts';

export const MEMBERSHIP: DatedTable = { table: 'membership', key: 'person_id' };

export interface NewMembership {
  readonly category: 'full' | 'probationary';
  readonly wayIn: WayIn | InnerWay;
  readonly inPaper: string;
  readonly inFrom: string;
  readonly groupId: string | null;
  readonly unit: string;
}

/** A membership of a person in an organisation from a day on. */
export async function insertMembership(
  write: Write,
  place: OrgPlace,
  personId: PersonId,
  from: PlainDate,
  one: NewMembership,
): Promise<void> {
  await dated.begin(write, MEMBERSHIP, from, {
    person_id: personId,
    org_id: place.orgId,
    org_path: place.orgPath,
    other_path: place.orgPath,
    category: one.category,
    way_in: one.wayIn,
    in_paper: one.inPaper,
    in_from: one.inFrom,
    group_id: one.groupId,
    unit: one.unit,
  });
}

/** Standing membership rows of a person within sight, oldest first. */
export async function staysOf(read: Read, personId: PersonId) {
  return read.db
    .selectFrom('membership')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('person_id', '=', personId)
    .where('superseded_at', 'is', null)
    .orderBy('valid_from')
    .execute();
}

export type StayRow = Awaited<ReturnType<typeof staysOf>>[number];

/** The membership that holds on a day, or null. */
export async function stayOn(
  read: Read,
  personId: PersonId,
  day: PlainDate,
): Promise<StayRow | null> {
  const rows = await staysOf(read, personId);
  return (
    rows.find((row) => row.valid_from <= day && (row.valid_to === null || row.valid_to > day)) ??
    null
  );
}

/** Other values from a day on; false when the person has no membership on it. */
export async function changeStay(
  write: Write,
  personId: PersonId,
  from: PlainDate,
  changes: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  return (await dated.change(write, MEMBERSHIP, personId, from, { ...changes })) !== null;
}

/** The membership ends; that day it no longer holds. False when there was none. */
export async function endStay(
  write: Write,
  personId: PersonId,
  on: PlainDate,
  how: { readonly way: WayOut | InnerWay; readonly paper: string; readonly to: string },
): Promise<boolean> {
  const cut = await dated.end(write, MEMBERSHIP, personId, on, {
    way_out: how.way,
    out_paper: how.paper,
    out_to: how.to,
  });
  return cut !== null;
}
