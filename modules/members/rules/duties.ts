import { dayOf, yearOf, yearsBetween, type PlainDate } from '#kernel/plain-date';
import { BREAKS, qualityOf, type Breaks } from './quality.ts';
import { DEFAULT_MEMBER_SETTINGS as SETTINGS } from './settings.ts';
import { probationEnd, standingFrom } from './standing.ts';

/** What deadlines of one membership row rest on. */
export interface DutyFacts {
  readonly id: string;
  readonly personId: string;
  readonly orgId: string;
  readonly category: 'full' | 'probationary';
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly joinedOn: PlainDate | null;
  readonly regularisedOn: PlainDate | null;
  readonly extensionMonths: number;
  readonly correctionMonths: number;
}

/** The same with what a list of gaps is made of; numbers and phones are left out, they are secret. */
export interface FileFacts extends DutyFacts {
  readonly name: string;
  readonly bornOn: PlainDate | null;
  readonly sex: 'male' | 'female' | null;
  readonly ethnic: string | null;
  readonly education: string | null;
  readonly work: string | null;
}

export interface ProbationDuty {
  readonly facts: DutyFacts;
  readonly end: PlainDate;
  /** The row by which the person became a full member, once it holds. */
  readonly done: DutyFacts | null;
}

/** Ends of probation of people who stand on the roll on a day, or became full members up to it. */
export function probationsOn(rows: readonly DutyFacts[], day: PlainDate): ProbationDuty[] {
  return rows.flatMap((facts) => {
    if (facts.category !== 'probationary' || facts.joinedOn === null || facts.from > day) return [];
    const end = probationEnd(facts.joinedOn, facts.extensionMonths, SETTINGS);
    if (!end.ok) return [];
    const over = facts.to !== null && facts.to <= day;
    const done =
      rows.find(
        (row) =>
          row.personId === facts.personId && row.category === 'full' && row.from === facts.to,
      ) ?? null;
    // Left, or moved on as a probationary member: no longer this organisation's duty.
    if (over && done === null) return [];
    return [{ facts, end: end.value, done: over ? done : null }];
  });
}

/** Who reaches 50 years by the cutoff of a year, of those on the roll on a day. */
export function reachingFifty(
  rows: readonly DutyFacts[],
  year: number,
  day: PlainDate,
): DutyFacts[] {
  const { years, cutoff } = SETTINGS.medal;
  const [month = 7, date = 1] = cutoff.split('-').map(Number);
  const last = dayOf(year, month, date);
  const before = dayOf(year - 1, month, date);
  return rows.filter((row) => {
    if (row.category !== 'full' || row.regularisedOn === null) return false;
    if (row.from > day || (row.to !== null && row.to <= day)) return false;
    const start = standingFrom(row.regularisedOn, row.correctionMonths);
    return yearsBetween(start, last) >= years && yearsBetween(start, before) < years;
  });
}

/** First day on which the list of a year is shown, and its cutoff. */
export function medalSpan(year: number): { readonly from: PlainDate; readonly until: PlainDate } {
  const [month = 7, date = 1] = SETTINGS.medal.cutoff.split('-').map(Number);
  return { from: dayOf(year, SETTINGS.medal.listMonth, 1), until: dayOf(year, month, date) };
}

export const yearsOf = (from: PlainDate, to: PlainDate): number[] =>
  Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, i) => yearOf(from) + i);

/** Kinds of gaps that a branch owes to mend: what they break is reckoned from the files, not from secrets. */
const OWED: readonly Breaks[] = ['roll', 'standing', 'dues', 'statistics'];

export interface Gaps {
  readonly people: number;
  /** How many findings of each kind, the heaviest kind first; none of a kind without any. */
  readonly kinds: readonly {
    readonly breaks: Breaks;
    readonly name: string;
    readonly count: number;
  }[];
}

/** What is missing in the files of the people on the roll on a day; as the list of data quality counts. */
export function gapsOn(rows: readonly FileFacts[], day: PlainDate): Gaps {
  const standing = rows.filter((row) => row.from <= day && (row.to === null || row.to > day));
  const found = standing.map((row) =>
    qualityOf(
      {
        ...row,
        hasIdentity: true,
        identityBornOn: null,
        identitySex: null,
        hasPhone: true,
        hasGroup: true,
        branchHasGroups: false,
      },
      day,
      SETTINGS,
    ).filter((finding) => OWED.includes(finding.breaks)),
  );
  const all = found.flat();
  return {
    people: found.filter((findings) => findings.length > 0).length,
    kinds: OWED.map((breaks) => ({
      breaks,
      name: BREAKS[breaks],
      count: all.filter((finding) => finding.breaks === breaks).length,
    })).filter((kind) => kind.count > 0),
  };
}
