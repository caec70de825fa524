import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date';
import { unwrap, type Result } from '#kernel/result';
import { sql, type Actor, type Write } from '#platform/db';
import { testDatabase } from '../../tests/support/database.ts';
import { branchYear, type BranchYear } from '../../tests/worlds/branch-year.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';
import { permissionsOf } from '../../server/modules.ts';
import { printInspection } from './commands/print-inspection.ts';
import { workbookIndicators } from './indicators.ts';
import { handbook, inspection, overview } from './queries/papers.ts';

const database = await testDatabase();
let world: World;
let lived: BranchYear;
const d = plainDate;
const of2026 = () => ({ orgId: world.branch.orgId, year: 2026 });

/** `ZHIBU_PAPERS=folder` keeps what was printed, to be looked at. */
async function textOf(file: File): Promise<string> {
  const folder = process.env['ZHIBU_PAPERS'];
  if (folder !== undefined) {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, file.name), new Uint8Array(await file.arrayBuffer()));
  }
  return (await file.text()).replaceAll(/<[^>]+>/g, '');
}
const tries = <T>(actor: Actor, work: (write: Write) => Promise<Result<T>>): Promise<Result<T>> => {
  world.clock.advance(1_000);
  return world.db.write(actor, { commandId: null, action: 't' }, work);
};
const ask = (actor: Actor, more: object = {}) =>
  tries(actor, (write) =>
    printInspection(write, { ...of2026(), askedBy: '县委组织部', purpose: '年底检查', ...more }),
  );
const open = async (actor: Actor, printId: Parameters<typeof inspection>[1]['printId']) =>
  world.db.read(actor, (read) => inspection(read, { printId, format: 'html' }));

beforeAll(async () => {
  world = await buildWorld(database.appUrl, { today: d('2025-01-01'), size: 6 });
  lived = await branchYear(world, world.branch);
});
afterAll(() => world.db.close());

describe('the box of a year', () => {
  test('tells its gaps: occasions not held, plans not finalised, parts not kept', async () => {
    const found = await world.db.read(lived.secretary, (read) => overview(read, of2026()));
    const part = (name: string) => found?.parts.find((one) => one.name === name);
    expect(part('支部委员会会议')?.records).toBe(9);
    expect(part('支部委员会会议')?.gaps.join()).toMatch(/未开展：.*10月.*11月/);
    expect(part('支部党员大会')).toMatchObject({ records: 4 });
    expect(part('谈心谈话')).toMatchObject({ records: 6, gaps: [] });
    expect(part('发展党员')?.gaps[0]).toContain('未归档');
    expect(part('党费收缴')?.records).toBe(6);
  });

  test('opens only after who asked is recorded; the printing counts', async () => {
    const none = await open(lived.secretary, world.branch.orgId as never);
    expect(none.ok).toBe(false);
    const { printId } = unwrap(await ask(lived.secretary));
    const text = await textOf(unwrap(await open(lived.secretary, printId)));
    expect(text).toContain('应县委组织部要求打印，用于年底检查');
    expect(text).toContain('未开展：');
    expect(text).toContain('（补录）');
    expect(text).toContain('原则同意工作计划');
    const [indicator] = workbookIndicators;
    const figures = await world.db.read(lived.secretary, async (read) =>
      indicator?.figures(read, {
        from: d('2026-01-01'),
        to: d('2026-12-31'),
        knownAt: new Date(world.clock.now()),
      }),
    );
    expect(figures).toEqual([{ orgId: world.branch.orgId, value: 1, of: 1 }]);
    const later = await ask(lived.secretary, { year: 2027 });
    expect(later).toMatchObject({ refusal: { code: 'workbook.year_ahead' } });
    const early = await ask(lived.secretary, { askedOn: d('2026-12-31') });
    expect(early).toMatchObject({ refusal: { code: 'workbook.asked_ahead' } });
  });

  test('is closed to 经办人, members and other branches', async () => {
    expect(permissionsOf('clerk').has('workbook.read')).toBe(false);
    expect(permissionsOf('member').has('workbook.read')).toBe(false);
    const { printId } = unwrap(await ask(lived.secretary));
    for (const actor of [world.other.as('secretary'), world.branch.as('member')]) {
      expect((await open(actor, printId)).ok).toBe(false);
      expect((await ask(actor)).ok).toBe(false);
      expect(await world.db.read(actor, (read) => overview(read, of2026()))).toBeNull();
    }
  });
});

describe('the year book', () => {
  test('has its six parts, every meeting held and no secrets', async () => {
    await world.db.system((db) => sql`select audit_seal_all(now())`.execute(db));
    const html = await world.db.read(lived.secretary, (read) =>
      handbook(read, { ...of2026(), format: 'html' }),
    );
    const text = await textOf(unwrap(html));
    for (const part of [
      '使用说明',
      '工作规则',
      '各岗位职责',
      '常用文书及说明',
      '支部基本情况',
      '工作纪实',
    ])
      expect(text).toContain(part);
    expect(text).toContain('责任人李秀英');
    expect(text).toContain('第一党小组');
    expect(text).toMatch(/应交[\d,]+\.\d{2}元/);
    expect(text).not.toMatch(/\d{17}[\dX]/);
    const word = unwrap(
      await world.db.read(lived.secretary, (read) =>
        handbook(read, { ...of2026(), format: 'docx' }),
      ),
    );
    await textOf(word);
    expect(word.size).toBeGreaterThan(20_000);
  });
});
