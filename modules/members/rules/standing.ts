import {
  addMonths,
  parsePlainDate,
  yearOf,
  yearsBetween,
  type PlainDate,
} from '#kernel/plain-date';
import { ok, refuse, type Refusal, type Result } from '#kernel/result';
import type { MemberSettings } from './settings.ts';

/** Whole years of age on a day. */
export const ageOn = (bornOn: PlainDate, on: PlainDate): number => yearsBetween(bornOn, on);

/** Day from which 党龄 runs: 转正日期, moved back by the correction (`roster.standing`). */
export const standingFrom = (regularisedOn: PlainDate, correctionMonths: number): PlainDate =>
  addMonths(regularisedOn, -correctionMonths);

/** 党龄 in whole years on a day, never below 0 (DEV26 art. 33). */
export const standingOn = (
  regularisedOn: PlainDate,
  correctionMonths: number,
  on: PlainDate,
): number => Math.max(0, yearsBetween(standingFrom(regularisedOn, correctionMonths), on));

export interface MedalFacts {
  readonly personId: string;
  readonly regularisedOn: PlainDate | null;
  readonly correctionMonths: number;
}

export interface MedalList {
  readonly cutoff: PlainDate;
  /** First reach the years by this cutoff. */
  readonly reaching: readonly string[];
  /** Reached them by an earlier cutoff. */
  readonly earlier: readonly string[];
  /** 转正日期 unknown: to be looked up, not left out in silence. */
  readonly unknown: readonly string[];
}

/** 50-years list of a year (`medal.years`): standing full on 1 July. */
export function medalList(
  people: readonly MedalFacts[],
  year: number,
  settings: MemberSettings,
): MedalList {
  const cutoff = parsePlainDate(`${year}-${settings.medal.cutoff}`);
  const before = parsePlainDate(`${year - 1}-${settings.medal.cutoff}`);
  if (cutoff === null || before === null) throw new RangeError(`no cutoff in ${year}`);
  const reached = (person: MedalFacts, on: PlainDate): boolean =>
    person.regularisedOn !== null &&
    standingOn(person.regularisedOn, person.correctionMonths, on) >= settings.medal.years;
  const idsOf = (fits: (person: MedalFacts) => boolean): string[] =>
    people.filter(fits).map((person) => person.personId);
  return {
    cutoff,
    reaching: idsOf((person) => reached(person, cutoff) && !reached(person, before)),
    earlier: idsOf((person) => reached(person, before)),
    unknown: idsOf((person) => person.regularisedOn === null),
  };
}

/** Whether the list is due: from April on (situation 14), so that papers reach the level above in time. */
export const medalListDue = (on: PlainDate, settings: MemberSettings): boolean =>
  on >= `${yearOf(on)}-${String(settings.medal.listMonth).padStart(2, '0')}-01`;

export type ProbationRefusal = Refusal<'members.extension_length'>;

/** End of probation: acceptance + 12 months, plus one extension of 6 to 12 months (DEV26 art. 31). */
export function probationEnd(
  acceptedOn: PlainDate,
  extensionMonths: number,
  settings: MemberSettings,
): Result<PlainDate, ProbationRefusal> {
  const { min, max } = settings.extensionMonths;
  if (extensionMonths !== 0 && (extensionMonths < min || extensionMonths > max)) {
    return refuse('members.extension_length', { months: extensionMonths, min, max });
  }
  return ok(addMonths(acceptedOn, settings.probationMonths + extensionMonths));
}
