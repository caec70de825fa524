import { ok } from '#kernel/result';
import type { Actor, Database } from '#platform/db';
import { handleMessage } from './commands/handle-message.ts';
import { deliver, markHandled, waiting } from './store/messages.ts';
import { indexNumbers, provedAt, unindexed } from './store/proof.ts';

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
  return db.system((plain) => provedAt(plain, at));
}

/**
 * Carries messages between tenants and handles what has arrived, in order; again and again without harm. What cannot
 * be handled is marked with why. Returns how many were handled.
 */
export async function exchangeMessages(db: Database, keepers: readonly Actor[]): Promise<number> {
  const at = new Date(db.clock.now());
  await db.system((plain) => deliver(plain, at));
  let handled = 0;
  for (const keeper of keepers) {
    const arrived = await db.read(keeper, (read) => waiting(read, AT_ONCE));
    for (const one of arrived) {
      const call = { commandId: null, action: 'transfers.message' };
      const done = await db.write(keeper, call, (write) => handleMessage(write, one));
      if (done.ok) handled += 1;
      else
        await db.write(keeper, call, async (write) =>
          ok(await markHandled(write, one.id, done.refusal.code)),
        );
    }
  }
  return handled;
}
