import type { PlainDate } from '#kernel/plain-date';
import { factsOf, fieldsOfRow } from '#modules/members';
import type { Says } from './plan.ts';
import { firstStay, type FirstStay } from './stays.ts';

/** Somebody new as they will be entered: their id, the facts of their first state (`factsOf`), their stay. */
export interface Entry {
  readonly newId: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly stay: FirstStay;
}

/** What a row says, as the entry of somebody new from `rosterFrom` on, true on `asOf`. */
export const entryOf = (
  newId: string,
  { values, category }: Says,
  rosterFrom: PlainDate,
  asOf: PlainDate,
): Entry => ({
  newId,
  facts: factsOf(fieldsOfRow(values)),
  stay: firstStay(values, category, rosterFrom, asOf),
});
