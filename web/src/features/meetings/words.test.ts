import { describe, expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date';
import {
  hoursText,
  outlookText,
  readTime,
  readYear,
  shortPrint,
  spanText,
  statusOf,
} from './words.ts';

const today = plainDate('2026-11-21');

describe('where a meeting stands', () => {
  test.each([
    ['planned', '2026-11-30', false, '待开'],
    ['announced', '2026-11-21', false, '待开'],
    ['planned', '2026-11-20', false, '未开'],
    ['started', '2026-11-20', false, '已开'],
    ['final', '2026-03-20', true, '补录'],
    ['cancelled', '2026-03-20', false, null],
  ])('%s on %s, entered later %s: %s', (state, on, enteredLater, status) => {
    expect(statusOf({ state, heldOn: plainDate(on), enteredLater }, today)).toBe(status);
  });
});

test.each([
  ['14:30', '14:30'],
  ['1430', '14:30'],
  ['930', '09:30'],
  ['9', '09:00'],
  ['９：０５', '09:05'],
  ['14点30分', '14:30'],
  ['15时', '15:00'],
  ['25:00', null],
  ['12:60', null],
  ['下午', null],
  ['', null],
])('%s is %s', (typed, time) => expect(readTime(typed)).toBe(time));

test('spans of time in words', () => {
  expect([45, 60, 90, 0].map(hoursText)).toEqual(['45分', '1小时', '1小时30分', '0分']);
  expect(spanText('14:30', null)).toBe('14:30');
  expect(spanText('14:30', '16:00')).toBe('14:30—16:00');
});

test('a year from the address, else this one', () => {
  expect([readYear('2024', today), readYear('x', today), readYear(undefined, today)]).toEqual([
    2024, 2026, 2026,
  ]);
});

test('a fingerprint in groups of four', () => {
  expect(shortPrint('0123456789abcdef0123')).toBe('0123 4567 89ab cdef');
});

test('what can still be decided as people arrive or stay away', () => {
  const of = (present: number, away: number) =>
    outlookText({ voters: 10, present, away, needed: 5, neededToDecide: 6 });
  expect(of(3, 0)).toBe('');
  expect(of(5, 0)).toBe('表决须6票赞成，还需1人到会');
  expect(of(6, 4)).toBe('');
  expect(of(5, 5)).toBe('请假、缺席5人，最多到会5人，表决须6票赞成，这次不可能通过');
  expect(of(4, 6)).toBe('请假、缺席6人，最多到会4人，开不成会，请改期');
});
