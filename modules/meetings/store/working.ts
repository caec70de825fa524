import type { Id, OrgId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import type { PlainDate } from '#kernel/plain-date';
import { insertMany, sql, type Read, type Selectable, type Write } from '#platform/db';
import type { DB } from '#db/types';
import type { OrgPlace } from '#modules/organisations';
import { fullContent, type Content, type Marks } from '../rules/minutes.ts';

/** The working copies: sittings and meetings while they are planned and written. They feed no figure. */

export type SittingId = Id<'Sitting'>;
export type MeetingId = Id<'Meeting'>;

type SittingColumns = Omit<Selectable<DB['sitting']>, 'marks' | 'id'>;
export type SittingRow = SittingColumns & { readonly id: SittingId; readonly marks: Marks };

type MeetingColumns = Omit<Selectable<DB['meeting']>, 'content' | 'id' | 'sitting_id'>;
export type MeetingRow = MeetingColumns & {
  readonly id: MeetingId;
  readonly sitting_id: SittingId;
  readonly content: Content;
};

type RawMeeting = Selectable<DB['meeting']>;

const asMeeting = (row: RawMeeting): MeetingRow => ({
  ...row,
  id: row.id as MeetingId,
  sitting_id: row.sitting_id as SittingId,
  content: fullContent(row.content as Partial<Content>),
});

const asSitting = (row: Selectable<DB['sitting']>): SittingRow => ({
  ...row,
  id: row.id as SittingId,
  marks: row.marks as Marks,
});

export const placeOfRow = (row: {
  readonly org_id: string;
  readonly org_path: string;
}): OrgPlace => ({ orgId: row.org_id as OrgId, orgPath: row.org_path as OrgPath });

export interface NewSitting {
  readonly heldOn: PlainDate;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly place: string;
}

/** A sitting as it will stand once written. */
export const newSitting = (
  write: Write,
  place: OrgPlace,
  one: NewSitting & { readonly startedAt?: Date },
): SittingRow => ({
  ...write.stamp(place),
  id: write.newId<'Sitting'>(),
  held_on: one.heldOn,
  starts_at: one.startsAt,
  ends_at: one.endsAt,
  place: one.place,
  started_at: one.startedAt ?? null,
  announced_at: null,
  marks: {},
  check_in_code: null,
  check_in_until: null,
  version: 1,
});

export const insertSittings = (write: Write, rows: readonly SittingRow[]): Promise<void> =>
  insertMany(write, 'sitting', rows);

export async function insertSitting(
  write: Write,
  place: OrgPlace,
  one: NewSitting,
): Promise<SittingId> {
  const row = newSitting(write, place, one);
  await insertSittings(write, [row]);
  return row.id;
}

export interface NewMeeting {
  readonly sittingId: SittingId;
  readonly kind: string;
  readonly body: MeetingRow['body'];
  readonly groupId: string | null;
  readonly form: MeetingRow['form'];
  readonly title: string;
  readonly heldOn: PlainDate;
  readonly yearOf: number;
  readonly special: boolean;
  readonly campaign: string;
  readonly state: MeetingRow['state'];
  readonly entry: MeetingRow['entry'];
  readonly content: Content;
}

/** A meeting as it will stand once written. */
export const newMeeting = (write: Write, place: OrgPlace, one: NewMeeting): MeetingRow => ({
  ...write.stamp(place),
  id: write.newId<'Meeting'>(),
  sitting_id: one.sittingId,
  kind: one.kind,
  body: one.body,
  group_id: one.groupId,
  form: one.form,
  title: one.title,
  held_on: one.heldOn,
  starts_at: null,
  ends_at: null,
  year_of: one.yearOf,
  special: one.special,
  campaign: one.campaign,
  state: one.state,
  entry: one.entry,
  content: one.content,
  prepared_by: write.actor.accountId,
  prepared_name: write.actor.accountName,
  reason: '',
  version: 1,
});

export const insertMeetingRows = (write: Write, rows: readonly MeetingRow[]): Promise<void> =>
  insertMany(write, 'meeting', rows);

/** Meetings of one organisation; ids in the order given. */
export async function insertMeetings(
  write: Write,
  place: OrgPlace,
  meetings: readonly NewMeeting[],
): Promise<MeetingId[]> {
  const rows = meetings.map((one) => newMeeting(write, place, one));
  await insertMeetingRows(write, rows);
  return rows.map((row) => row.id);
}

export async function sittingOf(read: Read, id: SittingId): Promise<SittingRow | null> {
  const row = await read.db
    .selectFrom('sitting')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : asSitting(row);
}

/** The same, locked until the act ends. */
export async function lockSitting(write: Write, id: SittingId): Promise<SittingRow | null> {
  const row = await write.db
    .selectFrom('sitting')
    .selectAll()
    .where('tenant_id', '=', write.actor.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : asSitting(row);
}

export async function meetingOf(read: Read, id: MeetingId): Promise<MeetingRow | null> {
  const row = await read.db
    .selectFrom('meeting')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : asMeeting(row);
}

/** A meeting with its sitting and all meetings of that, as its page shows it. */
export interface OpenMeeting {
  readonly meeting: MeetingRow;
  readonly sitting: SittingRow;
  /** Not cancelled, in the order they were added. */
  readonly all: readonly MeetingRow[];
}

const instant = (text: unknown): Date | null => (typeof text === 'string' ? new Date(text) : null);

/** In one statement; null out of sight. */
export async function openMeetingOf(read: Read, id: MeetingId): Promise<OpenMeeting | null> {
  const rows = await read.db
    .selectFrom('meeting as x')
    .innerJoin('sitting as s', (join) =>
      join.onRef('s.tenant_id', '=', 'x.tenant_id').onRef('s.id', '=', 'x.sitting_id'),
    )
    .innerJoin('meeting as m', (join) =>
      join.onRef('m.tenant_id', '=', 'x.tenant_id').onRef('m.sitting_id', '=', 'x.sitting_id'),
    )
    .selectAll('m')
    .select(sql<Selectable<DB['sitting']>>`to_jsonb(s)`.as('sitting'))
    .where('x.tenant_id', '=', read.actor.tenantId)
    .where('x.id', '=', id)
    .orderBy('m.entered_at')
    .orderBy('m.id')
    .execute();
  const found = rows.find((row) => row.id === id);
  if (found === undefined) return null;
  const { sitting } = found;
  return {
    meeting: asMeeting(found),
    // Instants come as text within JSON.
    sitting: asSitting({
      ...sitting,
      started_at: instant(sitting.started_at),
      announced_at: instant(sitting.announced_at),
      check_in_until: instant(sitting.check_in_until),
      entered_at: instant(sitting.entered_at) ?? found.entered_at,
    }),
    all: rows.filter((row) => row.state !== 'cancelled').map(asMeeting),
  };
}

/** The same, locked until the act ends. */
export async function lockMeeting(write: Write, id: MeetingId): Promise<MeetingRow | null> {
  const row = await write.db
    .selectFrom('meeting')
    .selectAll()
    .where('tenant_id', '=', write.actor.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : asMeeting(row);
}

/** Meetings of a sitting in the order they were added; cancelled ones left out. */
export async function meetingsOfSitting(read: Read, id: SittingId): Promise<MeetingRow[]> {
  const rows = await read.db
    .selectFrom('meeting')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('sitting_id', '=', id)
    .where('state', '<>', 'cancelled')
    .orderBy('entered_at')
    .orderBy('id')
    .execute();
  return rows.map(asMeeting);
}

/** Meetings of a sitting that will not be held, with the reason of each. */
export async function cancelledOfSitting(read: Read, id: SittingId): Promise<MeetingRow[]> {
  const rows = await read.db
    .selectFrom('meeting')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('sitting_id', '=', id)
    .where('state', '=', 'cancelled')
    .orderBy('entered_at')
    .orderBy('id')
    .execute();
  return rows.map(asMeeting);
}

type SittingChanges = Partial<
  Pick<
    SittingRow,
    | 'held_on'
    | 'starts_at'
    | 'ends_at'
    | 'place'
    | 'started_at'
    | 'announced_at'
    | 'marks'
    | 'check_in_code'
    | 'check_in_until'
  >
>;

/** Writes a changed sitting and returns its new version; the row was locked by `lockSitting`. */
export async function updateSitting(
  write: Write,
  row: SittingRow,
  { marks, ...changes }: SittingChanges,
): Promise<{ version: number }> {
  const version = row.version + 1;
  await write.db
    .updateTable('sitting')
    .set({ ...changes, ...(marks === undefined ? {} : { marks: JSON.stringify(marks) }), version })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('id', '=', row.id)
    .execute();
  return { version };
}

type MeetingChanges = Partial<
  Pick<
    MeetingRow,
    | 'sitting_id'
    | 'held_on'
    | 'title'
    | 'starts_at'
    | 'ends_at'
    | 'year_of'
    | 'special'
    | 'campaign'
    | 'state'
    | 'content'
    | 'reason'
    | 'prepared_by'
    | 'prepared_name'
  >
>;

/** Writes a changed meeting and returns its new version; the row was locked by `lockMeeting`. */
export async function updateMeeting(
  write: Write,
  row: MeetingRow,
  { content, ...changes }: MeetingChanges,
): Promise<{ version: number }> {
  const version = row.version + 1;
  await write.db
    .updateTable('meeting')
    .set({
      ...changes,
      ...(content === undefined ? {} : { content: JSON.stringify(content) }),
      version,
    })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('id', '=', row.id)
    .execute();
  return { version };
}

/** A sitting that holds nothing any more. */
export async function removeSitting(write: Write, id: SittingId): Promise<void> {
  await write.db
    .deleteFrom('sitting')
    .where('tenant_id', '=', write.actor.tenantId)
    .where('id', '=', id)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('meeting')
            .select('meeting.id')
            .whereRef('meeting.tenant_id', '=', 'sitting.tenant_id')
            .whereRef('meeting.sitting_id', '=', 'sitting.id'),
        ),
      ),
    )
    .execute();
}
