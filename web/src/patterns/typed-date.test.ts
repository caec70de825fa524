import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, chineseDate, plainDate } from '#kernel/plain-date';
import { readTypedDate } from './typed-date.ts';

const today = plainDate('2026-11-21');

test.each([
  ['19980701', '1998-07-01', false],
  ['1998.7', '1998-07-01', true],
  ['199807', '1998-07-01', true],
  ['1998年7月', '1998-07-01', true],
  ['2026-5-1', '2026-05-01', false],
  ['1998年7月1日', '1998-07-01', false],
  ['１９９８／７／１', '1998-07-01', false],
  ['5.1', '2026-05-01', false],
  ['今天', '2026-11-21', false],
])('%s is understood', (typed, date, assumed) => {
  expect(readTypedDate(typed, today)).toEqual({ date, assumed });
});

test.each(['', '1998', '19981301', '2023-2-29', '98.7.1', '1998.7.32', '星期一', '1899-12-31'])(
  '%s is no day',
  (typed) => {
    expect(readTypedDate(typed, today)).toBeNull();
  },
);

test('every day reads back from each way of writing it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), (days) => {
      const date = addDays(plainDate('1900-01-01'), days);
      const ways = [
        date,
        date.replaceAll('-', ''),
        date.replaceAll('-', '.'),
        date.replaceAll('-', '/'),
        chineseDate(date),
      ];
      for (const way of ways) expect(readTypedDate(way, today)).toEqual({ date, assumed: false });
    }),
  );
});
