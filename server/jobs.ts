import type { AccountId, OrgId, TenantId } from '#kernel/ids';
import { rootPath } from '#kernel/org-path';
import { todayAt } from '#kernel/plain-date';
import { sql, type Actor, type Database } from '#platform/db';
import type { Log } from '#platform/log';
import { exchangeMessages, proveRosters } from '#modules/transfers';

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

const NOBODY = '00000000-0000-7000-8000-000000000000' as AccountId;

/** Somebody who sees all of a tenant, one for each: for proofs of the house, never for acts of people. */
async function keepersOf(db: Database): Promise<Actor[]> {
  const tenants = await db.system((plain) =>
    sql<{ tenant_id: TenantId; seq: number }>`select tenant_id, seq from tenant_list()`.execute(
      plain,
    ),
  );
  return tenants.rows.map(({ tenant_id: tenantId, seq }) => {
    const root = rootPath(Number(seq));
    return {
      tenantId,
      accountId: NOBODY,
      accountName: '系统',
      personId: null,
      post: 'system',
      actingAs: '每晚核对',
      orgId: tenantId as string as OrgId,
      place: root,
      scope: root,
      permissions: new Set(),
    };
  });
}

/** Everybody in exactly one roster, inside each tenant and over all; returns how many places fail. */
export const proveAll = async (db: Database): Promise<number> =>
  proveRosters(db, await keepersOf(db));

/** Messages between tenants of this installation, every minute; there is none where it has one tenant. */
export function startExchange(db: Database, log: Log): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const round = async (): Promise<void> => {
    const keepers = await keepersOf(db);
    if (keepers.length > 1) await exchangeMessages(db, keepers);
  };
  const timer = setInterval(() => {
    running = running.then(round).catch((error: unknown) => log.incident(error));
  }, EVERY);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

const HOURLY = 3_600_000;

/** Proves the rosters each night: in the first hour of a day on which the server runs. */
export function startProver(db: Database, log: Log): { stop(): Promise<void> } {
  let proven = todayAt(db.clock.now());
  let running: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    const today = todayAt(db.clock.now());
    if (today === proven) return;
    proven = today;
    running = proveAll(db).then(
      (failing) => (failing === 0 ? undefined : log.warn('rosters do not hold', { failing })),
      (error: unknown) => log.incident(error),
    );
  }, HOURLY);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
