import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AWAY_SPANS, type AwaySpan } from '#contract/floating';
import type { PersonId } from '#kernel/ids';
import { addDays, plainDate as d, type PlainDate } from '#kernel/plain-date';
import {
  DEFAULT_RHYTHM,
  dueOn,
  hintsOf,
  lastContact,
  leavingIn,
  shouldTransfer,
  spanOf,
  type Stay,
} from './rhythm.ts';

const stay = (more: Partial<Stay> = {}): Stay => ({
  reason: 'work',
  placeKind: 'country',
  fixed: false,
  leftOn: d('2026-02-20'),
  expectedOn: null,
  keeperId: 'k' as PersonId,
  ...more,
});
const codes = (
  of: Stay,
  day: PlainDate,
  last: PlainDate | null = null,
  reported: PlainDate | null = null,
) =>
  hintsOf(of, { day, due: dueOn(of, last, DEFAULT_RHYTHM), reportedOn: reported }).map(
    (one) => one.code,
  );
const anyDay = fc.integer({ min: 0, max: 4_000 }).map((n) => addDays(d('2018-01-01'), n));

describe('rhythm', () => {
  test('contact falls due a calendar month after the last, or after leaving', () => {
    expect(dueOn(stay(), null, DEFAULT_RHYTHM)).toBe('2026-03-20');
    expect(dueOn(stay(), d('2026-05-31'), DEFAULT_RHYTHM)).toBe('2026-06-30');
    expect(dueOn(stay(), d('2026-01-01'), DEFAULT_RHYTHM)).toBe('2026-03-20');
  });
  test('abroad half a year, whatever the reason (mobile.abroad.contact)', () => {
    expect(dueOn(stay({ reason: 'abroad_study' }), null, DEFAULT_RHYTHM)).toBe('2026-08-20');
    expect(dueOn(stay({ placeKind: 'abroad' }), null, DEFAULT_RHYTHM)).toBe('2026-08-20');
  });
  test('the latest contact up to a day; contacts to come do not count', () => {
    fc.assert(
      fc.property(fc.array(anyDay), anyDay, (days, day) => {
        const found = lastContact(
          days.map((on) => ({ on, source: 'meeting' as const })),
          day,
        );
        const past = days.filter((one) => one <= day).toSorted();
        expect(found?.on ?? null).toBe(past.at(-1) ?? null);
      }),
    );
    const both = [
      { on: d('2026-03-01'), source: 'dues' as const },
      { on: d('2026-03-01'), source: 'log' as const },
    ];
    expect(lastContact(both, d('2026-03-01'))?.source).toBe('log');
    expect(lastContact(both.toReversed(), d('2026-03-01'))?.source).toBe('log');
  });
  test('another contact never makes the next one due earlier', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, (leftOn, a, b) => {
        const [first, second] = a < b ? [a, b] : [b, a];
        expect(
          dueOn(stay({ leftOn }), second, DEFAULT_RHYTHM) >=
            dueOn(stay({ leftOn }), first, DEFAULT_RHYTHM),
        ).toBe(true);
      }),
    );
  });
});

describe('spans', () => {
  test('six months to the day are six months (count.yishang)', () => {
    expect(spanOf(d('2026-02-20'), d('2026-08-19'))).toBe('under6');
    expect(spanOf(d('2026-02-20'), d('2026-08-20'))).toBe('under12');
    expect(spanOf(d('2023-02-20'), d('2026-02-20'))).toBe('over36');
  });
  test('the filter by days of leaving finds those whom the span names', () => {
    const spans = Object.keys(AWAY_SPANS) as AwaySpan[];
    fc.assert(
      // Days up to the 28th: a month's end that a target month lacks may count either way.
      fc.property(anyDay, anyDay, (x, y) => {
        const [leftOn, day] = (x < y ? [x, y] : [y, x]).map((one) =>
          one.slice(8) > '28' ? (`${one.slice(0, 8)}28` as PlainDate) : one,
        ) as [PlainDate, PlainDate];
        const fits = spans.filter((span) => {
          const { after, until } = leavingIn(span, day);
          return (after === null || leftOn > after) && (until === null || leftOn <= until);
        });
        expect(fits).toEqual([spanOf(leftOn, day)]);
      }),
    );
  });
});

describe('hints', () => {
  const day = d('2026-09-01');
  test('transfer: six months and a fairly fixed place, both (mobile.transfer)', () => {
    expect(shouldTransfer(stay({ fixed: true }), d('2026-08-20'))).toBe(true);
    expect(shouldTransfer(stay({ fixed: true }), d('2026-08-19'))).toBe(false);
    expect(shouldTransfer(stay(), d('2027-08-20'))).toBe(false);
    expect(shouldTransfer(stay({ fixed: true, reason: 'abroad_study' }), day)).toBe(false);
  });
  test('a graduate after two years, a return that is overdue, nobody who keeps contact', () => {
    const graduate = stay({ reason: 'graduate', leftOn: d('2024-07-01') });
    expect(codes(graduate, d('2026-07-01'), d('2026-06-20'))).toEqual(['graduate']);
    expect(codes(graduate, d('2026-06-30'), d('2026-06-20'))).toEqual([]);
    expect(codes(stay({ expectedOn: d('2026-08-31') }), day, day)).toEqual(['expected']);
    expect(codes(stay({ expectedOn: day }), day, day)).toEqual([]);
    expect(codes(stay({ keeperId: null }), day, day)).toEqual(['keeper']);
  });
  test('contact is late the day after it was due', () => {
    expect(codes(stay(), d('2026-03-20'))).toEqual([]);
    expect(codes(stay(), d('2026-03-21'))).toEqual(['overdue']);
  });
  test('the report of the year is asked for in November of those away since an earlier year', () => {
    const long = stay({ leftOn: d('2025-03-01') });
    expect(codes(long, d('2026-11-01'), d('2026-11-01'))).toEqual(['report']);
    expect(codes(long, d('2026-10-31'), d('2026-10-31'))).toEqual([]);
    expect(codes(long, d('2026-11-01'), d('2026-11-01'), d('2026-01-03'))).toEqual([]);
    expect(codes(stay(), d('2026-11-01'), d('2026-11-01'))).toEqual([]);
  });
});
