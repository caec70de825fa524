import { describe, expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date';
import { termsOfCase, type StepDay } from './terms.ts';
import type { Move } from './words.ts';

const step = (move: Move, on: string): StepDay => ({
  id: `${move}:${on}`,
  move,
  on: plainDate(on),
  enteredOn: plainDate(on),
});
const terms = (steps: StepDay[], paused = false) =>
  termsOfCase(steps, { observeMonths: 6, paused, day: plainDate('2027-01-01') });

describe('terms that remind', () => {
  test('a talk within a month of the application (DEV26 art. 7)', () => {
    expect(terms([step('apply', '2026-01-31')])).toMatchObject([
      { kind: 'talk', until: '2026-02-28', done: null },
    ]);
    const [talk] = terms([step('apply', '2026-01-31'), step('first_talk', '2026-02-10')]);
    expect(talk?.done?.on).toBe('2026-02-10');
  });
  test('an observation each half-year until a target is determined (DEV26 art. 11)', () => {
    const observing = terms([
      step('apply', '2026-01-01'),
      step('first_talk', '2026-01-02'),
      step('determine_activist', '2026-01-10'),
      step('observe', '2026-07-01'),
    ]).filter((one) => one.kind === 'observe');
    expect(observing.map((one) => [one.until, one.done?.on ?? null])).toEqual([
      ['2026-07-10', '2026-07-01'],
      ['2027-01-01', null],
    ]);
  });
  test('approval in three months is the committee’s; a refusal ends it', () => {
    const [approval] = terms([step('accept', '2026-06-01')]);
    expect(approval).toMatchObject({ actor: 'committee', until: '2026-09-01', done: null });
    const refused = terms([step('accept', '2026-06-01'), step('not_approved', '2026-07-01')]);
    expect(refused).toMatchObject([
      { kind: 'approval', done: { move: 'not_approved' } },
      // An activist again, observed each half-year as before.
      { kind: 'observe', until: '2027-01-01', done: null },
    ]);
  });
  test('of a paused case nothing open reminds', () => {
    expect(terms([step('apply', '2026-01-31')], true)).toEqual([]);
  });
});
