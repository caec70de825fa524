import { expect, test } from 'vitest';
import { namesIn } from './names.ts';

test('names typed together are told apart, each once', () => {
  expect(namesIn(' 马晓东、孙丽，马晓东;周强 ')).toEqual(['马晓东', '孙丽', '周强']);
  expect(namesIn('  ')).toEqual([]);
});
