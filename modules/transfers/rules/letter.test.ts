import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, plainDate as day } from '#kernel/plain-date';
import { capitals, dayCapitals, monthCapitals } from './capitals.ts';
import { daysLeft, hasExpired, nextNumber, validUntil } from './letter.ts';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const WORTH: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1000 };

/** Reads capital numerals back, by another way than they were made. */
function read(text: string): number {
  let sum = 0;
  let last = 0;
  for (const one of text) {
    const digit = DIGITS.indexOf(one);
    if (digit >= 0) last = digit;
    else {
      sum += last * (WORTH[one] ?? 0);
      last = 0;
    }
  }
  return sum + last;
}

describe('capital numerals', () => {
  test.each([
    [0, '零'],
    [7, '柒'],
    [10, '壹拾'],
    [11, '壹拾壹'],
    [30, '叁拾'],
    [90, '玖拾'],
    [105, '壹佰零伍'],
    [1010, '壹仟零壹拾'],
    [2006, '贰仟零陆'],
  ])('%i is %s', (value, text) => expect(capitals(value)).toBe(text));

  test('whoever reads them finds the number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), (value) => read(capitals(value)) === value),
    );
  });

  test('days and months are written figure by figure', () => {
    expect(dayCapitals(day('2026-11-22'))).toBe('贰零贰陆年壹拾壹月贰拾贰日');
    expect(dayCapitals(day('2027-01-09'))).toBe('贰零贰柒年壹月玖日');
    expect(monthCapitals('2026-10')).toBe('贰零贰陆年壹拾月');
    expect(monthCapitals('')).toMatch(/年.+月/);
    expect(() => capitals(10_000)).toThrow(RangeError);
    expect(() => capitals(1.5)).toThrow(RangeError);
  });
});

describe('transfer.letter.validity', () => {
  test('the day of issue is not counted; the last day still holds', () => {
    const until = validUntil(day('2026-11-22'), 10);
    expect(until).toBe('2026-12-02');
    expect(hasExpired(until, day('2026-12-02'))).toBe(false);
    expect(hasExpired(until, day('2026-12-03'))).toBe(true);
    expect(daysLeft(until, day('2026-11-30'))).toBe(2);
  });

  test('expired exactly when no day is left', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 0, max: 120 }),
        (days, later) => {
          const issued = day('2026-01-31');
          const until = validUntil(issued, days);
          return hasExpired(until, addDays(issued, later)) === later > days;
        },
      ),
    );
  });
});

describe('numbers of the register', () => {
  test('go on where the year stands, past spoiled and foreign ones', () => {
    expect(nextNumber([], day('2026-05-01'))).toBe('2026-001');
    expect(nextNumber(['2026-001', '2026-014', '2025-300', '云组转7号'], day('2026-05-01'))).toBe(
      '2026-015',
    );
  });

  test('a next number is never one of those known', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 999 })), (known) => {
        const numbers = known.map((one) => `2026-${String(one).padStart(3, '0')}`);
        return !numbers.includes(nextNumber(numbers, day('2026-03-01')));
      }),
    );
  });
});
