import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, plainDate } from '#kernel/plain-date';
import { MEMBER_RULES } from './catalogue.ts';
import { countOf, movementOf, type MembershipSpan, type Movement } from './movement.ts';
import { qualityOf, type QualityFacts } from './quality.ts';
import { DEFAULT_MEMBER_SETTINGS as S } from './settings.ts';

const d = plainDate;
const span = (
  personId: string,
  from: string,
  to: string | null,
  changes: Partial<MembershipSpan> = {},
): MembershipSpan => ({
  personId,
  orgId: 'one',
  standing: 'normal',
  from: d(from),
  to: to === null ? null : d(to),
  wayIn: 'opening',
  wayOut: null,
  ...changes,
});
const lines = (movement: Movement) =>
  [...movement.increases, ...movement.decreases]
    .filter((line) => line.personIds.length > 0)
    .map((line) => [line.way, ...line.personIds]);

describe('党员增减变动', () => {
  test('a year of a branch', () => {
    const movement = movementOf(
      [
        span('a', '2020-01-01', null),
        span('b', '2020-01-01', '2026-03-05', { wayOut: 'died' }),
        span('c', '2026-05-10', '2026-09-01', { wayIn: 'admitted', wayOut: 'regrouped' }),
        span('c', '2026-09-01', null, { wayIn: 'regrouped' }),
        span('e', '2026-02-01', '2026-08-01', {
          wayIn: 'transferred_in',
          wayOut: 'transferred_out',
        }),
      ],
      d('2026-01-01'),
      d('2026-12-31'),
    );
    expect(movement.opening).toEqual(['a', 'b']);
    expect(movement.closing).toEqual(['a', 'c']);
    expect(lines(movement)).toEqual([
      ['admitted', 'c'],
      ['transferred_in', 'e'],
      ['died', 'b'],
      ['transferred_out', 'e'],
    ]);
  });
  test('a move inside the scope is no movement; seen from one branch it is', () => {
    const rows = [
      span('a', '2020-01-01', '2026-05-01', { wayOut: 'transferred_out' }),
      span('a', '2026-05-01', null, { orgId: 'two', wayIn: 'transferred_in' }),
    ];
    const year = [d('2026-01-01'), d('2026-12-31')] as const;
    expect(lines(movementOf(rows, ...year))).toEqual([]);
    expect(lines(movementOf(rows.slice(0, 1), ...year))).toEqual([['transferred_out', 'a']]);
  });
  test('suspension is a decrease, restoring an increase', () => {
    const rows = [
      span('a', '2020-01-01', '2025-03-01', { wayOut: null }),
      span('a', '2025-03-01', '2026-06-01', { standing: 'suspended' }),
      span('a', '2026-06-01', null, { wayIn: 'regrouped' }),
    ];
    expect(lines(movementOf(rows, d('2025-01-01'), d('2025-12-31')))).toEqual([['suspended', 'a']]);
    expect(lines(movementOf(rows, d('2026-01-01'), d('2026-12-31')))).toEqual([['restored', 'a']]);
  });
  test('property: opening + in − out = closing, whatever the days', () => {
    const stays = fc.array(
      fc.record({
        person: fc.nat(8),
        start: fc.nat(900),
        length: fc.integer({ min: 1, max: 400 }),
        open: fc.boolean(),
        suspended: fc.boolean(),
      }),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(stays, fc.nat(900), fc.nat(500), (list, start, length) => {
        const ends = new Map<number, number>();
        const spans = list
          .toSorted((a, b) => a.start - b.start)
          .flatMap((stay): MembershipSpan[] => {
            // No two rows of one person overlap, as the table guarantees.
            const at = Math.max(stay.start, ends.get(stay.person) ?? 0);
            if (at === Number.POSITIVE_INFINITY) return [];
            const to = at + stay.length;
            ends.set(stay.person, stay.open ? Number.POSITIVE_INFINITY : to);
            const from = addDays(d('2024-01-01'), at);
            const last = stay.open ? null : addDays(d('2024-01-01'), to);
            return [
              {
                ...span(`p${stay.person}`, from, last),
                standing: stay.suspended ? 'suspended' : 'normal',
              },
            ];
          });
        const from = addDays(d('2024-01-01'), start);
        const m = movementOf(spans, from, addDays(from, length));
        return (
          m.opening.length + countOf(m.increases) - countOf(m.decreases) === m.closing.length &&
          new Set(m.closing).size === m.closing.length
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('data quality', () => {
  const facts = (changes: Partial<QualityFacts> = {}): QualityFacts => ({
    name: '王小明',
    category: 'full',
    sex: 'male',
    ethnic: '01',
    bornOn: d('1980-01-01'),
    joinedOn: d('2005-07-01'),
    regularisedOn: d('2006-07-01'),
    extensionMonths: 0,
    education: 'university',
    work: 'civil_servant',
    hasIdentity: true,
    identityBornOn: d('1980-01-01'),
    identitySex: 'male',
    hasPhone: true,
    hasGroup: false,
    branchHasGroups: false,
    ...changes,
  });
  const on = d('2026-11-21');
  const codes = (changes: Partial<QualityFacts>) =>
    qualityOf(facts(changes), on, S).map((finding) => finding.code);
  test('a whole file has no findings', () => expect(codes({})).toEqual([]));
  test('the heaviest first', () => {
    expect(codes({ hasPhone: false, ethnic: null, category: null, joinedOn: null })).toEqual([
      'members.category_missing',
      'members.joined_missing',
      'members.ethnic_missing',
      'members.phone_missing',
    ]);
  });
  test('probation over', () => {
    const probationary = { category: 'probationary', regularisedOn: null } as const;
    expect(codes({ ...probationary, joinedOn: d('2025-11-20') })).toEqual([
      'members.probation_over',
    ]);
    expect(codes({ ...probationary, joinedOn: d('2025-11-21') })).toEqual([]);
    expect(codes({ ...probationary, joinedOn: d('2025-11-20'), extensionMonths: 6 })).toEqual([]);
  });
  test('days and people that do not fit', () => {
    expect(codes({ regularisedOn: null })).toEqual(['members.regularised_missing']);
    expect(codes({ regularisedOn: d('2005-06-30') })).toEqual([
      'members.regularised_before_joined',
    ]);
    expect(codes({ bornOn: d('1988-01-01'), identityBornOn: d('1988-01-02') })).toEqual([
      'members.joined_too_young',
      'members.birth_differs_from_identity',
    ]);
    expect(codes({ identitySex: 'female', branchHasGroups: true })).toEqual([
      'members.sex_differs_from_identity',
      'members.group_missing',
    ]);
    const student = { work: 'student_high', identityBornOn: null } as const;
    expect(codes({ ...student, bornOn: d('1971-11-22') })).toEqual([]);
    expect(codes({ ...student, bornOn: d('1971-11-21') })).toEqual(['members.student_too_old']);
    expect(codes({ ...student, bornOn: null })).toEqual(['members.born_missing']);
    expect(codes({ bornOn: d('1987-07-01'), identityBornOn: null })).toEqual([]);
    expect(codes({ bornOn: d('1960-01-01'), identityBornOn: null })).toEqual([]);
    expect(codes({ work: 'student_high', bornOn: d('1960-01-01'), identityBornOn: null })).toEqual([
      'members.student_too_old',
    ]);
  });
});

test('catalogue: ids once, articles only where read', () => {
  expect(new Set(MEMBER_RULES.map((rule) => rule.id)).size).toBe(MEMBER_RULES.length);
  for (const rule of MEMBER_RULES) if (!rule.sure) expect(rule.basis).not.toMatch(/第\d+条/);
});
