import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { runProgram } from '../support/child.ts';
import { MAIN, setUp, signedIn, start } from './program.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** An identity number that nobody has (a province without a county), with the right check character. */
function identity(n: number): string {
  const body = `110000${19500101 + (n % 28)}${String(n % 1000).padStart(3, '0')}`;
  const sum = [...body].reduce((all, digit, i) => all + Number(digit) * (WEIGHTS[i] ?? 0), 0);
  return body + ('10X98765432'[sum % 11] ?? '');
}

export interface SecretsReport {
  readonly entered: number;
  /** Files in which a number or phone stood readable. */
  readonly leaks: readonly string[];
  readonly searched: number;
}

async function* filesBelow(folder: string): AsyncGenerator<string> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) yield join(entry.parentPath, entry.name);
  }
}

/**
 * Enters people with known identity numbers and phones over HTTP, takes a backup, stops, and looks for
 * them in every file of data folder (tables, indexes, write-ahead log) and backup and in the output.
 */
export async function searchSecrets(howMany: number): Promise<SecretsReport> {
  const folder = await mkdtemp(join(tmpdir(), 'zhibu-secrets-'));
  const dataDir = join(folder, 'data');
  const running = await start(dataDir);
  const leaks: string[] = [];
  let searched = 0;
  try {
    const orgId = await setUp(running);
    const caller = await signedIn(running.url);
    const { today } = (await caller.get('/me')) as { today: string };
    const numbers: string[] = [];
    for (let n = 0; n < howMany; n += 1) {
      const idNumber = identity(n + 1);
      const phone = `199${String(10_000_000 + n * 7919).padStart(8, '0')}`;
      const answer = await caller.post('/members/enter', {
        orgId,
        name: '王某某',
        category: 'full',
        from: today,
        idNumber,
        phone,
      });
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
      numbers.push(idNumber, phone);
    }
    // A search by the whole number and a refused second entry leave no trace either.
    await caller.get(`/members?q=${numbers[0] ?? ''}`);
    await caller.post('/members/enter', {
      orgId,
      name: '李某某',
      category: 'full',
      from: today,
      idNumber: numbers[0],
    });
    const backup = runProgram(MAIN, ['backup', join(folder, 'backup')], {
      ZHIBU_DATA: dataDir,
      HOME: tmpdir(),
    });
    if ((await backup.ended) !== 0) throw new Error(backup.output());
    running.child.process.kill('SIGTERM');
    await running.child.ended;
    const look = (name: string, bytes: Buffer): void => {
      searched += 1;
      for (const secret of numbers) if (bytes.includes(secret)) leaks.push(`${name}: ${secret}`);
    };
    look('output', Buffer.from(running.child.output() + backup.output()));
    for await (const path of filesBelow(folder)) {
      const bytes = await readFile(path);
      look(path, path.endsWith('.gz') ? gunzipSync(bytes) : bytes);
    }
    return { entered: howMany, leaks, searched };
  } finally {
    running.child.process.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }
}
