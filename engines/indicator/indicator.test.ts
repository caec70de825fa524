import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OrgId } from '#kernel/ids';
import { addDays, daysBetween, plainDate, type PlainDate } from '#kernel/plain-date';
import { causesOf } from './difference.ts';
import type { Indicator, SourceRow } from './indicator.ts';
import { figureNumber, figureText } from './present.ts';
import { indicatorRegistry } from './registry.ts';
import { joined, rollUp, spansBelow, type Edge } from './tree.ts';

const org = (n: number): OrgId => `org-${n}` as OrgId;
const START = plainDate('2023-01-01');
const day = (n: number): PlainDate => addDays(START, n);

const row = fc
  .record({
    record: fc.integer({ min: 0, max: 12 }),
    org: fc.integer({ min: 0, max: 2 }),
    group: fc.constantFrom(undefined, '党课', '支委会'),
    adds: fc.integer({ min: -50, max: 500 }),
    version: fc.integer({ min: 0, max: 3 }),
  })
  .map((r): SourceRow => ({
    id: `${r.record}-${r.version}`,
    recordId: `${r.record}`,
    orgId: org(r.org),
    on: START,
    label: '记录',
    adds: r.adds,
    route: '/',
    ...(r.group === undefined ? {} : { group: r.group }),
  }));
const sum = (rows: readonly { adds?: number; amount?: number }[]): number =>
  rows.reduce((all, one) => all + (one.adds ?? one.amount ?? 0), 0);

describe('causes of a difference', () => {
  test('property: they add up to it exactly', () => {
    fc.assert(
      fc.property(fc.array(row), fc.array(row), (before, after) => {
        return sum(causesOf(before, after)) === sum(after) - sum(before);
      }),
      { numRuns: 500 },
    );
  });
  test('a corrected amount is one change, not a coming and a going', () => {
    const at = { recordId: 'r', orgId: org(0), on: START, label: '收款', route: '/' };
    const [cause, ...more] = causesOf(
      [{ ...at, id: 'a', adds: 100 }],
      [{ ...at, id: 'b', adds: 130 }],
    );
    expect(more).toEqual([]);
    expect(cause).toMatchObject({ kind: 'changed', amount: 30 });
  });
  test('kinds new and left out are named', () => {
    const at = { orgId: org(0), on: START, label: '会', route: '/', adds: 1 };
    const causes = causesOf(
      [
        { ...at, id: '1', group: '党课' },
        { ...at, id: '2', group: '支委会' },
      ],
      [
        { ...at, id: '3', group: '支委会' },
        { ...at, id: '4', group: '支委会' },
        { ...at, id: '5', group: '双周讲坛' },
      ],
    );
    expect(
      causes
        .map((c) => [c.kind, c.group, c.amount])
        .toSorted((a, b) => `${a[0]}`.localeCompare(`${b[0]}`)),
    ).toEqual([
      ['more', '支委会', 1],
      ['new', '双周讲坛', 1],
      ['omitted', '党课', -1],
    ]);
  });
});

describe('the dated tree', () => {
  const edges: Edge[] = [
    { orgId: org(1), parentId: org(0), from: day(0), to: day(100) },
    { orgId: org(1), parentId: org(9), from: day(100), to: null },
    { orgId: org(2), parentId: org(1), from: day(50), to: null },
  ];
  test('who moved away counts until the day before', () => {
    expect(spansBelow(edges, { orgId: org(0), from: day(0), to: day(364) })).toEqual([
      { orgId: org(0), from: day(0), to: day(364) },
      { orgId: org(1), from: day(0), to: day(99) },
      { orgId: org(2), from: day(50), to: day(99) },
    ]);
  });
  test('adjoining segments are one', () => {
    const own = { orgId: org(1) };
    expect(
      joined([
        { ...own, from: day(5), to: day(9) },
        { ...own, from: day(0), to: day(4) },
        { ...own, from: day(11), to: day(12) },
      ]),
    ).toEqual([
      { ...own, from: day(0), to: day(9) },
      { ...own, from: day(11), to: day(12) },
    ]);
  });

  /** Each organisation but the first hangs below an earlier one, with up to two parents one after another. */
  const trees = fc.array(
    fc.record({
      first: fc.nat(),
      second: fc.nat(),
      cut: fc.integer({ min: 1, max: 59 }),
      moves: fc.boolean(),
    }),
    { minLength: 1, maxLength: 7 },
  );
  test('property: equal to walking up from every organisation on every day', () => {
    fc.assert(
      fc.property(trees, (list) => {
        const all: Edge[] = list.flatMap(({ first, second, cut, moves }, index) => {
          const at = { orgId: org(index + 1) };
          const a = org(first % (index + 1));
          const b = org(second % (index + 1));
          return moves
            ? [
                { ...at, parentId: a, from: day(0), to: day(cut) },
                { ...at, parentId: b, from: day(cut), to: null },
              ]
            : [{ ...at, parentId: a, from: day(0), to: null }];
        });
        const found = spansBelow(all, { orgId: org(0), from: day(0), to: day(59) });
        const days = found.reduce((n, one) => n + daysBetween(one.from, one.to) + 1, 0);
        let naive = 0;
        for (let d = 0; d < 60; d += 1)
          for (let n = 0; n <= list.length; n += 1) {
            let at: OrgId | undefined = org(n);
            while (at !== undefined && at !== org(0)) {
              const here: OrgId = at;
              at = all.find(
                (e) => e.orgId === here && e.from <= day(d) && (e.to === null || e.to > day(d)),
              )?.parentId;
            }
            if (at === org(0)) naive += 1;
          }
        return days === naive;
      }),
    );
  });
  test('rolled up, the top has everything', () => {
    const sums = rollUp(
      [
        { orgId: org(2), value: 3, of: 1 },
        { orgId: org(1), value: 4, of: 1 },
      ],
      [
        { orgId: org(2), parentId: org(1) },
        { orgId: org(1), parentId: org(0) },
      ],
    );
    expect([...sums].map(([id, { value }]) => [id, value])).toEqual([
      [org(2), 3],
      [org(1), 7],
      [org(0), 7],
    ]);
  });
});

describe('words and names', () => {
  test.each([
    ['元', 1_226_370, 1, '12,263.70', 12_263.7],
    ['学时', 1_311, 1, '21.9', 21.9],
    ['学时', 120, 1, '2', 2],
    ['%', 2, 3, '66.7', 66.7],
    ['%', 0, 0, '—', null],
    ['次', 12, 1, '12', 12],
  ] as const)('%s %i of %i is %s', (unit, value, of, text, number) => {
    expect(figureText(unit, value, of)).toBe(text);
    expect(figureNumber(unit, value, of)).toBe(number);
  });
  test('two indicators of one id or name are a mistake', () => {
    const one: Indicator = {
      id: 'a.b',
      version: 1,
      name: '甲',
      unit: '次',
      definition: '',
      figures: async () => [],
      rows: async () => [],
    };
    expect(() => indicatorRegistry([one, one])).toThrow(RangeError);
    expect(() => indicatorRegistry([one, { ...one, id: 'a.c' }])).toThrow('甲');
    expect(indicatorRegistry([one]).find('a.b')).toBe(one);
    expect(indicatorRegistry([one]).find('x')).toBeNull();
  });
});
