/**
 * `node bench/import.ts [ROWS]`: a roster of ROWS members x 20 columns from .xlsx through the whole import
 * (read, compare, confirm), the same again, and its undoing, on a database of its own. Prints seconds and
 * the memory of this process.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwrap } from '#kernel/result';
import { startPostgres, withClient } from '#platform/postgres';
import { streamSheet } from '#platform/sheets';
import type { Actor } from '#platform/db';
import { migrate } from '../server/lifecycle/migrate.ts';
import {
  closeDatabaseSql,
  createDatabaseSql,
  dbRolesSql,
  ROLES,
} from '../server/lifecycle/roles.ts';
import { importDesk, uploadFolder } from '../tests/worlds/import-desk.ts';
import { buildWorld } from '../tests/worlds/world.ts';
import { ROSTER_COLUMNS, rosterRows } from './roster.ts';

const COUNT = Number(process.argv[2] ?? 100_000);
/** The table is made by a process of its own, so that its memory is not counted here. */
const MAKES = process.argv[3];
const NAME = 'zhibu_bench';
const PASSWORD = 'bench';

const say = (line: string): void => console.log(line);
const megabytes = (): number => Math.round(process.memoryUsage().rss / 1e6);

async function makeTable(path: string): Promise<void> {
  const parts: Uint8Array[] = [];
  const branches = ['县发展和改革局党支部', '县水务局党支部'];
  const sheet = streamSheet(
    { name: '花名册', columns: ROSTER_COLUMNS },
    rosterRows(COUNT, { seed: 3, branches }),
  );
  for await (const part of sheet) parts.push(part);
  await writeFile(path, Buffer.concat(parts));
}

if (MAKES !== undefined) {
  await makeTable(MAKES);
  process.exit(0);
}

const dataDir = await mkdtemp(join(tmpdir(), 'zhibu-bench-'));
const path = join(dataDir, 'roster.xlsx');
execFileSync(process.execPath, [import.meta.filename, String(COUNT), path]);
const bytes = await readFile(path);
const postgres = await startPostgres({ dataDir, log: say });
const folder = await uploadFolder();
try {
  await withClient(postgres.adminUrl, async (admin) => {
    await admin.query(dbRolesSql({ owner: PASSWORD, app: PASSWORD, report: PASSWORD }));
    await admin.query(createDatabaseSql(NAME));
  });
  const url = (user: string): string => {
    const address = new URL(postgres.adminUrl);
    address.username = user;
    address.password = PASSWORD;
    address.pathname = `/${NAME}`;
    return address.href;
  };
  await withClient(url(ROLES.owner), (owner) => owner.query(closeDatabaseSql(NAME)));
  await migrate(url(ROLES.owner));
  const world = await buildWorld(url(ROLES.app), { size: 1 });
  const county: Actor = {
    ...world.branch.as('officer'),
    orgId: world.founded.orgId,
    place: world.founded.path,
    scope: world.founded.path,
  };
  const desk = importDesk(world.db, folder.files, county, () => world.clock.advance(1_000));

  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, megabytes())), 50);
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const value = await work();
    say(`${what}: ${((performance.now() - began) / 1000).toFixed(1)} s, ${megabytes()} MB`);
    return value;
  };
  say(`${COUNT} rows x ${ROSTER_COLUMNS.length} columns, ${(bytes.length / 1e6).toFixed(1)} MB`);
  say(`before: ${megabytes()} MB`);
  const began = performance.now();
  const importId = await timed('upload', () => desk.open(county.orgId, bytes));
  unwrap(await timed('read and compare', () => desk.prepare(importId)));
  const seen = await timed('preview', () => desk.preview(importId));
  say(JSON.stringify(seen.counts));
  say(JSON.stringify(unwrap(await timed('confirm', () => desk.confirm(seen)))));
  say(`whole import: ${((performance.now() - began) / 1000).toFixed(1)} s, peak ${peak} MB`);
  const again = await timed('the same again', () => desk.bring(county.orgId, bytes));
  say(JSON.stringify(again.counts));
  say(JSON.stringify(unwrap(await timed('undo', () => desk.undo(importId)))));
  clearInterval(watch);
  say(`peak ${peak} MB`);
  await world.db.close();
} finally {
  await folder.close();
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}
