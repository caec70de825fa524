import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMoney,
  capitalYuan,
  formatYuan,
  money,
  parseYuan,
  subtractMoney,
  type Money,
} from './money.ts';

const yuan = (text: string): Money => {
  const parsed = parseYuan(text);
  if (parsed === null) throw new Error(text);
  return parsed;
};

describe('yuan as typed', () => {
  test.each([
    ['1,234.5', 123_450],
    ['１２．５', 1_250],
    ['12元', 1_200],
    ['¥0.05', 5],
    [' 3 000 ', 300_000],
    ['-7.10', -710],
    ['0', 0],
  ])('%s → %s fen', (text, fen) => expect(parseYuan(text)).toBe(fen));
  test.each([
    '',
    '1.234',
    'abc',
    '1..2',
    '1e3',
    '--1',
    '9999999999999',
    '.5',
    '12元5角',
    '1,2,元,元x',
  ])('%s is no amount', (text) => expect(parseYuan(text)).toBeNull());
  test('property: format and parse are inverse', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), fc.boolean(), (fen, separators) => {
        return parseYuan(formatYuan(money(fen), separators)) === fen;
      }),
    );
  });
});

test('whole fen only, sums', () => {
  expect(() => money(1.5)).toThrow(RangeError);
  expect(addMoney()).toBe(0);
  expect(subtractMoney(addMoney(money(1), money(2)), money(5))).toBe(-2);
  expect(formatYuan(money(123_456_789), true)).toBe('1,234,567.89');
  expect(formatYuan(money(-5))).toBe('-0.05');
});

describe('capital numerals', () => {
  test.each([
    ['12263.70', '壹万贰仟贰佰陆拾叁元柒角整'],
    ['100000', '壹拾万元整'],
    ['10010.01', '壹万零壹拾元零壹分'],
    ['1000000.50', '壹佰万元伍角整'],
    ['0', '零元整'],
    ['0.05', '伍分'],
    ['0.50', '伍角整'],
    ['0.15', '壹角伍分'],
    ['10', '壹拾元整'],
    ['101', '壹佰零壹元整'],
    ['1001', '壹仟零壹元整'],
    ['10001', '壹万零壹元整'],
    ['10100', '壹万零壹佰元整'],
    ['11000', '壹万壹仟元整'],
    ['100100', '壹拾万零壹佰元整'],
    ['101000', '壹拾万壹仟元整'],
    ['20000000', '贰仟万元整'],
    ['100000000', '壹亿元整'],
    ['100000001', '壹亿零壹元整'],
    ['100010000', '壹亿零壹万元整'],
    ['100100000', '壹亿零壹拾万元整'],
    ['110000000', '壹亿壹仟万元整'],
    ['100001000', '壹亿零壹仟元整'],
    ['1.05', '壹元零伍分'],
    ['-8', '负捌元整'],
    ['100000000000', '壹仟亿元整'],
  ])('%s → %s', (text, words) => expect(capitalYuan(yuan(text))).toBe(words));

  test('property: no doubled or hanging 零, every amount its own words', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e13 }), (fen) => {
        const words = capitalYuan(money(fen));
        const before = seen.get(words);
        seen.set(words, fen);
        return (
          !/零零/.test(words) &&
          !/零[万亿整]/.test(words) &&
          !/.零元/.test(words) &&
          /(整|分)$/.test(words) &&
          (before === undefined || before === fen)
        );
      }),
      { numRuns: 1_000 },
    );
  });
});
