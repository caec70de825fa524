import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate, type PlainDate } from '#kernel/plain-date';
import { changedRows, nextAfter, standingOn, type Span } from './dated-rows.ts';

interface Row extends Span {
  readonly [field: string]: unknown;
  readonly id: number;
  readonly a: number;
  readonly b: number;
}

const DAYS = 24;
const day = (n: number): PlainDate => addDays(plainDate('2026-01-01'), n);
const row = (id: number, from: number, to: number | null, a: number, b: number): Row => ({
  id,
  valid_from: day(from),
  valid_to: to === null ? null : day(to),
  a,
  b,
});

/** Rows of one key: spans one after another, some left out, the last perhaps open. */
const rowsOfOneKey = fc
  .record({
    spans: fc.array(
      fc.record({
        days: fc.integer({ min: 1, max: 5 }),
        gap: fc.boolean(),
        a: fc.nat(2),
        b: fc.nat(2),
      }),
      { maxLength: 6 },
    ),
    open: fc.boolean(),
  })
  .map(({ spans, open }) => {
    let at = 0;
    const rows = spans.flatMap(({ days, gap, a, b }, id) => {
      const begins = at;
      at += days;
      return gap ? [] : [row(id, begins, at, a, b)];
    });
    const last = rows.at(-1);
    return last === undefined || !open ? rows : [...rows.slice(0, -1), { ...last, valid_to: null }];
  });

type Facts = { readonly a: number; readonly b: number } | null;

/** What holds on each day, in the plainest way. */
const table = (rows: readonly Row[]): Facts[] =>
  Array.from({ length: DAYS + 8 }, (_, n) => {
    const found = rows.filter((one) => standingOn([one], day(n)) !== undefined);
    expect(found.length, `rows on day ${n}`).toBeLessThan(2);
    return found[0] === undefined ? null : { a: found[0].a, b: found[0].b };
  });

/** From a day on a field has a value, until a later row of another value. */
function naive(before: readonly Facts[], from: number, changes: Partial<Row>): readonly Facts[] {
  const stood = before[from] ?? null;
  if (stood === null) return before;
  const after = [...before];
  for (const field of ['a', 'b'] as const) {
    const value = changes[field];
    if (value === undefined) continue;
    for (let n = from; n < before.length; n += 1) {
      const there = before[n] ?? null;
      if (there !== null && there[field] !== stood[field]) break;
      const now = after[n] ?? null;
      if (now !== null) after[n] = { ...now, [field]: value };
    }
  }
  return after;
}

describe('changedRows', () => {
  it('is what a table of days would say', () => {
    fc.assert(
      fc.property(
        rowsOfOneKey,
        fc.nat(DAYS),
        fc.record({ a: fc.nat(3), b: fc.nat(3) }, { requiredKeys: [] }),
        (rows, from, changes) => {
          const done = changedRows(rows, day(from), changes);
          const gone = new Set(done?.superseded);
          const after = [...rows.filter((one) => !gone.has(one)), ...(done?.added ?? [])];
          expect(table(after)).toEqual(naive(table(rows), from, changes));
          for (const one of after)
            expect(one.valid_to === null || one.valid_to > one.valid_from).toBe(true);
        },
      ),
    );
  });

  it('leaves what begins later where nothing stands on the day', () => {
    const rows = [row(1, 10, null, 1, 1)];
    expect(changedRows(rows, day(5), { a: 2 })).toBeNull();
    expect(nextAfter(rows, day(5))).toBe(day(10));
    expect(nextAfter(rows, day(10))).toBeNull();
  });

  it('a changed field runs on until a later row had changed it itself', () => {
    const rows = [row(1, 0, 5, 1, 1), row(2, 5, 8, 1, 2), row(3, 8, null, 2, 2)];
    const done = changedRows(rows, day(3), { a: 9 });
    expect(done?.added.map((one) => [one.valid_from, one.a, one.b])).toEqual([
      [day(0), 1, 1],
      [day(3), 9, 1],
      [day(5), 9, 2],
      [day(8), 2, 2],
    ]);
  });
});
