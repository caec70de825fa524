import type { Tally } from './count.ts';
import type { Form } from './form.ts';

/** What a majority is reckoned from. */
export type Base = 'entitled' | 'present' | 'returned' | 'valid';

/** More than (`inclusive`: at least) `over` of the base. Election: more than half of those present (EL20). */
export interface Threshold {
  readonly of: Base;
  readonly over: readonly [numerator: number, denominator: number];
  readonly inclusive: boolean;
}

export const MORE_THAN_HALF_PRESENT: Threshold = {
  of: 'present',
  over: [1, 2],
  inclusive: false,
};

/** The least number of votes: more than half of 10 is 6, at least two thirds of 10 is 7. */
export function neededOf(threshold: Threshold, base: number): number {
  const [up, down] = threshold.over;
  return threshold.inclusive ? Math.ceil((base * up) / down) : Math.floor((base * up) / down) + 1;
}

/** Numbers around a round; null where the ballot has no roll. */
export interface RoundNumbers {
  readonly entitled: number | null;
  readonly present: number | null;
  readonly issued: number;
  readonly returned: number;
  readonly missing: number;
  readonly valid: number;
  readonly invalid: number;
}

export interface OutcomeLine {
  /** The entry's key; `+name` for one written in. */
  readonly key: string;
  readonly name: string;
  readonly yes: number;
  readonly passed: boolean;
}

export interface Outcome {
  readonly base: Base;
  readonly of: number;
  readonly needed: number;
  readonly lines: readonly OutcomeLine[];
  /** Keys in order of votes; of matters all that passed. */
  readonly elected: readonly string[];
  /** More of the same number than seats left: vote again among these. */
  readonly tied: { readonly keys: readonly string[]; readonly seats: number } | null;
  /** Seats nobody reached, those in a tie not counted. */
  readonly short: number;
}

const baseOf = (numbers: RoundNumbers, base: Base): number => numbers[base] ?? numbers.returned;

/** Takes groups of equal votes while they fit. */
function seated(passed: readonly OutcomeLine[], seats: number): Pick<Outcome, 'elected' | 'tied'> {
  const order = passed.toSorted((a, b) => b.yes - a.yes);
  const elected: string[] = [];
  for (let at = 0; at < order.length;) {
    const group = order.filter(({ yes }) => yes === order[at]?.yes);
    const left = seats - elected.length;
    if (left === 0) break;
    if (group.length > left)
      return { elected, tied: { keys: group.map(({ key }) => key), seats: left } };
    elected.push(...group.map(({ key }) => key));
    at += group.length;
  }
  return { elected, tied: null };
}

/**
 * Who is elected, or what passed; null where a ballot only counts (recommendations, grades, surveys). More
 * than the seats pass: by votes in order. A tie at the last seat and seats left over are stated, never
 * decided here (EL20: vote again).
 */
export function outcome(
  form: Form,
  tally: Tally,
  threshold: Threshold | null,
  numbers: RoundNumbers,
): Outcome | null {
  if (threshold === null || form.kind === 'grade' || form.kind === 'survey') return null;
  const of = baseOf(numbers, threshold.of);
  const needed = neededOf(threshold, of);
  const lines = [
    ...form.entries.map(({ key, name }, at) => ({
      key,
      name,
      yes: tally.lines[at]?.counts[0] ?? 0,
    })),
    ...tally.writeIns.map(({ name, count }) => ({ key: `+${name}`, name, yes: count })),
  ].map((line) => ({ ...line, passed: line.yes >= needed }));
  const passed = lines.filter((line) => line.passed);
  if (form.kind === 'decide') {
    const elected = passed.map(({ key }) => key);
    return { base: threshold.of, of, needed, lines, elected, tied: null, short: 0 };
  }
  const seats = form.kind === 'approve' ? form.seats : form.most;
  const taken = seated(passed, seats);
  const short = Math.max(0, seats - taken.elected.length - (taken.tied?.seats ?? 0));
  return { base: threshold.of, of, needed, lines, ...taken, short };
}
