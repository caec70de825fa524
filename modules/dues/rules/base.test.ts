import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from '#kernel/money';
import { unwrap } from '#kernel/result';
import { baseOf, itemsFor, STAFF_KINDS, type StaffKind } from './base.ts';

describe('base of a month', () => {
  test('civil servant: pay and general allowance, less tax and own contributions; subsidies left out', () => {
    const sum = unwrap(
      baseOf('civil', [
        { item: 'post_pay', amount: money(200_000) },
        { item: 'grade_pay', amount: money(250_000) },
        { item: 'allowance_general', amount: money(150_000) },
        { item: 'reform_subsidy', amount: money(90_000) },
        { item: 'income_tax', amount: money(5_000) },
        { item: 'housing_fund', amount: money(60_000) },
      ]),
    );
    expect(sum).toMatchObject({
      base: 535_000,
      counted: 600_000,
      deducted: 65_000,
      excluded: 90_000,
    });
    expect(sum.explanation).toContain('职务工资2,000.00元＋级别工资2,500.00元');
    expect(sum.explanation).toContain('－个人所得税50.00元');
    expect(sum.explanation).toContain(
      '＝5,350.00元（依据：《关于中国共产党党费收缴、使用和管理的规定》第1条）',
    );
    expect(sum.explanation).not.toContain('补贴90');
  });

  test('institution: basic performance pay counts, incentive performance pay does not', () => {
    const sum = unwrap(
      baseOf('institution', [
        { item: 'performance_basic', amount: money(100) },
        { item: 'performance_incentive', amount: money(900) },
      ]),
    );
    expect(sum.base).toBe(100);
  });

  test('retired: marked 按上级规定, care fee left out', () => {
    const sum = unwrap(
      baseOf('retired', [
        { item: 'pension', amount: money(450_000) },
        { item: 'care_fee', amount: money(10_000) },
      ]),
    );
    expect(sum.base).toBe(450_000);
    expect(sum.explanation).toContain('按上级规定');
  });

  test('refuses an item of another kind, a negative one, and a base below zero', () => {
    expect(baseOf('civil', [{ item: 'bonus_regular', amount: money(1) }])).toMatchObject({
      refusal: { code: 'dues.base_item_not_for_kind' },
    });
    expect(baseOf('civil', [{ item: 'post_pay', amount: money(-1) }])).toMatchObject({
      refusal: { code: 'dues.base_item_negative' },
    });
    expect(baseOf('civil', [{ item: 'income_tax', amount: money(1) }])).toMatchObject({
      refusal: { code: 'dues.base_below_zero' },
    });
  });

  test('property: excluded items never change the base', () => {
    const kinds = Object.keys(STAFF_KINDS) as StaffKind[];
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.nat(10_000_000),
        fc.nat(10_000_000),
        (kind, pay, extra) => {
          const first = itemsFor(kind)[0] ?? 'basic_pay';
          const own = { item: first, amount: money(pay) };
          const with_ = baseOf(kind, [own, { item: 'reform_subsidy', amount: money(extra) }]);
          return unwrap(with_).base === unwrap(baseOf(kind, [own])).base;
        },
      ),
    );
  });
});
