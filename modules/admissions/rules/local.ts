import { versionOn, type Finding } from '#engines/procedure';
import type { PlainDate } from '#kernel/plain-date';
import { blocks, tells } from './finding.ts';
import { ADMISSION } from './steps.ts';
import type { Actor, Move } from './words.ts';

/** A step that a committee asks for beside the chart, before one of its steps; it holds from a day on. */
export interface LocalStep {
  readonly stepId: string;
  readonly name: string;
  readonly before: Move;
  readonly actor: Actor;
  /** The paper it has to leave; empty: none. */
  readonly paper: string;
  /** Whether the step of the chart has to wait for it, or it is only told. */
  readonly required: boolean;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** One that was done: after the first so many steps of the chart. */
export interface LocalDone {
  readonly stepId: string;
  readonly afterSeq: number;
}

const holdsOn = (step: LocalStep, day: PlainDate): boolean =>
  step.from <= day && (step.to === null || day < step.to);

/**
 * Number of the step with which the present round towards a move began: the last one that led from a state in
 * which the move was not possible. A person turned down comes to it a second time.
 */
export function roundOf(
  done: readonly { readonly seq: number; readonly move: Move; readonly on: PlainDate }[],
  before: Move,
): number {
  let round = 0;
  let within = false;
  for (const one of done) {
    const version = versionOn(ADMISSION, one.on);
    const to = version.moves[one.move]?.to;
    const possible = to !== undefined && (version.moves[before]?.from.includes(to) ?? false);
    if (possible && !within) round = one.seq;
    within = possible;
  }
  return round;
}

/** Local steps that are still to be done before a move on a day, those in force that day. */
export function missingLocals(
  steps: readonly LocalStep[],
  locals: readonly LocalDone[],
  done: Parameters<typeof roundOf>[0],
  move: Move,
  day: PlainDate,
): LocalStep[] {
  const wanted = steps.filter((step) => step.before === move && holdsOn(step, day));
  if (wanted.length === 0) return [];
  const round = roundOf(done, move);
  return wanted.filter(
    (step) => !locals.some((one) => one.stepId === step.stepId && one.afterSeq >= round),
  );
}

export const localFindings = (missing: readonly LocalStep[]): Finding[] =>
  missing.map((step) =>
    (step.required ? blocks : tells)('admissions.local_missing', 'admit.local', {
      name: step.name,
    }),
  );

/** A step of the chart is not earlier than a local one before it. */
export function laterLocals(
  locals: readonly { readonly on: PlainDate }[],
  day: PlainDate,
): Finding[] {
  const last = locals.reduce<PlainDate | null>(
    (found, one) => (found === null || one.on > found ? one.on : found),
    null,
  );
  return last === null || last <= day
    ? []
    : [blocks('procedure.before_last_step', 'admit.local', { day: last })];
}

/** Whether a case stands where a local step may be done: where the step it comes before is possible. */
export function isLocalNow(step: LocalStep, state: string, day: PlainDate): boolean {
  const from: readonly string[] = versionOn(ADMISSION, day).moves[step.before]?.from ?? [];
  return from.includes(state) && holdsOn(step, day);
}

/** Steps of the chart that a local one may come before: those of the usual way, but for the application itself. */
export const isUsual = (move: Move): boolean =>
  move !== 'apply' && ADMISSION.versions.some((version) => version.usual.includes(move));
