import type { Id, OrgId, PersonId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import type { PlainDate } from '#kernel/plain-date';
import { sql, type Read, type Write } from '#platform/db';
import type { AttachmentId } from '#modules/members';
import type { OrgPlace } from '#modules/organisations';
import type { AwayId } from './away.ts';
import { known, ofOrgs, type Asked } from './known.ts';

export type ArrivalId = Id<'FloatingArrival'>;

/** What a host says of somebody who came. */
export interface ArrivalValues {
  readonly awayId: AwayId | null;
  readonly otherPath: OrgPath;
  readonly personId: PersonId;
  readonly name: string;
  readonly homeName: string;
  readonly certificateNo: string;
  readonly arrivedOn: PlainDate;
  readonly keeperId: PersonId | null;
  readonly keeperName: string;
  readonly attachmentId: AttachmentId | null;
  readonly endedOn: PlainDate | null;
}

export interface ArrivalRow extends ArrivalValues {
  readonly arrivalId: ArrivalId;
  readonly orgId: OrgId;
  readonly orgPath: OrgPath;
}

interface Stored {
  readonly arrival_id: string;
  readonly away_id: string | null;
  readonly org_id: string;
  readonly org_path: string;
  readonly other_path: string;
  readonly person_id: string;
  readonly person_name: string;
  readonly home_name: string;
  readonly certificate_no: string;
  readonly arrived_on: PlainDate;
  readonly keeper_id: string | null;
  readonly keeper_name: string;
  readonly attachment_id: string | null;
  readonly ended_on: PlainDate | null;
}

const rowOf = (row: Stored): ArrivalRow => ({
  arrivalId: row.arrival_id as ArrivalId,
  awayId: row.away_id as AwayId | null,
  orgId: row.org_id as OrgId,
  orgPath: row.org_path as OrgPath,
  otherPath: row.other_path as OrgPath,
  personId: row.person_id as PersonId,
  name: row.person_name,
  homeName: row.home_name,
  certificateNo: row.certificate_no,
  arrivedOn: row.arrived_on,
  keeperId: row.keeper_id as PersonId | null,
  keeperName: row.keeper_name,
  attachmentId: row.attachment_id as AttachmentId | null,
  endedOn: row.ended_on,
});

/** Who came to organisations and was there within a span of days, both included, by day. */
export async function arrivalsOver(
  read: Read,
  asked: Asked,
  span: { readonly from: PlainDate; readonly to: PlainDate; readonly knownAt: Date | null },
): Promise<ArrivalRow[]> {
  const rows = await read.db
    .selectFrom('floating_arrival')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where(ofOrgs(asked))
    .where(known(span.knownAt))
    .where('arrived_on', '<=', span.to)
    .where((eb) => eb.or([eb('ended_on', 'is', null), eb('ended_on', '>', span.from)]))
    .orderBy('arrived_on')
    .orderBy('arrival_id')
    .execute();
  return rows.map(rowOf);
}

/** Those who left again up to a day, the latest first. */
export async function endedUntil(read: Read, asked: Asked, day: PlainDate): Promise<ArrivalRow[]> {
  const rows = await read.db
    .selectFrom('floating_arrival')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where(ofOrgs(asked))
    .where('superseded_at', 'is', null)
    .where('ended_on', '<=', day)
    .orderBy('ended_on', 'desc')
    .orderBy('arrival_id')
    .execute();
  return rows.map(rowOf);
}

/** Arrivals entered for stays, as either end sees them. */
export async function arrivalsFor(read: Read, awayIds: readonly AwayId[]): Promise<ArrivalRow[]> {
  if (awayIds.length === 0) return [];
  const rows = await read.db
    .selectFrom('floating_arrival')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where(sql<boolean>`away_id = any(${[...new Set(awayIds)]}::uuid[])`)
    .where('superseded_at', 'is', null)
    .execute();
  return rows.map(rowOf);
}

/** Locks standing arrivals; those out of sight are left out. */
export async function arrivalsForUpdate(
  write: Write,
  ids: readonly ArrivalId[],
): Promise<ArrivalRow[]> {
  const rows = await write.db
    .selectFrom('floating_arrival')
    .selectAll()
    .where('tenant_id', '=', write.actor.tenantId)
    .where(sql<boolean>`arrival_id = any(${[...new Set(ids)]}::uuid[])`)
    .where('superseded_at', 'is', null)
    .orderBy('arrival_id')
    .forUpdate()
    .execute();
  return rows.map(rowOf);
}

/** An arrival, or its next version: the one before no longer stands. */
export async function saveArrival(
  write: Write,
  place: OrgPlace,
  arrivalId: ArrivalId,
  one: ArrivalValues,
): Promise<void> {
  await write.db
    .updateTable('floating_arrival')
    .set({ superseded_at: write.enteredAt })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('arrival_id', '=', arrivalId)
    .where('superseded_at', 'is', null)
    .execute();
  await write.db
    .insertInto('floating_arrival')
    .values({
      ...write.stamp(place),
      id: write.newId<'FloatingArrivalVersion'>(),
      arrival_id: arrivalId,
      away_id: one.awayId,
      other_path: one.otherPath,
      person_id: one.personId,
      person_name: one.name,
      home_name: one.homeName,
      certificate_no: one.certificateNo,
      arrived_on: one.arrivedOn,
      keeper_id: one.keeperId,
      keeper_name: one.keeperName,
      attachment_id: one.attachmentId,
      ended_on: one.endedOn,
    })
    .execute();
}
