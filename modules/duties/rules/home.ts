import { basisOf as basisOfRule } from '#kernel/rule';
import { byLateness, isOpen, type Duty } from '#engines/obligation';
import type { OrgId, PersonId } from '#kernel/ids';
import { addDays, type PlainDate } from '#kernel/plain-date';

/** Things shown at once; more would not be read. */
export const MOST_DUE = 7;
/** What ends later stands in the calendar only. */
const AHEAD_DAYS = 45;
export const STRIP_DAYS = 14;

export interface Looker {
  readonly orgId: OrgId;
  readonly personId: PersonId | null;
  /** Posts see what their organisation owes; members what they themselves do. */
  readonly officer: boolean;
  readonly permissions: ReadonlySet<string>;
}

const mayDo = (looker: Looker, duty: Duty): boolean => {
  if (duty.personId !== null && duty.personId !== looker.personId) return false;
  if (!looker.officer) return duty.personId !== null;
  return looker.permissions.has(duty.permission);
};

/** What is due for whoever looks, by lateness: missed, or open now and ending soon. */
export function dueFor(duties: readonly Duty[], looker: Looker, today: PlainDate): readonly Duty[] {
  return duties
    .filter(
      (duty) =>
        duty.orgId === looker.orgId &&
        isOpen(duty) &&
        duty.from <= today &&
        duty.until <= addDays(today, AHEAD_DAYS) &&
        mayDo(looker, duty),
    )
    .toSorted(byLateness);
}

/** The days ahead, each with the duties whose last day it is. */
export function stripFor(
  duties: readonly Duty[],
  looker: Looker,
  today: PlainDate,
): readonly { readonly date: PlainDate; readonly duties: readonly Duty[] }[] {
  const own = duties.filter(
    (duty) => duty.orgId === looker.orgId && isOpen(duty) && mayDo(looker, duty),
  );
  return Array.from({ length: STRIP_DAYS }, (_, index) => addDays(today, index)).map((date) => ({
    date,
    duties: own.filter((duty) => duty.until === date).toSorted(byLateness),
  }));
}

/** Words of the button that opens the form. */
export function actOf(duty: Duty): string {
  if (duty.opens.route.startsWith('/meetings'))
    return duty.state === 'missed' ? '补录' : '记一次会';
  if (duty.opens.route.startsWith('/dues')) return '办党费';
  if (duty.opens.route.startsWith('/members')) return '查党员';
  return '办理';
}

/** The form's address within the application. */
export function addressOf(duty: Duty): string {
  const search = new URLSearchParams({ ...duty.opens.search }).toString();
  return search === '' ? duty.opens.route : `${duty.opens.route}?${search}`;
}

/** One line of what stands behind a duty: 《…》第×条. */
export const basisOf = (duty: Duty): string => basisOfRule(duty.rule);
