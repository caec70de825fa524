import type { PlainDate } from '#kernel/plain-date';

/**
 * A term counted from the last doing of a move: calendar months (`count.month`), days, or working days
 * (the first day counted). `blocks`: not before (or after) it at all. `reason`: only with a written
 * reason, where the rule says 一般. `tells`: allowed, and the delay stays visible.
 */
export interface Term<Move extends string> {
  readonly after: Move;
  readonly months?: number;
  readonly days?: number;
  readonly workdays?: number;
  /** From the last day of what that move began (公示, 延长) instead of the day of the move. */
  readonly fromItsEnd?: boolean;
  readonly effect: 'blocks' | 'reason' | 'tells';
  /** Id in the module's catalogue of rules. */
  readonly rule: string;
}

/** A move that has to be done before another, in whatever order among its like. */
export interface Needed<Move extends string> {
  readonly move: Move;
  readonly effect: 'blocks' | 'reason';
  readonly rule: string;
}

/** A paper that has to be there when a move is done. */
export interface Paper {
  readonly key: string;
  readonly name: string;
  readonly rule: string;
  /** Missing ones block, or are told on the sheet of completeness. */
  readonly effect: 'blocks' | 'tells';
}

/**
 * What a meeting held has to have decided; never typed again. `decision`: an item of it stands in the
 * minutes; `vote`: it was counted on the person.
 */
export interface MeetingNeeded {
  readonly body: 'members' | 'committee';
  readonly by: 'decision' | 'vote';
  readonly rule: string;
}

export interface Step<State extends string, Move extends string, Actor extends string> {
  /** `递交入党申请书`, as charts and papers name it. */
  readonly label: string;
  readonly from: readonly State[];
  readonly to: State;
  readonly actor: Actor;
  /** Rule that asks for this step. */
  readonly rule: string;
  readonly earliest?: readonly Term<Move>[];
  readonly latest?: readonly Term<Move>[];
  readonly needs?: readonly Needed<Move>[];
  readonly papers?: readonly Paper[];
  readonly meeting?: MeetingNeeded;
  /** Somebody else than who did the move named here. */
  readonly otherThan?: Move;
  /** Reads as a decision against: not part of the usual way, never forecast. */
  readonly aside?: boolean;
}

/** One version of a procedure: data only, so that its hash stands for it. */
export interface Procedure<
  State extends string = string,
  Move extends string = string,
  Actor extends string = string,
> {
  /** `2026`. */
  readonly version: string;
  /** First day whose acts it rules; null: since ever. */
  readonly since: PlainDate | null;
  readonly begins: State;
  /** States in which nothing is due any more. */
  readonly ends: readonly State[];
  /** Chinese names; a state that a version does not know is left out. */
  readonly states: Readonly<Partial<Record<State, string>>>;
  readonly moves: Readonly<Partial<Record<Move, Step<State, Move, Actor>>>>;
  /** The usual order of the moves, for forecasts and papers. */
  readonly usual: readonly Move[];
}

/** All versions of one procedure, oldest first. */
export interface Family<
  State extends string = string,
  Move extends string = string,
  Actor extends string = string,
> {
  readonly name: string;
  readonly title: string;
  readonly versions: readonly Procedure<State, Move, Actor>[];
}

const problemsOf = (procedure: Procedure): string[] => {
  const states = new Set(Object.keys(procedure.states));
  const moves = Object.entries(procedure.moves) as [string, Step<string, string, string>][];
  const known = new Set(moves.map(([name]) => name));
  const reached = new Set([procedure.begins]);
  for (let grew = true; grew;) {
    const before = reached.size;
    for (const [, step] of moves)
      if (step.from.some((state) => reached.has(state))) reached.add(step.to);
    grew = reached.size > before;
  }
  const leaves = (state: string): boolean => moves.some(([, step]) => step.from.includes(state));
  return [
    ...[...states].filter((state) => !reached.has(state)).map((state) => `nobody reaches ${state}`),
    ...[...states]
      .filter((state) => !procedure.ends.includes(state) && !leaves(state))
      .map((state) => `nobody leaves ${state}`),
    ...procedure.usual.filter((move) => !known.has(move)).map((move) => `no move ${move}`),
    ...moves.flatMap(([name, step]) =>
      (step.needs ?? [])
        .filter((needed) => !known.has(needed.move))
        .map((needed) => `${name} needs ${needed.move}, which is no move`),
    ),
    ...moves.flatMap(([name, step]) =>
      [...(step.earliest ?? []), ...(step.latest ?? [])]
        .filter((term) => !known.has(term.after))
        .map((term) => `${name} counts from ${term.after}, which is no move`),
    ),
  ];
};

/** Throws RangeError where a version cannot be walked: unreachable or stuck states, terms from no move, versions out of order. */
export function family<State extends string, Move extends string, Actor extends string>(
  given: Family<State, Move, Actor>,
): Family<State, Move, Actor> {
  for (const [index, version] of given.versions.entries()) {
    const [problem] = problemsOf(version);
    if (problem !== undefined) throw new RangeError(`${given.name} ${version.version}: ${problem}`);
    const before = given.versions[index - 1];
    if (before !== undefined && (version.since === null || version.since <= (before.since ?? '')))
      throw new RangeError(`${given.name} ${version.version}: not after ${before.version}`);
  }
  return given;
}

/** The version that rules acts of a day (`ver.inflight`: chosen per step by the date of the act). */
export function versionOn<State extends string, Move extends string, Actor extends string>(
  all: Family<State, Move, Actor>,
  day: PlainDate,
): Procedure<State, Move, Actor> {
  const found = all.versions.findLast((one) => one.since === null || one.since <= day);
  if (found === undefined) throw new RangeError(`${all.name}: nothing held on ${day}`);
  return found;
}
