import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from '#kernel/money';
import { addDays, plainDate } from '#kernel/plain-date';
import { balanceOn, checkUse } from './means.ts';

const row = (on: string, fen: number) => ({ on: plainDate(on), amount: money(fen) });
const use = (on: string, fen: number, decidedOn = on) => ({
  ...row(on, fen),
  decidedOn: plainDate(decidedOn),
});

describe('use of returned dues', () => {
  const allotted = [row('2026-02-01', 100_000)];

  test('within the balance of the day', () => {
    expect(checkUse(use('2026-02-01', 100_000), allotted, []).ok).toBe(true);
    expect(checkUse(use('2026-01-31', 1), allotted, [])).toMatchObject({
      refusal: { code: 'dues.use_above_balance', params: { balance: 0 } },
    });
  });

  test('an earlier use does not eat what a later one rests on', () => {
    const later = [row('2026-03-01', 90_000)];
    expect(checkUse(use('2026-02-10', 10_001), allotted, later).ok).toBe(false);
    expect(checkUse(use('2026-02-10', 10_000), allotted, later).ok).toBe(true);
  });

  test('decided first, and of some amount', () => {
    expect(checkUse(use('2026-02-10', 1, '2026-02-11'), allotted, [])).toMatchObject({
      refusal: { code: 'dues.use_before_decision' },
    });
    expect(checkUse(use('2026-02-10', 0), allotted, [])).toMatchObject({
      refusal: { code: 'dues.amount_not_positive' },
    });
  });

  test('property: whatever is accepted, the balance is never below nothing', () => {
    const day = fc.nat(60).map((n) => addDays(plainDate('2026-01-01'), n));
    const one = fc.record({ on: day, amount: fc.integer({ min: 1, max: 500 }).map(money) });
    fc.assert(
      fc.property(
        fc.array(one, { maxLength: 6 }),
        fc.array(one, { maxLength: 20 }),
        (given, wanted) => {
          const uses: typeof wanted = [];
          for (const each of wanted) {
            if (checkUse({ ...each, decidedOn: each.on }, given, uses).ok) uses.push(each);
          }
          return uses.every((each) => balanceOn(given, uses, each.on) >= 0);
        },
      ),
    );
  });
});
