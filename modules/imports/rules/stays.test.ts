import { describe, expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date';
import { assumedCategory, firstStay } from './stays.ts';

const day = (text: string) => ({ day: plainDate(text), precision: 'day' as const });
const asOf = plainDate('2026-03-01');
const from = plainDate('2025-01-01');

describe('how somebody new stands in the roster', () => {
  test('from the day on', () => {
    const values = { words: {}, joinedOn: day('2005-06-01'), regularisedOn: day('2006-06-01') };
    expect(firstStay(values, 'full', from, asOf)).toEqual({
      category: 'full',
      from,
      turnedOn: null,
    });
  });

  test('never before joining; probationary until 转正日期', () => {
    const values = { words: {}, joinedOn: day('2025-02-01'), regularisedOn: day('2026-02-01') };
    expect(firstStay(values, 'full', from, asOf)).toEqual({
      category: 'full',
      from: '2025-02-01',
      turnedOn: '2026-02-01',
    });
  });

  test('without a category: probationary in the first year, full after it or with 转正日期', () => {
    expect(assumedCategory({ words: {}, joinedOn: day('2025-07-01') }, asOf)).toBe('probationary');
    expect(assumedCategory({ words: {}, joinedOn: day('2024-07-01') }, asOf)).toBe('full');
    expect(assumedCategory({ words: {} }, asOf)).toBe('full');
  });
});
