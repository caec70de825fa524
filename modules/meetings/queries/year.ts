import type { meetingsContract } from '#contract/meetings';
import type { Inputs, Outputs } from '#contract/lib';
import type { OrgId } from '#kernel/ids';
import { dayOf, type PlainDate } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { aliveOver, partyGroups, placeOf } from '#modules/organisations';
import { isBackfill } from '../rules/backfill.ts';
import type { Arrangement } from '../rules/arrangement.ts';
import { asDuty, isDuty, type PlannedKind } from '../rules/own-kinds.ts';
import { dueOn, occasions, planYear, type BodyLife, type HeldMeeting } from '../rules/rhythm.ts';
import { minutesByPerson, ratedIn } from '../store/attendance.ts';
import { heldIn } from '../store/held.ts';
import { meetingPage } from '../store/lists.ts';
import { arrangementAt, dutyFactsOn } from './arrangement.ts';
import { kindShape, rowShapes, type RowShape } from './shapes.ts';

type In = Inputs<typeof meetingsContract>;
type Out = Outputs<typeof meetingsContract>;
type Period = Out['year']['kinds'][number]['periods'][number];

export type HeldFact = Awaited<ReturnType<typeof heldIn>>[number];

/** A held meeting as the rules of rhythm see it, under the kind it is like. */
export const heldMeeting = (
  row: HeldFact,
  kind: PlannedKind,
  arrangement: Arrangement,
): HeldMeeting => ({
  id: row.meeting_id,
  kind: kind.like,
  heldOn: row.held_on,
  year: row.year_of,
  backfilled: isBackfill(row.held_on, row.recorded_on, arrangement.settings),
  special: row.special,
});

const STATES = {
  held: 'done',
  open: 'ahead',
  missing: 'missed',
  not_open: 'ahead',
  not_due: 'none',
} as const;

/** The whole life of an organisation around a span: from its first day alive to the day it ended. */
export async function lifeOf(read: Read, orgId: OrgId): Promise<BodyLife | null> {
  const spans = await aliveOver(read, [orgId], dayOf(1921, 1, 1), dayOf(2199, 12, 31));
  const [first] = spans;
  const last = spans.at(-1);
  return first === undefined || last === undefined ? null : { from: first.from, to: last.to };
}

function periodsOf(
  kind: PlannedKind,
  arrangement: Arrangement,
  held: readonly HeldFact[],
  life: BodyLife,
  year: number,
  today: PlainDate,
): Period[] {
  const duty = asDuty(kind);
  if (duty === null) return [];
  const meetings = held
    .filter((row) => row.kind === kind.kind)
    .map((row) => heldMeeting(row, kind, arrangement));
  const span = { from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) };
  return dueOn(duty, meetings, life, span, today, arrangement.settings).map((due) => ({
    label: due.occasion.name,
    from: due.occasion.first,
    until: due.occasion.dueBy,
    state: due.state === 'held' && due.backfilled ? 'entered_later' : STATES[due.state],
  }));
}

/** A year of an organisation by kind: wanted, held, planned, period by period. */
export async function year(read: Read, input: In['year']): Promise<Out['year'] | null> {
  const place = await placeOf(read, input.orgId);
  const life = await lifeOf(read, input.orgId);
  if (place === null || life === null) return null;
  const [from, to] = [dayOf(input.year, 1, 1), dayOf(input.year, 12, 31)];
  const on = read.today < to && read.today > from ? read.today : to;
  const arrangement = await arrangementAt(read, place, on);
  const facts = await dutyFactsOn(read, input.orgId, on, arrangement);
  const page = await meetingPage(
    read,
    { orgId: input.orgId, from, to },
    { limit: 1_000, offset: 0 },
  );
  const rows = await rowShapes(read, arrangement, page.rows);
  const byKind = Map.groupBy(rows, (row) => row.kind);
  // A yearly life meeting may be held until the end of March for the year before.
  const held = await heldIn(read, [input.orgId], from, dayOf(input.year + 1, 12, 31));
  const shown = arrangement.kinds.filter(
    (kind) => isDuty(kind, facts, arrangement.settings) || byKind.has(kind.kind),
  );
  const isHeld = (row: RowShape): boolean => row.state === 'final' || row.state === 'correcting';
  const minutes = await minutesByPerson(read, input.orgId, from, to);
  return {
    kinds: shown.map((kind) => {
      const meetings = (byKind.get(kind.kind) ?? []).toReversed();
      const owed = isDuty(kind, facts, arrangement.settings);
      const duty = owed ? asDuty(kind) : null;
      const wanted =
        duty === null
          ? null
          : occasions(duty, from, to, arrangement.settings).reduce((n, one) => n + one.times, 0);
      return {
        kind: kindShape(kind, arrangement, facts),
        // What belongs to a year may be held in the next one (归属年度): it counts where it belongs.
        held: kind.asksYearOf
          ? held.filter((row) => row.kind === kind.kind && row.year_of === input.year).length
          : meetings.filter(isHeld).length,
        planned: meetings.filter((row) => !isHeld(row)).length,
        wanted,
        periods: owed ? periodsOf(kind, arrangement, held, life, input.year, read.today) : [],
        meetings,
      };
    }),
    studyMinutes: minutes.reduce((sum, one) => sum + one.minutes, 0),
    attendance: await ratedIn(read, input.orgId, from, to),
  };
}

/** Days proposed for a year by rhythm and activity day; occasions already planned or held are left out. */
export async function planProposal(
  read: Read,
  input: In['planProposal'],
): Promise<Out['planProposal'] | null> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return null;
  const [from, to] = [dayOf(input.year, 1, 1), dayOf(input.year, 12, 31)];
  const on = read.today > from ? read.today : from;
  const arrangement = await arrangementAt(read, place, on);
  const facts = await dutyFactsOn(read, input.orgId, on, arrangement);
  const groups = (await partyGroups(read, input.orgId, on)).map((one) => one.groupId);
  const page = await meetingPage(
    read,
    { orgId: input.orgId, from, to },
    { limit: 1_000, offset: 0 },
  );
  const fixed = arrangement.activityDay ?? { week: 'last', weekday: 3 };
  const lines = arrangement.kinds
    .filter((kind) => isDuty(kind, facts, arrangement.settings))
    .flatMap((kind) => {
      const duty = asDuty(kind);
      if (duty === null) return [];
      const periods = occasions(duty, from, to, arrangement.settings);
      const days = planYear(duty, input.year, fixed, arrangement.settings);
      return (kind.body === 'group' ? groups : [null]).flatMap((groupId) => {
        const there = page.rows.filter((row) => row.kind === kind.kind && row.group_id === groupId);
        return days
          .filter((day) => {
            const period = periods.find((one) => one.first <= day && day <= one.dueBy);
            if (period === undefined) return true;
            const planned = there.filter(
              (row) => row.held_on >= period.first && row.held_on <= period.dueBy,
            );
            return planned.length < period.times;
          })
          .map((day) => ({
            kind: kind.kind,
            kindName: kind.name,
            groupId,
            on: day,
            title: kind.name,
            reason: kindShape(kind, arrangement, facts).basis,
          }));
      });
    });
  return { lines: lines.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)) };
}
