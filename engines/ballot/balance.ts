import type { Tally } from './count.ts';
import type { Form } from './form.ts';

/** What tellers found in the paper box. */
export interface PaperCount {
  readonly issued: number;
  readonly returned: number;
  readonly missing: number;
  readonly tally: Tally;
}

export type Imbalance =
  | { readonly what: 'issued' }
  | { readonly what: 'returned' }
  | { readonly what: 'line'; readonly line: number }
  | { readonly what: 'choices' }
  | { readonly what: 'shape' };

const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);

/**
 * The first thing in a count sheet that cannot be: issued = returned + missing, valid + invalid = returned,
 * and at each line the marks are as many as the valid papers. Null where it adds up.
 */
export function imbalance(form: Form, sheet: PaperCount): Imbalance | null {
  const { tally } = sheet;
  const lines = form.kind === 'survey' ? form.questions.length : form.entries.length;
  if (tally.lines.length !== lines) return { what: 'shape' };
  if (sheet.issued !== sheet.returned + sheet.missing) return { what: 'issued' };
  if (tally.valid + tally.invalid !== sheet.returned) return { what: 'returned' };
  const wrong = tally.lines.findIndex((_, at) => !lineFits(form, tally, at));
  if (wrong >= 0) return { what: 'line', line: wrong };
  const seats = form.kind === 'approve' ? form.seats : form.kind === 'choose' ? form.most : null;
  if (seats !== null) {
    const chosen =
      sum(tally.lines.map(({ counts }) => counts[0] ?? 0)) +
      sum(tally.writeIns.map(({ count }) => count));
    if (chosen > seats * tally.valid) return { what: 'choices' };
  }
  return tally.writeIns.some(({ count }) => count > tally.valid) ? { what: 'choices' } : null;
}

function lineFits(form: Form, tally: Tally, at: number): boolean {
  const { counts = [], unmarked = 0 } = tally.lines[at] ?? {};
  const question = form.kind === 'survey' ? form.questions[at] : undefined;
  // Several options of one question, words, and ticks: each at most once a paper.
  if (form.kind === 'choose' || question?.kind === 'many' || question?.kind === 'text')
    return counts.every((value) => value <= tally.valid);
  return sum(counts) + unmarked === tally.valid;
}

/** EL20: papers returned up to the number of voters make a round; more make it void. */
export const roundStands = (numbers: {
  readonly issued: number;
  readonly returned: number;
  readonly present: number | null;
}): boolean =>
  numbers.returned <= numbers.issued &&
  (numbers.present === null || numbers.returned <= numbers.present);
