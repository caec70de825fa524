import { addDays, addMonths, type PlainDate } from '#kernel/plain-date';
import { procedureOf } from './steps.ts';
import { validUntil } from './letter.ts';
import type { Actor, Move, Route } from './words.ts';

/** A step as terms see it. */
export interface StepDay {
  readonly id: string;
  readonly move: Move;
  readonly on: PlainDate;
  /** Last day of what it began: the validity of a letter. */
  readonly until: PlainDate | null;
  readonly enteredOn: PlainDate;
}

/** A term that runs until a step is done, and reminds whoever does it. */
export interface Running {
  readonly kind: 'step' | 'letter' | 'receipt';
  readonly rule: string;
  readonly actor: Actor;
  readonly move: Move;
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly done: StepDay | null;
}

const LETTERS: readonly Move[] = ['issue_letter', 'renew_letter'];

/** What the next step waits for, and until when: receipt within a month, letter by its validity, others by setting. */
function termAfter(
  step: StepDay,
  move: Move,
  stepDays: number,
): Pick<Running, 'kind' | 'rule' | 'until'> {
  if (LETTERS.includes(step.move))
    return {
      kind: 'letter',
      rule: 'transfer.letter.validity',
      until: step.until ?? validUntil(step.on, stepDays),
    };
  return move === 'send_receipt'
    ? { kind: 'receipt', rule: 'transfer.receipt', until: addMonths(step.on, 1) }
    : { kind: 'step', rule: 'transfer.step', until: addDays(step.on, stepDays) };
}

/** All terms of a case: one after each step that another step of the usual way follows. */
export function termsOf(route: Route, steps: readonly StepDay[], stepDays: number): Running[] {
  const procedure = procedureOf(route).versions.at(-1);
  if (procedure === undefined) return [];
  return steps.flatMap((step, index): Running[] => {
    const state = procedure.moves[step.move]?.to;
    const usual = Object.entries(procedure.moves) as [
      Move,
      { from: readonly string[]; aside?: boolean; actor: Actor },
    ][];
    const next = usual.find(
      ([, one]) => one.aside !== true && state !== undefined && one.from.includes(state),
    );
    if (next === undefined) return [];
    const [move, { actor }] = next;
    const done = steps[index + 1] ?? null;
    return [{ ...termAfter(step, move, stepDays), actor, move, from: step.on, done }];
  });
}

/** The term that is open now, if any. */
export const openTerm = (
  route: Route,
  steps: readonly StepDay[],
  stepDays: number,
): Running | null => termsOf(route, steps, stepDays).find((one) => one.done === null) ?? null;
