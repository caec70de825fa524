import { describe, expect, test } from 'vitest';
import { money } from '#kernel/money';
import { plainMonth } from '#kernel/plain-date';
import { monthsInWords, reminderText, stepInWords } from './reminder.ts';

const months = (...all: string[]) => all.map(plainMonth);

describe('arrears in words', () => {
  test.each([
    [['2026-03'], '2026年3月'],
    [['2026-01', '2026-02', '2026-03', '2026-05'], '2026年1月至3月、5月'],
    [['2025-11', '2025-12', '2026-01'], '2025年11月至2026年1月'],
    [['2025-02', '2026-02'], '2025年2月、2026年2月'],
  ])('%j', (given, words) => {
    expect(monthsInWords(months(...given))).toBe(words);
  });

  test('a reminder names months and sum only', () => {
    expect(reminderText('张伟', months('2026-01', '2026-02'), money(9_600), '县水务局党支部')).toBe(
      '张伟同志：您2026年1月至2月的党费共96.00元还没有交纳，请方便时交给支部收党费的同志。如已交纳，请告知核对。——县水务局党支部',
    );
  });

  test('a step stands with its rule', () => {
    expect(stepInWords({ step: 'none' })).toBe('无欠交');
    expect(stepInWords({ step: 'educate', rule: 'dues.arrears.educate' })).toContain('第29条');
  });
});
