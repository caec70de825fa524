import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date';
import { kept, previewOf, shown, type Names } from './tokens.ts';

const names: Names = {
  figures: [
    {
      indicator: 'meetings.party_class.count',
      name: '党课次数',
      text: '4',
      unit: '次',
      bodies: [{ text: '3', value: 3, rows: 3 }],
    },
  ],
  quoted: [
    {
      id: 'q1',
      name: '培训人次',
      value: '2,800',
      unit: '人次',
      document: '培训台账',
      date: plainDate('2023-12-01'),
      by: '李秀英',
    },
  ],
};
const PROSE =
  '讲党课{{meetings.party_class.count}}次，其中机关{{meetings.party_class.count@1}}次，培训{{引用:q1}}人次';

test('shown by name and kept by id', () => {
  const words = shown(PROSE, names);
  expect(words).toBe('讲党课〔党课次数〕次，其中机关〔党课次数@1〕次，培训〔引用:培训人次〕人次');
  expect(kept(words, names)).toBe(PROSE);
});

test('a document number is no figure', () => {
  expect(kept('中发〔2023〕5号', names)).toBe('中发〔2023〕5号');
  expect(shown('{{gone}}', names)).toBe('{{gone}}');
});

test('the preview has the numbers', () => {
  expect(previewOf(PROSE, names).map((piece) => piece.text)).toEqual([
    '讲党课',
    '4',
    '次，其中机关',
    '3',
    '次，培训',
    '2,800',
    '人次',
  ]);
});
