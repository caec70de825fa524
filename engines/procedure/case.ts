import type { PlainDate } from '#kernel/plain-date';
import { versionOn, type Family, type Procedure } from './definition.ts';

/** A move that was done. Facts: never changed; an undone one is left out by whoever hands them in. */
export interface Done<Move extends string = string> {
  readonly id: string;
  readonly move: Move;
  /** Day on which it was done, not that of its entry. */
  readonly on: PlainDate;
  /** Last day of what it began: a public notice, an extension. */
  readonly until?: PlainDate;
  /** Who did it, for moves that ask for somebody else. */
  readonly by: string;
}

/** 中止: open from a day on until taken up again. */
export interface Pause {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** A case as the engine sees it: moves in the order in which they were done. */
export interface Case<Move extends string = string> {
  readonly done: readonly Done<Move>[];
  readonly pauses: readonly Pause[];
}

/** Where a case stands: each move read by the version of its own day. Throws where a move was never declared. */
export function stateOf<State extends string, Move extends string, Actor extends string>(
  all: Family<State, Move, Actor>,
  file: Case<Move>,
): State {
  const first = file.done[0];
  let state = versionOn(all, first?.on ?? ('9999-12-31' as PlainDate)).begins;
  for (const one of file.done) {
    const step = stepOf(versionOn(all, one.on), one.move);
    if (step === null) throw new RangeError(`${all.name}: ${one.move} is no move on ${one.on}`);
    state = step.to;
  }
  return state;
}

export const stepOf = <State extends string, Move extends string, Actor extends string>(
  procedure: Procedure<State, Move, Actor>,
  move: Move,
) => procedure.moves[move] ?? null;

/** The last doing of a move, or null. */
export const lastOf = <Move extends string>(file: Case<Move>, move: Move): Done<Move> | null =>
  file.done.findLast((one) => one.move === move) ?? null;

export const isPaused = (file: Case, day: PlainDate): boolean =>
  file.pauses.some((pause) => pause.from <= day && (pause.to === null || day < pause.to));

/** Moves that fall when one is undone: it and all that were done after it. */
export function fallsWith<Move extends string>(
  file: Case<Move>,
  id: string,
): readonly Done<Move>[] {
  const at = file.done.findIndex((one) => one.id === id);
  return at === -1 ? [] : file.done.slice(at);
}
