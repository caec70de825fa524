/**
 * `node bench/import.ts [ROWS]`: a roster of ROWS members x 20 columns from .xlsx through the whole import
 * (upload, read and match, preview, apply), the same table again, and its undoing, on a database of its own
 * with the settings of an installation. For every phase: seconds on the wall, processor seconds of this
 * process and of PostgreSQL, and the highest memory of this process so far (`ru_maxrss`, all of it).
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
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
/** Clock ticks of /proc in a second. */
const TICKS = 100;

const say = (line: string): void => console.log(line);
const peakMegabytes = (): number => Math.round(process.resourceUsage().maxRSS / 1_000);

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

/** Processor seconds of a process, those of its children that ended, and those of its children that live. */
function cpuSeconds(postmaster: number): number {
  const fieldsOf = (pid: string): readonly string[] => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    } catch {
      return [];
    }
  };
  // Fields from `state` on: parent 1, own time 11 and 12, that of ended children 13 and 14 (proc(5)).
  const spent = (fields: readonly string[], to: number): number =>
    fields.slice(11, to).reduce((sum, ticks) => sum + Number(ticks), 0);
  let ticks = spent(fieldsOf(String(postmaster)), 15);
  for (const pid of readdirSync('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    const fields = fieldsOf(pid);
    if (Number(fields[1]) === postmaster) ticks += spent(fields, 13);
  }
  return ticks / TICKS;
}

interface Cost {
  readonly wall: number;
  readonly node: number;
  readonly postgres: number;
}

if (MAKES !== undefined) {
  await makeTable(MAKES);
  process.exit(0);
}

// Measured as the program is started (bin/zhibu.mjs).
const { memoryFlags } = (await import(
  pathToFileURL(join(import.meta.dirname, '../bin/lib/memory.mjs')).href
)) as { memoryFlags: readonly string[] };
if (!memoryFlags.every((flag) => process.execArgv.includes(flag))) {
  const args = [...memoryFlags, import.meta.filename, String(COUNT)];
  process.exit(spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1);
}

const dataDir = await mkdtemp(join(tmpdir(), 'zhibu-bench-'));
const path = join(dataDir, 'roster.xlsx');
execFileSync(process.execPath, [import.meta.filename, String(COUNT), path]);
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

  const now = (): Cost => {
    const { user, system } = process.cpuUsage();
    return {
      wall: performance.now() / 1_000,
      node: (user + system) / 1e6,
      postgres: cpuSeconds(postgres.pid()),
    };
  };
  const tell = (what: string, began: Cost): void => {
    const ended = now();
    const of = (key: keyof Cost): string => (ended[key] - began[key]).toFixed(1).padStart(6);
    say(`${what.padEnd(20)} ${of('wall')} ${of('node')} ${of('postgres')} ${peakMegabytes()}`);
  };
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const began = now();
    const value = await work();
    tell(what, began);
    return value;
  };
  const bytes = await readFile(path);
  say(`${COUNT} rows x ${ROSTER_COLUMNS.length} columns, ${(bytes.length / 1e6).toFixed(1)} MB`);
  say(`before the import: peak ${peakMegabytes()} MB`);
  say('phase               wall s node s   pg s peak MB');
  const began = now();
  const importId = await timed('upload', () => desk.open(county.orgId, bytes));
  unwrap(await timed('read and match', () => desk.prepare(importId)));
  const seen = await timed('preview', () => desk.preview(importId));
  const done = unwrap(await timed('apply', () => desk.confirm(seen)));
  tell('upload to applied', began);
  const wall = now().wall - began.wall;
  say(
    `whole import: ${wall.toFixed(1)} s, peak ${peakMegabytes()} MB, ${Math.round(COUNT / wall)} rows/s`,
  );
  say(`${JSON.stringify(seen.counts)} ${JSON.stringify(done)}`);
  const again = await timed('the same again', () => desk.bring(county.orgId, bytes));
  say(JSON.stringify(again.counts));
  say(JSON.stringify(unwrap(await timed('undo', () => desk.undo(importId)))));
  await world.db.close();
} finally {
  await folder.close();
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}
