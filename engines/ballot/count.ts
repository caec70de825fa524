import { ABSTAIN, linesOf, type Form } from './form.ts';
import { judge, type Invalid, type Marks } from './marks.ts';

export interface LineTally {
  /** By option, in the order of the paper; of ticks one number. */
  readonly counts: readonly number[];
  /** Valid papers with no mark at this line; 0 where that means abstaining. */
  readonly unmarked: number;
}

/** What was counted. Numbers only, but for words written freely. */
export interface Tally {
  readonly papers: number;
  readonly valid: number;
  readonly invalid: number;
  readonly invalidBy: Readonly<Partial<Record<Invalid, number>>>;
  readonly blank: number;
  readonly lines: readonly LineTally[];
  /** Most votes first, then by name. */
  readonly writeIns: readonly { readonly name: string; readonly count: number }[];
  /** By line; empty where nothing is written freely. Sorted, so that their order tells nothing. */
  readonly texts: readonly (readonly string[])[];
}

const widthOf = (form: Form, line: number): number => {
  if (form.kind === 'survey') {
    const question = form.questions[line];
    return question === undefined || question.kind === 'text' ? 0 : question.options.length;
  }
  return form.kind === 'choose' ? 1 : form.kind === 'grade' ? form.grades.length : 3;
};

const unmarkedAbstains = (form: Form): boolean => form.kind === 'approve' || form.kind === 'decide';

const overMost = (form: Form, line: number, chosen: number): boolean => {
  const question = form.kind === 'survey' ? form.questions[line] : undefined;
  return question?.kind === 'many' && question.most !== undefined && chosen > question.most;
};

/** Counts papers; `times` says how often each stands (1). Order does not matter. */
export function count(
  form: Form,
  papers: Iterable<{ readonly marks: Marks; readonly times: number }>,
): Tally {
  const size = linesOf(form);
  const counts = Array.from({ length: size }, (_, line) =>
    Array.from({ length: widthOf(form, line) }, () => 0),
  );
  const unmarked = Array.from({ length: size }, () => 0);
  const texts = Array.from({ length: size }, (): string[] => []);
  const names = new Map<string, number>();
  const invalidBy: Partial<Record<Invalid, number>> = {};
  let [all, valid, blank] = [0, 0, 0];

  const add = (line: number, option: number, times: number): void => {
    const row = counts[line];
    if (row !== undefined) row[option] = (row[option] ?? 0) + times;
  };
  for (const { marks, times } of papers) {
    const judged = judge(form, marks);
    all += times;
    if (judged.blank) blank += times;
    if (judged.invalid !== null) {
      invalidBy[judged.invalid] = (invalidBy[judged.invalid] ?? 0) + times;
      continue;
    }
    valid += times;
    for (const [line, pick] of marks.picks.entries()) {
      if (typeof pick === 'number') add(line, pick, times);
      else if (typeof pick === 'string') for (let n = 0; n < times; n += 1) texts[line]?.push(pick);
      else if (pick !== null && pick.length > 0 && !overMost(form, line, pick.length))
        for (const option of pick) add(line, option, times);
      else if (unmarkedAbstains(form)) add(line, ABSTAIN, times);
      else unmarked[line] = (unmarked[line] ?? 0) + times;
    }
    for (const name of judged.writeIns) names.set(name, (names.get(name) ?? 0) + times);
  }
  return {
    papers: all,
    valid,
    invalid: all - valid,
    invalidBy,
    blank,
    lines: counts.map((row, line) => ({ counts: row, unmarked: unmarked[line] ?? 0 })),
    writeIns: byVotes(names),
    texts: texts.map((list) => list.toSorted()),
  };
}

const byVotes = (names: ReadonlyMap<string, number>): Tally['writeIns'] =>
  [...names]
    .map(([name, number]) => ({ name, count: number }))
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));

export const emptyTally = (form: Form): Tally => count(form, []);

/** Screen and paper in one. */
export function added(a: Tally, b: Tally): Tally {
  const names = new Map(a.writeIns.map((one) => [one.name, one.count]));
  for (const one of b.writeIns) names.set(one.name, (names.get(one.name) ?? 0) + one.count);
  const reasons = new Set([...Object.keys(a.invalidBy), ...Object.keys(b.invalidBy)] as Invalid[]);
  return {
    papers: a.papers + b.papers,
    valid: a.valid + b.valid,
    invalid: a.invalid + b.invalid,
    invalidBy: Object.fromEntries(
      [...reasons].map((why) => [why, (a.invalidBy[why] ?? 0) + (b.invalidBy[why] ?? 0)]),
    ),
    blank: a.blank + b.blank,
    lines: a.lines.map((line, at) => ({
      counts: line.counts.map((value, option) => value + (b.lines[at]?.counts[option] ?? 0)),
      unmarked: line.unmarked + (b.lines[at]?.unmarked ?? 0),
    })),
    writeIns: byVotes(names),
    texts: a.texts.map((list, at) => [...list, ...(b.texts[at] ?? [])].toSorted()),
  };
}
