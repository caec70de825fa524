import { expect, test } from 'vitest';
import { readBases } from './paste.ts';

const people = [
  { personId: 'a', name: '张伟' },
  { personId: 'b', name: '李 秀英' },
  { personId: 'c', name: '王建国' },
];

test('a pasted column of amounts goes down the list', () => {
  expect(readBases('4800\n5,000.50\n\n', people)).toEqual({
    bases: new Map([
      ['a', 480_000],
      ['b', 500_050],
    ]),
    unread: [],
  });
});

test('names and amounts go by name, in any order, with a header', () => {
  expect(readBases('姓名\t基数\n王建国\t3000\n李秀英\t4000元\n赵敏\t1', people)).toEqual({
    bases: new Map([
      ['c', 300_000],
      ['b', 400_000],
    ]),
    unread: ['赵敏 1'],
  });
});

test('a cell that is no amount is told, not guessed', () => {
  expect(readBases('张伟\t四千八', people)).toEqual({ bases: new Map(), unread: ['张伟 四千八'] });
});
