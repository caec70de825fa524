import type { OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { insertMany, sql, type Read, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';

/** One row per person and finalised meeting. Millions of them: narrow, and written in batches. */
export interface AttendanceValues {
  readonly person_id: string | null;
  readonly name: string;
  readonly meeting_id: string;
  readonly sitting_id: string;
  readonly held_on: PlainDate;
  readonly minutes: number;
  readonly state: 'present' | 'leave' | 'absent' | 'guest';
  readonly rated: boolean;
  readonly kind: string;
  readonly title: string;
  readonly reason: string;
  readonly away: readonly number[] | null;
}

export interface PlacedAttendance extends AttendanceValues {
  readonly place: OrgPlace;
}

const FIELDS = [
  'person_id',
  'name',
  'meeting_id',
  'sitting_id',
  'held_on',
  'minutes',
  'state',
  'rated',
  'kind',
  'title',
  'reason',
  'away',
] as const;

const keyOf = (row: AttendanceValues): string => JSON.stringify(FIELDS.map((field) => row[field]));

/** Ids in one statement. */
const BATCH = 2_000;

/**
 * Makes the standing rows of sittings equal to `wanted`: rows that differ are superseded, new ones
 * inserted, equal ones left alone. So a correction of one name touches one row.
 */
export async function settleAttendance(
  write: Write,
  sittingIds: readonly string[],
  wanted: readonly PlacedAttendance[],
): Promise<void> {
  const standing = await write.db
    .selectFrom('attendance')
    .select(['id', ...FIELDS])
    .where('tenant_id', '=', write.actor.tenantId)
    .where('sitting_id', 'in', [...sittingIds])
    .where('superseded_at', 'is', null)
    .execute();
  const missing = new Map<string, PlacedAttendance[]>();
  for (const row of wanted) {
    const key = keyOf(row);
    missing.set(key, [...(missing.get(key) ?? []), row]);
  }
  const gone: string[] = [];
  for (const row of standing) {
    if (missing.get(keyOf(row))?.pop() === undefined) gone.push(row.id);
  }
  for (let at = 0; at < gone.length; at += BATCH) {
    await write.db
      .updateTable('attendance')
      .set({ superseded_at: write.enteredAt })
      .where('tenant_id', '=', write.actor.tenantId)
      .where('id', 'in', gone.slice(at, at + BATCH))
      .execute();
  }
  const rows = [...missing.values()].flat().map(({ place, away, ...values }) => ({
    ...write.stamp(place),
    ...values,
    id: write.newId<'Attendance'>(),
    away: away === null ? null : [...away],
  }));
  await insertMany(write, 'attendance', rows);
}

/** Study minutes of everybody at meetings of an organisation in a span of days, both included. */
export async function minutesByPerson(read: Read, orgId: OrgId, from: PlainDate, to: PlainDate) {
  const rows = await read.db
    .selectFrom('attendance')
    .select([
      'person_id',
      sql<number>`sum(minutes)`.as('minutes'),
      sql<number>`count(distinct sitting_id)`.as('sessions'),
    ])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_id', '=', orgId)
    .where('held_on', '>=', from)
    .where('held_on', '<=', to)
    .where('superseded_at', 'is', null)
    .where('person_id', 'is not', null)
    .where('minutes', '>', 0)
    .groupBy('person_id')
    .execute();
  return rows.map((row) => ({
    personId: row.person_id as PersonId,
    minutes: Number(row.minutes),
    sessions: Number(row.sessions),
  }));
}

/** Attendances of one person in a span of days, both included, newest first. */
export async function attendancesOf(
  read: Read,
  personId: PersonId,
  from: PlainDate,
  to: PlainDate,
) {
  return read.db
    .selectFrom('attendance')
    .select(['meeting_id', 'held_on', 'kind', 'title', 'state', 'minutes'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('person_id', '=', personId)
    .where('held_on', '>=', from)
    .where('held_on', '<=', to)
    .where('superseded_at', 'is', null)
    .orderBy('held_on', 'desc')
    .orderBy('meeting_id')
    .execute();
}

/** Present and due attendances of an organisation in a span of days, those left out of rates not counted. */
export async function ratedIn(
  read: Read,
  orgId: OrgId,
  from: PlainDate,
  to: PlainDate,
): Promise<{ present: number; of: number }> {
  const row = await read.db
    .selectFrom('attendance')
    .select([
      sql<number>`count(*) filter (where state = 'present')`.as('present'),
      sql<number>`count(*)`.as('of'),
    ])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_id', '=', orgId)
    .where('held_on', '>=', from)
    .where('held_on', '<=', to)
    .where('superseded_at', 'is', null)
    .where('rated', '=', true)
    .executeTakeFirstOrThrow();
  return { present: Number(row.present), of: Number(row.of) };
}

interface StudyTotal {
  readonly row: PlacedAttendance;
  minutes: number;
  people: number;
}

function studyTotals(rows: readonly PlacedAttendance[]): Map<string, StudyTotal> {
  const totals = new Map<string, StudyTotal>();
  for (const row of rows) {
    if (row.minutes === 0) continue;
    const total = totals.get(row.meeting_id) ?? { row, minutes: 0, people: 0 };
    total.minutes += row.minutes;
    total.people += 1;
    totals.set(row.meeting_id, total);
  }
  return totals;
}

/** Totals of study minutes per meeting, kept equal to the attendance rows of the same sittings. */
export async function settleStudy(
  write: Write,
  sittingIds: readonly string[],
  wanted: readonly PlacedAttendance[],
): Promise<void> {
  const totals = studyTotals(wanted);
  const standing = await write.db
    .selectFrom('meeting_study')
    .select(['id', 'meeting_id', 'held_on', 'kind', 'title', 'minutes', 'people'])
    .where('tenant_id', '=', write.actor.tenantId)
    .where('sitting_id', 'in', [...sittingIds])
    .where('superseded_at', 'is', null)
    .execute();
  for (const row of standing) {
    const total = totals.get(row.meeting_id);
    const same =
      total !== undefined &&
      total.minutes === row.minutes &&
      total.people === row.people &&
      total.row.held_on === row.held_on &&
      total.row.kind === row.kind &&
      total.row.title === row.title;
    if (same) {
      totals.delete(row.meeting_id);
      continue;
    }
    await write.db
      .updateTable('meeting_study')
      .set({ superseded_at: write.enteredAt })
      .where('tenant_id', '=', write.actor.tenantId)
      .where('id', '=', row.id)
      .execute();
  }
  if (totals.size === 0) return;
  const rows = [...totals.values()].map(({ row, minutes, people }) => ({
    ...write.stamp(row.place),
    id: write.newId<'MeetingStudy'>(),
    meeting_id: row.meeting_id,
    sitting_id: row.sitting_id,
    held_on: row.held_on,
    kind: row.kind,
    title: row.title,
    minutes,
    people,
  }));
  await write.db.insertInto('meeting_study').values(rows).execute();
}
