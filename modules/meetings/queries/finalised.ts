import { fingerprint, type Document } from '#engines/document';
import type { OrgId, PersonId } from '#kernel/ids';
import { todayAt, type PlainDate } from '#kernel/plain-date';
import { Kept, type Read, type Write } from '#platform/db';
import { aliveOver, type OrgPlace } from '#modules/organisations';
import { creditOf, spanOf } from '../rules/credit.ts';
import type { Content, Marks, RollLine, StoredMark, View } from '../rules/minutes.ts';
import { minutesLines, type MinutesHead } from '../rules/text.ts';
import { settleAttendance, settleStudy, type PlacedAttendance } from '../store/attendance.ts';
import { heldOfSittings, type HeldRow } from '../store/held.ts';
import { placeOfRow, type MeetingRow, type SittingRow } from '../store/working.ts';

/** What a version of a meeting freezes: presence of everybody, times, ids of decisions. */
export function frozenContent(
  write: Write,
  meeting: MeetingRow,
  sitting: SittingRow,
  view: View,
): Content {
  const marks: Marks = Object.fromEntries(
    view.lines.map((line): [string, StoredMark] => [
      line.key,
      {
        state: line.state,
        reason: line.reason,
        away: line.away,
        ...(line.sent === undefined ? {} : { sent: line.sent }),
      },
    ]),
  );
  const reached = (line: RollLine): boolean => marks[line.key]?.state === 'present';
  return {
    ...meeting.content,
    // At home only those who were reached stand on the sheet, outside attendance rates.
    roll:
      meeting.form === 'meeting'
        ? meeting.content.roll
        : meeting.content.roll.filter(reached).map((line) => ({ ...line, alarm: false })),
    marks,
    held: {
      startsAt: meeting.starts_at ?? sitting.starts_at,
      endsAt: meeting.ends_at ?? sitting.ends_at,
      place: sitting.place,
    },
    items: meeting.content.items.map((item) => ({
      ...item,
      tasks: item.tasks.map((task) => ({
        ...task,
        decisionId: task.decisionId ?? write.newId<'Decision'>(),
      })),
    })),
  };
}

const names = new Kept<string>();

/** Name of an organisation on a day. */
export const nameOn = (read: Read, orgId: string, day: PlainDate): Promise<string> =>
  names.of(read, `${orgId} ${day}`, async () => {
    const [state] = await aliveOver(read, [orgId as OrgId], day, day);
    return state?.name ?? '';
  });

/** SHA-256 of the words of the minutes in their fixed order. */
export function fingerprintOf(head: MinutesHead, content: Content, view: View): string {
  const document: Document = {
    title: head.kindName,
    blocks: minutesLines(head, content, view).map((text) => ({ kind: 'paragraph', text })),
    layout: 'official',
  };
  return fingerprint(document);
}

/** Day on which a record was begun: what 补录 is measured by. */
export const recordedOn = (write: Write, sitting: SittingRow): PlainDate =>
  sitting.started_at === null ? write.today : todayAt(sitting.started_at.getTime());

const wasThere = (line: RollLine, content: Content): boolean =>
  content.marks[line.key]?.state === 'present';

function rowsOf(
  held: HeldRow,
  place: OrgPlace,
  credit: ReadonlyMap<string, number>,
): PlacedAttendance[] {
  const { content } = held;
  return content.roll.flatMap((line): PlacedAttendance[] => {
    const mark = content.marks[line.key];
    const there = wasThere(line, content);
    if (line.column === 'sit_in' && !there) return [];
    const state = line.column === 'sit_in' ? 'guest' : (mark?.state ?? 'absent');
    return [
      {
        place,
        person_id: line.personId,
        name: line.personId === null ? line.name : '',
        meeting_id: held.meeting_id,
        sitting_id: held.sitting_id,
        held_on: held.held_on,
        minutes: credit.get(`${held.meeting_id} ${line.personId}`) ?? 0,
        state: state === 'unknown' ? 'absent' : state,
        rated: line.column === 'attend' && line.alarm,
        kind: held.kind,
        title: held.title,
        reason: mark?.reason ?? '',
        away: mark === undefined || mark.away.length === 0 ? null : mark.away,
      },
    ];
  });
}

/** Attendance of a whole sitting anew: clock time counts once over its meetings, also after a correction. */
export async function settleSittings(write: Write, sittingIds: readonly string[]): Promise<void> {
  if (sittingIds.length === 0) return;
  const rows: PlacedAttendance[] = [];
  const held = await heldOfSittings(write, sittingIds);
  for (const all of Map.groupBy(held, (one) => one.sitting_id).values()) {
    const credit = creditOf(
      all
        .filter((one) => one.study && one.content.totals === null)
        .map((one) => ({
          meetingId: one.meeting_id,
          on: one.held_on,
          span: one.content.held === null ? null : spanOf(one.content.held, one.content.held),
          people: one.content.roll
            .filter((line) => wasThere(line, one.content))
            .flatMap((line): PersonId[] => (line.personId === null ? [] : [line.personId])),
        })),
    );
    for (const one of all) rows.push(...rowsOf(one, placeOfRow(one), credit));
  }
  await settleAttendance(write, sittingIds, rows);
  await settleStudy(write, sittingIds, rows);
}
