import { addDays, addMonths, type PlainDate } from '#kernel/plain-date';
import { nthWorkday, type WorkCalendar } from '#kernel/work-days';
import type { Term } from './definition.ts';

/** A day with the term it comes from. */
export interface TermDay<Move extends string = string> {
  readonly term: Term<Move>;
  readonly day: PlainDate;
  /** The holiday table of a year is missing: the day may still change. */
  readonly provisional: boolean;
}

/** First day after a whole span: of 5 working days from a Monday on, the Saturday after. */
const spanEnd = (
  calendar: WorkCalendar,
  from: PlainDate,
  workdays: number,
): { readonly day: PlainDate; readonly provisional: boolean } => {
  const last = nthWorkday(calendar, from, workdays);
  return { day: addDays(last.day, 1), provisional: last.provisional };
};

/** The day a term comes to, counted from a day. As `earliest`, the first day allowed; as `latest`, the last one in time. */
export function dayOfTerm<Move extends string>(
  calendar: WorkCalendar,
  term: Term<Move>,
  from: PlainDate,
  as: 'earliest' | 'latest',
): TermDay<Move> {
  if (term.workdays !== undefined) {
    const end =
      as === 'earliest'
        ? spanEnd(calendar, from, term.workdays)
        : nthWorkday(calendar, from, term.workdays);
    return { term, ...end };
  }
  const day = addDays(addMonths(from, term.months ?? 0), term.days ?? 0);
  return { term, day, provisional: false };
}
