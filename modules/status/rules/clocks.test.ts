import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, plainDate as d, type PlainDate } from '#kernel/plain-date';
import { clockOn, monthsSince, type ClockFacts } from './clocks.ts';

const facts = (over: Partial<ClockFacts> = {}): ClockFacts => ({
  day: d('2026-09-01'),
  memberSince: d('2020-01-01'),
  attended: d('2026-08-20'),
  paid: d('2026-08-10'),
  worked: null,
  lost: [],
  excused: [],
  noted: false,
  educatedOn: null,
  ...over,
});

describe('the three six-month clocks', () => {
  test('who came and paid lately has none', () => {
    expect(clockOn(facts())).toEqual({ runs: 'none', why: 'recent' });
  });

  test('lost contact counts from the last contact and is reached after six calendar months', () => {
    const lost = [{ since: d('2026-02-28'), foundOn: null }];
    expect(clockOn(facts({ lost, day: d('2026-08-27') }))).toMatchObject({
      runs: 'lost',
      months: 5,
      reached: false,
      reachedOn: d('2026-08-28'),
    });
    expect(clockOn(facts({ lost, day: d('2026-08-28') }))).toMatchObject({ reached: true });
  });

  test('six months without attendance are own-act leaving only with a note and education before', () => {
    const gap = { attended: d('2026-02-20') };
    expect(clockOn(facts(gap))).toMatchObject({
      runs: 'own_act',
      duty: 'attended',
      reached: true,
      ready: false,
    });
    expect(clockOn(facts({ ...gap, noted: true, educatedOn: d('2026-05-01') }))).toMatchObject({
      ready: true,
    });
    expect(clockOn(facts({ ...gap, noted: true }))).toMatchObject({ ready: false });
  });

  test('somebody found again: the second clock begins that day, not before', () => {
    const lost = [{ since: d('2026-01-10'), foundOn: d('2026-08-01') }];
    const gap = { attended: d('2026-01-10'), paid: d('2026-01-05'), lost };
    expect(clockOn(facts(gap))).toEqual({ runs: 'none', why: 'recent' });
    expect(clockOn(facts({ ...gap, day: d('2027-02-01') }))).toMatchObject({
      runs: 'own_act',
      since: d('2026-08-01'),
      reached: true,
    });
  });

  test('ill, frail, on leave, with a certificate, paying by cycle: neither; afterwards from its end', () => {
    const gap = { attended: d('2025-01-10'), paid: d('2025-01-10') };
    for (const kind of ['frail', 'ill', 'leave', 'certificate', 'cycle'] as const)
      expect(
        clockOn(facts({ ...gap, excused: [{ kind, from: d('2025-01-01'), to: null }] })),
      ).toEqual({ runs: 'none', why: kind });
    expect(
      clockOn(
        facts({
          ...gap,
          excused: [{ kind: 'leave', from: d('2025-01-01'), to: d('2026-07-15') }],
        }),
      ),
    ).toEqual({ runs: 'none', why: 'recent' });
  });

  const day = fc.integer({ min: 0, max: 1500 }).map((n): PlainDate => addDays(d('2022-01-01'), n));
  const maybe = fc.option(day, { nil: null });
  const any = fc.record({
    day,
    memberSince: fc.constant(d('2022-01-01')),
    attended: maybe,
    paid: maybe,
    worked: maybe,
    lost: fc.array(
      fc
        .record({ since: day, foundOn: maybe })
        .filter((one) => one.foundOn === null || one.foundOn > one.since),
      { maxLength: 3 },
    ),
    excused: fc.array(
      fc
        .record({
          kind: fc.constantFrom('ill', 'leave', 'frail', 'certificate', 'cycle'),
          from: day,
          to: maybe,
        })
        .filter((one) => one.to === null || one.to > one.from),
      { maxLength: 3 },
    ),
    noted: fc.boolean(),
    educatedOn: maybe,
  });

  test('property: one at most; lost exactly while somebody is not found and nothing excuses', () => {
    fc.assert(
      fc.property(any, (given) => {
        const clock = clockOn(given);
        const excused = given.excused.some(
          (one) => one.from <= given.day && (one.to === null || given.day < one.to),
        );
        const open = given.lost.some(
          (one) => one.since <= given.day && (one.foundOn === null || given.day < one.foundOn),
        );
        if (excused) expect(clock.runs).toBe('none');
        else expect(clock.runs === 'lost').toBe(open);
        if (clock.runs !== 'none') {
          expect(clock.reached).toBe(given.day >= addMonths(clock.since, 6));
          expect(clock.months).toBe(monthsSince(clock.since, given.day));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('property: the second clock never begins before a contact found or the end of an excuse', () => {
    fc.assert(
      fc.property(any, (given) => {
        const clock = clockOn(given);
        if (clock.runs !== 'own_act') return;
        for (const one of given.lost)
          if (one.foundOn !== null && one.foundOn <= given.day)
            expect(clock.since >= one.foundOn).toBe(true);
        for (const one of given.excused)
          if (one.to !== null && one.to <= given.day) expect(clock.since >= one.to).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('property: without a note nothing is ever ready', () => {
    fc.assert(
      fc.property(any, (given) => {
        const clock = clockOn({ ...given, noted: false });
        expect(clock.runs === 'own_act' && clock.ready).toBe(false);
      }),
    );
  });
});
