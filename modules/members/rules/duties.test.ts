import { describe, expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date';
import {
  gapsOn,
  medalSpan,
  probationsOn,
  reachingFifty,
  yearsOf,
  type DutyFacts,
  type FileFacts,
} from './duties.ts';

const d = plainDate;
const row = (changes: Partial<DutyFacts> = {}): DutyFacts => ({
  id: 'r1',
  personId: 'a',
  orgId: 'one',
  category: 'probationary',
  from: d('2025-05-10'),
  to: null,
  joinedOn: d('2025-05-10'),
  regularisedOn: null,
  extensionMonths: 0,
  correctionMonths: 0,
  ...changes,
});

describe('end of probation (DEV26 art. 31)', () => {
  test('a year after acceptance, later by the extension', () => {
    expect(probationsOn([row()], d('2026-05-01'))).toMatchObject([
      { end: '2026-05-10', done: null },
    ]);
    expect(probationsOn([row({ extensionMonths: 6 })], d('2026-05-01'))).toMatchObject([
      { end: '2026-11-10' },
    ]);
  });

  test('done by the row of the full member, on its day and not before', () => {
    const rows = [
      row({ to: d('2026-05-12') }),
      row({ id: 'r2', category: 'full', from: d('2026-05-12') }),
    ];
    expect(probationsOn(rows, d('2026-05-11'))).toMatchObject([{ done: null }]);
    expect(probationsOn(rows, d('2026-05-12'))).toMatchObject([{ done: { id: 'r2' } }]);
  });

  test('who left owes nothing here; before the day of leaving it was due', () => {
    const rows = [row({ to: d('2026-02-01') })];
    expect(probationsOn(rows, d('2026-01-31'))).toHaveLength(1);
    expect(probationsOn(rows, d('2026-02-01'))).toEqual([]);
    expect(probationsOn([row()], d('2025-05-09'))).toEqual([]);
  });
});

describe('50 years by 1 July', () => {
  const full = (regularisedOn: string, changes: Partial<DutyFacts> = {}): DutyFacts =>
    row({ category: 'full', regularisedOn: d(regularisedOn), from: d('2020-01-01'), ...changes });
  const reaches = (one: DutyFacts): boolean =>
    reachingFifty([one], 2026, d('2026-04-10')).length === 1;

  test.each([
    ['1976-07-01', 0, true],
    ['1976-07-02', 0, false],
    ['1975-07-01', 0, false],
    ['1975-07-02', 0, true],
    ['1977-01-01', 6, true],
    ['1976-06-01', -2, false],
  ])('转正 %s, correction %i months → %s', (day, correctionMonths, expected) =>
    expect(reaches(full(day, { correctionMonths }))).toBe(expected),
  );

  test('the dead are on no list', () =>
    expect(reaches(full('1976-06-01', { to: d('2026-04-10') }))).toBe(false));

  test('shown from April', () => {
    expect(medalSpan(2026)).toEqual({ from: '2026-04-01', until: '2026-07-01' });
    expect(yearsOf(d('2025-12-31'), d('2027-01-01'))).toEqual([2025, 2026, 2027]);
  });
});

describe('gaps in the files', () => {
  const whole: FileFacts = {
    ...row({ category: 'full', regularisedOn: d('2016-05-10'), joinedOn: d('2015-05-10') }),
    name: '王建国',
    bornOn: d('1980-01-01'),
    sex: 'male',
    ethnic: '01',
    education: 'university',
    work: 'institution_staff',
  };

  test('a whole file owes nothing; numbers and phones are not asked for here', () => {
    expect(gapsOn([whole], d('2026-03-01'))).toEqual({ people: 0, kinds: [] });
  });

  test('counted by what they break, the heaviest first, for those on the roll that day only', () => {
    const rows = [
      { ...whole, personId: 'b', regularisedOn: null, ethnic: null },
      { ...whole, personId: 'c', education: null },
      { ...whole, personId: 'd', education: null, to: d('2026-02-01') },
    ];
    expect(gapsOn(rows, d('2026-03-01'))).toMatchObject({
      people: 2,
      kinds: [
        { breaks: 'standing', count: 1 },
        { breaks: 'statistics', count: 2 },
      ],
    });
  });
});
