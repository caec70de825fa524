import fc from 'fast-check';
import { expect, test } from 'vitest';
import { money } from '#kernel/money';
import { addToMonth, firstDayOf, monthsFromTo, plainDate, plainMonth } from '#kernel/plain-date';
import { unwrap } from '#kernel/result';
import { settle } from './allocation.ts';
import { isInArrears } from './arrears.ts';
import { balanceOver } from './balance.ts';
import { payableUntil, type CycleSpan } from './cycle.ts';
import { duesOver, type DuesFacts } from './liability.ts';
import { DEFAULT_DUES_SETTINGS, settingsAt } from './settings.ts';

const START = plainMonth('2024-01');
const at = (n: number) => addToMonth(START, n);

const spans = fc
  .array(fc.tuple(fc.nat(8), fc.nat(8), fc.nat(3)), { maxLength: 3 })
  .map((lengths) => {
    let next = 0;
    return lengths.map(([gap, length, late]) => {
      const from = next + gap;
      next = from + length + 1;
      return { from: at(from), to: at(from + length), claimableFrom: at(from + late) };
    });
  });
const amounts = fc.integer({ min: 0, max: 9_000 });
const accounts: fc.Arbitrary<DuesFacts> = fc.record({
  membership: spans,
  bases: fc.tuple(spans, fc.array(amounts, { minLength: 3, maxLength: 3 })).map(([all, fen]) =>
    all.map(({ from, to }, n) => ({
      from,
      to,
      kind: 'wage' as const,
      base: money((fen[n] ?? 0) * 100),
    })),
  ),
  reliefs: fc.tuple(spans, amounts, fc.boolean()).map(([all, fen, approved]) =>
    all.map(({ from, to }) => ({
      from,
      to,
      amount: money(Math.floor(fen / 100)),
      approvedOn: approved ? firstDayOf(from) : null,
    })),
  ),
  supplements: fc.array(
    fc.record({
      month: fc.nat(20).map(at),
      amount: fc.integer({ min: -500, max: 500 }).map(money),
      decidedOn: fc.nat(20).map((n) => plainDate(`${at(n)}-${n % 2 === 0 ? '09' : '20'}`)),
      reason: fc.constant('调资'),
    }),
    { maxLength: 2 },
  ),
});

const ROWS = settingsAt(
  [{ orgPath: '1', settings: { rounding: 'yuan', collectionDay: 20 }, from: at(7), until: at(15) }],
  '11',
);

test('sums of an account equal those of its settled lines', () => {
  fc.assert(
    fc.property(
      accounts,
      fc.nat(60_000),
      fc.nat(20),
      fc.nat(24),
      fc.constantFrom('month' as const, 'quarter' as const, 'year' as const),
      fc.boolean(),
      (facts, paid, fromIndex, onIndex, cycle, fixed) => {
        const book = fixed ? ROWS : () => DEFAULT_DUES_SETTINGS;
        const cycles: CycleSpan[] = [{ from: at(0), to: null, cycle, basis: '会议决定' }];
        const [from, to, on] = [at(fromIndex), at(24), firstDayOf(at(onIndex))];
        const lines = unwrap(duesOver(facts, START, to, book));
        const receipts =
          paid === 0 ? [] : [{ id: 'r', on: firstDayOf(START), amount: money(paid) }];
        const settled = settle(lines, receipts).lines;
        const naive = {
          due: settled
            .filter((line) => line.month >= from)
            .reduce((sum, line) => sum + (line.due ?? 0), 0),
          arrears: settled
            .filter((line) => isInArrears(line, cycles, on))
            .reduce((sum, line) => sum + line.open, 0),
        };
        const isOver = (month: typeof from): boolean => payableUntil(cycles, month) < on;
        const months = monthsFromTo(START, to);
        expect(unwrap(balanceOver(facts, months, from, paid, book, isOver))).toEqual(naive);
      },
    ),
    { numRuns: 500 },
  );
});

test('bases that overlap are refused', () => {
  const base = { from: START, to: null, kind: 'wage' as const, base: money(400_000) };
  const membership = [{ from: START, to: null, claimableFrom: START }];
  const facts = { membership, bases: [base, { ...base }], reliefs: [], supplements: [] };
  const found = balanceOver(
    facts,
    [START],
    START,
    0,
    () => DEFAULT_DUES_SETTINGS,
    () => true,
  );
  expect(found).toMatchObject({ ok: false, refusal: { code: 'dues.bases_overlap' } });
});
