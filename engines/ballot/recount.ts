import { paperOf } from './encode.ts';
import { count, type Tally } from './count.ts';
import type { Form } from './form.ts';

/** Votes without codes, as handed to whoever wants to count again. */
export interface RecountFile {
  readonly format: 'zhibu-recount-1';
  readonly title: string;
  readonly organisation: string;
  readonly round: number;
  readonly form: Form;
  /** Equal papers once, with how often; sorted. */
  readonly papers: readonly { readonly paper: string; readonly times: number }[];
  /** Totals that tellers handed in without single papers; null where none. */
  readonly totals: Tally | null;
}

/** Sorted texts of papers, equal ones together. */
export function grouped(texts: readonly string[]): RecountFile['papers'] {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  return [...times]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([paper, number]) => ({ paper, times: number }));
}

/** Counts what a recount file holds, each different paper read once. */
export const countGrouped = (form: Form, papers: RecountFile['papers']): Tally =>
  count(
    form,
    papers.map(({ paper, times }) => ({ marks: paperOf(paper), times })),
  );
