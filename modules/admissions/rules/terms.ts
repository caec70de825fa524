import { addMonths, type PlainDate } from '#kernel/plain-date';
import type { Move, Actor } from './words.ts';

/** A step as duties see it: when it was done, when that was entered. */
export interface StepDay {
  readonly id: string;
  readonly move: Move;
  readonly on: PlainDate;
  readonly enteredOn: PlainDate;
}

/** A term that runs between two steps and reminds somebody. */
export interface Running {
  readonly kind: 'talk' | 'meeting' | 'approval' | 'oath' | 'regularise' | 'observe';
  readonly actor: Actor;
  readonly rule: string;
  /** What it waits for, as a title. */
  readonly title: string;
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly move: Move;
  /** The step that ended it, if one did. */
  readonly done: StepDay | null;
}

interface Term {
  readonly kind: Running['kind'];
  readonly after: Move;
  readonly move: Move;
  /** Other steps that end it: turned down, ended. */
  readonly or: readonly Move[];
  readonly months: number;
  readonly actor: Actor;
  readonly rule: string;
  readonly title: string;
}

const TERMS: readonly Term[] = [
  {
    kind: 'talk',
    after: 'apply',
    move: 'first_talk',
    or: ['end'],
    months: 1,
    actor: 'branch',
    rule: 'admit.talk.month',
    title: '派人同入党申请人谈话',
  },
  {
    kind: 'meeting',
    after: 'prereview',
    move: 'accept',
    or: ['not_accepted', 'end'],
    months: 1,
    actor: 'branch',
    rule: 'admit.mm.month',
    title: '召开支部大会讨论接收',
  },
  {
    kind: 'approval',
    after: 'accept',
    move: 'approve',
    or: ['not_approved', 'end'],
    months: 3,
    actor: 'committee',
    rule: 'admit.approve.3months',
    title: '审批预备党员',
  },
  {
    kind: 'oath',
    after: 'approve',
    move: 'oath',
    or: ['approve_cancel'],
    months: 1,
    actor: 'branch',
    rule: 'admit.oath.month',
    title: '组织入党宣誓',
  },
  {
    kind: 'regularise',
    after: 'vote_regularise',
    move: 'approve_regularise',
    or: [],
    months: 3,
    actor: 'committee',
    rule: 'probation.regularise.3months',
    title: '审批转正',
  },
];

/** Steps from which an activist is observed half-yearly, and those that end it. Whoever was turned down is an activist again. */
export const OBSERVED: readonly Move[] = ['determine_activist', 'observe', 'not_approved'];
export const OBSERVED_NO_LONGER: readonly Move[] = ['determine_target', 'end'];

/** The steps that terms are reckoned from, and how many months back one may still matter. */
export const TERM_MOVES: readonly Move[] = [
  ...new Set([
    ...TERMS.flatMap((term) => [term.after, term.move, ...term.or]),
    ...OBSERVED,
    ...OBSERVED_NO_LONGER,
  ]),
];
/** Those of the committee above alone. */
export const COMMITTEE_MOVES: readonly Move[] = [
  ...new Set(
    TERMS.filter((term) => term.actor !== 'branch').flatMap((term) => [
      term.after,
      term.move,
      ...term.or,
    ]),
  ),
];
/** No term is longer than the longest interval of observation that can be set. */
export const LONGEST_TERM = 12;

/** Half-yearly observation of an activist (DEV26 art. 11): one term after another until a target is determined. */
function observing(steps: readonly StepDay[], months: number, day: PlainDate): Running[] {
  const running: Running[] = [];
  for (const [index, step] of steps.entries()) {
    if (!OBSERVED.includes(step.move)) continue;
    const next =
      steps
        .slice(index + 1)
        .find((one) => OBSERVED.includes(one.move) || OBSERVED_NO_LONGER.includes(one.move)) ??
      null;
    if (next === null && step.on > day) continue;
    running.push({
      kind: 'observe',
      actor: 'branch',
      rule: 'admit.observe.halfyear',
      title: '半年考察入党积极分子',
      from: step.on,
      until: addMonths(step.on, months),
      move: 'observe',
      done: next,
    });
  }
  return running;
}

/** All terms of a case as its steps stand; `paused` cases have none that are open. */
export function termsOfCase(
  steps: readonly StepDay[],
  options: {
    readonly observeMonths: number;
    readonly paused: boolean;
    readonly day: PlainDate;
  },
): Running[] {
  const out: Running[] = [];
  for (const term of TERMS) {
    const began = steps.findLast((step) => step.move === term.after);
    if (began === undefined) continue;
    const done =
      steps.find(
        (step) => step.on >= began.on && (step.move === term.move || term.or.includes(step.move)),
      ) ?? null;
    const { kind, actor, rule, title, move } = term;
    out.push({
      kind,
      actor,
      rule,
      title,
      move,
      from: began.on,
      until: addMonths(began.on, term.months),
      done,
    });
  }
  out.push(...observing(steps, options.observeMonths, options.day));
  return options.paused ? out.filter((one) => one.done !== null) : out;
}
