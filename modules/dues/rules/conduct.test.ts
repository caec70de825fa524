import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMoney, money, ZERO } from '#kernel/money';
import { plainDate, plainMonth } from '#kernel/plain-date';
import { unwrap } from '#kernel/result';
import { settle } from './allocation.ts';
import { DUES_RULES } from './catalogue.ts';
import {
  checkPayer,
  checkRemittance,
  checkSeparation,
  isLargeVoluntary,
  largeVoluntaryAdvice,
  planPayChange,
  publish,
  type PayChange,
  separationAdvice,
} from './conduct.ts';
import { DEFAULT_DUES_SETTINGS as S } from './settings.ts';

describe('paid for another (DUES08 arts. 12, 14)', () => {
  test('self, a relative, another member pass', () => {
    expect(checkPayer({ kind: 'self' }, 'p').ok).toBe(true);
    expect(checkPayer({ kind: 'relative', name: '王芳' }, 'p').ok).toBe(true);
    expect(checkPayer({ kind: 'member', personId: 'q' }, 'p').ok).toBe(true);
  });
  test('never the unit, never without a name', () => {
    expect(checkPayer({ kind: 'unit', name: '某公司' }, 'p')).toMatchObject({
      refusal: { code: 'dues.paid_by_unit' },
    });
    expect(checkPayer({ kind: 'relative', name: ' ' }, 'p').ok).toBe(false);
    expect(checkPayer({ kind: 'member', personId: 'p' }, 'p').ok).toBe(false);
  });
});

test('cashier and account keeper are two people', () => {
  expect(checkSeparation('a', 'b').ok).toBe(true);
  expect(checkSeparation('a', 'a')).toMatchObject({
    refusal: { code: 'dues.cashier_is_account_keeper' },
  });
});

describe('remittance', () => {
  const r = (id: string, fen: number, remitted = false) => ({ id, amount: money(fen), remitted });
  test('equals the sum of its receipts', () => {
    expect(unwrap(checkRemittance(money(300), [r('a', 100), r('b', 200)]))).toBe(300);
  });
  test('refuses another sum, none, and a receipt twice', () => {
    expect(checkRemittance(money(301), [r('a', 300)])).toMatchObject({
      refusal: { code: 'dues.remittance_sum_differs', params: { sum: 300, amount: 301 } },
    });
    expect(checkRemittance(money(0), [])).toMatchObject({
      refusal: { code: 'dues.remittance_empty' },
    });
    expect(checkRemittance(money(2), [r('a', 1), r('a', 1)]).ok).toBe(false);
    expect(checkRemittance(money(1), [r('a', 1, true)]).ok).toBe(false);
  });
  test('property: only the exact sum passes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(99_999), { minLength: 1 }),
        fc.integer({ min: -5, max: 5 }),
        (amounts, off) => {
          const receipts = amounts.map((fen, i) => r(`r${i}`, fen));
          const sum = addMoney(ZERO, ...receipts.map((x) => x.amount));
          return checkRemittance(money(sum + off), receipts).ok === (off === 0);
        },
      ),
    );
  });
});

test('publication shows due and paid, never the base', () => {
  const line = {
    month: plainMonth('2026-01'),
    kind: 'regular',
    claimableFrom: plainMonth('2026-01'),
  } as const;
  const s = settle(
    [{ ...line, due: money(4_800), explanation: '税后月固定收入4,800.00元×1%' }],
    [{ id: 'a', on: plainDate('2026-01-05'), amount: money(5_000) }],
  );
  const row = publish('李明', s);
  expect(row).toEqual({ name: '李明', due: 4_800, paid: 4_800, open: 0 });
});

test('a voluntary sum of 1,000 yuan at once goes to the Centre', () => {
  expect(isLargeVoluntary(money(100_000))).toBe(true);
  expect(isLargeVoluntary(money(99_999))).toBe(false);
});

describe('pay changes in mid-year', () => {
  const change = (changes: Partial<PayChange> = {}): PayChange => ({
    kind: 'wage',
    oldBase: money(480_000),
    newBase: money(520_000),
    from: plainMonth('2026-05'),
    decidedOn: plainDate('2026-08-06'),
    event: null,
    ...changes,
  });
  test('default: unchanged until January', () => {
    expect(unwrap(planPayChange(change(), S))).toEqual({ newBaseFrom: '2027-01', supplements: [] });
  });
  test('an event counts from its month', () => {
    expect(unwrap(planPayChange(change({ event: 'retired' }), S)).newBaseFrom).toBe('2026-05');
  });
  test('option: from the month of the new wage, the difference as 补缴', () => {
    const plan = unwrap(planPayChange(change(), { ...S, payChange: 'from_month' }));
    expect(plan.newBaseFrom).toBe('2026-08');
    expect(plan.supplements.map((s) => [s.month, s.amount])).toEqual([
      ['2026-05', 3_000],
      ['2026-06', 3_000],
      ['2026-07', 3_000],
    ]);
  });
  test('a lower wage gives nothing back', () => {
    const plan = planPayChange(change({ newBase: money(300_000) }), {
      ...S,
      payChange: 'from_month',
    });
    expect(unwrap(plan)).toEqual({ newBaseFrom: '2026-08', supplements: [] });
  });
  test('refuses a month that has not come', () => {
    expect(planPayChange(change({ from: plainMonth('2026-09') }), S)).toMatchObject({
      refusal: { code: 'dues.pay_change_in_future' },
    });
  });
});

test('catalogue: ids once, every entry with summary and basis, articles only where read', () => {
  expect(new Set(DUES_RULES.map((rule) => rule.id)).size).toBe(DUES_RULES.length);
  for (const rule of DUES_RULES) {
    expect(rule.id).toMatch(/^dues\.[a-z0-9.-]+$/);
    expect(rule.summary).not.toBe('');
    if (!rule.sure) expect(rule.basis).not.toMatch(/第\d+条/);
  }
});

test('who took all the money alone and hands it up is reminded; a second person is enough', () => {
  expect(separationAdvice(['a', 'a'], 'a')).toMatchObject([
    { code: 'dues.cashier_is_account_keeper', text: expect.stringContaining('另一位同志') },
  ]);
  expect(separationAdvice(['a', 'b'], 'a')).toEqual([]);
  expect(separationAdvice([], 'a')).toEqual([]);
});

test('a large voluntary sum is named, an ordinary or smaller one is not', () => {
  const one = { name: '王建国', amount: money(100_000), voluntary: true };
  expect(largeVoluntaryAdvice([one])).toMatchObject([
    { text: expect.stringContaining('王建国1000.00元'), basis: expect.stringContaining('第1项') },
  ]);
  expect(
    largeVoluntaryAdvice([
      { ...one, voluntary: false },
      { ...one, amount: money(99_999) },
    ]),
  ).toEqual([]);
});
