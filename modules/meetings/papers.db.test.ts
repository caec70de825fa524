import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date';
import { unwrap, type Result } from '#kernel/result';
import { sql, type Actor, type Read } from '#platform/db';
import { testDatabase } from '../../tests/support/database.ts';
import { branchYear, type BranchYear } from '../../tests/worlds/branch-year.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';
import {
  findByCode,
  followUpPaper,
  hoursPaper,
  minutesPaper,
  noticePaper,
  packagePaper,
  planPaper,
  signInPaper,
} from './queries/papers.ts';
import { detail } from './queries/detail.ts';
import { paperCode } from './rules/paper-code.ts';

const database = await testDatabase();
let world: World;
let lived: BranchYear;
type Format = 'html' | 'docx';
type Paper = (read: Read, format: Format) => Promise<Result<File>>;

const print = async (paper: Paper, actor: Actor = lived.secretary) => {
  const made = await world.db.read(actor, (read) => paper(read, 'html'));
  const file = unwrap(made);
  // `ZHIBU_PAPERS=folder` keeps what was printed, to be looked at.
  const folder = process.env['ZHIBU_PAPERS'];
  if (folder !== undefined) {
    await mkdir(folder, { recursive: true });
    const word = unwrap(await world.db.read(actor, (read) => paper(read, 'docx')));
    await writeFile(join(folder, word.name), new Uint8Array(await word.arrayBuffer()));
  }
  return (await file.text()).replaceAll(/<style>[\s\S]*?<\/style>|<[^>]+>/g, '');
};

beforeAll(async () => {
  world = await buildWorld(database.appUrl, { today: plainDate('2025-01-01'), size: 6 });
  lived = await branchYear(world, world.branch);
  await world.db.system((db) => sql`select audit_seal_all(now())`.execute(db));
});
afterAll(() => world.db.close());

test('minutes carry the fingerprint of what was fixed and the last seal', async () => {
  const { meetingId, sittingId } = lived;
  const found = await world.db.read(lived.secretary, (read) => detail(read, { meetingId }));
  const file = await world.db.read(lived.secretary, (read) =>
    minutesPaper(read, { meetingId, format: 'html' }),
  );
  const html = await unwrap(file).text();
  expect(found?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  expect(html).toContain(found?.fingerprint);
  expect(html).toContain('存证编号第1号');
  const text = await print((read, format) => minutesPaper(read, { meetingId, format }));
  for (const words of ['应到6人，实到5人，请假1人', '刘洋（出差）', '责任人李秀英', '赞成5'])
    expect(text).toContain(words);
  expect(text).toContain(paperCode(sittingId));
});

test('every paper prints what the records say', async () => {
  const { meetingId, sittingId } = lived;
  const ofYear = { orgId: world.branch.orgId, year: 2026 };
  const notice = await print((read, format) => noticePaper(read, { sittingId, format }));
  expect(notice).toContain('讨论明年工作计划');
  const signIn = await print((read, format) => signInPaper(read, { meetingId, format }));
  expect(signIn).toContain('应到6人');
  const pack = await print((read, format) => packagePaper(read, { sittingId, format }));
  expect(pack).toContain('手写');
  expect(pack).toContain(paperCode(sittingId));
  const plan = await print((read, format) => planPaper(read, { ...ofYear, format }));
  expect(plan).toContain('补录');
  const followUps = await print((read, format) => followUpPaper(read, { ...ofYear, format }));
  expect(followUps).toContain('议定1项，未办结1项');
  const hours = await print((read, format) => hoursPaper(read, { ...ofYear, format }));
  expect(hours).toContain('学时');
});

test('the code on a paper finds the sitting again, only within sight', async () => {
  const code = paperCode(lived.sittingId).toLowerCase().replaceAll('-', ' ');
  const find = (actor: Actor, typed = code) =>
    world.db.read(actor, (read) => findByCode(read, { code: typed }));
  expect(await find(lived.secretary)).toMatchObject({
    sittingId: lived.sittingId,
    meetingId: lived.meetingId,
  });
  expect(await find(world.other.as('secretary'))).toBeNull();
  expect(await find(world.branch.as('member'))).toBeNull();
  expect(await find(lived.secretary, '0000-0000-0000-0000')).toBeNull();
});

test('papers of another branch are not found', async () => {
  const stranger = world.other.as('secretary');
  const { meetingId, sittingId } = lived;
  const tried = await world.db.read(stranger, async (read) => [
    await minutesPaper(read, { meetingId, format: 'html' }),
    await packagePaper(read, { sittingId, format: 'html' }),
    await hoursPaper(read, { orgId: world.branch.orgId, year: 2026, format: 'html' }),
  ]);
  expect(tried.map((one) => one.ok)).toEqual([false, false, false]);
});
