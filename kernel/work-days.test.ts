import { getDayDetail, isWorkday as known } from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, plainDate, yearOf } from './plain-date.ts';
import { isWorkday, nthWorkday, workCalendar, workdaysFromTo } from './work-days.ts';

const calendar = workCalendar();
const FIRST = plainDate('2007-01-01');
const LAST = plainDate('2026-12-31');

describe('working days', () => {
  test('every day of the shipped years equals what a maintained package says', () => {
    const wrong: string[] = [];
    for (let day = FIRST; day <= LAST; day = addDays(day, 1)) {
      if (isWorkday(calendar, day) !== known(day)) wrong.push(`${day} ${getDayDetail(day).name}`);
    }
    expect(wrong).toEqual([]);
  });

  test('make-up days count, holidays do not', () => {
    // 2026: New Year's rest is made up for on Sunday 4 January.
    expect(isWorkday(calendar, plainDate('2026-01-04'))).toBe(true);
    expect(isWorkday(calendar, plainDate('2026-02-16'))).toBe(false);
    expect(nthWorkday(calendar, plainDate('2026-09-28'), 5)).toEqual({
      day: '2026-10-09',
      provisional: false,
    });
  });

  test('a year without a table gives a provisional term, a later table a certain one', () => {
    const from = plainDate('2026-12-30');
    expect(nthWorkday(calendar, from, 5)).toEqual({ day: '2027-01-05', provisional: true });
    const later = workCalendar({ 2027: { rest: '0101 0104', work: '' } });
    expect(nthWorkday(later, from, 5)).toEqual({ day: '2027-01-07', provisional: false });
    expect(() => workCalendar({ 2027: { rest: '0230', work: '' } })).toThrow(RangeError);
    expect(() => nthWorkday(calendar, from, 0)).toThrow(RangeError);
  });

  test('property: the nth working day is one, with n working days up to it', () => {
    fc.assert(
      fc.property(fc.nat(7000), fc.integer({ min: 1, max: 40 }), (offset, count) => {
        const from = addDays(FIRST, offset);
        const { day } = nthWorkday(calendar, from, count);
        expect(isWorkday(calendar, day)).toBe(true);
        expect(workdaysFromTo(calendar, from, day)).toEqual({
          days: count,
          provisional: yearOf(day) > 2026,
        });
      }),
    );
  });
  test('a span that ends before it begins has none', () => {
    expect(workdaysFromTo(calendar, LAST, FIRST)).toEqual({ days: 0, provisional: false });
  });
});
