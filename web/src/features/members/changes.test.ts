import { expect, test } from 'vitest';
import { changesOf } from './changes.ts';

const fields = [
  { field: 'job', value: '科员' },
  { field: 'title', value: null },
  { field: 'migrant', value: null },
  { field: 'frail', value: false },
  { field: 'correction', value: 6 },
];

test('only what differs is sent', () => {
  expect(
    changesOf(fields, { job: '科员', title: '', migrant: false, frail: false, correction: 6 }),
  ).toEqual({});
  expect(changesOf(fields, { job: '科长', frail: true })).toEqual({ job: '科长', frail: true });
});

test('an emptied box is "not known", an emptied number nought', () => {
  expect(changesOf(fields, { job: '', correction: null })).toEqual({ job: null, correction: 0 });
});
