import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date';
import { unwrap } from '#kernel/result';
import type { Actor } from '#platform/db';
import type { FileStore } from '#platform/files';
import { writeBook, type CellInput } from '#platform/sheets';
import { rosterIdsOn } from '#modules/members';
import { ROSTER_COLUMNS, rosterRows } from '../../bench/roster.ts';
import { runProgram } from '../../tests/support/child.ts';
import { testDatabase } from '../../tests/support/database.ts';
import { importDesk, uploadFolder, type ImportDesk } from '../../tests/worlds/import-desk.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';
import { look } from './queries/look.ts';

const database = await testDatabase();
const PROGRAM = join(import.meta.dirname, '../../tests/support/confirm-import.ts');
let world: World;
let files: FileStore;
let close: () => Promise<void>;
let secretary: Actor;
let desk: ImportDesk;

const book = (lines: readonly (readonly CellInput[])[], headers: readonly string[]) =>
  writeBook([{ name: '花名册', columns: headers.map((header) => ({ header })), rows: lines }]);
const HEADERS = ROSTER_COLUMNS.map((column) => column.header);
const rosterSize = (): Promise<number> =>
  world.db.read(
    secretary,
    async (read) => (await rosterIdsOn(read, secretary.orgId, plainDate('2026-03-01'))).size,
  );

beforeAll(async () => {
  world = await buildWorld(database.appUrl, { size: 1 });
  ({ files, close } = await uploadFolder());
  secretary = world.branch.as('secretary');
  desk = importDesk(world.db, files, secretary, () => world.clock.advance(1_000));
});
afterAll(async () => {
  await world.db.close();
  await close();
});

test('killed in the middle of writing 2,000 people: nothing is half written, and it can be done again', async () => {
  const table = await book([...rosterRows(2_000, { seed: 81 })], HEADERS);
  const seen = await desk.bring(secretary.orgId, table);
  expect(seen.counts).toEqual({ new: 2_000, absent: 1 });
  const actor = JSON.stringify({ ...secretary, permissions: [...secretary.permissions] });
  const args = [database.appUrl, actor, seen.importId, String(seen.version)];
  const child = runProgram(PROGRAM, args, {});
  expect(await child.firstLine).toBe('writing');
  child.process.kill('SIGKILL');
  expect(await child.ended).toBe('SIGKILL');
  expect(await rosterSize()).toBe(1);
  expect((await desk.preview(seen.importId)).counts).toEqual({ new: 2_000, absent: 1 });
  // The database ends what the dead process held; the same preview is then written whole.
  expect(unwrap(await desk.confirm(seen)).entered).toBe(2_000);
  expect(await rosterSize()).toBe(2_001);
  const again = await desk.bring(secretary.orgId, table);
  expect(again.counts).toEqual({ same: 2_000, absent: 1 });
}, 300_000);

describe('files that are no roster', () => {
  const refusalOf = async (bytes: Uint8Array): Promise<string> => {
    const importId = await desk.open(secretary.orgId, bytes);
    const seen = await look({ db: world.db, files, actor: secretary }, { importId });
    if (!seen.ok) return seen.refusal.code;
    const read = await desk.prepare(importId);
    return read.ok ? 'read' : read.refusal.code;
  };

  test('a damaged workbook, an empty one, one without names: refused with a code that has a sentence', async () => {
    const good = await book([['1', '王小明']], ['序号', '姓名']);
    expect(await refusalOf(await book([['1', '3']], ['序号', '数量']))).toBe(
      'imports.no_name_column',
    );
    expect(await refusalOf(await book([], ['姓名', '性别']))).toBe('imports.no_rows');
    const cut = Buffer.from(good.subarray(0, good.length - 400));
    const put = await files.put(cut, {
      tenantId: secretary.tenantId,
      kind: 'table',
      originalName: '坏了.xlsx',
    });
    expect(put.ok ? await refusalOf(cut) : put.refusal.code).toMatch(/^(sheet|file)\./u);
  });

  test('a text file with tabs is a table too; rows without a name are named', async () => {
    const text = '姓名\t性别\t入党时间\n张三丰\t男\t2001.7\n\t女\t2002.7\n';
    const fileId = await desk.upload(Buffer.from(text, 'utf8'), '名单.txt');
    expect(fileId).not.toBe('');
    const importId = await desk.open(secretary.orgId, Buffer.from(text, 'utf8'));
    unwrap(await desk.prepare(importId));
    expect((await desk.preview(importId)).counts).toMatchObject({ new: 1, error: 1 });
  });
});
