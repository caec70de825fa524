import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addToMonth, plainDate, plainMonth, type PlainMonth } from '#kernel/plain-date';
import {
  collectionMonths,
  firstMonthAfterTransfer,
  lastMonthOf,
  type MembershipFacts,
} from './collection.ts';
import { DEFAULT_DUES_SETTINGS as S } from './settings.ts';

const m = plainMonth;
const d = plainDate;
const joined = (changes: Partial<MembershipFacts> = {}): MembershipFacts => ({
  acceptedOn: null,
  approvedOn: null,
  paidThroughBefore: null,
  transferredInOn: null,
  keptFrom: null,
  end: null,
  ...changes,
});

describe('months for which a branch collects', () => {
  test('probationary member: from the month of the meeting, asked for from approval', () => {
    const of = (approved: string) =>
      collectionMonths(joined({ acceptedOn: d('2026-05-20'), approvedOn: d(approved) }), S);
    expect(of('2026-07-08')).toEqual({ from: '2026-05', to: null, claimableFrom: '2026-07' });
    expect(of('2026-07-11')).toEqual({ from: '2026-05', to: null, claimableFrom: '2026-08' });
    expect(collectionMonths(joined({ acceptedOn: d('2026-05-20') }), S)).toBeNull();
  });
  test('roster brought in: from the month dues are kept here', () => {
    const kept = joined({ keptFrom: m('2026-01'), acceptedOn: d('1998-07-01') });
    expect(collectionMonths(kept, S)).toEqual({
      from: '2026-01',
      to: null,
      claimableFrom: '2026-01',
    });
  });
  test('transfer: sender up to 党费交至, receiver from the next month', () => {
    const end = {
      kind: 'transferred_out',
      on: d('2026-06-12'),
      paidThrough: m('2026-06'),
    } as const;
    expect(lastMonthOf(end)).toBe('2026-06');
    const into = joined({ paidThroughBefore: m('2026-06'), transferredInOn: d('2026-07-02') });
    expect(collectionMonths(into, S)).toEqual({
      from: '2026-07',
      to: null,
      claimableFrom: '2026-07',
    });
    const late = joined({ paidThroughBefore: m('2026-03'), transferredInOn: d('2026-07-02') });
    expect(collectionMonths(late, S)?.claimableFrom).toBe('2026-07');
  });
  test('death ends dues with the month before, leaving with its month', () => {
    expect(lastMonthOf({ kind: 'died', on: d('2026-03-01') })).toBe('2026-02');
    expect(lastMonthOf({ kind: 'left', on: d('2026-03-01') })).toBe('2026-03');
    const gone = joined({
      paidThroughBefore: m('2026-02'),
      transferredInOn: d('2026-03-01'),
      end: { kind: 'died', on: d('2026-03-02') },
    });
    expect(collectionMonths(gone, S)).toBeNull();
  });
  test('property: a transfer leaves no month to both and no month to none', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.option(fc.integer({ min: -8, max: 3 })),
        (day, paid) => {
          const on = d(new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10));
          const through = paid === null ? null : addToMonth(on.slice(0, 7) as PlainMonth, paid);
          const last = lastMonthOf({ kind: 'transferred_out', on, paidThrough: through });
          return addToMonth(last, 1) === firstMonthAfterTransfer(through, on);
        },
      ),
    );
  });
});
