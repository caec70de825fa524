import { addMonths, type PlainDate } from '#kernel/plain-date';

/** Why neither clock runs (EDU19 art. 23; implementation: leave, certificate, agreed cycle of dues). */
export type Excuse = 'frail' | 'ill' | 'leave' | 'certificate' | 'cycle';

/** Days of one excuse: `from` included, `to` excluded, null while it holds. */
export interface Excused {
  readonly kind: Excuse;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** A loss of contact as recorded: counted from the last contact, ended by a contact found again. */
export interface Lost {
  readonly since: PlainDate;
  readonly foundOn: PlainDate | null;
}

export interface ClockFacts {
  readonly day: PlainDate;
  /** First day in the roster: nothing counts from before it. */
  readonly memberSince: PlainDate;
  /** Last day of each duty done; null where none is known. */
  readonly attended: PlainDate | null;
  readonly paid: PlainDate | null;
  readonly worked: PlainDate | null;
  readonly lost: readonly Lost[];
  readonly excused: readonly Excused[];
  /** A person wrote down that there is no proper reason, and when education came before (EDU19 arts. 29, 31). */
  readonly noted: boolean;
  readonly educatedOn: PlainDate | null;
}

export type Duty = 'attended' | 'paid' | 'worked';

export type Clock =
  | { readonly runs: 'none'; readonly why: Excuse | 'recent' }
  | {
      readonly runs: 'lost';
      readonly since: PlainDate;
      readonly months: number;
      /** First day on which suspension may be decided. */
      readonly reachedOn: PlainDate;
      readonly reached: boolean;
    }
  | {
      readonly runs: 'own_act';
      readonly since: PlainDate;
      /** Which of the three duties was not done the longest. */
      readonly duty: Duty;
      readonly months: number;
      readonly reachedOn: PlainDate;
      readonly reached: boolean;
      /** Whether a case may be proposed: six months, noted without proper reason, educated before. */
      readonly ready: boolean;
    };

const SIX = 6;
/** Before this many whole months a gap is nothing to speak of. */
const RECENT = 3;

const latest = (days: readonly PlainDate[]): PlainDate => days.reduce((a, b) => (a > b ? a : b));

/** Whole calendar months from a day to another (`count.month`). */
export function monthsSince(from: PlainDate, day: PlainDate): number {
  let months = 0;
  while (addMonths(from, months + 1) <= day) months += 1;
  return months;
}

const DUTIES: readonly Duty[] = ['attended', 'paid', 'worked'];

/**
 * Which of the clocks of a person runs on a day: at most one (`clock.exclusive`). Loss of contact goes first, as
 * long as nobody was found; the day of finding is the earliest from which not doing one's duties counts, and so is
 * the end of an excuse. Neither opens a case.
 */
export function clockOn(facts: ClockFacts): Clock {
  const { day } = facts;
  const excuse = facts.excused.find((one) => one.from <= day && (one.to === null || day < one.to));
  if (excuse !== undefined) return { runs: 'none', why: excuse.kind };
  const ended = facts.excused.flatMap((one) => (one.to !== null && one.to <= day ? [one.to] : []));
  const open = facts.lost.find(
    (one) => one.since <= day && (one.foundOn === null || day < one.foundOn),
  );
  if (open !== undefined) {
    const since = latest([open.since, ...ended]);
    const reachedOn = addMonths(since, SIX);
    return {
      runs: 'lost',
      since,
      months: monthsSince(since, day),
      reachedOn,
      reached: day >= reachedOn,
    };
  }
  const found = facts.lost.flatMap((one) =>
    one.foundOn !== null && one.foundOn <= day ? [one.foundOn] : [],
  );
  const floor = latest([facts.memberSince, ...found, ...ended]);
  const gaps = DUTIES.flatMap((duty) => {
    const last = facts[duty];
    // Work is only counted where some was given and recorded.
    if (last === null && duty === 'worked') return [];
    return [{ duty, since: last === null ? floor : latest([last, floor]) }];
  }).toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
  const [longest] = gaps;
  if (longest === undefined || addMonths(longest.since, RECENT) > day)
    return { runs: 'none', why: 'recent' };
  const reachedOn = addMonths(longest.since, SIX);
  const reached = day >= reachedOn;
  return {
    runs: 'own_act',
    since: longest.since,
    duty: longest.duty,
    months: monthsSince(longest.since, day),
    reachedOn,
    reached,
    ready: reached && facts.noted && facts.educatedOn !== null && facts.educatedOn <= day,
  };
}
