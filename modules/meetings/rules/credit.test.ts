import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PersonId } from '#kernel/ids';
import { plainDate } from '#kernel/plain-date';
import { creditOf, spanOf } from './credit.ts';

const on = plainDate('2026-03-02');
const people = ['甲', '乙', '丙'] as PersonId[];

test('times: own before those of the sitting; the wrong order gives none', () => {
  const sitting = { startsAt: '14:00', endsAt: '16:30' };
  expect(spanOf({ startsAt: null, endsAt: '15:00' }, sitting)).toEqual({ from: 840, to: 900 });
  expect(spanOf({ startsAt: null, endsAt: null }, sitting)).toEqual({ from: 840, to: 990 });
  expect(spanOf({ startsAt: '17:00', endsAt: null }, sitting)).toBeNull();
  expect(spanOf({ startsAt: '14:00', endsAt: null }, { startsAt: null, endsAt: null })).toBeNull();
});

test('property: credits of a person add up to the minutes by the clock, counted one by one', () => {
  const meeting = fc.record({
    from: fc.integer({ min: 480, max: 600 }),
    length: fc.integer({ min: 1, max: 120 }),
    people: fc.subarray(people),
  });
  fc.assert(
    fc.property(fc.array(meeting, { maxLength: 6 }), (meetings) => {
      const credit = creditOf(
        meetings.map((one, index) => ({
          meetingId: String(index),
          on,
          span: { from: one.from, to: one.from + one.length },
          people: one.people,
        })),
      );
      return people.every((person) => {
        const covered = new Set<number>();
        for (const one of meetings.filter((m) => m.people.includes(person))) {
          for (let at = one.from; at < one.from + one.length; at += 1) covered.add(at);
        }
        const sum = meetings.reduce(
          (total, _, index) => total + (credit.get(`${index} ${person}`) ?? 0),
          0,
        );
        return sum === covered.size;
      });
    }),
  );
});
