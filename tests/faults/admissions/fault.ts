import { addDays, chance, type Chance } from './calendar.ts';
import {
  stepOf,
  type AdmissionFile,
  type FileStep,
  type PaperName,
  type StepName,
} from './file.ts';
import { goodFile, type Pick, type Plan } from './good-file.ts';

/** One thing wrong with a file that is otherwise good, by the rule of rules.md that it breaks. */
export interface Fault {
  readonly rule: string;
  /** Told in the table, so that a miss can be read. */
  readonly what: string;
  readonly plan?: Plan;
  readonly breaks?: (file: AdmissionFile, by: Chance) => void;
  /** rules.md says "generally", "should not", or names a working paper: it is told, nothing stops. */
  readonly warns?: true;
}

/** The good file of a seed with the fault in it. */
export function faultyFile(fault: Fault, seed: number): AdmissionFile {
  const file = goodFile(seed, { smooth: true, ...fault.plan });
  fault.breaks?.(file, chance(seed + 1));
  return file;
}

type Break = NonNullable<Fault['breaks']>;

/** Leaves steps out. */
export const without =
  (...names: readonly StepName[]): Break =>
  (file) => {
    for (const name of names) stepOf(file, name);
    file.steps = file.steps.filter((one) => !names.includes(one.step));
  };

export const withoutPaper =
  (name: StepName, paper: PaperName): Break =>
  (file) => {
    if (!stepOf(file, name).papers.includes(paper)) throw new Error(`${name} has no ${paper}`);
    for (const one of file.steps) one.papers = one.papers.filter((held) => held !== paper);
  };

export const change =
  (name: StepName, how: (step: FileStep, by: Chance) => void): Break =>
  (file, by) =>
    how(stepOf(file, name), by);

export const withOther = (name: StepName, more: Partial<FileStep>): Break =>
  change(name, (step) => Object.assign(step, more));

/** Dates a step, and the meeting it rests on, before the one that had to come first. */
export const datedBefore =
  (name: StepName): Break =>
  (file, by) => {
    const step = stepOf(file, name);
    const last = file.steps[file.steps.indexOf(step) - 1];
    if (last === undefined) throw new Error(`nothing before ${name}`);
    step.on = addDays(last.on, -by.between(1, 30));
    if (step.held !== undefined) step.held.on = step.on;
  };

export const noMinutes = (name: StepName): Break =>
  change(name, (step) => {
    delete step.held;
    delete step.vote;
  });

/** One day more or less than the rule allows in half of the files, up to that many in the others. */
const beyond = (days: number, by: Chance): number => (by.in(2) ? 1 : by.between(1, days));

/** Days past the end of a span, or before its beginning. */
export const late =
  (days: number): Pick =>
  (_low, high, by) =>
    addDays(high, beyond(days, by));
export const early =
  (days: number): Pick =>
  (low, _high, by) =>
    addDays(low, -beyond(days, by));
