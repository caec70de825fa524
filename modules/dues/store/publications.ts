import type { Id, OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Read, Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import { known, within, type Asked } from './assessments.ts';

export type PublicationId = Id<'DuesPublication'>;

export interface NewPublication {
  readonly fromMonth: PlainDate;
  readonly toMonth: PlainDate;
  readonly publishedOn: PlainDate;
  readonly place: string;
  readonly lines: object;
}

/** What was published is kept as it stood: `known_at` is the instant of the act. */
export async function insertPublication(
  write: Write,
  place: OrgPlace,
  publication: NewPublication,
): Promise<PublicationId> {
  const id = write.newId<'DuesPublication'>();
  await write.db
    .insertInto('dues_publication')
    .values({
      ...write.stamp(place),
      id,
      from_month: publication.fromMonth,
      to_month: publication.toMonth,
      published_on: publication.publishedOn,
      place: publication.place,
      known_at: write.enteredAt,
      lines: JSON.stringify(publication.lines),
    })
    .execute();
  return id;
}

export async function publicationsOf(read: Read, { orgIds, knownAt }: Asked) {
  return read.db
    .selectFrom('dues_publication')
    .select(['id', 'org_id', 'from_month', 'to_month', 'published_on', 'place', 'entered_at'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(within(orgIds))
    .where(known(knownAt))
    .orderBy('published_on')
    .orderBy('id')
    .execute();
}

export async function publicationOf(read: Read, publicationId: PublicationId) {
  const row = await read.db
    .selectFrom('dues_publication')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('id', '=', publicationId)
    .executeTakeFirst();
  return row ?? null;
}

/** Entries that are taken back by one command; each a fact of one organisation. */
export const ENTRY_TABLES = {
  supplement: 'dues_supplement',
  use: 'dues_use',
  allotment: 'dues_allotment',
  publication: 'dues_publication',
} as const;
export type EntryKind = keyof typeof ENTRY_TABLES;

/** The entry's organisation and whether it still stands; locked. Null when it is none or out of sight. */
export async function entryForUpdate(write: Write, kind: EntryKind, id: string) {
  const row = await write.db
    .selectFrom(ENTRY_TABLES[kind])
    .select(['org_id', 'superseded_at'])
    .where('tenant_id', '=', write.actor.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined
    ? null
    : { orgId: row.org_id as OrgId, stands: row.superseded_at === null };
}

export async function supersedeEntry(write: Write, kind: EntryKind, id: string): Promise<void> {
  await write.db
    .updateTable(ENTRY_TABLES[kind])
    .set({ superseded_at: write.enteredAt })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('id', '=', id)
    .execute();
}
