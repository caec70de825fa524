import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatYuan, money, parseYuan, type Money } from '#kernel/money';
import { unwrap } from '#kernel/result';
import { assess, applyRate, MAX_BASE, type PayerKind } from './amount.ts';
import { checkSettings, DEFAULT_DUES_SETTINGS } from './settings.ts';

const S = DEFAULT_DUES_SETTINGS;
const yuan = (text: string): Money => parseYuan(text) ?? money(Number.NaN);
const due = (kind: PayerKind, base: string): string =>
  formatYuan(unwrap(assess(kind, yuan(base), S)).amount);

describe('amount by bracket (DUES08 arts. 2, 5)', () => {
  test.each([
    ['0', '0.00'],
    ['3000', '15.00'],
    ['3000.01', '30.00'],
    ['5000', '50.00'],
    ['5000.01', '75.00'],
    ['10000', '150.00'],
    ['10000.01', '200.00'],
    ['60000', '1200.00'],
    ['4800', '48.00'],
  ])('wage %s → %s', (base, amount) => expect(due('wage', base)).toBe(amount));

  test.each([
    ['5000', '25.00'],
    ['5000.01', '50.00'],
  ])('retired %s → %s', (base, amount) => expect(due('retired', base)).toBe(amount));

  test('annual salary and self-employed use the wage brackets and name their own article too', () => {
    const a = unwrap(assess('annual_salary', yuan('20000'), S));
    expect(formatYuan(a.amount)).toBe('400.00');
    expect(a.rules).toEqual(['dues.wage.b4', 'dues.annual']);
    expect(unwrap(assess('self_employed', yuan('4000'), S)).rules).toContain('dues.self');
  });

  test('fixed amounts', () => {
    expect(unwrap(assess('student', null, S)).amount).toBe(20);
    expect(unwrap(assess('unemployed', null, S)).amount).toBe(20);
    expect(unwrap(assess('farmer', null, { ...S, farmerMonthly: money(50) })).amount).toBe(50);
  });

  test('above 1,000 yuan is advice only', () => {
    expect(unwrap(assess('wage', yuan('60000'), S)).advice).toEqual({
      code: 'dues.above_soft_cap',
      cap: 100_000,
    });
    expect(unwrap(assess('wage', yuan('50000'), S)).advice).toBeNull();
  });

  test('refusals', () => {
    expect(assess('wage', null, S)).toMatchObject({
      ok: false,
      refusal: { code: 'dues.base_missing' },
    });
    expect(assess('student', yuan('1'), S)).toMatchObject({
      ok: false,
      refusal: { code: 'dues.base_not_used' },
    });
    expect(assess('wage', money(-1), S)).toMatchObject({
      ok: false,
      refusal: { code: 'dues.base_out_of_range' },
    });
  });
});

describe('explanation line', () => {
  test('names base, rate, amount and article', () => {
    expect(unwrap(assess('wage', yuan('4800'), S)).explanation).toBe(
      '税后月固定收入4,800.00元×1%=48.00元（依据：《关于中国共产党党费收缴、使用和管理的规定》第2条）',
    );
  });
  test('says where it was rounded', () => {
    const line = unwrap(assess('wage', yuan('4815'), { ...S, rounding: 'jiao' })).explanation;
    expect(line).toContain('≈48.20元，四舍五入到角');
  });
  test('a fixed amount names its article', () => {
    expect(unwrap(assess('farmer', null, S)).explanation).toContain('第6条');
  });
});

describe('rounding (setting)', () => {
  test('half up', () => {
    expect(applyRate(money(100), 50, 'fen')).toBe(1);
    expect(applyRate(money(99), 50, 'fen')).toBe(0);
    expect(applyRate(money(1_000_00), 50, 'jiao')).toBe(500);
    expect(applyRate(money(1_010_00), 50, 'jiao')).toBe(510);
    expect(applyRate(money(1_100_00), 50, 'yuan')).toBe(600);
    expect(applyRate(money(1_099_99), 50, 'yuan')).toBe(500);
  });
  test('property: never further than half a unit from base × rate', () => {
    const units = { fen: 1, jiao: 10, yuan: 100 } as const;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: MAX_BASE }),
        fc.constantFrom('fen' as const, 'jiao' as const, 'yuan' as const),
        fc.constantFrom(50, 100, 150, 200),
        (base, rounding, rate) => {
          const off = applyRate(money(base), rate, rounding) * 10_000 - base * rate;
          return off <= 5_000 * units[rounding] && off > -5_000 * units[rounding];
        },
      ),
    );
  });
  test('property: a higher base never pays less', () => {
    const bases = fc.integer({ min: 0, max: MAX_BASE });
    fc.assert(
      fc.property(
        bases,
        bases,
        fc.constantFrom('wage' as const, 'retired' as const),
        (a, b, kind) => {
          const low = unwrap(assess(kind, money(Math.min(a, b)), S)).amount;
          return low <= unwrap(assess(kind, money(Math.max(a, b)), S)).amount;
        },
      ),
    );
  });
});

describe('settings', () => {
  test('default passes', () => expect(checkSettings(S).ok).toBe(true));
  test.each([10, 19, 101])('farmers outside 0.2–1 yuan refused: %s fen', (fen) => {
    expect(checkSettings({ ...S, farmerMonthly: money(fen) })).toMatchObject({
      refusal: { code: 'dues.farmer_amount_outside_band' },
    });
  });
  test('day and steps', () => {
    expect(checkSettings({ ...S, collectionDay: 31 }).ok).toBe(false);
    expect(checkSettings({ ...S, educateFromMonths: 6 }).ok).toBe(false);
  });
});
