import { expect, test } from 'vitest';
import { heading, paragraph } from './build.ts';
import { chineseNumber, headingNumber, headingNumbers } from './numbering.ts';

test.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [99, '九十九'],
])('%i is %s', (value, text) => {
  expect(chineseNumber(value)).toBe(text);
});

test('there is no heading number 0 or 100', () => {
  expect(() => chineseNumber(0)).toThrow(RangeError);
  expect(() => chineseNumber(100)).toThrow(RangeError);
});

test('the four levels of GB/T 9704-2012 7.3.3', () => {
  expect(([1, 2, 3, 4] as const).map((level) => headingNumber(level, 2))).toEqual([
    '二、',
    '（二）',
    '2.',
    '（2）',
  ]);
});

test('a heading starts the levels below it anew; unnumbered ones do not count', () => {
  const preface = { ...heading(1, '前言'), numbered: false };
  const blocks = [
    preface,
    heading(1, 'a'),
    heading(2, 'b'),
    heading(2, 'c'),
    paragraph('x'),
    heading(1, 'd'),
    heading(2, 'e'),
  ];
  expect(headingNumbers(blocks)).toEqual(['', '一、', '（一）', '（二）', '', '二、', '（一）']);
});
