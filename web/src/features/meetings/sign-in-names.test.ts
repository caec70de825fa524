import { expect, test } from 'vitest';
import { shownNames } from './sign-in-names.ts';

const lines = ['张伟', '陈 静', '王建国', '陈静'].map((name, index) => ({ name, key: index }));
const names = (typed: string): string[] => shownNames(lines, typed).map((line) => line.name);

test('names stand in the order of their sounds, two of the same name both', () => {
  expect(names('').map((name) => name.replace(' ', ''))).toEqual([
    '陈静',
    '陈静',
    '王建国',
    '张伟',
  ]);
});

test('part of a name finds it, also with spaces typed or written', () => {
  expect(names('建国')).toEqual(['王建国']);
  expect(names('陈　静')).toHaveLength(2);
  expect(names('赵')).toEqual([]);
});
