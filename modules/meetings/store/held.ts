import type { Id, OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Insertable, Read, Selectable, Write } from '#platform/db';
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
    .where('org_id', 'in', [...orgIds])
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

/** A new version; the one before no longer stands. */
export async function insertHeld(write: Write, place: OrgPlace, held: NewHeld): Promise<void> {
  if (held.version > 1) {
    await write.db
      .updateTable('meeting_held')
      .set({ superseded_at: write.enteredAt })
      .where('tenant_id', '=', write.actor.tenantId)
      .where('meeting_id', '=', held.meeting_id)
      .where('superseded_at', 'is', null)
      .execute();
  }
  await write.db
    .insertInto('meeting_held')
    .values({
      ...write.stamp(place),
      ...held,
      id: write.newId<'MeetingHeld'>(),
      content: JSON.stringify(held.content),
    })
    .execute();
}

type Detail = 'meeting_item' | 'meeting_vote' | 'meeting_decision';

async function supersede(write: Write, table: Detail, meetingId: MeetingId): Promise<void> {
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

/** Items, votes and decisions of the version just written, instead of those of the one before. */
export async function replaceDetails(
  write: Write,
  place: OrgPlace,
  meetingId: MeetingId,
  version: number,
  details: {
    readonly items: readonly Bare<'meeting_item'>[];
    readonly votes: readonly Bare<'meeting_vote'>[];
    readonly decisions: readonly Bare<'meeting_decision'>[];
  },
): Promise<void> {
  const common = () => ({
    ...write.stamp(place),
    id: write.newId<'Detail'>(),
    meeting_id: meetingId,
  });
  if (version > 1) {
    await supersede(write, 'meeting_item', meetingId);
    await supersede(write, 'meeting_vote', meetingId);
    await supersede(write, 'meeting_decision', meetingId);
  }
  if (details.items.length > 0) {
    const rows = details.items.map((one) => ({ ...common(), ...one }));
    await write.db.insertInto('meeting_item').values(rows).execute();
  }
  if (details.votes.length > 0) {
    const rows = details.votes.map((one) => ({ ...common(), ...one }));
    await write.db.insertInto('meeting_vote').values(rows).execute();
  }
  if (details.decisions.length > 0) {
    const rows = details.decisions.map((one) => ({ ...common(), ...one }));
    await write.db.insertInto('meeting_decision').values(rows).execute();
  }
}

export type DecisionId = Id<'Decision'>;
