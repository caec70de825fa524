import { join } from 'node:path';
import { loadMasterKey, secrets } from '#platform/crypto';
import { realClock } from '#platform/clock';
import { Database } from '#platform/db';
import { runProgram } from '../tests/support/child.ts';
import { captureRoster } from './capture.ts';
import type { County } from './county.ts';

export interface BareServer {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** The statements of the roster page, asked by a handler that does nothing else. */
export async function bareServer(county: County): Promise<BareServer> {
  const statements: { sql: string; values: readonly unknown[] }[] = [];
  const db = new Database({
    url: county.appUrl,
    clock: realClock(),
    secrets: secrets(await loadMasterKey({ dataDir: county.dataDir, env: {} })),
    onQuery: (sql, values) => statements.push({ sql, values }),
  });
  // The second look, when what is kept is there: both sides ask the database the same.
  await captureRoster(db, county.founded);
  statements.length = 0;
  await captureRoster(db, county.founded);
  await db.close();
  // What only says who asks is part of the product's work, not of the question.
  const asked = statements.filter(({ sql }) => /^\s*select/i.test(sql));
  const packed = Buffer.from(
    JSON.stringify({
      statements: asked,
      tenant: county.founded.tenantId,
      scope: county.founded.path,
    }),
  ).toString('base64');
  const child = runProgram(join(import.meta.dirname, 'bare.ts'), [county.ownerUrl, packed], {});
  const port = await child.firstLine;
  return {
    url: `http://127.0.0.1:${port}/`,
    pid: child.process.pid ?? 0,
    stop: async () => {
      child.process.kill('SIGTERM');
      await child.ended;
    },
  };
}
