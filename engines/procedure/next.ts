import type { PlainDate } from '#kernel/plain-date';
import type { WorkCalendar } from '#kernel/work-days';
import { stateOf, type Case } from './case.ts';
import { findings, termsOf, type Act, type Finding, type Guards } from './check.ts';
import { versionOn, type Family, type Step } from './definition.ts';

/** A move that leads on from where a case stands, with what is still in the way. */
export interface Next<Move extends string = string, Actor extends string = string> {
  readonly move: Move;
  readonly label: string;
  readonly actor: Actor;
  readonly aside: boolean;
  readonly findings: readonly Finding[];
  readonly earliest: PlainDate | null;
  readonly latest: PlainDate | null;
}

const EVIDENCE = new Set([
  'procedure.meeting_missing',
  'procedure.paper_missing',
  'procedure.same_person',
]);

/**
 * Moves of the state a case is in, as they stand today: what is in the way and from which day on it is not.
 * Papers and meetings are asked for by the form of the move, so they are not told here.
 */
export function nextMoves<State extends string, Move extends string, Actor extends string, Facts>(
  all: Family<State, Move, Actor>,
  guards: Guards<Move, Facts>,
  file: Case<Move>,
  facts: Facts,
  today: PlainDate,
  calendar: WorkCalendar,
): Next<Move, Actor>[] {
  const procedure = versionOn(all, today);
  const state = stateOf(all, file);
  const steps = Object.entries(procedure.moves) as [Move, Step<State, Move, Actor>][];
  return steps
    .filter(([, step]) => step.from.includes(state))
    .map(([move, step]) => {
      const act: Act<Move> = {
        move,
        on: today,
        by: '',
        papers: new Set(),
        meeting: null,
        reasons: {},
      };
      const days = (as: 'earliest' | 'latest'): PlainDate[] =>
        termsOf(calendar, step, file, as)
          .map((one) => one.day)
          .toSorted();
      return {
        move,
        label: step.label,
        actor: step.actor,
        aside: step.aside === true,
        findings: findings(all, guards, file, facts, act, today, calendar).filter(
          (one) => !EVIDENCE.has(one.code),
        ),
        earliest: days('earliest').at(-1) ?? null,
        latest: days('latest')[0] ?? null,
      };
    });
}
