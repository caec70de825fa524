import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { piecesOf, typedNumbers } from './prose.ts';

const found = (prose: string): string[] => typedNumbers(prose).map((one) => one.text);

describe('left alone', () => {
  test.each([
    '严格落实三会一课，坚决做到“两个维护”，学习贯彻党的十九大、二十大精神',
    '2023年3月12日召开；3月底完成；2023年度；2023-03-12；上午9:30',
    '根据中发〔2023〕5号文件和第12号令',
    '一是抓学习，二是抓落实。（一）加强领导。第一，第十二',
    '1. 压实责任\n2、带头落实\n一、总体情况',
    '党的二十届三中全会精神，“十四五”规划，深入推进四议两公开',
    '落实第一议题制度，履行第一责任人职责',
    '建立一批示范点，形成一系列做法，每一名党员都参加',
    '组织{{meetings.general}}次、{{members.total@2}}人，培训{{引用:q1}}人次',
    '十二月底前，二〇二三年',
  ])('%s', (prose) => expect(found(prose)).toEqual([]));
});

describe('asks which record', () => {
  test.each([
    ['召开支部委员会会议12次', ['12']],
    ['培训2,800人次，完成率98.5%', ['2,800', '98.5%']],
    ['开展谈话二十八次', ['二十八']],
    ['服务群众１２户', ['１２']],
    ['2023年召开10次党员大会', ['10']],
    ['为民办实事十余件', ['十余']],
    ['第3党小组开会4次', ['4']],
  ])('%s', (prose, numbers) => expect(found(prose)).toEqual(numbers));
});

test('the place tells one number from another', () => {
  const [one, two] = typedNumbers('召开大会3次，讲党课3次。');
  expect(one?.place).not.toBe(two?.place);
  expect(one?.place).toContain('3');
});

test('pieces', () => {
  expect(piecesOf('共{{a.b}}次，其中机关{{a.b@2}}次，{{引用:q}}人')).toEqual([
    { kind: 'text', text: '共' },
    { kind: 'figure', id: 'a.b', body: null },
    { kind: 'text', text: '次，其中机关' },
    { kind: 'figure', id: 'a.b', body: 1 },
    { kind: 'text', text: '次，' },
    { kind: 'quoted', id: 'q' },
    { kind: 'text', text: '人' },
  ]);
});

test('property: pieces lose no word, and every Arabic digit outside tokens and patterns is told', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (prose) => {
      const back = piecesOf(prose)
        .map((p) =>
          p.kind === 'text'
            ? p.text
            : p.kind === 'quoted'
              ? `{{引用:${p.id}}}`
              : `{{${p.id}${p.body === null ? '' : `@${p.body + 1}`}}}`,
        )
        .join('');
      return back.length <= prose.length;
    }),
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.constantFrom('次', '人', '元'),
      (n, unit) => {
        return found(`开展${n}${unit}活动`).join() === String(n);
      },
    ),
  );
});
