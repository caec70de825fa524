import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { realClock } from '#platform/clock';
import { loadMasterKey, secrets, type Secrets } from '#platform/crypto';
import { Database } from '#platform/db';
import { fileStore, type FileStore } from '#platform/files';
import { makeLog, type Log } from '#platform/log';
import type { Clock } from '#kernel/clock';
import { openInstance, type Instance } from './lifecycle/index.ts';

export const ROOT = join(import.meta.dirname, '..');

export function version(): string {
  const parsed: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return typeof parsed === 'object' && parsed !== null && 'version' in parsed
    ? String(parsed.version)
    : '0';
}

/** One line for whoever sits at the console. */
export const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

export interface Runtime {
  readonly instance: Instance;
  readonly db: Database;
  readonly files: FileStore;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly log: Log;
  close(): Promise<void>;
}

/** Instance, database pool, clock and log, for the server and for each command. */
export async function openRuntime(use: 'serve' | 'command'): Promise<Runtime> {
  const log = makeLog(use === 'serve' ? 'info' : 'warn');
  const instance = await openInstance({ env: process.env, use, log: say });
  const clock = realClock();
  const vault = secrets(await loadMasterKey({ dataDir: instance.dataDir, env: process.env }));
  const files = fileStore(join(instance.dataDir, 'files'), {
    seal: vault.encryptBytes,
    unseal: vault.decryptBytes,
    nameOf: (tenantId, digest) => vault.keyedHash(tenantId, 'file', digest),
  });
  const db = new Database({
    url: instance.appUrl,
    clock,
    secrets: vault,
    onIdleError: (error) => log.warn('idle connection lost', { name: error.name }),
  });
  return {
    instance,
    db,
    files,
    secrets: vault,
    clock,
    log,
    close: async () => {
      await db.close();
      await instance.close();
    },
  };
}
