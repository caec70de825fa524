import type { AwayReason, ContactSource, HintCode, PlaceKind, AwaySpan } from '#contract/floating';
import type { PersonId } from '#kernel/ids';
import { addMonths, chineseDate, monthsBetween, yearOf, type PlainDate } from '#kernel/plain-date';

/** How often contact is asked for, as the committees above have fixed it. */
export interface Rhythm {
  /** Months between two contacts. */
  readonly contactMonths: number;
  /** The same with those studying abroad: never more than six (EDU19 art. 34). */
  readonly abroadMonths: number;
  /** Presence at meetings and dues paid count as contact. */
  readonly countsPresence: boolean;
}

/** Where no committee has fixed anything. */
export const DEFAULT_RHYTHM: Rhythm = { contactMonths: 1, abroadMonths: 6, countsPresence: true };

/** EDU19 arts. 25, 32: away for six months or more. */
const LONG_STAY_MONTHS = 6;
/** EDU19 art. 34. */
const GRADUATE_MONTHS = 24;

/** A stay away as rules look at it. */
export interface Stay {
  readonly reason: AwayReason;
  readonly placeKind: PlaceKind;
  readonly fixed: boolean;
  readonly leftOn: PlainDate;
  readonly expectedOn: PlainDate | null;
  readonly keeperId: PersonId | null;
}

export interface Contacted {
  readonly on: PlainDate;
  readonly source: ContactSource;
}

export const isAbroad = (stay: Pick<Stay, 'reason' | 'placeKind'>): boolean =>
  stay.reason === 'abroad_study' || stay.reason === 'abroad' || stay.placeKind === 'abroad';

export const monthsAsked = (stay: Pick<Stay, 'reason' | 'placeKind'>, rhythm: Rhythm): number =>
  isAbroad(stay) ? rhythm.abroadMonths : rhythm.contactMonths;

/**
 * Last day on which the next contact is in time: calendar months (`count.month`) after the last one, or
 * after the day of leaving where there was none since.
 */
export function dueOn(
  stay: Pick<Stay, 'reason' | 'placeKind' | 'leftOn'>,
  last: PlainDate | null,
  rhythm: Rhythm,
): PlainDate {
  const from = last === null || last < stay.leftOn ? stay.leftOn : last;
  return addMonths(from, monthsAsked(stay, rhythm));
}

/** The latest contact up to a day; of two on one day the log's. */
export function lastContact(contacts: readonly Contacted[], day: PlainDate): Contacted | null {
  let found: Contacted | null = null;
  for (const one of contacts) {
    if (one.on > day) continue;
    const later = found === null || one.on > found.on;
    if (later || (one.on === found?.on && one.source === 'log')) found = one;
  }
  return found;
}

/** The last contact as a contact person's own list tells it. */
export function lastOfKept(
  kept: { readonly loggedOn: PlainDate | null; readonly presentOn: PlainDate | null },
  rhythm: Rhythm,
): PlainDate | null {
  const { loggedOn, presentOn } = kept;
  if (presentOn === null || !rhythm.countsPresence) return loggedOn;
  return loggedOn === null || presentOn > loggedOn ? presentOn : loggedOn;
}

/** Which span of time somebody has been away for on a day. */
export function spanOf(leftOn: PlainDate, day: PlainDate): AwaySpan {
  const months = monthsBetween(leftOn, day);
  if (months < LONG_STAY_MONTHS) return 'under6';
  if (months < 12) return 'under12';
  return months < 36 ? 'under36' : 'over36';
}

/** First and last day of leaving of those who on a day have been away for a span. */
export function leavingIn(
  span: AwaySpan,
  day: PlainDate,
): { readonly after: PlainDate | null; readonly until: PlainDate | null } {
  const ago = (months: number): PlainDate => addMonths(day, -months);
  if (span === 'under6') return { after: ago(6), until: null };
  if (span === 'under12') return { after: ago(12), until: ago(6) };
  return span === 'under36' ? { after: ago(36), until: ago(12) } : { after: null, until: ago(36) };
}

export interface Hint {
  readonly code: HintCode;
  readonly text: string;
}

/** EDU19 art. 25: away six months or more and the place fairly fixed. */
export const shouldTransfer = (
  stay: Pick<Stay, 'fixed' | 'leftOn' | 'reason' | 'placeKind'>,
  day: PlainDate,
): boolean => stay.fixed && !isAbroad(stay) && monthsBetween(stay.leftOn, day) >= LONG_STAY_MONTHS;

/**
 * What a contact person or secretary should look at. Hints never block, open no case and say nothing of
 * why somebody could not be reached (`clock.exclusive`).
 */
export function hintsOf(
  stay: Stay,
  at: {
    readonly day: PlainDate;
    readonly due: PlainDate;
    readonly reportedOn: PlainDate | null;
  },
): Hint[] {
  const { day, due, reportedOn } = at;
  const hints: Hint[] = [];
  if (due < day) hints.push({ code: 'overdue', text: `应在${chineseDate(due)}前联系` });
  if (stay.keeperId === null) hints.push({ code: 'keeper', text: '还没有明确联系人' });
  if (shouldTransfer(stay, day))
    hints.push({ code: 'transfer', text: '外出6个月以上、地点相对固定，应转接组织关系' });
  if (stay.reason === 'graduate' && monthsBetween(stay.leftOn, day) >= GRADUATE_MONTHS)
    hints.push({ code: 'graduate', text: '毕业保留组织关系已满2年' });
  if (stay.expectedOn !== null && stay.expectedOn < day)
    hints.push({ code: 'expected', text: `原定${chineseDate(stay.expectedOn)}返回` });
  // The year's report is asked for from November on, of those away by then for most of it.
  const year = yearOf(day);
  const told = reportedOn !== null && yearOf(reportedOn) === year;
  if (!told && day.slice(5, 7) >= '11' && yearOf(stay.leftOn) < year)
    hints.push({ code: 'report', text: `${year}年还没有向支部汇报` });
  return hints;
}
