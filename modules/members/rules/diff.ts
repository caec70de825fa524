import { agrees, type LooseDate } from './dates.ts';
import type { RosterField } from './columns.ts';
import type { RosterValues } from './row.ts';

/** A proposed change of one field, dated by the file's "true as of" day. Values as stored (codes, ISO days). */
export interface ProposedChange {
  readonly field: RosterField;
  readonly old: string | null;
  readonly next: string;
  /** A new value where there was none, or another one. */
  readonly kind: 'fill' | 'change';
}

export type KnownValue = string | number | boolean | LooseDate | null;

/** What is known of a person in the same shape as a row; absent and null are unknown. */
export type KnownValues = Partial<Record<RosterField, KnownValue>>;

const isLoose = (value: KnownValue | undefined): value is LooseDate =>
  typeof value === 'object' && value !== null;

export const textOf = (value: KnownValue): string | null =>
  value === null
    ? null
    : isLoose(value)
      ? value.day.slice(0, { day: 10, month: 7, year: 4 }[value.precision])
      : String(value);

/** `第一 党支部` and `第一党支部` are the same words. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '').toUpperCase();

/** Fields that other acts decide: a roster only proposes a transfer, it never makes one. */
const NOT_FACTS = new Set<RosterField>([
  'branch',
  'group',
  'seq',
  'standing',
  'note',
  'lost',
  'floating',
]);

/**
 * Cells against what is known. A blank cell changes nothing; a day less precise than the known one that
 * agrees with it changes nothing; the same words with other blanks change nothing.
 */
export function diffRow(values: RosterValues, known: KnownValues): ProposedChange[] {
  const { words, ...facts } = values;
  const given: Partial<Record<RosterField, KnownValue>> = { ...words, ...facts };
  const changes: ProposedChange[] = [];
  for (const field of Object.keys(given) as RosterField[]) {
    const next = given[field];
    if (next === undefined || next === null || NOT_FACTS.has(field)) continue;
    const old = known[field] ?? null;
    const nextText = textOf(next);
    if (nextText === null) continue;
    if (old === null) {
      changes.push({ field, old: null, next: nextText, kind: 'fill' });
      continue;
    }
    const sameDay = isLoose(next) && isLoose(old) && agrees(next, old);
    // A more precise day for a less precise one is worth having.
    const finer = isLoose(next) && isLoose(old) && nextText.length > (textOf(old) ?? '').length;
    if (sameDay ? !finer : plain(nextText) === plain(textOf(old) ?? '')) continue;
    changes.push({ field, old: textOf(old), next: nextText, kind: 'change' });
  }
  return changes;
}

/** Whether a cell names another branch than the person's: to be settled by a transfer, not by the file. */
export const namesOtherBranch = (values: RosterValues, branchNames: readonly string[]): boolean =>
  values.words.branch !== undefined &&
  !branchNames.some((name) => plain(name) === plain(values.words.branch ?? ''));
