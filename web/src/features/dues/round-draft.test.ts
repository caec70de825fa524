import { expect, test } from 'vitest';
import { money } from '#kernel/money';
import { plainDate, plainMonth } from '#kernel/plain-date';
import { Unread } from '../../patterns/unread.ts';
import {
  inGroup,
  receiptsOf,
  sumOf,
  tickAll,
  toggle,
  unreadIn,
  type RoundLine,
} from './round-draft.ts';

const line = (personId: string, open: number, before = 0): RoundLine => ({
  personId: personId as RoundLine['personId'],
  name: personId,
  due: money(open),
  paid: money(0),
  open: money(open),
  before: money(before),
  unassessed: [],
  note: '',
});
const LINES = [line('a', 4_800), line('b', 4_800, 9_600), line('c', 0)];
const common = { paidOn: plainDate('2026-03-02'), means: 'cash' as const };

test('all who owe are ticked, the others not; earlier months only where wanted', () => {
  expect(sumOf(tickAll({}, LINES, false))).toBe(9_600);
  expect(sumOf(tickAll({}, LINES, true))).toBe(19_200);
  expect(Object.keys(tickAll({}, LINES, false))).toEqual(['a', 'b']);
});

test('an amount typed before stays; a tick taken away is an exception', () => {
  const all = tickAll({ a: { amount: money(100) } }, LINES, false);
  expect(all['a']?.amount).toBe(100);
  const [, second] = LINES;
  if (second === undefined) throw new Error('no line');
  expect(receiptsOf(toggle(all, second, false), LINES, common)).toMatchObject([
    { personId: 'a', amount: 100, means: 'cash', payer: { kind: 'self' } },
  ]);
});

test('what cannot be read stops the saving', () => {
  expect(
    unreadIn({ a: { amount: new Unread('?') }, b: { amount: money(0) }, c: { amount: money(1) } }),
  ).toEqual(['a', 'b']);
});

test('a group has its own lines and sums; the whole branch stays as it is', () => {
  const round: Parameters<typeof inGroup>[0] = {
    cycle: 'month',
    name: '2026年3月',
    first: plainMonth('2026-03'),
    last: plainMonth('2026-03'),
    lines: LINES,
    due: money(9_600),
    paid: money(0),
    open: money(9_600),
    before: money(9_600),
    notRemitted: money(0),
  };
  const group = { members: [{ personId: 'b' }, { personId: 'c' }] };
  expect(inGroup(round, group)).toMatchObject({ due: 4_800, open: 4_800, before: 9_600 });
  expect(inGroup(round, group).lines.map((one) => one.personId)).toEqual(['b', 'c']);
  expect(inGroup(round, undefined)).toBe(round);
});
