import {
  addDays,
  addToMonth,
  daysBetween,
  firstDayOf,
  lastDayOf,
  monthNumberOf,
  monthOf,
  parsePlainDate,
  weekdayOf,
  yearOf,
  type PlainDate,
  type PlainMonth,
} from '#kernel/plain-date';
import { ok, refuse, type Refusal, type Result } from '#kernel/result';
import {
  MEETING_KINDS,
  type Duty,
  type MeetingKind,
  type MeetingSettings,
  type Rhythm,
} from './kinds.ts';

const LENGTH: Record<Rhythm['per'], number> = { month: 1, quarter: 3, half_year: 6, year: 12 };

/** One occasion: `2026-03`, `2026-Q1`, `2026-H1`, `2026`. Days included. */
export interface Occasion {
  readonly key: string;
  readonly name: string;
  /** First day of the period. */
  readonly first: PlainDate;
  /** First day on which holding it is expected: later than `first` for the yearly life meetings. */
  readonly opensOn: PlainDate;
  /** Last day in time. */
  readonly dueBy: PlainDate;
  readonly times: number;
}

function named(
  per: Rhythm['per'],
  month: PlainMonth,
): { readonly key: string; readonly name: string } {
  const year = yearOf(month);
  const at = Math.ceil(monthNumberOf(month) / LENGTH[per]);
  if (per === 'year') return { key: String(year), name: `${year}年` };
  if (per === 'half_year')
    return { key: `${year}-H${at}`, name: `${year}年${at === 1 ? '上' : '下'}半年` };
  return per === 'quarter'
    ? { key: `${year}-Q${at}`, name: `${year}年第${at}季度` }
    : { key: month, name: `${year}年${at}月` };
}

const dayIn = (year: number, monthDay: string): PlainDate => {
  const day = parsePlainDate(`${year}-${monthDay}`);
  if (day === null) throw new RangeError(`no day ${monthDay} in ${year}`);
  return day;
};

/** Occasions of a duty that begin in a span of days, oldest first. */
export function occasions(
  duty: Duty,
  from: PlainDate,
  to: PlainDate,
  settings: MeetingSettings,
): Occasion[] {
  const length = LENGTH[duty.rhythm.per];
  const found: Occasion[] = [];
  let month = addToMonth(monthOf(from), -((monthNumberOf(from) - 1) % length));
  for (; firstDayOf(month) <= to; month = addToMonth(month, length)) {
    const first = firstDayOf(month);
    const window = MEETING_KINDS[duty.kind].yearWindow && duty.rhythm.per === 'year';
    found.push({
      ...named(duty.rhythm.per, month),
      first,
      opensOn: window ? dayIn(yearOf(month), settings.yearWindowStart) : first,
      dueBy: window
        ? dayIn(yearOf(month) + 1, settings.yearWindowEnd)
        : lastDayOf(addToMonth(month, length - 1)),
      times: duty.rhythm.times,
    });
  }
  return found;
}

/** A meeting as the duties see it. */
export interface HeldMeeting {
  readonly id: string;
  readonly kind: MeetingKind;
  readonly heldOn: PlainDate;
  /** 归属年度: decides for yearly kinds with a window; the day decides for all others. */
  readonly year: number;
  readonly backfilled: boolean;
  /** Held as needed besides the yearly one (专题): fulfils no duty. */
  readonly special: boolean;
}

/** 已开 · 待开 · 未开; `not_open`: its time has not come; `not_due`: the body did not exist throughout. */
export type OccasionState = 'held' | 'open' | 'missing' | 'not_open' | 'not_due';

export interface DueOccasion {
  readonly duty: Duty;
  readonly occasion: Occasion;
  readonly state: OccasionState;
  /** Meetings that count, oldest first. */
  readonly meetings: readonly string[];
  /** 补录: a neutral mark. */
  readonly backfilled: boolean;
  /** Last one needed was held after the time. */
  readonly heldLate: boolean;
  /** How many are still to be held. */
  readonly open: number;
  /** Negative once past. */
  readonly daysLeft: number;
}

export interface BodyLife {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/**
 * What is due, held and missing of a duty on a day (for obligations and 履职一览). Counts the event date,
 * never the day of entry. A period is asked of a body only if it existed from its first to its last day.
 */
export function dueOn(
  duty: Duty,
  meetings: readonly HeldMeeting[],
  life: BodyLife,
  span: { readonly from: PlainDate; readonly to: PlainDate },
  on: PlainDate,
  settings: MeetingSettings,
): DueOccasion[] {
  const own = meetings
    .filter((meeting) => meeting.kind === duty.kind && !meeting.special && meeting.heldOn <= on)
    .toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : 1));
  const byYear = MEETING_KINDS[duty.kind].yearWindow && duty.rhythm.per === 'year';
  return occasions(duty, span.from, span.to, settings).map((occasion) => {
    const counted = own.filter((meeting) =>
      byYear
        ? meeting.year === yearOf(occasion.first)
        : meeting.heldOn >= occasion.first && meeting.heldOn <= occasion.dueBy,
    );
    const enough = counted.slice(0, occasion.times);
    const open = occasion.times - enough.length;
    const existed = life.from <= occasion.first && (life.to === null || life.to > occasion.dueBy);
    const last = enough.at(-1);
    const state: OccasionState =
      open === 0
        ? 'held'
        : !existed
          ? 'not_due'
          : on > occasion.dueBy
            ? 'missing'
            : on < occasion.opensOn
              ? 'not_open'
              : 'open';
    return {
      duty,
      occasion,
      state,
      meetings: counted.map((meeting) => meeting.id),
      backfilled: enough.some((meeting) => meeting.backfilled),
      heldLate: open === 0 && last !== undefined && last.heldOn > occasion.dueBy,
      open,
      daysLeft: daysBetween(on, occasion.dueBy),
    };
  });
}

/** 归属年度 unless told otherwise: the year of the day; for the yearly life meetings up to 31 March the year before. */
export function usualYear(kind: MeetingKind, heldOn: PlainDate, settings: MeetingSettings): number {
  const year = yearOf(heldOn);
  const early = heldOn <= dayIn(year, settings.yearWindowEnd);
  return MEETING_KINDS[kind].yearWindow && early ? year - 1 : year;
}

/** A year may be given that differs from the day's only by the window: the year before for the life meetings. */
export function checkYear(
  kind: MeetingKind,
  heldOn: PlainDate,
  year: number,
): Result<number, Refusal<'meetings.year_not_possible'>> {
  const own = yearOf(heldOn);
  const possible = year === own || (MEETING_KINDS[kind].yearWindow && year === own - 1);
  return possible ? ok(year) : refuse('meetings.year_not_possible', { year, heldOn });
}

/** `last Wednesday`: a fixed day of the month for planning a year. `week` 1 to 4, or the last. */
export interface FixedDay {
  readonly week: 1 | 2 | 3 | 4 | 'last';
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
}

export function fixedDayIn(month: PlainMonth, fixed: FixedDay): PlainDate {
  if (fixed.week === 'last') {
    const last = lastDayOf(month);
    return addDays(last, -((weekdayOf(last) - fixed.weekday + 7) % 7));
  }
  const first = firstDayOf(month);
  return addDays(first, ((fixed.weekday - weekdayOf(first) + 7) % 7) + (fixed.week - 1) * 7);
}

/** Days proposed for a year: the fixed day of the last month of each occasion, spread where it asks for several. */
export function planYear(
  duty: Duty,
  year: number,
  fixed: FixedDay,
  settings: MeetingSettings,
): PlainDate[] {
  const all = occasions(duty, `${year}-01-01` as PlainDate, `${year}-12-31` as PlainDate, settings);
  return all.flatMap((occasion) => {
    const last = MEETING_KINDS[duty.kind].yearWindow
      ? (`${year}-12` as PlainMonth)
      : monthOf(occasion.dueBy);
    if (occasion.times === 1) return [fixedDayIn(last, fixed)];
    const step = Math.floor(daysBetween(occasion.first, occasion.dueBy) / occasion.times);
    return Array.from({ length: occasion.times }, (_, i) => {
      const near = addDays(occasion.first, step * i);
      return addDays(near, (fixed.weekday - weekdayOf(near) + 7) % 7);
    });
  });
}
