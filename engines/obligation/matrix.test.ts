import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OrgId } from '#kernel/ids';
import {
  addDays,
  addMonths,
  dayOf,
  monthOf,
  plainDate,
  yearOf,
  type PlainDate,
} from '#kernel/plain-date';
import type { Duty } from './duty.ts';
import { latenessOf, matrixOf } from './matrix.ts';

/** A source of its own: one meeting a month and one a quarter, fulfilled by meetings held. */
interface Held {
  readonly org: number;
  readonly kind: 'monthly' | 'quarterly';
  readonly on: PlainDate;
  readonly enteredOn: PlainDate;
}
const ORGS = 4;
const FROM = plainDate('2025-01-01');
const org = (n: number): OrgId => `org-${n}` as OrgId;
const LENGTH = { monthly: 1, quarterly: 3 } as const;

const held = fc
  .record({
    org: fc.nat(ORGS - 1),
    kind: fc.constantFrom('monthly' as const, 'quarterly' as const),
    on: fc.nat(400),
    late: fc.nat(90),
  })
  .map(({ org: n, kind, on, late }): Held => ({
    org: n,
    kind,
    on: addDays(FROM, on),
    enteredOn: addDays(FROM, on + late),
  }));

const rule = { id: 't', summary: '', basis: '', sure: false };

/** Duties of 2025 as they stand on a day. */
function duties(facts: readonly Held[], today: PlainDate): Duty[] {
  return (['monthly', 'quarterly'] as const).flatMap((kind) =>
    Array.from({ length: 12 / LENGTH[kind] }, (_, n) =>
      dayOf(2025, n * LENGTH[kind] + 1, 1),
    ).flatMap((from) =>
      Array.from({ length: ORGS }, (_, n): Duty => {
        const until = addDays(addMonths(from, LENGTH[kind]), -1);
        const done = facts
          .filter((f) => f.org === n && f.kind === kind && f.on >= from && f.on <= until)
          .filter((f) => f.enteredOn <= today)
          .toSorted((a, b) => a.enteredOn.localeCompare(b.enteredOn))[0];
        const state =
          done === undefined
            ? today > until
              ? 'missed'
              : 'ahead'
            : done.enteredOn > until
              ? 'entered_later'
              : 'done';
        return {
          key: `${kind}:${from}:${org(n)}`,
          kind,
          orgId: org(n),
          personId: null,
          title: '',
          reason: '',
          rule,
          from,
          until,
          state,
          fulfilledBy: null,
          opens: { route: '/', search: {} },
          permission: 'dues.write',
        };
      }),
    ),
  );
}

/** Straight from the meetings, month by month, without any duty. */
function naive(facts: readonly Held[], today: PlainDate, n: number, kind: Held['kind']) {
  const count = { done: 0, enteredLater: 0, ahead: 0, missed: 0 };
  for (let month = 1; month <= 12; month += LENGTH[kind]) {
    const months = Array.from({ length: LENGTH[kind] }, (_, i) =>
      monthOf(dayOf(2025, month + i, 1)),
    );
    const end = addDays(addMonths(dayOf(2025, month, 1), LENGTH[kind]), -1);
    let timely = false;
    let late = false;
    for (const fact of facts) {
      if (fact.org !== n || fact.kind !== kind || yearOf(fact.on) !== 2025) continue;
      if (!months.includes(monthOf(fact.on)) || fact.enteredOn > today) continue;
      if (fact.enteredOn <= end) timely = true;
      else late = true;
    }
    if (timely) count.done += 1;
    else if (late) count.enteredLater += 1;
    else if (end < today) count.missed += 1;
    else count.ahead += 1;
  }
  return count;
}

describe('matrix', () => {
  test('property: on 200 random days equal to counting the meetings one by one', () => {
    fc.assert(
      fc.property(fc.array(held, { maxLength: 60 }), fc.nat(500), (facts, offset) => {
        const today = addDays(FROM, offset);
        const matrix = matrixOf(duties(facts, today));
        for (let n = 0; n < ORGS; n += 1)
          for (const kind of ['monthly', 'quarterly'] as const)
            expect(matrix.get(org(n))?.get(kind)).toMatchObject(naive(facts, today, n, kind));
      }),
      { numRuns: 200 },
    );
  });
  test('what is missed is shown before what is ahead, and since when', () => {
    const matrix = matrixOf(duties([], plainDate('2025-04-10')));
    const row = matrix.get(org(0));
    expect(row?.get('monthly')).toMatchObject({ state: 'missed', missedSince: '2025-01-31' });
    expect(latenessOf(row)).toBe('2025-01-31');
    expect(latenessOf(matrixOf(duties([], plainDate('2025-01-10'))).get(org(0)))).toBeNull();
    expect(matrixOf([]).size).toBe(0);
  });
});
