import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, plainDate } from '#kernel/plain-date';
import { unwrap } from '#kernel/result';
import { DEFAULT_MEMBER_SETTINGS as S } from './settings.ts';
import { ageOn, medalList, medalListDue, probationEnd, standingOn } from './standing.ts';

const d = plainDate;

describe('age and standing', () => {
  test('whole years', () => {
    expect(ageOn(d('1990-05-12'), d('2026-05-11'))).toBe(35);
    expect(ageOn(d('1990-05-11'), d('2026-05-11'))).toBe(36);
    expect(standingOn(d('2020-07-01'), 0, d('2026-06-30'))).toBe(5);
    expect(standingOn(d('2020-07-01'), 1, d('2026-06-30'))).toBe(6);
    expect(standingOn(d('2020-07-01'), -12, d('2026-07-01'))).toBe(5);
    expect(standingOn(d('2026-07-01'), 0, d('2026-06-01'))).toBe(0);
  });
  test('property: standing never falls as days pass, and a correction never shortens it', () => {
    fc.assert(
      fc.property(
        fc.nat(30_000),
        fc.nat(30_000),
        fc.nat(400),
        fc.nat(60),
        (start, later, more, months) => {
          const from = addDays(d('1930-01-01'), start);
          const on = addDays(from, later);
          const now = standingOn(from, months, on);
          return (
            now <= standingOn(from, months, addDays(on, more)) && now >= standingOn(from, 0, on)
          );
        },
      ),
    );
  });
});

describe('fifty years on 1 July', () => {
  const person = (personId: string, regularised: string | null, correctionMonths = 0) => ({
    personId,
    regularisedOn: regularised === null ? null : d(regularised),
    correctionMonths,
  });
  test('cutoff, correction, unknown dates', () => {
    const people = [
      person('on the day', '1976-07-01'),
      person('a day late', '1976-07-02'),
      person('corrected', '1976-08-01', 1),
      person('earlier', '1975-07-01'),
      person('unknown', null),
    ];
    expect(medalList(people, 2026, S)).toEqual({
      cutoff: '2026-07-01',
      reaching: ['on the day', 'corrected'],
      earlier: ['earlier'],
      unknown: ['unknown'],
    });
  });
  test('listed in April', () => {
    expect(medalListDue(d('2026-03-31'), S)).toBe(false);
    expect(medalListDue(d('2026-04-01'), S)).toBe(true);
  });
  test('property: over the years everybody is listed exactly once', () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.integer({ min: -30, max: 30 }), (n, months) => {
        const one = [person('p', addDays(d('1940-01-01'), n), months)];
        const years = Array.from({ length: 90 }, (_, i) => 1985 + i);
        return years.filter((year) => medalList(one, year, S).reaching.length === 1).length === 1;
      }),
      { numRuns: 30 },
    );
  });
});

describe('probation', () => {
  test('twelve months, one extension of six to twelve', () => {
    expect(unwrap(probationEnd(d('2025-05-11'), 0, S))).toBe('2026-05-11');
    expect(unwrap(probationEnd(d('2025-05-11'), 6, S))).toBe('2026-11-11');
    expect(unwrap(probationEnd(d('2024-02-29'), 0, S))).toBe('2025-02-28');
    expect(probationEnd(d('2025-05-11'), 5, S)).toMatchObject({
      refusal: { code: 'members.extension_length' },
    });
    expect(probationEnd(d('2025-05-11'), 13, S).ok).toBe(false);
  });
});
