import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameDistance, similarNames } from './index.ts';

const roster = [
  '王小明',
  '王晓明',
  '李明',
  '张三丰',
  '欧阳春',
  '买买提·艾力',
  '赵建国',
  '陈芳',
  '黄建',
  '李明',
];
const best = (written: string) =>
  similarNames(written, roster).map((c) => `${roster[c.index]} ${c.likeness}`);

describe('a name on a sign-up list', () => {
  test.each<[string, string[]]>([
    ['王小明', ['王小明 same', '王晓明 same_sound']],
    [' 王 小 明', ['王小明 same', '王晓明 same_sound']],
    ['李明', ['李明 same', '李明 same']],
    ['小明', ['王小明 given_name', '王晓明 given_sound', '李明 nickname', '李明 nickname']],
    ['明哥', ['王小明 nickname', '王晓明 nickname', '李明 nickname', '李明 nickname']],
    ['王书记', ['王小明 surname', '王晓明 surname']],
    ['老赵', ['赵建国 surname']],
    ['张山丰', ['张三丰 one_character']],
    ['张丰三', ['张三丰 swapped']],
    ['张三风', ['张三丰 same_sound']],
    ['赵国', ['赵建国 one_character']],
    ['wangxiaoming', ['王小明 pinyin', '王晓明 pinyin']],
    ['zjg', ['赵建国 pinyin']],
    ['买买提', ['买买提·艾力 given_name']],
    ['买买提艾力', ['买买提·艾力 same']],
    ['欧阳', ['欧阳春 one_character']],
    ['陈方', ['陈芳 same_sound']],
    ['陈欢', ['陈芳 near_sound']],
    ['方建', ['黄建 near_sound']],
    ['程方', ['陈芳 near_sound']],
    ['孙悟空', []],
    ['', []],
  ])('%s', (written, expected) => {
    expect(best(written)).toEqual(expected);
  });

  test('only the name itself is certain', () => {
    fc.assert(
      fc.property(fc.constantFrom(...roster), fc.constantFrom(...roster), (written, name) => {
        const [found] = similarNames(written, [name]);
        expect(found?.score === 1).toBe(written === name);
      }),
    );
  });
});

describe('distance', () => {
  test('counts changes, a swap as one', () => {
    expect(nameDistance('王小明', '王小明')).toBe(0);
    expect(nameDistance('王小明', '王明小')).toBe(1);
    expect(nameDistance('王小明', '王明')).toBe(1);
    expect(nameDistance('张𠮷', '张吉')).toBe(1);
    expect(nameDistance('', '王明')).toBe(2);
  });

  test('is symmetric, 0 only between equals, at most the longer length', () => {
    const text = fc.string({ unit: fc.constantFrom('王', '小', '明', '𠮷'), maxLength: 6 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const distance = nameDistance(a, b);
        expect(nameDistance(b, a)).toBe(distance);
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max(Array.from(a).length, Array.from(b).length));
      }),
    );
  });
});
