import type { Params } from '#kernel/result';
import type { PlainDate } from '#kernel/plain-date';
import type { WorkCalendar } from '#kernel/work-days';
import { isPaused, lastOf, stateOf, stepOf, type Case } from './case.ts';
import {
  versionOn,
  type Family,
  type MeetingNeeded,
  type Procedure,
  type Step,
} from './definition.ts';
import { dayOfTerm, type TermDay } from './terms.ts';

/**
 * What stands in the way of a move, or is to be known of it. `blocks`: not possible. `reason`: possible
 * with a written reason that stays visible. `tells`: possible, told beside it.
 */
export interface Finding {
  readonly code: string;
  readonly effect: 'blocks' | 'reason' | 'tells';
  readonly rule: string;
  readonly params: Params;
}

/** A move about to be done, or asked for. */
export interface Act<Move extends string = string> {
  readonly move: Move;
  readonly on: PlainDate;
  readonly by: string;
  /** Keys of the papers that are there. */
  readonly papers: ReadonlySet<string>;
  /** What a meeting held decided, where one is named; what it must look like is the module's rule. */
  readonly meeting: {
    readonly on: PlainDate;
    readonly body: 'members' | 'committee';
    /** Null where it was decided without a count. */
    readonly passed: boolean | null;
  } | null;
  /** Written reasons by rule id, where a rule leaves room (一般). */
  readonly reasons: Readonly<Record<string, string>>;
}

/** Rules of the module for its own moves: pure, over facts only it knows. */
export type Guards<Move extends string, Facts> = Readonly<
  Partial<Record<Move, (facts: Facts, act: Act<Move>) => readonly Finding[]>>
>;

const CODES = {
  from: 'procedure.not_now',
  future: 'procedure.in_future',
  order: 'procedure.before_last_step',
  early: 'procedure.too_early',
  late: 'procedure.too_late',
  paper: 'procedure.paper_missing',
  needed: 'procedure.step_missing',
  meeting: 'procedure.meeting_missing',
  body: 'procedure.meeting_other_body',
  count: 'procedure.vote_missing',
  lost: 'procedure.vote_not_passed',
  meetingDay: 'procedure.meeting_other_day',
  same: 'procedure.same_person',
  paused: 'procedure.paused',
  undeclared: 'procedure.not_in_version',
} as const;

const finding = (
  code: keyof typeof CODES,
  effect: Finding['effect'],
  rule: string,
  params: Params = {},
): Finding => ({ code: CODES[code], effect, rule, params });

const counted = (term: TermDay): Params => ({ day: term.day, rule: term.term.rule });

/** Terms of a step over a case: those whose beginning was done. */
export function termsOf<State extends string, Move extends string, Actor extends string>(
  calendar: WorkCalendar,
  step: Step<State, Move, Actor>,
  file: Case<Move>,
  as: 'earliest' | 'latest',
): TermDay<Move>[] {
  return (step[as] ?? []).flatMap((term) => {
    const begun = lastOf(file, term.after);
    if (begun === null) return [];
    const from = term.fromItsEnd === true ? begun.until : begun.on;
    return from === undefined ? [] : [dayOfTerm(calendar, term, from, as)];
  });
}

function timeFindings<State extends string, Move extends string, Actor extends string>(
  calendar: WorkCalendar,
  step: Step<State, Move, Actor>,
  file: Case<Move>,
  on: PlainDate,
): Finding[] {
  const early = termsOf(calendar, step, file, 'earliest').filter((one) => on < one.day);
  const late = termsOf(calendar, step, file, 'latest').filter((one) => on > one.day);
  return [
    ...early.map((one) => finding('early', one.term.effect, one.term.rule, counted(one))),
    ...late.map((one) => finding('late', one.term.effect, one.term.rule, counted(one))),
  ];
}

function meetingFindings(needed: MeetingNeeded, act: Act): Finding[] {
  const { meeting } = act;
  const { rule } = needed;
  if (meeting === null) return [finding('meeting', 'blocks', rule, { body: needed.body })];
  const out: Finding[] = [];
  if (meeting.body !== needed.body)
    out.push(finding('body', 'blocks', rule, { body: needed.body }));
  if (meeting.on !== act.on) out.push(finding('meetingDay', 'blocks', rule, { day: meeting.on }));
  if (needed.by === 'vote' && meeting.passed === null) out.push(finding('count', 'blocks', rule));
  if (meeting.passed === false) out.push(finding('lost', 'blocks', rule));
  return out;
}

function neededFindings<State extends string, Move extends string, Actor extends string>(
  procedure: Procedure<State, Move, Actor>,
  step: Step<State, Move, Actor>,
  file: Case<Move>,
): Finding[] {
  return (step.needs ?? [])
    .filter((needed) => lastOf(file, needed.move) === null)
    .map((needed) =>
      finding('needed', needed.effect, needed.rule, {
        step: stepOf(procedure, needed.move)?.label ?? needed.move,
      }),
    );
}

function evidenceFindings<State extends string, Move extends string, Actor extends string>(
  step: Step<State, Move, Actor>,
  file: Case<Move>,
  act: Act<Move>,
): Finding[] {
  const found = (step.papers ?? [])
    .filter((paper) => !act.papers.has(paper.key))
    .map((paper) => finding('paper', paper.effect, paper.rule, { paper: paper.name }));
  if (step.meeting !== undefined) found.push(...meetingFindings(step.meeting, act));
  if (step.otherThan !== undefined && lastOf(file, step.otherThan)?.by === act.by)
    found.push(finding('same', 'blocks', step.rule));
  return found;
}

/** The rule that asks for a move in the version that knows it, the newest first. */
const ruleElsewhere = <State extends string, Move extends string, Actor extends string>(
  all: Family<State, Move, Actor>,
  move: Move,
): string =>
  all.versions
    .toReversed()
    .map((version) => stepOf(version, move)?.rule)
    .find((rule) => rule !== undefined) ?? '';

/**
 * Everything that speaks against a move or has to be told with it, by the version of the act's day;
 * empty: may be done. Findings whose rule leaves room and for which a reason is written no longer block.
 */
export function findings<State extends string, Move extends string, Actor extends string, Facts>(
  all: Family<State, Move, Actor>,
  guards: Guards<Move, Facts>,
  file: Case<Move>,
  facts: Facts,
  act: Act<Move>,
  today: PlainDate,
  calendar: WorkCalendar,
): Finding[] {
  const procedure = versionOn(all, act.on);
  const step = stepOf(procedure, act.move);
  if (step === null)
    return [
      finding('undeclared', 'blocks', ruleElsewhere(all, act.move), {
        move: act.move,
        version: procedure.version,
      }),
    ];
  const state = stateOf(all, file);
  const out: Finding[] = [];
  if (!step.from.includes(state))
    out.push(finding('from', 'blocks', step.rule, { state: procedure.states[state] ?? state }));
  if (act.on > today) out.push(finding('future', 'blocks', step.rule, { day: act.on }));
  const last = file.done.at(-1);
  if (last !== undefined && act.on < last.on)
    out.push(finding('order', 'blocks', step.rule, { day: last.on }));
  if (isPaused(file, act.on)) out.push(finding('paused', 'blocks', step.rule));
  out.push(
    ...neededFindings(procedure, step, file),
    ...timeFindings(calendar, step, file, act.on),
    ...evidenceFindings(step, file, act),
    ...(guards[act.move]?.(facts, act) ?? []),
  );
  return out.map((one) =>
    one.effect === 'reason' && (act.reasons[one.rule] ?? '').trim() !== ''
      ? { ...one, effect: 'tells' }
      : one,
  );
}

/** Whether findings leave the move possible. */
export const isPossible = (found: readonly Finding[]): boolean =>
  found.every((one) => one.effect === 'tells');
