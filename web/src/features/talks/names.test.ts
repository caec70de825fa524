import { expect, test } from 'vitest';
import { foundBy, namesIn } from './names.ts';

test('names typed together are told apart, each once', () => {
  expect(namesIn(' 马晓东、孙丽，马晓东;周强 ')).toEqual(['马晓东', '孙丽', '周强']);
  expect(namesIn('  ')).toEqual([]);
});

test('a name is found by its beginning, its sounds and its initials', () => {
  const finds = ['王建国', '建国', '国', 'wangjianguo', 'jianguo', 'guo', 'wjg', 'jg'];
  for (const typed of ['王建', '建国', 'wangj', 'WJ', 'wang jian', 'ｗｊｇ', ''])
    expect(foundBy(typed, finds), typed).toBe(true);
  for (const typed of ['李', 'gj', '建王']) expect(foundBy(typed, finds), typed).toBe(false);
});
