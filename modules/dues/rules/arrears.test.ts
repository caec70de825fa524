import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money, type Money } from '#kernel/money';
import { addToMonth, firstDayOf, plainDate, plainMonth, type PlainMonth } from '#kernel/plain-date';
import { monthsOfReceipt, settle, type Receipt, type Settlement } from './allocation.ts';
import { arrearsOn, backPayBeyond, nextStep } from './arrears.ts';
import type { Cycle, CycleSpan } from './cycle.ts';
import type { DueLine } from './liability.ts';
import { DEFAULT_DUES_SETTINGS as S } from './settings.ts';

const d = plainDate;
const m = plainMonth;
const line = (month: PlainMonth, due: number | null = 1_000, claimableFrom = month): DueLine => ({
  month,
  kind: claimableFrom > month ? 'back' : 'regular',
  claimableFrom,
  due: due === null ? null : money(due),
  explanation: '',
});
const year = (n = 12): DueLine[] =>
  Array.from({ length: n }, (_, i) => line(addToMonth(m('2026-01'), i)));
const receipt = (id: string, on: string, fen: number): Receipt => ({
  id,
  on: d(on),
  amount: money(fen),
});
const cycle = (kind: Cycle): CycleSpan[] => [
  { from: m('2020-01'), to: null, cycle: kind, basis: '会议决定' },
];
const on = (s: Settlement, cycles: CycleSpan[], day: string) => arrearsOn(s.lines, cycles, d(day));

describe('receipts over months', () => {
  test('oldest month first, earliest receipt first, rest in advance', () => {
    const s = settle(year(3), [receipt('b', '2026-02-05', 2_500), receipt('a', '2026-01-05', 500)]);
    expect(s.lines.map((l) => [l.paid, l.open])).toEqual([
      [1_000, 0],
      [1_000, 0],
      [1_000, 0],
    ]);
    expect(s.lines[0]?.shares.map((x) => [x.receiptId, x.amount])).toEqual([
      ['a', 500],
      ['b', 500],
    ]);
    expect(monthsOfReceipt(s, 'b')).toEqual({ first: '2026-01', last: '2026-03' });
    expect(s.advance).toBe(0);
    expect(settle(year(1), [receipt('a', '2026-01-01', 1_200)]).advance).toBe(200);
  });
  test('a month not fixed takes nothing', () => {
    const s = settle([line(m('2026-01'), null)], [receipt('a', '2026-01-01', 700)]);
    expect(s.advance).toBe(700);
    expect(monthsOfReceipt(s, 'a')).toBeNull();
  });
  test('property: shares + advance = receipts, nothing overpaid, no gap before a paid month', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(5_000), { maxLength: 15 }),
        fc.array(fc.integer({ min: 1, max: 9_000 }), { maxLength: 15 }),
        (dues, paid) => {
          const s = settle(
            dues.map((fen, i) => line(addToMonth(m('2025-01'), i), fen)),
            paid.map((fen, i) => receipt(`r${i}`, '2026-01-01', fen)),
          );
          const shares = s.lines.flatMap((l) => l.shares).reduce((sum, x) => sum + x.amount, 0);
          const firstOpen = s.lines.findIndex((l) => l.open > 0);
          return (
            shares + s.advance === s.paid &&
            s.lines.every((l) => l.paid + l.open === (l.due ?? 0)) &&
            (firstOpen === -1 || s.lines.slice(firstOpen + 1).every((l) => l.paid === 0)) &&
            (s.advance === 0 || firstOpen === -1)
          );
        },
      ),
    );
  });
});

describe('arrears as of a day', () => {
  test('count from the end of the agreed cycle', () => {
    const s = settle(year(), []);
    expect(on(s, cycle('month'), '2026-01-31').amount).toBe(0);
    expect(on(s, cycle('month'), '2026-02-01')).toMatchObject({
      amount: 1_000,
      months: ['2026-01'],
      clockMonths: 1,
    });
    expect(on(s, cycle('quarter'), '2026-03-31').amount).toBe(0);
    expect(on(s, cycle('quarter'), '2026-04-01')).toMatchObject({
      amount: 3_000,
      consecutiveUnpaid: 3,
      clockMonths: 1,
    });
  });
  test('back lines are no arrears before they could be asked for, and feed no clock', () => {
    const lines = [
      line(m('2026-01'), 20, m('2026-07')),
      line(m('2026-02'), 20, m('2026-07')),
      line(m('2026-07'), 20),
    ];
    const s = settle(lines, []);
    expect(on(s, [], '2026-07-31').amount).toBe(0);
    expect(on(s, [], '2026-08-01')).toMatchObject({
      amount: 60,
      consecutiveUnpaid: 1,
      clockMonths: 1,
    });
  });
  test('a payment in between breaks the run', () => {
    const lines = year(8);
    const s: Settlement = settle(lines, []);
    const paid = s.lines.map((l, i) => (i === 4 ? { ...l, paid: money(1), open: money(999) } : l));
    expect(arrearsOn(paid, [], d('2026-09-01'))).toMatchObject({
      consecutiveUnpaid: 3,
      amount: 7_999,
    });
  });
  test('months of relief break the run', () => {
    const lines = year(8).map((l, i) => (i === 5 ? { ...l, due: money(0) } : l));
    expect(on(settle(lines, []), [], '2026-09-01').consecutiveUnpaid).toBe(2);
  });
  test('property: monthly cycle, nothing paid → n months after n months', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 24 }), (n) => {
        const a = arrearsOn(
          settle(year(30), []).lines,
          [],
          firstDayOf(addToMonth(m('2026-01'), n)),
        );
        return (
          a.consecutiveUnpaid === n && a.clockMonths === n && (a.amount as number) === n * 1_000
        );
      }),
    );
  });
});

describe('next step', () => {
  const after = (day: string, cycles: CycleSpan[] = [], paid: Money = money(0)) =>
    on(settle(year(24), paid > 0 ? [receipt('a', '2026-01-01', paid)] : []), cycles, day);
  test('by length', () => {
    expect(nextStep(after('2026-01-20'), null, S).step).toBe('none');
    expect(nextStep(after('2026-02-20'), null, S).step).toBe('remind');
    expect(nextStep(after('2026-04-20'), null, S)).toEqual({
      step: 'educate',
      rule: 'dues.arrears.educate',
    });
    expect(nextStep(after('2026-06-30'), null, S).step).toBe('educate');
    expect(nextStep(after('2026-07-01'), null, S).step).toBe('person_must_judge');
  });
  test('a pause stops the clock', () => {
    expect(nextStep(after('2026-12-01'), 'frail', S).step).toBe('remind');
  });
  test('a yearly cycle does not reach six months the day after it ends', () => {
    expect(nextStep(after('2027-01-01', cycle('year')), null, S).step).toBe('remind');
    expect(nextStep(after('2027-06-01', cycle('year')), null, S).step).toBe('person_must_judge');
  });
  test('an advance counts', () => {
    expect(nextStep(after('2026-07-01', [], money(6_000)), null, S).step).toBe('none');
  });
  test('arrears longer than six months are only a warning', () => {
    expect(backPayBeyond(after('2026-09-01'), S)).toBe(2);
    expect(backPayBeyond(after('2026-03-01'), S)).toBe(0);
  });
});
