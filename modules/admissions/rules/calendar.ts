import { forecast, versionOn, type Case } from '#engines/procedure';
import { addMonths, type PlainDate } from '#kernel/plain-date';
import type { WorkCalendar } from '#kernel/work-days';
import { ADMISSION } from './steps.ts';
import { OBSERVED, OBSERVED_NO_LONGER } from './terms.ts';
import type { Actor, Move } from './words.ts';

/** A coming day of a case: the first on which a step may be done, or the last on which it is in time. */
export interface ComingDay {
  readonly move: Move;
  readonly label: string;
  readonly actor: Actor;
  readonly on: PlainDate;
  readonly kind: 'earliest' | 'latest';
  /** Reckoned as if the steps before it were done on their first possible days. */
  readonly assumed: boolean;
  readonly provisional: boolean;
  readonly rule: string | null;
}

const actorOn = (move: Move, day: PlainDate): Actor =>
  versionOn(ADMISSION, day).moves[move]?.actor ?? 'branch';

/** When an activist has to be observed again, until the first day on which it may become a target (DEV26 art. 11). */
function observations(
  done: Case<Move>['done'],
  months: number,
  target: PlainDate | null,
): ComingDay[] {
  const last = done.findLast(
    (one) => OBSERVED.includes(one.move) || OBSERVED_NO_LONGER.includes(one.move),
  );
  if (last === undefined || !OBSERVED.includes(last.move) || target === null) return [];
  const days: ComingDay[] = [];
  for (let n = 1; ; n += 1) {
    const on = addMonths(last.on, months * n);
    // The first one is due in any case; later ones only while nobody could become a target yet.
    if (n > 1 && on > target) return days;
    days.push({
      move: 'observe',
      label: '培养教育考察',
      actor: 'branch',
      on,
      kind: 'latest',
      assumed: n > 1,
      provisional: false,
      rule: 'admit.observe.halfyear',
    });
  }
}

/**
 * Coming days of a case as its steps stand, by day: what may be done next, each step that has to wait, each
 * last day. Steps that may follow at once have no line of their own.
 */
export function comingDays(
  file: Case<Move>,
  options: {
    readonly today: PlainDate;
    readonly observeMonths: number;
    readonly calendar: WorkCalendar;
  },
): ComingDay[] {
  const coming = forecast(ADMISSION, file, options.today, options.calendar);
  const days: ComingDay[] = [];
  for (const [index, one] of coming.entries()) {
    const { move, label, rule, provisional } = one;
    const shared = {
      move,
      label,
      actor: actorOn(move, one.earliest),
      assumed: index > 0,
      provisional,
      rule,
    };
    const before = coming[index - 1]?.earliest ?? null;
    if (before === null || one.earliest > before)
      days.push({ ...shared, on: one.earliest, kind: 'earliest' });
    if (one.latest !== null) days.push({ ...shared, on: one.latest, kind: 'latest' });
  }
  const target = coming.find((one) => one.move === 'determine_target')?.earliest ?? null;
  days.push(...observations(file.done, options.observeMonths, target));
  return days.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
