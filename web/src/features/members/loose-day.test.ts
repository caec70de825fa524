import { expect, test } from 'vitest';
import { readLooseDay } from './loose-day.ts';

test.each([
  ['1998', '1998'],
  ['1998年', '1998'],
  ['1998.7', '1998-07'],
  ['1998年7月', '1998-07'],
  ['19980701', '1998-07-01'],
  ['1998-7-1', '1998-07-01'],
  ['１９９８年７月１日', '1998-07-01'],
  ['1998-13', null],
  ['1998-02-30', null],
  ['去年', null],
  ['', null],
])('%s → %s', (typed, day) => expect(readLooseDay(typed)).toBe(day));
