import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addToMonth,
  addYears,
  chineseDate,
  chineseMonth,
  chineseWeekday,
  dayOf,
  daysBetween,
  daysInMonth,
  firstDayOf,
  lastDayOf,
  monthNumberOf,
  monthOf,
  monthsBetween,
  monthsFromTo,
  parsePlainDate,
  parsePlainMonth,
  plainDate,
  plainMonth,
  quarterOf,
  todayAt,
  weekdayOf,
  yearOf,
  yearsBetween,
  ZONE,
} from './plain-date.ts';

const days = fc.integer({ min: 0, max: 100_000 }).map((n) => addDays(plainDate('1900-01-01'), n));

describe('days', () => {
  test.each(['2026-02-29', '2026-13-01', '2026-1-1', '1899-12-31', '2200-01-01', '', '20260101'])(
    '%s is no day',
    (text) => {
      expect(parsePlainDate(text)).toBeNull();
      expect(() => plainDate(text)).toThrow(RangeError);
    },
  );
  test('a day that the target month lacks becomes its last', () => {
    expect(addMonths(plainDate('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(plainDate('2024-01-31'), 1)).toBe('2024-02-29');
    expect(addYears(plainDate('2024-02-29'), 1)).toBe('2025-02-28');
    expect(() => dayOf(2026, 2, 29)).toThrow();
  });
  test('today is that of Shanghai', () => {
    expect(todayAt(Date.parse('2026-05-10T15:59:59Z'))).toBe('2026-05-10');
    expect(todayAt(Date.parse('2026-05-10T16:00:00Z'))).toBe('2026-05-11');
  });
  test('whole years and months towards zero', () => {
    expect(yearsBetween(plainDate('1976-07-02'), plainDate('2026-07-01'))).toBe(49);
    expect(yearsBetween(plainDate('1976-07-01'), plainDate('2026-07-01'))).toBe(50);
    expect(monthsBetween(plainDate('2026-01-31'), plainDate('2026-02-28'))).toBe(0);
    expect(daysBetween(plainDate('2026-03-01'), plainDate('2026-02-28'))).toBe(-1);
  });
  test('words', () => {
    expect(chineseDate(plainDate('2026-05-01'))).toBe('2026年5月1日');
    expect(chineseMonth(plainMonth('2026-05'))).toBe('2026年5月');
    expect(chineseWeekday(plainDate('2026-05-11'))).toBe('星期一');
    expect(weekdayOf(plainDate('2026-05-17'))).toBe(7);
    expect(quarterOf(plainDate('2026-10-01'))).toBe(4);
  });
  test('property: adding days and counting them are inverse', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5_000, max: 5_000 }), (day, n) => {
        return daysBetween(day, addDays(day, n)) === n;
      }),
    );
  });
});

describe('months', () => {
  test('parse and range', () => {
    expect(parsePlainMonth('2026-00')).toBeNull();
    expect(() => plainMonth('2026-13')).toThrow(RangeError);
    expect(monthsFromTo(plainMonth('2025-11'), plainMonth('2026-02'))).toEqual([
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
    ]);
    expect(monthsFromTo(plainMonth('2026-02'), plainMonth('2026-01'))).toEqual([]);
    expect(addToMonth(plainMonth('2026-01'), -1)).toBe('2025-12');
    expect(addToMonth(plainMonth('2026-12'), 13)).toBe('2028-01');
    expect(lastDayOf(plainMonth('2100-02'))).toBe('2100-02-28');
    expect(lastDayOf(plainMonth('2000-02'))).toBe('2000-02-29');
  });
  test('property: the arithmetic of months is that of the calendar', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -800, max: 800 }), (day, n) => {
        const month = monthOf(day);
        const first = Temporal.PlainDate.from(firstDayOf(month));
        return (
          addToMonth(month, n) === first.add({ months: n }).toString().slice(0, 7) &&
          daysInMonth(yearOf(month), monthNumberOf(month)) === first.daysInMonth &&
          lastDayOf(month) === first.with({ day: first.daysInMonth }).toString()
        );
      }),
    );
  });
});

describe('equal to the calendar of the standard', () => {
  const standard = (day: string): Temporal.PlainDate => Temporal.PlainDate.from(day);
  // Ends of months meet each other often, where the two could differ.
  const ends = fc
    .tuple(
      fc.integer({ min: 1900, max: 2199 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 0, max: 3 }),
    )
    .map(([year, month, back]) => dayOf(year, month, daysInMonth(year, month) - back));
  const any = fc.oneof(days, ends);

  test('property: steps', () => {
    fc.assert(
      fc.property(any, fc.integer({ min: -900, max: 900 }), (day, n) => {
        expect(addDays(day, n)).toBe(standard(day).add({ days: n }).toString());
        expect(addMonths(day, n)).toBe(standard(day).add({ months: n }).toString());
        expect(addYears(day, n % 90)).toBe(
          standard(day)
            .add({ years: n % 90 })
            .toString(),
        );
        expect(weekdayOf(day)).toBe(standard(day).dayOfWeek);
      }),
      { numRuns: 1_000 },
    );
  });
  test('property: spans', () => {
    fc.assert(
      fc.property(any, any, (from, to) => {
        const until = (largestUnit: 'day' | 'month' | 'year') =>
          standard(from).until(standard(to), { largestUnit });
        expect(daysBetween(from, to)).toBe(until('day').days);
        expect(monthsBetween(from, to)).toBe(until('month').months);
        expect(yearsBetween(from, to)).toBe(until('year').years);
      }),
      { numRuns: 2_000 },
    );
  });
  test('property: the day of an instant in Shanghai, also in years with summer time', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000_000_000, max: 4_000_000_000_000 }), (at) => {
        const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE);
        expect(todayAt(at)).toBe(zoned.toPlainDate().toString());
      }),
      { numRuns: 1_000 },
    );
  });
});
