import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { byLateness, type Duty } from './duty.ts';

export interface Span {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/**
 * What a module hands the engine. `load` reads the facts of all organisations in a span in one pass;
 * `duties` is pure: facts and a day give the duties whose period touches the span.
 */
export interface ObligationSource<Facts = unknown> {
  readonly module: string;
  /** Columns of the matrix: kind of duty and its short Chinese name. */
  readonly kinds: Readonly<Record<string, string>>;
  load(read: Read, orgIds: readonly OrgId[], span: Span): Promise<Facts>;
  duties(facts: Facts, span: Span, day: PlainDate): readonly Duty[];
}

/** Keeps the type of the facts inside. */
export const obligationSource = <Facts>(source: ObligationSource<Facts>): ObligationSource =>
  source;

/** All duties of organisations in a span as they stand on a day, the latest first to expire. */
export async function dutiesOf(
  sources: readonly ObligationSource[],
  read: Read,
  orgIds: readonly OrgId[],
  span: Span,
  day: PlainDate,
): Promise<Duty[]> {
  const all: Duty[] = [];
  for (const source of sources) {
    const facts = await source.load(read, orgIds, span);
    all.push(...source.duties(facts, span, day));
  }
  return all.toSorted(byLateness);
}
