import { expect, test } from 'vitest';
import { listSearch } from './list-search.ts';

const read = listSearch(['q', 'status']);

test('keeps its own filters and drops what it does not know', () => {
  expect(read({ q: '王', status: '', other: 'x', page: '3', pageSize: 50 })).toEqual({
    q: '王',
    page: 3,
    pageSize: 50,
  });
});

test('nonsense in the address is no error', () => {
  expect(read({ page: '-2', pageSize: 7, q: { a: 1 }, sort: ['x'] })).toEqual({});
});

test('a number typed into the address is text for a filter', () => {
  expect(read({ q: 2026 })).toEqual({ q: '2026' });
});
