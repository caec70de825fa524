import type { HolidayYear } from '#kernel/holiday-file';
import { workCalendar, type WorkCalendar } from '#kernel/work-days';
import type { Read, Write } from '#platform/db';
import type { OrgPlace } from './place.ts';

export interface WorkYear extends HolidayYear {
  readonly enteredAt: Date;
}

/** Years loaded from files, the earliest first. */
export async function workYearsOf(read: Read): Promise<WorkYear[]> {
  const rows = await read.db
    .selectFrom('work_year')
    .select(['year', 'rest', 'work', 'source', 'entered_at'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('superseded_at', 'is', null)
    .orderBy('year')
    .execute();
  return rows.map(({ entered_at, ...row }) => ({ ...row, enteredAt: entered_at }));
}

const SHIPPED = workCalendar();
/** Calendars by what was loaded: the same for every request until the next file. */
const made = new Map<string, WorkCalendar>();
const MOST_MADE = 20;

/** Working days as known here: the shipped years and those loaded since, which win. */
export async function calendarOf(read: Read): Promise<WorkCalendar> {
  const years = await workYearsOf(read);
  if (years.length === 0) return SHIPPED;
  const key = years.map(({ year, rest, work }) => `${year} ${rest}/${work}`).join(';');
  const known = made.get(key);
  if (known !== undefined) return known;
  const calendar = workCalendar(Object.fromEntries(years.map((one) => [one.year, one])));
  if (made.size >= MOST_MADE) made.clear();
  made.set(key, calendar);
  return calendar;
}

/** Keeps years; one that was there no longer stands. */
export async function saveWorkYears(
  write: Write,
  place: OrgPlace,
  years: readonly HolidayYear[],
): Promise<void> {
  await write.db
    .updateTable('work_year')
    .set({ superseded_at: write.enteredAt })
    .where('tenant_id', '=', write.actor.tenantId)
    .where(
      'year',
      'in',
      years.map((one) => one.year),
    )
    .where('superseded_at', 'is', null)
    .execute();
  await write.db
    .insertInto('work_year')
    .values(
      years.map(({ year, rest, work, source }) => ({
        ...write.stamp(place),
        id: write.newId<'WorkYear'>(),
        year,
        rest,
        work,
        source,
      })),
    )
    .execute();
}
