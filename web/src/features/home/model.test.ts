import { expect, test } from 'vitest';
import { distance } from './model.ts';

test.each([
  [0, '今天到期'],
  [1, '明天到期'],
  [12, '还有12天'],
  [-3, '已过3天，可以补录'],
])('%i days away: %s', (days, words) => {
  expect(distance(days)).toBe(words);
});
