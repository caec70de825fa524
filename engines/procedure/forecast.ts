import type { PlainDate } from '#kernel/plain-date';
import type { WorkCalendar } from '#kernel/work-days';
import { stateOf, stepOf, type Case, type Done } from './case.ts';
import { termsOf } from './check.ts';
import { versionOn, type Family } from './definition.ts';
import type { TermDay } from './terms.ts';

/** When a coming move can and has to be done. */
export interface Coming<Move extends string = string> {
  readonly move: Move;
  readonly label: string;
  /** First day on which it may be done if everything before is done as early as may be. */
  readonly earliest: PlainDate;
  /** Last day in time, null where no term runs. */
  readonly latest: PlainDate | null;
  /** Which rule gives the last day. */
  readonly rule: string | null;
  readonly provisional: boolean;
}

const furthest = (terms: readonly TermDay[]): PlainDate | null =>
  terms.reduce<PlainDate | null>(
    (day, one) => (day === null || one.day > day ? one.day : day),
    null,
  );

const soonest = <Move extends string>(terms: readonly TermDay<Move>[]): TermDay<Move> | null =>
  terms.reduce<TermDay<Move> | null>((a, b) => (a === null || b.day < a.day ? b : a), null);

/**
 * The coming moves of the usual way with their days, from today on; a move not yet done counts as done on
 * its earliest day for those after it. Empty where the case has ended or left the usual way.
 */
export function forecast<State extends string, Move extends string, Actor extends string>(
  all: Family<State, Move, Actor>,
  file: Case<Move>,
  today: PlainDate,
  calendar: WorkCalendar,
): Coming<Move>[] {
  let state = stateOf(all, file);
  if (versionOn(all, today).ends.includes(state)) return [];
  const done: Done<Move>[] = [...file.done];
  const coming: Coming<Move>[] = [];
  const usual = versionOn(all, today).usual;
  const last = done.findLast((one) => usual.includes(one.move));
  for (const move of usual.slice(last === undefined ? 0 : usual.indexOf(last.move) + 1)) {
    let day = coming.at(-1)?.earliest ?? today;
    const step = stepOf(versionOn(all, day), move);
    if (step === null || !step.from.includes(state)) continue;
    const seen: Case<Move> = { ...file, done };
    const early = termsOf(calendar, step, seen, 'earliest');
    const late = soonest(termsOf(calendar, step, seen, 'latest'));
    const first = furthest(early);
    if (first !== null && first > day) day = first;
    coming.push({
      move,
      label: step.label,
      earliest: day,
      latest: late?.day ?? null,
      rule: late?.term.rule ?? null,
      provisional: [...early, ...(late === null ? [] : [late])].some((one) => one.provisional),
    });
    done.push({ id: `forecast:${move}`, move, on: day, by: '' });
    state = step.to;
  }
  return coming;
}
