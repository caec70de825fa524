import { expect, test } from 'vitest';
import { isPaper, paperAddress } from './papers.ts';

test('a paper is asked for by what it is of, and nothing else', () => {
  expect(paperAddress('minutes', { meetingId: 'm', sittingId: 's' }, 'docx')).toBe(
    '/api/meetings/papers/minutes?format=docx&meetingId=m',
  );
  expect(paperAddress('hours', { orgId: 'o', year: '2026' }, 'html')).toBe(
    '/api/meetings/papers/hours?format=html&orgId=o&year=2026',
  );
});

test('only known papers', () => {
  expect([isPaper('sign-in'), isPaper('toString'), isPaper('')]).toEqual([true, false, false]);
});
