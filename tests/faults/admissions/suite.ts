import { EARLY_FAULTS } from './early-faults.ts';
import { faultyFile, type Fault } from './fault.ts';
import { goodFile } from './good-file.ts';
import { LATE_FAULTS } from './late-faults.ts';
import { productRules } from './names.ts';
import { play, type Found } from './play.ts';
import { TARGET_FAULTS } from './target-faults.ts';
import { VOTE_FAULTS } from './vote-faults.ts';

export const FAULTS: readonly Fault[] = [
  ...EARLY_FAULTS,
  ...TARGET_FAULTS,
  ...VOTE_FAULTS,
  ...LATE_FAULTS,
];

/** Files of each fault. */
const EACH = 8;

/** A file with one fault, as the product went through it. */
export interface Played {
  readonly fault: Fault;
  readonly seed: number;
  readonly found: readonly Found[];
}

export const playFaulty = (): Played[] =>
  FAULTS.flatMap((fault, at) =>
    Array.from({ length: EACH }, (_, turn) => {
      const seed = at * EACH + turn + 1;
      return { fault, seed, found: play(faultyFile(fault, seed)) };
    }),
  );

/** Good files, one in four of them still on its way. */
export const playGood = (number: number): { seed: number; found: readonly Found[] }[] =>
  Array.from({ length: number }, (_, at) => {
    const seed = 100_000 + at;
    const file = goodFile(seed);
    if (at % 4 === 0) file.steps = file.steps.slice(0, 1 + (at % file.steps.length));
    return { seed, found: play(file) };
  });

/** Whether the product found the fault, by a rule that says so and with the weight rules.md gives it. */
export const isFound = ({ fault, found }: Played, off: ReadonlySet<string>): boolean => {
  const rules = productRules(fault.rule);
  return found.some(
    (one) =>
      rules.includes(one.rule) &&
      !off.has(one.rule) &&
      (fault.warns === true || one.effect !== 'tells'),
  );
};

interface Line {
  readonly rule: string;
  readonly files: number;
  readonly found: number;
}

/** Rule × files × found. */
export function tableOf(played: readonly Played[], off: ReadonlySet<string>): Line[] {
  const rules = [...new Set(played.map((one) => one.fault.rule))].toSorted();
  return rules.map((rule) => {
    const files = played.filter((one) => one.fault.rule === rule);
    return { rule, files: files.length, found: files.filter((one) => isFound(one, off)).length };
  });
}

/** Of each fault, nine files in ten at least; of all, 99 in a hundred. Lists what falls short. */
export function shortfalls(
  played: readonly Played[],
  off: ReadonlySet<string> = new Set(),
): string[] {
  const missed = played.filter((one) => !isFound(one, off));
  const all = missed.length > played.length / 100 ? [`${missed.length} files of all`] : [];
  return [
    ...all,
    ...FAULTS.flatMap((fault) => {
      const files = played.filter((one) => one.fault === fault);
      const lost = files.filter((one) => missed.includes(one));
      const seeds = lost.map((one) => one.seed).join(' ');
      return lost.length > files.length / 10 ? [`${fault.rule}, ${fault.what}: ${seeds}`] : [];
    }),
  ];
}

export const printed = (lines: readonly Line[]): string =>
  lines
    .map(
      ({ rule, files, found }) =>
        `${rule.padEnd(30)} ${`${files}`.padStart(4)} ${`${found}`.padStart(4)}`,
    )
    .join('\n');
