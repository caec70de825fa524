import fc from 'fast-check';
import { expect, test } from 'vitest';
import { merge } from './merge.ts';

const base = {
  title: '党员大会',
  items: [
    { title: '学习', talk: '', decision: '' },
    { title: '发展党员', talk: '', decision: '' },
  ],
};

test('what each wrote at another place stands', () => {
  const mine = { ...base, items: [{ ...base.items[0], talk: '我写的' }, base.items[1]] };
  const theirs = { ...base, items: [base.items[0], { ...base.items[1], decision: '同意' }] };
  expect(merge<unknown>(base, mine, theirs)).toEqual({
    value: {
      title: '党员大会',
      items: [
        { title: '学习', talk: '我写的', decision: '' },
        { title: '发展党员', talk: '', decision: '同意' },
      ],
    },
    clashes: [],
  });
});

test('where both wrote, mine stands and theirs is named', () => {
  const found = merge({ talk: '' }, { talk: '我写的' }, { talk: '他写的' });
  expect(found.value.talk).toBe('我写的');
  expect(found.clashes).toEqual([{ path: ['talk'], theirs: '他写的' }]);
});

test('items that both added are all there', () => {
  const found = merge(['a'], ['a', 'b'], ['a', 'c']);
  expect(found.value).toEqual(['a', 'b', 'c']);
});

test('what one removed while the other wrote comes back', () => {
  expect(merge(['a', 'b'], ['a'], ['a', 'b2']).value).toEqual(['a', 'b2']);
});

test('one who changed nothing loses nothing, whoever it was', () => {
  const value = fc.array(fc.record({ title: fc.string(), talk: fc.string() }), { maxLength: 5 });
  fc.assert(
    fc.property(value, value, (before, after) => {
      expect(merge(before, before, after)).toEqual({ value: after, clashes: [] });
      expect(merge(before, after, before)).toEqual({ value: after, clashes: [] });
    }),
  );
});
