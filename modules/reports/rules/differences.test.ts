import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Measured, SourceRow } from '#engines/indicator';
import type { OrgId } from '#kernel/ids';
import { plainDate } from '#kernel/plain-date';
import { amountText, differenceOf, SINCE_ISSUE, YEARS } from './differences.ts';

const row = (id: string, adds: number, more: Partial<SourceRow> = {}): SourceRow => ({
  id,
  orgId: 'o' as OrgId,
  on: plainDate('2023-03-01'),
  label: id,
  adds,
  route: '/',
  ...more,
});
const measured = (rows: readonly SourceRow[], of = 1): Measured => ({
  value: rows.reduce((sum, one) => sum + one.adds, 0),
  of,
  rows,
});
const COUNT = { id: 'a', name: '党课次数', unit: '次' } as const;
const SHARE = { id: 'b', name: '到会率', unit: '%' } as const;
const none = new Map<string, string>();

test('property: the causes add up to the difference, of counts and of shares', () => {
  const rows = fc
    .array(fc.record({ id: fc.nat(20), adds: fc.nat(9) }))
    .map((list) => list.map(({ id, adds }) => row(`${id}`, adds)));
  fc.assert(
    fc.property(rows, rows, fc.nat(60), fc.nat(60), (a, b, x, y) => {
      for (const unit of [COUNT, SHARE]) {
        const found = differenceOf(unit, measured(a, x), measured(b, y), YEARS, none);
        const sum = found.causes.reduce((all, cause) => all + cause.amount, 0);
        if (sum !== found.amount) return false;
      }
      return true;
    }),
    { numRuns: 300 },
  );
});

test('a late entry is named as one', () => {
  const found = differenceOf(
    COUNT,
    measured([row('1', 1, { group: '党课' })]),
    measured([row('1', 1, { group: '党课' }), row('2', 1, { group: '党课' })]),
    SINCE_ISSUE,
    none,
  );
  expect(found).toMatchObject({ before: '1', after: '2', amount: 1 });
  expect(found.causes.map((cause) => cause.words)).toEqual(['党课，定稿后补录']);
  expect(found.causes[0]?.added.map((one) => one.id)).toEqual(['2']);
});

test('amounts carry their sign', () => {
  expect(amountText('次', 3)).toBe('+3');
  expect(amountText('元', -12_050)).toBe('-120.50');
  expect(amountText('%', -15)).toBe('-1.5');
});
