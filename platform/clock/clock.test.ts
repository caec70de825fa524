import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId, today } from '#kernel/clock';
import { realClock, simulatedClock } from './index.ts';

const START = Date.parse('2026-01-01T00:00:00+08:00');

describe('real clock', () => {
  test('never goes back, whatever the machine says', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2 ** 40), { minLength: 2 }), (readings) => {
        let at = 0;
        const clock = realClock(() => readings[at++] ?? 0);
        let before = 0;
        for (let i = 0; i < readings.length; i += 1) {
          const now = clock.now();
          expect(now).toBeGreaterThanOrEqual(before);
          before = now;
        }
        expect(before).toBe(Math.max(...readings));
      }),
    );
  });

  test('gives the length of randomness asked for', () => {
    expect(realClock().random(16)).toHaveLength(16);
  });
});

describe('simulated clock', () => {
  test('the same seed gives the same ids, another seed others', () => {
    const ids = (seed: number) => {
      const clock = simulatedClock(START, seed);
      return Array.from({ length: 500 }, () => newId(clock));
    };
    expect(ids(1)).toEqual(ids(1));
    expect(new Set([...ids(1), ...ids(2)]).size).toBe(1000);
  });

  test('randomness does not depend on how it is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(70)), (lengths) => {
        const cut = simulatedClock(START, 'a');
        const whole = simulatedClock(START, 'a');
        const pieces = lengths.flatMap((length) => [...cut.random(length)]);
        expect(pieces).toEqual([...whole.random(pieces.length)]);
      }),
    );
  });

  test('moves when told, and never back', () => {
    const clock = simulatedClock(START, 1);
    expect(today(clock)).toBe('2026-01-01');
    clock.advance(24 * 3_600_000);
    expect(today(clock)).toBe('2026-01-02');
    clock.set(START + 48 * 3_600_000);
    expect(today(clock)).toBe('2026-01-03');
    expect(() => clock.set(START)).toThrow(RangeError);
    expect(() => clock.advance(-1)).toThrow(RangeError);
    expect(today(clock)).toBe('2026-01-03');
  });
});
