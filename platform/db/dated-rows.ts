import type { PlainDate } from '#kernel/plain-date';

export interface Span {
  readonly valid_from: PlainDate;
  readonly valid_to: PlainDate | null;
}

type Values = Readonly<Record<string, unknown>>;

/** What becomes of the rows of one key: these no longer stand, and those stand instead. */
export interface Rewritten<R> {
  /** What stood on the day. */
  readonly before: R;
  readonly superseded: readonly R[];
  readonly added: readonly R[];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const holdsAfter = (row: Span, day: PlainDate): boolean =>
  row.valid_to === null || row.valid_to > day;

/** The row that stands on a day. `rows` are those of one key, in order. */
export const standingOn = <R extends Span>(rows: readonly R[], day: PlainDate): R | undefined =>
  rows.find((row) => row.valid_from <= day && holdsAfter(row, day));

/** Where the next row after a day begins. */
export const nextAfter = (rows: readonly Span[], day: PlainDate): PlainDate | null =>
  rows.find((row) => row.valid_from > day)?.valid_from ?? null;

/**
 * From `from` on other values hold. The row standing on that day is cut; a changed field runs on through
 * later rows until one of them had changed that field itself. Null where nothing stands on the day: what
 * is fixed for later then stays as it was fixed.
 */
export function changedRows<R extends Span & Values>(
  rows: readonly R[],
  from: PlainDate,
  changes: Values,
): Rewritten<R> | null {
  const before = standingOn(rows, from);
  if (before === undefined) return null;
  const superseded = rows.filter((row) => holdsAfter(row, from));
  const added: R[] = before.valid_from < from ? [{ ...before, valid_to: from }] : [];
  let running = changes;
  for (const row of superseded) {
    running = Object.fromEntries(
      Object.entries(running).filter(([field]) => same(row[field], before[field])),
    );
    added.push({ ...row, ...running, valid_from: row.valid_from < from ? from : row.valid_from });
  }
  return { before, superseded, added };
}
