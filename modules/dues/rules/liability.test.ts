import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from '#kernel/money';
import { addToMonth, plainDate, plainMonth } from '#kernel/plain-date';
import { unwrap } from '#kernel/result';
import { duesOver, type BaseSpan, type DuesFacts } from './liability.ts';
import { DEFAULT_DUES_SETTINGS } from './settings.ts';

const S = () => DEFAULT_DUES_SETTINGS;

const m = plainMonth;
const d = plainDate;
const base = (from: string, to: string | null, fen: number): BaseSpan => ({
  from: m(from),
  to: to === null ? null : m(to),
  kind: 'wage',
  base: money(fen),
});
const facts = (changes: Partial<DuesFacts> = {}): DuesFacts => ({
  membership: [{ from: m('2020-01'), to: null, claimableFrom: m('2020-01') }],
  bases: [base('2025-01', '2025-12', 480_000), base('2026-01', null, 500_001)],
  reliefs: [],
  supplements: [],
  ...changes,
});
describe('what is due', () => {
  test('dated bases over the turn of a year', () => {
    const lines = unwrap(duesOver(facts(), m('2025-12'), m('2026-01'), S));
    expect(lines.map((line) => line.due)).toEqual([4_800, 7_500]);
    expect(lines.every((line) => line.kind === 'regular')).toBe(true);
  });
  test('months before approval are 补缴', () => {
    const membership = [{ from: m('2026-05'), to: null, claimableFrom: m('2026-07') }];
    const lines = unwrap(duesOver(facts({ membership }), m('2026-04'), m('2026-08'), S));
    expect(lines.map((line) => [line.month, line.kind, line.claimableFrom])).toEqual([
      ['2026-05', 'back', '2026-07'],
      ['2026-06', 'back', '2026-07'],
      ['2026-07', 'regular', '2026-07'],
      ['2026-08', 'regular', '2026-08'],
    ]);
  });
  test('a supplement can be asked for from its month, after collection day from the next', () => {
    const at = (decidedOn: string) => {
      const supplement = {
        month: m('2026-01'),
        amount: money(3_000),
        decidedOn: d(decidedOn),
        reason: '调资',
      };
      return unwrap(
        duesOver(facts({ supplements: [supplement] }), m('2026-01'), m('2026-01'), S),
      )[1];
    };
    expect(at('2026-05-10')).toMatchObject({ kind: 'back', due: 3_000, claimableFrom: '2026-05' });
    expect(at('2026-05-11')?.claimableFrom).toBe('2026-06');
  });
  test('relief counts only once approved', () => {
    const relief = { from: m('2026-02'), to: m('2026-02'), amount: money(0) };
    const with_ = (approvedOn: string | null) =>
      unwrap(
        duesOver(
          facts({
            reliefs: [{ ...relief, approvedOn: approvedOn === null ? null : d(approvedOn) }],
          }),
          m('2026-02'),
          m('2026-02'),
          S,
        ),
      )[0];
    expect(with_(null)?.due).toBe(7_500);
    expect(with_('2026-02-10')?.due).toBe(0);
    expect(with_('2026-02-10')?.explanation).toContain('免交');
  });
  test('no base fixed: nothing is guessed', () => {
    const [line] = unwrap(duesOver(facts({ bases: [] }), m('2026-01'), m('2026-01'), S));
    expect(line).toMatchObject({ due: null, explanation: '2026-01 未核定' });
  });
  test('refuses overlapping bases; a relief never raises what is due', () => {
    const bases = [base('2026-01', null, 1), base('2026-03', null, 2)];
    expect(duesOver(facts({ bases }), m('2026-01'), m('2026-04'), S)).toMatchObject({
      refusal: { code: 'dues.bases_overlap', params: { month: '2026-03' } },
    });
    const reliefs = [
      { from: m('2026-01'), to: null, amount: money(9_999), approvedOn: d('2026-01-01') },
    ];
    const [line] = unwrap(duesOver(facts({ reliefs }), m('2026-01'), m('2026-01'), S));
    expect(line?.due).toBe(7_500);
  });
  test('each month by the settings of that month', () => {
    const farmer = [{ from: m('2026-01'), to: null, kind: 'farmer' as const, base: null }];
    const raised = { ...DEFAULT_DUES_SETTINGS, farmerMonthly: money(50) };
    const lines = unwrap(
      duesOver(facts({ bases: farmer }), m('2026-01'), m('2026-04'), (month) =>
        month < '2026-03' ? DEFAULT_DUES_SETTINGS : raised,
      ),
    );
    expect(lines.map((line) => line.due)).toEqual([20, 20, 50, 50]);
  });
  test('property: one regular or back line per covered month, in order', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), (start, length) => {
        const from = addToMonth(m('2025-01'), start);
        const to = addToMonth(from, length);
        const membership = [{ from: m('2025-06'), to: m('2026-06'), claimableFrom: m('2025-08') }];
        const months = unwrap(duesOver(facts({ membership }), from, to, S)).map(
          (line) => line.month,
        );
        return (
          new Set(months).size === months.length &&
          months.every((month, i) => i === 0 || month > (months[i - 1] ?? month)) &&
          months.every(
            (month) => month >= '2025-06' && month <= '2026-06' && month >= from && month <= to,
          )
        );
      }),
    );
  });
});
