import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date';
import { lastText, monthsText } from './words.ts';

test('how long somebody has been away', () => {
  expect([0, 1, 11, 12, 25].map(monthsText)).toEqual([
    '不满1个月',
    '1个月',
    '11个月',
    '1年',
    '2年1个月',
  ]);
});
test('the last contact names where it is known from', () => {
  expect(lastText({ on: plainDate('2026-11-05'), source: 'meeting' })).toBe(
    '2026年11月5日，参加会议',
  );
  expect(lastText(null)).toBe('外出后还没有');
});
