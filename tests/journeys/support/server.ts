import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../../support/child.ts';
import type { TestDatabase } from '../../support/database.ts';

const START = join(import.meta.dirname, '..', '..', '..', 'bin', 'zhibu.mjs');
const PATIENCE = 150_000;

export interface RunningServer {
  /** http://127.0.0.1:… */
  readonly url: string;
  /** The one-time code of an empty database, as the console shows it. */
  readonly setupCode: string | null;
  readonly output: () => string;
  stop(): Promise<void>;
}

/** The program as people start it, on a database of its own and any free port; builds the pages where they are old. */
export async function startServer(
  database: TestDatabase,
  env: Readonly<Record<string, string>> = {},
): Promise<RunningServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'zhibu-journey-'));
  const child = runProgram(START, ['start'], {
    HOME: process.env['HOME'] ?? tmpdir(),
    ZHIBU_DATA: dataDir,
    ZHIBU_PORT: '0',
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    ...env,
  });
  const stop = async (): Promise<void> => {
    child.process.kill('SIGTERM');
    await child.ended;
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const [, url] = await waitFor(child, /支部已启动：(\S+)/u);
    // The code follows in the line after the address, or not at all.
    await new Promise((resolve) => setTimeout(resolve, 200));
    const code = /首次设置代码：([A-Z0-9-]+)/u.exec(child.output())?.[1] ?? null;
    return { url: url ?? '', setupCode: code, output: child.output, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function waitFor(
  child: ReturnType<typeof runProgram>,
  pattern: RegExp,
): Promise<RegExpExecArray> {
  let over = false;
  void child.ended.then(() => (over = true));
  for (let waited = 0; waited < PATIENCE; waited += 100) {
    const found = pattern.exec(child.output());
    if (found !== null) return found;
    if (over) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the server did not start:\n${child.output()}`);
}
