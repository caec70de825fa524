import { ok, refuse, type Refusal, type Result } from '#kernel/result';
import type { Roll } from './entitlement.ts';

/** 实到 / 请假 / 缺席; nobody marked is 未登记. For guests only `present` means 列席. */
export const PRESENCES = {
  present: '实到',
  leave: '请假',
  absent: '缺席',
  unknown: '未登记',
} as const;
export type Presence = keyof typeof PRESENCES;

export interface Mark {
  readonly personId: string;
  readonly presence: Presence;
  /** Of leave; empty where none was given. */
  readonly reason: string;
  /** Items (by their id) not attended by somebody present: came late, left early, 回避. */
  readonly missedItems: readonly string[];
}

export interface Counts {
  /** 应到 = 实到 + 请假 + 缺席 + 未登记. */
  readonly shouldAttend: number;
  readonly present: number;
  readonly leave: number;
  readonly absent: number;
  readonly unknown: number;
  /** 列席. */
  readonly satIn: number;
  /** Of those entitled to vote. */
  readonly voters: number;
  readonly votersPresent: number;
  /** 应到 and 实到 without the frail and floating: what reminders look at. */
  readonly alarmBase: number;
  readonly alarmPresent: number;
}

export type MarkRefusal = Refusal<
  'meetings.not_on_roll' | 'meetings.marked_twice' | 'meetings.reason_without_leave'
>;

/** Counts of a meeting, or of one of its items. Each person on the roll at most once among the marks. */
export function countPresence(
  roll: Roll,
  marks: readonly Mark[],
  item?: string,
): Result<Counts, MarkRefusal> {
  const byPerson = new Map<string, Mark>();
  const known = new Set(roll.entries.map((entry) => entry.personId));
  for (const mark of marks) {
    if (!known.has(mark.personId))
      return refuse('meetings.not_on_roll', { personId: mark.personId });
    if (byPerson.has(mark.personId))
      return refuse('meetings.marked_twice', { personId: mark.personId });
    if (mark.reason !== '' && mark.presence !== 'leave')
      return refuse('meetings.reason_without_leave', { personId: mark.personId });
    byPerson.set(mark.personId, mark);
  }
  const counts = { present: 0, leave: 0, absent: 0, unknown: 0 };
  let [shouldAttend, satIn, voters, votersPresent, alarmBase, alarmPresent] = [0, 0, 0, 0, 0, 0];
  for (const entry of roll.entries) {
    const mark = byPerson.get(entry.personId);
    const there =
      mark?.presence === 'present' && (item === undefined || !mark.missedItems.includes(item));
    if (entry.column === 'sit_in') {
      if (there) satIn += 1;
      continue;
    }
    shouldAttend += 1;
    // Somebody out for one item is absent from it, not on leave.
    counts[
      there ? 'present' : mark?.presence === 'present' ? 'absent' : (mark?.presence ?? 'unknown')
    ] += 1;
    if (entry.voting) {
      voters += 1;
      if (there) votersPresent += 1;
    }
    if (entry.alarm) {
      alarmBase += 1;
      if (there) alarmPresent += 1;
    }
  }
  return ok({ shouldAttend, ...counts, satIn, voters, votersPresent, alarmBase, alarmPresent });
}

/** Presence once for a sitting, inherited by each of its meetings; a meeting's own marks win (situation 5). */
export function inheritMarks(roll: Roll, sitting: readonly Mark[], own: readonly Mark[]): Mark[] {
  const ownOf = new Map(own.map((mark) => [mark.personId, mark]));
  const sittingOf = new Map(sitting.map((mark) => [mark.personId, mark]));
  return roll.entries.flatMap(({ personId }) => {
    const mark = ownOf.get(personId) ?? sittingOf.get(personId);
    return mark === undefined ? [] : [mark];
  });
}

/** `应到20人，实到16人，请假3人，缺席1人，列席2人`. */
export function presenceText(counts: Counts): string {
  const parts = [
    `应到${counts.shouldAttend}人`,
    `实到${counts.present}人`,
    `请假${counts.leave}人`,
    `缺席${counts.absent}人`,
  ];
  if (counts.unknown > 0) parts.push(`未登记${counts.unknown}人`);
  if (counts.satIn > 0) parts.push(`列席${counts.satIn}人`);
  return parts.join('，');
}

/** Time somebody was at a meeting: minutes of the day, end after start. */
export interface Interval {
  readonly personId: string;
  readonly on: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Study minutes by person: clock time counts once, however many meetings of a sitting (or bodies) cover
 * it. Hours are minutes by `minutesPerHour`, rounded half up to one decimal.
 */
export function studyMinutes(intervals: readonly Interval[]): Map<string, number> {
  const byPersonDay = new Map<string, Interval[]>();
  for (const interval of intervals) {
    const key = `${interval.personId} ${interval.on}`;
    const list = byPersonDay.get(key);
    if (list === undefined) byPersonDay.set(key, [interval]);
    else list.push(interval);
  }
  const minutes = new Map<string, number>();
  for (const list of byPersonDay.values()) {
    let end = 0;
    for (const { personId, from, to } of list.toSorted((a, b) => a.from - b.from)) {
      const begin = Math.max(from, end);
      if (to <= begin) continue;
      minutes.set(personId, (minutes.get(personId) ?? 0) + to - begin);
      end = to;
    }
  }
  return minutes;
}

export const hoursOf = (minutes: number, minutesPerHour: number): number =>
  Math.floor((minutes * 10) / minutesPerHour + 0.5) / 10;
