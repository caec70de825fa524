import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareBySurnameStrokes, sortBySurnameStrokes, strokeCount } from './index.ts';

const itself = (name: string) => name;

describe('姓氏笔画', () => {
  test('counts', () => {
    expect(Array.from('丁王马李张诸葛', strokeCount)).toEqual([2, 4, 3, 7, 7, 10, 12]);
    expect(strokeCount('𠮷')).toBeNull();
    expect(strokeCount('A')).toBeNull();
  });

  test('order by count, then 横竖撇点折, single given names first', () => {
    const names = [
      '张伟',
      '李小明',
      '王五',
      '卜算',
      '丁一',
      '李明',
      '何平',
      '马云',
      '方圆',
      '毛宁',
      '牛群',
      '李丽',
    ];
    expect(sortBySurnameStrokes(names, itself).sorted).toEqual([
      '丁一',
      '卜算',
      '马云',
      '王五',
      '牛群',
      '毛宁',
      '方圆',
      '李丽',
      '李明',
      '李小明',
      '何平',
      '张伟',
    ]);
  });

  test('a character without data is placed by hand', () => {
    expect(compareBySurnameStrokes('𠮷一', '王五')).toBe('by hand');
    expect(sortBySurnameStrokes(['王五', '𠮷一', '丁一'], itself)).toEqual({
      sorted: ['丁一', '王五'],
      byHand: ['𠮷一'],
    });
  });

  test('the order is total and does not depend on the order given', () => {
    const name = fc.string({
      unit: fc.constantFrom('丁', '卜', '王', '毛', '李', '何', '小', '明'),
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.array(name), (names) => {
        const { sorted } = sortBySurnameStrokes(names, itself);
        expect(sortBySurnameStrokes(names.toReversed(), itself).sorted).toEqual(sorted);
        sorted.slice(1).forEach((later, i) => {
          expect(compareBySurnameStrokes(sorted[i] ?? '', later)).not.toBeGreaterThan(0);
        });
      }),
    );
  });
});
