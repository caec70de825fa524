import { sql, type Transaction } from 'kysely';
import type { Clock } from '#kernel/clock';
import type { DB } from '#db/types';

/** Milliseconds a clock may lie behind the last entry: two processes, or a clock that was put right. */
const TOLERATED = 5_000;

/** An organisation met in the middle of an act is held by another, or was written to after the act's instant. */
export class Overtaken extends Error {}

/** Queues up for these organisations; their last entry, or `at` where that is later. */
async function lastEntry(
  trx: Transaction<DB>,
  orgs: Iterable<string>,
  at: number,
): Promise<number> {
  const found = await sql<{ last: Date }>`
    select org_tick(${[...orgs]}::uuid[], ${new Date(at)}) as last`.execute(trx);
  return found.rows[0]?.last.getTime() ?? at;
}

/**
 * The instant of an act on these organisations, not before their last entry. Whoever had to wait looks
 * at the clock again, so that writers of one organisation never refuse each other.
 * Null where the clock itself stands before the last entry.
 */
export async function enterAt(
  trx: Transaction<DB>,
  orgs: ReadonlySet<string>,
  clock: Clock,
): Promise<Date | null> {
  const first = clock.now();
  const last = await lastEntry(trx, orgs, first);
  if (last <= first) return new Date(first);
  const now = clock.now();
  if (last - now > TOLERATED) return null;
  const at = now < last ? last + 1 : now;
  await lastEntry(trx, orgs, at);
  return new Date(at);
}

/** One more organisation in the middle of an act, whose instant stands already. Never waits; throws `Overtaken`. */
export async function enterAlso(trx: Transaction<DB>, org: string, at: Date): Promise<void> {
  const found = await sql<{ fits: boolean }>`
    select org_tick_also(${org}::uuid, ${at}) <= ${at} as fits`.execute(trx);
  if (found.rows[0]?.fits !== true) throw new Overtaken();
}
