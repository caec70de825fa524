import { setTimeout as sleep } from 'node:timers/promises';
import type { PostgresPool } from 'kysely';

/** The database is being started again (after a crash of its own, or an upgrade by the administrator). */
const NOT_YET = new Set(['ECONNREFUSED', 'ECONNRESET', '57P01', '57P02', '57P03']);

/**
 * A pool that waits for a database on its way back instead of failing. Only opening a connection is
 * repeated: nothing has been asked yet, so nothing can be done twice.
 */
export const patient = (pool: PostgresPool, milliseconds = 15_000, pause = 150): PostgresPool => ({
  async connect() {
    for (const end = Date.now() + milliseconds; ; await sleep(pause)) {
      try {
        return await pool.connect();
      } catch (error) {
        if (!isNotYet(error) || Date.now() > end) throw error;
      }
    }
  },
  end: () => pool.end(),
  options: pool.options,
});

const isNotYet = (error: unknown): boolean =>
  error instanceof Error &&
  (NOT_YET.has(String((error as NodeJS.ErrnoException).code)) ||
    error.message === 'Connection terminated unexpectedly');
