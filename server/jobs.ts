import { sql, type Database } from '#platform/db';
import type { Log } from '#platform/log';

const EVERY = 60_000;

/** Chains the audit entries that were committed since the last time. Returns how many. */
export async function sealAudit(db: Database): Promise<number> {
  const at = new Date(db.clock.now());
  const sealed = await db.system((plain) =>
    sql<{ n: number }>`select audit_seal_all(${at}) as n`.execute(plain),
  );
  return Number(sealed.rows[0]?.n ?? 0);
}

/** Seals at least every minute while the server runs, and once more when it stops. */
export function startSealer(db: Database, log: Log): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const round = (): void => {
    running = sealAudit(db).catch((error: unknown) => log.incident(error));
  };
  const timer = setInterval(round, EVERY);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
      await sealAudit(db);
    },
  };
}
