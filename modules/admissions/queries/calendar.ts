import type { Inputs, Outputs } from '#contract/lib';
import type { admissionsContract } from '#contract/admissions';
import {
  addMonths,
  addToMonth,
  monthOf,
  monthsFromTo,
  type PlainDate,
  type PlainMonth,
} from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { namesOf } from '#modules/members';
import { calendarOf, orgNames, placeOf, type OrgPlace } from '#modules/organisations';
import { ruleNamed } from '../rules/catalogue.ts';
import { comingDays, type ComingDay } from '../rules/calendar.ts';
import type { Move } from '../rules/words.ts';
import { pausedWithin, settingsOn } from '../store/parts.ts';
import { openFilesWithin, type OpenFile } from '../store/steps.ts';

type In = Inputs<typeof admissionsContract>;
type Out = Outputs<typeof admissionsContract>['calendar'];

const MONTHS = 12;
/** More lines than these are shown a month at a time. */
const MOST_LINES = 400;

/** A coming day with its case. */
export type DayOfCase = ComingDay & { readonly of: OpenFile };

/** Coming days of all open cases at or below a place up to a day; nothing comes in a case that is paused. */
export async function daysWithin(
  read: Read,
  place: OrgPlace,
  until: PlainDate,
): Promise<DayOfCase[]> {
  const [files, paused, settings, work] = await Promise.all([
    openFilesWithin(read, place.orgPath),
    pausedWithin(read, place.orgPath),
    settingsOn(read, read.today),
    calendarOf(read),
  ]);
  const { today } = read;
  const monthsAt = new Map<string, number>();
  const monthsOf = ({ orgPath }: OrgPlace): number => {
    const months = monthsAt.get(orgPath) ?? settings(orgPath).observeMonths;
    monthsAt.set(orgPath, months);
    return months;
  };
  const found: DayOfCase[] = [];
  for (const of of files) {
    if (paused.has(of.caseId)) continue;
    const observeMonths = monthsOf(of.place);
    const file = { done: of.done, pauses: [] };
    for (const day of comingDays(file, { today, observeMonths, calendar: work }))
      if (day.on <= until) found.push({ ...day, of });
  }
  return found.toSorted((a, b) =>
    a.on === b.on ? order(a.of.caseId, b.of.caseId) : order(a.on, b.on),
  );
}

/** Thousands are compared by code units. */
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What is over its term stands in the month that is now. */
const monthShown = (on: PlainDate, today: PlainDate): PlainMonth =>
  monthOf(on < today ? today : on);

async function linesOf(read: Read, days: readonly DayOfCase[]): Promise<Out['lines']> {
  const [names, orgs] = await Promise.all([
    namesOf(
      read,
      days.map((day) => day.of.personId),
    ),
    orgNames(
      read,
      days.map((day) => day.of.place.orgId),
    ),
  ]);
  return days.map(({ of, rule, move, ...day }) => ({
    ...day,
    move: move satisfies Move,
    caseId: of.caseId,
    name: names.get(of.personId) ?? '',
    orgName: orgs.get(of.place.orgId)?.shortName ?? '',
    basis: rule === null ? '' : ruleNamed(rule).basis,
  }));
}

/** 发展日历: every coming day of the open cases, a year ahead, by month. */
export async function calendar(read: Read, input: In['calendar']): Promise<Out | null> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return null;
  const { today } = read;
  const until = addMonths(today, MONTHS);
  const days = await daysWithin(read, place, until);
  const byMonth = Map.groupBy(days, (day) => monthShown(day.on, today));
  const first = monthOf(today);
  const months = monthsFromTo(first, addToMonth(first, MONTHS)).map((month) => ({
    month,
    lines: byMonth.get(month)?.length ?? 0,
  }));
  const month = input.month ?? (days.length > MOST_LINES ? first : null);
  const shown = month === null ? days : (byMonth.get(month) ?? []);
  return { from: today, until, months, month, lines: await linesOf(read, shown) };
}
