import type { AwayReason, ContactMeans, PlaceKind } from '#contract/floating';
import type { Id, OrgId, PersonId } from '#kernel/ids';
import { offsetOf, type PageRequest } from '#kernel/paging';
import type { OrgPath } from '#kernel/org-path';
import type { PlainDate } from '#kernel/plain-date';
import { sql, type Read, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import type { AwayId } from './away.ts';
import { known, ofOrgs, type Asked } from './known.ts';

export type ContactId = Id<'FloatingContact'>;

export interface NewContact {
  readonly awayId: AwayId;
  readonly otherPath: OrgPath;
  readonly keeperId: PersonId | null;
  readonly memberId: PersonId;
  readonly memberName: string;
  readonly on: PlainDate;
  readonly how: ContactMeans;
  readonly report: boolean;
  readonly content: string;
  readonly byName: string;
}

export async function insertContact(
  write: Write,
  place: OrgPlace,
  one: NewContact,
): Promise<ContactId> {
  const contactId = write.newId<'FloatingContact'>();
  await write.db
    .insertInto('floating_contact')
    .values({
      ...write.stamp(place),
      id: write.newId<'FloatingContactVersion'>(),
      contact_id: contactId,
      away_id: one.awayId,
      other_path: one.otherPath,
      person_id: one.keeperId,
      member_id: one.memberId,
      member_name: one.memberName,
      made_on: one.on,
      how: one.how,
      report: one.report,
      content: one.content,
      by_name: one.byName,
    })
    .execute();
  return contactId;
}

export interface ContactRow {
  readonly contactId: ContactId;
  readonly awayId: AwayId;
  readonly orgId: OrgId;
  readonly keeperId: PersonId | null;
  readonly memberId: PersonId;
  readonly memberName: string;
  readonly on: PlainDate;
  readonly how: ContactMeans;
  readonly report: boolean;
  readonly content: string;
  readonly byName: string;
  readonly enteredAt: Date;
}

const SEEN = [
  'contact_id',
  'away_id',
  'org_id',
  'person_id',
  'member_id',
  'member_name',
  'made_on',
  'how',
  'report',
  'content',
  'by_name',
  'entered_at',
] as const;

interface Stored {
  readonly contact_id: string;
  readonly away_id: string;
  readonly org_id: string;
  readonly person_id: string | null;
  readonly member_id: string;
  readonly member_name: string;
  readonly made_on: PlainDate;
  readonly how: ContactMeans;
  readonly report: boolean;
  readonly content: string;
  readonly by_name: string;
  readonly entered_at: Date;
}

const rowOf = (row: Stored): ContactRow => ({
  contactId: row.contact_id as ContactId,
  awayId: row.away_id as AwayId,
  orgId: row.org_id as OrgId,
  keeperId: row.person_id as PersonId | null,
  memberId: row.member_id as PersonId,
  memberName: row.member_name,
  on: row.made_on,
  how: row.how,
  report: row.report,
  content: row.content,
  byName: row.by_name,
  enteredAt: row.entered_at,
});

/** The log over a span of days, both included, the latest first; of one member where one is named. */
export async function contactPage(
  read: Read,
  asked: Asked,
  span: {
    readonly from: PlainDate;
    readonly to: PlainDate;
    readonly memberId?: PersonId | undefined;
  },
  page: PageRequest,
): Promise<{ readonly rows: ContactRow[]; readonly total: number }> {
  let query = read.db
    .selectFrom('floating_contact')
    .where('tenant_id', '=', read.actor.tenantId)
    .where(ofOrgs(asked))
    .where('superseded_at', 'is', null)
    .where('made_on', '>=', span.from)
    .where('made_on', '<=', span.to);
  if (span.memberId !== undefined) query = query.where('member_id', '=', span.memberId);
  const { total } = await query
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await query
    .select(SEEN)
    .orderBy('made_on', 'desc')
    .orderBy('contact_id', 'desc')
    .limit(page.pageSize)
    .offset(offsetOf(page))
    .execute();
  return { rows: rows.map(rowOf), total: Number(total) };
}

/** Every contact of stays, whichever end entered it, by day. */
export async function contactsOf(
  read: Read,
  awayIds: readonly AwayId[],
  knownAt: Date | null,
): Promise<ContactRow[]> {
  if (awayIds.length === 0) return [];
  const rows = await read.db
    .selectFrom('floating_contact')
    .select(SEEN)
    .where('tenant_id', '=', read.actor.tenantId)
    .where(sql<boolean>`away_id = any(${[...new Set(awayIds)]}::uuid[])`)
    .where(known(knownAt))
    .orderBy('made_on')
    .orderBy('contact_id')
    .execute();
  return rows.map(rowOf);
}

/** Contacts with members since a day, for somebody who has no stay here; by member. */
export async function lastLogged(
  read: Read,
  members: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, PlainDate>> {
  if (members.length === 0) return new Map();
  const rows = await read.db
    .selectFrom('floating_contact')
    .select((eb) => ['member_id', eb.fn.max('made_on').as('on')])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(sql<boolean>`member_id = any(${[...new Set(members)]}::uuid[])`)
    .where('superseded_at', 'is', null)
    .groupBy('member_id')
    .execute();
  return new Map(rows.map((row) => [row.member_id as PersonId, row.on]));
}

/** A contact that stands, with its place; locked. */
export async function contactForUpdate(write: Write, contactId: ContactId) {
  const row = await write.db
    .selectFrom('floating_contact')
    .select([...SEEN, 'org_path'])
    .where('tenant_id', '=', write.actor.tenantId)
    .where('contact_id', '=', contactId)
    .where('superseded_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : { ...rowOf(row), orgPath: row.org_path as OrgPath };
}

export async function supersedeContact(write: Write, contactId: ContactId): Promise<void> {
  await write.db
    .updateTable('floating_contact')
    .set({ superseded_at: write.enteredAt })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('contact_id', '=', contactId)
    .where('superseded_at', 'is', null)
    .execute();
}

/** A stay from its contact person's side. */
export interface KeeperRow {
  readonly awayId: AwayId;
  readonly orgId: OrgId;
  readonly orgPath: OrgPath;
  readonly otherPath: OrgPath;
  readonly keeperId: PersonId;
  readonly memberId: PersonId;
  readonly memberName: string;
  readonly reason: AwayReason;
  readonly placeKind: PlaceKind;
  readonly place: string;
  readonly phone: string | null;
  readonly leftOn: PlainDate;
  /** By the log or the host. */
  readonly loggedOn: PlainDate | null;
  /** At a meeting, or by dues paid. */
  readonly presentOn: PlainDate | null;
}

/** Stays over which the one who acts keeps contact, with the day of the last one; never a whole branch. */
export async function keptByMe(read: Read, day: PlainDate): Promise<KeeperRow[]> {
  const found = await sql<{
    away_id: AwayId;
    org_id: OrgId;
    org_path: OrgPath;
    other_path: OrgPath;
    person_id: PersonId;
    member_id: PersonId;
    member_name: string;
    reason: AwayReason;
    place_kind: PlaceKind;
    place: string;
    phone: string | null;
    left_on: PlainDate;
    logged_on: PlainDate | null;
    present_on: PlainDate | null;
  }>`select * from floating_kept(${day}::date)`.execute(read.db);
  return found.rows.map((row) => ({
    awayId: row.away_id,
    orgId: row.org_id,
    orgPath: row.org_path,
    otherPath: row.other_path,
    keeperId: row.person_id,
    memberId: row.member_id,
    memberName: row.member_name,
    reason: row.reason,
    placeKind: row.place_kind,
    place: row.place,
    phone: row.phone,
    leftOn: row.left_on,
    loggedOn: row.logged_on,
    presentOn: row.present_on,
  }));
}
