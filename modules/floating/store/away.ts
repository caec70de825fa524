import type { AwayReason, PlaceKind, ReturnWay, ToldBy } from '#contract/floating';
import type { Id, OrgId, PersonId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import type { PlainDate } from '#kernel/plain-date';
import { sql, type Read, type Write } from '#platform/db';
import type { AttachmentId } from '#modules/members';
import type { OrgPlace } from '#modules/organisations';
import { known, ofOrgs, type Asked } from './known.ts';

export type AwayId = Id<'FloatingAway'>;

/** What a branch says of a stay away. */
export interface AwayValues {
  readonly personId: PersonId;
  readonly name: string;
  readonly reason: AwayReason;
  readonly placeKind: PlaceKind;
  readonly place: string;
  readonly fixed: boolean;
  /** Encrypted; null where none is known. */
  readonly phone: string | null;
  readonly toldBy: ToldBy;
  readonly leftOn: PlainDate;
  readonly expectedOn: PlainDate | null;
  readonly keeperId: PersonId | null;
  readonly keeperName: string;
  readonly host: OrgPlace | null;
  readonly hostName: string;
  readonly attachmentId: AttachmentId | null;
  readonly certificateNo: string;
  readonly returnedOn: PlainDate | null;
  readonly returnWay: ReturnWay | null;
}

export interface AwayRow extends AwayValues {
  readonly awayId: AwayId;
  readonly orgId: OrgId;
  readonly orgPath: OrgPath;
  /** Where the far end stands; the own place where it is outside. */
  readonly otherPath: OrgPath;
}

const COLUMNS = [
  'away_id',
  'org_id',
  'org_path',
  'other_path',
  'person_id',
  'person_name',
  'reason',
  'place_kind',
  'place',
  'fixed',
  'phone',
  'told_by',
  'left_on',
  'expected_on',
  'keeper_id',
  'keeper_name',
  'host_org_id',
  'host_name',
  'attachment_id',
  'certificate_no',
  'returned_on',
  'return_way',
] as const;

interface Stored {
  readonly away_id: string;
  readonly org_id: string;
  readonly org_path: string;
  readonly other_path: string;
  readonly person_id: string;
  readonly person_name: string;
  readonly reason: AwayReason;
  readonly place_kind: PlaceKind;
  readonly place: string;
  readonly fixed: boolean;
  readonly phone: string | null;
  readonly told_by: ToldBy;
  readonly left_on: PlainDate;
  readonly expected_on: PlainDate | null;
  readonly keeper_id: string | null;
  readonly keeper_name: string;
  readonly host_org_id: string | null;
  readonly host_name: string;
  readonly attachment_id: string | null;
  readonly certificate_no: string;
  readonly returned_on: PlainDate | null;
  readonly return_way: ReturnWay | null;
}

const rowOf = (row: Stored): AwayRow => ({
  awayId: row.away_id as AwayId,
  orgId: row.org_id as OrgId,
  orgPath: row.org_path as OrgPath,
  otherPath: row.other_path as OrgPath,
  personId: row.person_id as PersonId,
  name: row.person_name,
  reason: row.reason,
  placeKind: row.place_kind,
  place: row.place,
  fixed: row.fixed,
  phone: row.phone,
  toldBy: row.told_by,
  leftOn: row.left_on,
  expectedOn: row.expected_on,
  keeperId: row.keeper_id as PersonId | null,
  keeperName: row.keeper_name,
  host:
    row.host_org_id === null
      ? null
      : { orgId: row.host_org_id as OrgId, orgPath: row.other_path as OrgPath },
  hostName: row.host_name,
  attachmentId: row.attachment_id as AttachmentId | null,
  certificateNo: row.certificate_no,
  returnedOn: row.returned_on,
  returnWay: row.return_way,
});

/** Stays of organisations that touch a span of days, both included, by person. */
export async function awayOver(
  read: Read,
  asked: Asked,
  span: { readonly from: PlainDate; readonly to: PlainDate; readonly knownAt: Date | null },
): Promise<AwayRow[]> {
  const rows = await read.db
    .selectFrom('floating_away')
    .select(COLUMNS)
    .where('tenant_id', '=', read.actor.tenantId)
    .where(ofOrgs(asked))
    .where(known(span.knownAt))
    .where('left_on', '<=', span.to)
    .where((eb) => eb.or([eb('returned_on', 'is', null), eb('returned_on', '>', span.from)]))
    .orderBy('left_on')
    .orderBy('away_id')
    .execute();
  return rows.map(rowOf);
}

/** Stays that ended with a return up to a day, the latest first. */
export async function returnedUntil(read: Read, asked: Asked, day: PlainDate): Promise<AwayRow[]> {
  const rows = await read.db
    .selectFrom('floating_away')
    .select(COLUMNS)
    .where('tenant_id', '=', read.actor.tenantId)
    .where(ofOrgs(asked))
    .where('superseded_at', 'is', null)
    .where('returned_on', '<=', day)
    .orderBy('returned_on', 'desc')
    .orderBy('away_id')
    .execute();
  return rows.map(rowOf);
}

/** Standing versions of stays within sight, whatever end one stands at. */
export async function awaysById(read: Read, awayIds: readonly string[]): Promise<AwayRow[]> {
  if (awayIds.length === 0) return [];
  const rows = await read.db
    .selectFrom('floating_away')
    .select(COLUMNS)
    .where('tenant_id', '=', read.actor.tenantId)
    .where(sql<boolean>`away_id = any(${[...new Set(awayIds)]}::uuid[])`)
    .where('superseded_at', 'is', null)
    .execute();
  return rows.map(rowOf);
}

/** When a stay was entered first, before any correction. */
export async function firstEntered(read: Read, awayId: AwayId): Promise<Date> {
  const { at } = await read.db
    .selectFrom('floating_away')
    .select((eb) => eb.fn.min('entered_at').as('at'))
    .where('tenant_id', '=', read.actor.tenantId)
    .where('away_id', '=', awayId)
    .executeTakeFirstOrThrow();
  return at;
}

/** Stays whose host is one of these organisations, on a day. */
export async function comingTo(
  read: Read,
  hostIds: readonly OrgId[],
  day: PlainDate,
): Promise<AwayRow[]> {
  if (hostIds.length === 0) return [];
  const rows = await read.db
    .selectFrom('floating_away')
    .select(COLUMNS)
    .where('tenant_id', '=', read.actor.tenantId)
    .where(sql<boolean>`host_org_id = any(${[...hostIds]}::uuid[])`)
    .where('superseded_at', 'is', null)
    .where('left_on', '<=', day)
    .where((eb) => eb.or([eb('returned_on', 'is', null), eb('returned_on', '>', day)]))
    .orderBy('left_on')
    .orderBy('away_id')
    .execute();
  return rows.map(rowOf);
}

/** Who of an organisation has the certificate of that number. */
export async function holderOf(
  read: Read,
  certificateNo: string,
): Promise<{ readonly personId: PersonId; readonly name: string } | null> {
  const { scope } = read.actor;
  if (scope === null) return null;
  const row = await read.db
    .selectFrom('floating_away')
    .select(['person_id', 'person_name'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_path', '>=', scope)
    .where('org_path', '<', `${scope}~`)
    .where('certificate_no', '=', certificateNo)
    .where('superseded_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : { personId: row.person_id as PersonId, name: row.person_name };
}

/** Locks the standing version; null when it is none or out of one's own scope. */
export async function awayForUpdate(write: Write, awayId: AwayId): Promise<AwayRow | null> {
  const row = await write.db
    .selectFrom('floating_away')
    .select(COLUMNS)
    .where('tenant_id', '=', write.actor.tenantId)
    .where('away_id', '=', awayId)
    .where('superseded_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : rowOf(row);
}

export async function supersedeAway(write: Write, awayId: AwayId): Promise<void> {
  for (const table of ['floating_away', 'floating_keeper'] as const)
    await write.db
      .updateTable(table)
      .set({ superseded_at: write.enteredAt })
      .where('tenant_id', '=', write.actor.tenantId)
      .where('away_id', '=', awayId)
      .where('superseded_at', 'is', null)
      .execute();
}

/** A stay, or its next version; its contact person sees it as long as it lasts. */
export async function insertAway(
  write: Write,
  home: OrgPlace,
  awayId: AwayId,
  one: AwayValues,
): Promise<void> {
  const otherPath = one.host?.orgPath ?? home.orgPath;
  const shared = {
    away_id: awayId,
    reason: one.reason,
    place_kind: one.placeKind,
    place: one.place,
    phone: one.phone,
    left_on: one.leftOn,
    other_path: otherPath,
  };
  await write.db
    .insertInto('floating_away')
    .values({
      ...write.stamp(home),
      ...shared,
      id: write.newId<'FloatingAwayVersion'>(),
      person_id: one.personId,
      person_name: one.name,
      fixed: one.fixed,
      told_by: one.toldBy,
      expected_on: one.expectedOn,
      keeper_id: one.keeperId,
      keeper_name: one.keeperName,
      host_org_id: one.host?.orgId ?? null,
      host_name: one.hostName,
      attachment_id: one.attachmentId,
      certificate_no: one.certificateNo,
      returned_on: one.returnedOn,
      return_way: one.returnWay,
    })
    .execute();
  if (one.keeperId === null || one.returnedOn !== null) return;
  await write.db
    .insertInto('floating_keeper')
    .values({
      ...write.stamp(home),
      ...shared,
      id: write.newId<'FloatingKeeperVersion'>(),
      person_id: one.keeperId,
      member_id: one.personId,
      member_name: one.name,
    })
    .execute();
}
