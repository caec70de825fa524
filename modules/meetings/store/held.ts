import type { Id, OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import {
  insertMany,
  sql,
  type Insertable,
  type Read,
  type Selectable,
  type Write,
} from '#platform/db';
import type { DB } from '#db/types';
import type { OrgPlace } from '#modules/organisations';
import { fullContent, type Content } from '../rules/minutes.ts';
import type { MeetingId } from './working.ts';

/** Meetings as finalised: one row per version, the standing one not superseded. */

export type HeldRow = Omit<Selectable<DB['meeting_held']>, 'content'> & {
  readonly content: Content;
};

const asHeld = (row: Selectable<DB['meeting_held']>): HeldRow => ({
  ...row,
  content: fullContent(row.content as Partial<Content>),
});

/** What a version says of itself, without what it froze. */
export type VersionHead = Awaited<ReturnType<typeof versionHeads>>[number];

/** Every version of a meeting by its head, the first first. */
export async function versionHeads(read: Read, meetingId: MeetingId) {
  return read.db
    .selectFrom('meeting_held')
    .select([
      'version',
      'held_on',
      'recorded_on',
      'entered_at',
      'prepared_name',
      'approved_name',
      'signed_file_id',
      'fingerprint',
      'correction_reason',
    ])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('meeting_id', '=', meetingId)
    .orderBy('version')
    .execute();
}

/** Every version of a meeting, the first first. */
export async function versionsOf(read: Read, meetingId: MeetingId): Promise<HeldRow[]> {
  const rows = await read.db
    .selectFrom('meeting_held')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('meeting_id', '=', meetingId)
    .orderBy('version')
    .execute();
  return rows.map(asHeld);
}

/** Standing versions of the meetings of sittings, in the order in which each was recorded. */
export async function heldOfSittings(
  read: Read,
  sittingIds: readonly string[],
): Promise<HeldRow[]> {
  const rows = await read.db
    .selectFrom('meeting_held')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('sitting_id', 'in', [...sittingIds])
    .where('superseded_at', 'is', null)
    .orderBy('recorded_on')
    .orderBy('meeting_id')
    .execute();
  return rows.map(asHeld);
}

/** Standing meetings of organisations held in a span of days, both included, with what duties look at. */
export async function heldIn(read: Read, orgIds: readonly OrgId[], from: PlainDate, to: PlainDate) {
  if (orgIds.length === 0) return [];
  return read.db
    .selectFrom('meeting_held')
    .select([
      'meeting_id',
      'org_id',
      'kind',
      'held_on',
      'year_of',
      'special',
      'group_id',
      'recorded_on',
    ])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(sql<boolean>`org_id = any(${[...orgIds]}::uuid[])`)
    .where('held_on', '>=', from)
    .where('held_on', '<=', to)
    .where('form', '=', 'meeting')
    .where('superseded_at', 'is', null)
    .orderBy('held_on')
    .orderBy('meeting_id')
    .execute();
}

export type NewHeld = Omit<
  Insertable<DB['meeting_held']>,
  'content' | 'superseded_at' | 'id' | keyof ReturnType<Write['stamp']>
> & { readonly content: Content };

type Detail = 'meeting_item' | 'meeting_vote' | 'meeting_decision';

async function supersede(
  write: Write,
  table: Detail | 'meeting_held',
  meetingId: MeetingId,
): Promise<void> {
  await write.db
    .updateTable(table)
    .set({ superseded_at: write.enteredAt })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('meeting_id', '=', meetingId)
    .where('superseded_at', 'is', null)
    .execute();
}

type Bare<Table extends Detail> = Omit<
  Insertable<DB[Table]>,
  'id' | 'meeting_id' | 'superseded_at' | keyof ReturnType<Write['stamp']>
>;

/** A version with the items, votes and decisions it has. */
export interface NewVersion {
  readonly place: OrgPlace;
  readonly held: NewHeld;
  readonly items: readonly Bare<'meeting_item'>[];
  readonly votes: readonly Bare<'meeting_vote'>[];
  readonly decisions: readonly Bare<'meeting_decision'>[];
}

/** New versions of different meetings; those before, with all they had, no longer stand. */
export async function insertVersions(write: Write, versions: readonly NewVersion[]): Promise<void> {
  for (const { held } of versions) {
    if (held.version === 1) continue;
    const meetingId = held.meeting_id as MeetingId;
    await supersede(write, 'meeting_held', meetingId);
    await supersede(write, 'meeting_item', meetingId);
    await supersede(write, 'meeting_vote', meetingId);
    await supersede(write, 'meeting_decision', meetingId);
  }
  const rowsOf = (of: (version: NewVersion) => readonly object[]) =>
    versions.flatMap((version) =>
      of(version).map((row) => ({
        ...write.stamp(version.place),
        id: write.newId(),
        meeting_id: version.held.meeting_id,
        ...row,
      })),
    );
  await insertMany(
    write,
    'meeting_held',
    rowsOf(({ held }) => [held]),
  );
  await insertMany(
    write,
    'meeting_item',
    rowsOf(({ items }) => items),
  );
  await insertMany(
    write,
    'meeting_vote',
    rowsOf(({ votes }) => votes),
  );
  await insertMany(
    write,
    'meeting_decision',
    rowsOf(({ decisions }) => decisions),
  );
}

export type DecisionId = Id<'Decision'>;
