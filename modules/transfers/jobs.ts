import { ok } from '#kernel/result';
import { sql, type Actor, type Database } from '#platform/db';
import { indexNumbers, unindexed } from './store/proof.ts';

const AT_ONCE = 2000;

/**
 * The nightly proof (`transfer.roster.once`): everybody in exactly one roster, inside each tenant by its rows, over
 * tenants by keyed hashes of identity numbers. `keepers`: somebody who sees all of a tenant, one for each. What
 * fails is written down for the officers' page; returns how many places fail now.
 */
export async function proveRosters(db: Database, keepers: readonly Actor[]): Promise<number> {
  for (const keeper of keepers)
    for (let more = true; more;) {
      const done = await db.write(
        keeper,
        { commandId: null, action: 'transfers.index' },
        async (write) => {
          const rows = await unindexed(write, AT_ONCE);
          await indexNumbers(write, rows);
          return ok(rows.length);
        },
      );
      more = done.ok && done.value === AT_ONCE;
    }
  const at = new Date(db.clock.now());
  return db.system(async (plain) => {
    const found = await sql<{ n: number }>`select transfer_prove(${at}) as n`.execute(plain);
    return Number(found.rows[0]?.n ?? 0);
  });
}
