import { describe, expect, test } from 'vitest';
import { AGES, chineseLoose, readAge } from './words.ts';

describe('ages in an address', () => {
  test('bands follow each other without gap', () => {
    const bands = AGES.map((age) => readAge(age.value));
    for (const [i, band] of bands.slice(1).entries())
      expect(band.ageFrom).toBe((bands[i]?.ageTo ?? 0) + 1);
    expect(bands[0]).toEqual({ ageTo: 30 });
    expect(bands.at(-1)).toEqual({ ageFrom: 61 });
  });

  test.each([undefined, '', 'x', '1-2-3'])('%s is no band', (age) =>
    expect(readAge(age)).toEqual({}),
  );
});

test('days as precise as they are known', () => {
  expect(['1998', '1998-07', '1998-07-01', null].map(chineseLoose)).toEqual([
    '1998年',
    '1998年7月',
    '1998年7月1日',
    '—',
  ]);
});
