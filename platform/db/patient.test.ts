import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { describe, expect, it } from 'vitest';
import { patient } from './patient.ts';

const client = {} as PostgresPoolClient;

/** Fails with each error in turn, then connects. */
function pool(...errors: readonly Error[]): PostgresPool & { calls: number } {
  const made = {
    calls: 0,
    connect: () => {
      const error = errors[made.calls];
      made.calls += 1;
      return error === undefined ? Promise.resolve(client) : Promise.reject(error);
    },
    end: () => Promise.resolve(),
    options: {},
  };
  return made;
}
const coded = (code: string): Error => Object.assign(new Error(code), { code });

describe('patient', () => {
  it('waits for a database on its way back', async () => {
    const inner = pool(
      coded('ECONNREFUSED'),
      coded('57P03'),
      new Error('Connection terminated unexpectedly'),
    );
    expect(await patient(inner, 60_000, 1).connect()).toBe(client);
    expect(inner.calls).toBe(4);
  });

  it('does not wait where the database says no', async () => {
    const inner = pool(coded('28P01'));
    await expect(patient(inner, 60_000, 1).connect()).rejects.toThrow('28P01');
    expect(inner.calls).toBe(1);
  });

  it('gives up in the end', async () => {
    const inner = pool(...Array.from({ length: 1_000 }, () => coded('ECONNREFUSED')));
    await expect(patient(inner, 5, 1).connect()).rejects.toThrow('ECONNREFUSED');
  });
});
