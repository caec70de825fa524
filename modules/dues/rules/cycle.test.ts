import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addToMonth, plainMonth } from '#kernel/plain-date';
import {
  checkCycle,
  cycleAt,
  CYCLES,
  payableUntil,
  periodName,
  periodOf,
  type Cycle,
  type CycleSpan,
} from './cycle.ts';

const span = (
  from: string,
  cycle: Cycle,
  to: string | null = null,
  basis: string | null = '支部大会同意',
): CycleSpan => ({
  from: plainMonth(from),
  to: to === null ? null : plainMonth(to),
  cycle,
  basis,
});

describe('collection cycle (DUES08 art. 12)', () => {
  test('periods follow the calendar', () => {
    expect(periodOf('quarter', plainMonth('2026-05'))).toEqual({
      first: '2026-04',
      last: '2026-06',
    });
    expect(periodOf('half_year', plainMonth('2026-12'))).toEqual({
      first: '2026-07',
      last: '2026-12',
    });
    expect(periodOf('year', plainMonth('2026-02'))).toEqual({ first: '2026-01', last: '2026-12' });
    expect(periodOf('month', plainMonth('2026-02'))).toEqual({ first: '2026-02', last: '2026-02' });
  });
  test('the cycle of the month decides how long dues are in time', () => {
    const spans = [span('2025-01', 'month', '2025-12'), span('2026-01', 'quarter')];
    expect(payableUntil(spans, plainMonth('2025-11'))).toBe('2025-11-30');
    expect(payableUntil(spans, plainMonth('2026-01'))).toBe('2026-03-31');
    expect(cycleAt([], plainMonth('2026-01'))).toBe('month');
    expect(cycleAt(spans, plainMonth('2024-12'))).toBe('month');
  });
  test('longer than a quarter asks for the basis and is not blocked', () => {
    expect(checkCycle(span('2026-01', 'year', null, ' '))).toEqual({
      ok: true,
      value: { advice: 'dues.cycle_basis_asked' },
    });
    expect(checkCycle(span('2026-01', 'quarter', null, null))).toEqual({
      ok: true,
      value: { advice: null },
    });
  });
  test('refuses a start inside a period and an end before the start', () => {
    expect(checkCycle(span('2026-02', 'quarter'))).toMatchObject({
      refusal: { code: 'dues.cycle_starts_inside_period' },
    });
    expect(checkCycle(span('2026-04', 'month', '2026-03'))).toMatchObject({
      refusal: { code: 'dues.cycle_ends_before_start' },
    });
  });
  test('names', () => {
    expect(periodName('quarter', plainMonth('2026-04'))).toBe('2026年第2季度');
    expect(periodName('half_year', plainMonth('2026-06'))).toBe('2026年上半年');
    expect(periodName('month', plainMonth('2026-06'))).toBe('2026年6月');
  });
  test('property: every month lies in its period, which has the length of the cycle', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(CYCLES) as Cycle[])),
        fc.integer({ min: 0, max: 1200 }),
        (cycle, n) => {
          const month = addToMonth(plainMonth('2000-01'), n);
          const { first, last } = periodOf(cycle, month);
          return (
            first <= month && month <= last && addToMonth(first, CYCLES[cycle].months - 1) === last
          );
        },
      ),
    );
  });
});
