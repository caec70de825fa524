import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonId } from '#kernel/ids';
import { plainDate } from '#kernel/plain-date';
import { unwrap } from '#kernel/result';
import type { Actor } from '#platform/db';
import type { FileStore } from '#platform/files';
import { writeBook, type CellInput } from '#platform/sheets';
import { changeMember, rosterIdsOn } from '#modules/members';
import { ROSTER_COLUMNS, rosterRows } from '../../bench/roster.ts';
import { testDatabase } from '../../tests/support/database.ts';
import { importDesk, uploadFolder, type ImportDesk } from '../../tests/worlds/import-desk.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';
import { answerRows } from './commands/answer-rows.ts';
import { decideChanges } from './commands/decide-changes.ts';
import { differences } from './queries/differences.ts';
import { problems, rows } from './queries/preview.ts';

const database = await testDatabase();
let world: World;
let files: FileStore;
let close: () => Promise<void>;
let secretary: Actor;
let desk: ImportDesk;

const HEADERS = ROSTER_COLUMNS.map((column) => column.header);
const book = (lines: readonly (readonly CellInput[])[], headers = HEADERS): Promise<Buffer> =>
  writeBook([{ name: '花名册', columns: headers.map((header) => ({ header })), rows: lines }]);
const at = (header: string): number => HEADERS.indexOf(header);
const deskOf = (actor: Actor): ImportDesk =>
  importDesk(world.db, files, actor, () => world.clock.advance(1_000));
const rosterSize = async (actor: Actor): Promise<number> =>
  world.db.read(
    actor,
    async (read) => (await rosterIdsOn(read, actor.orgId, plainDate('2026-03-01'))).size,
  );

beforeAll(async () => {
  world = await buildWorld(database.appUrl, { size: 2 });
  ({ files, close } = await uploadFolder());
  secretary = world.branch.as('secretary');
  desk = deskOf(secretary);
});
afterAll(async () => {
  await world.db.close();
  await close();
});

const people = [...rosterRows(60, { seed: 11 })];

describe('a roster brought in', () => {
  test('everybody is new; confirmed they stand in the roster, the file and staging rows are gone', async () => {
    const seen = await desk.bring(secretary.orgId, await book(people));
    expect(seen.counts).toMatchObject({ new: 60, absent: 2 });
    expect(await rosterSize(secretary)).toBe(2);
    expect(unwrap(await desk.confirm(seen))).toMatchObject({ entered: 60, changed: 0 });
    expect(await rosterSize(secretary)).toBe(62);
    const left = await world.db.read(secretary, async (read) => ({
      rows: await read.db.selectFrom('import_row').select('row_no').execute(),
      files: await read.db.selectFrom('file').select('id').execute(),
    }));
    expect(left).toEqual({ rows: [], files: [] });
  });

  test('the same table again changes nothing', async () => {
    const seen = await desk.bring(secretary.orgId, await book(people));
    expect(seen.counts).toEqual({ same: 60, absent: 2 });
  });

  test('rows and columns in another order change nothing', async () => {
    const order = HEADERS.map((_, i) => (i * 7) % HEADERS.length);
    const lines = people.toReversed().map((line) => order.map((i) => line[i] ?? null));
    const seen = await desk.bring(
      secretary.orgId,
      await book(
        lines,
        order.map((i) => HEADERS[i] ?? ''),
      ),
    );
    expect(seen.counts).toEqual({ same: 60, absent: 2 });
  });

  test('ten edits are ten changes, old and new, true from the day of the table on', async () => {
    const lines = people.map((line, i) =>
      line.map((cell, c) => (i < 10 && c === at('现居住地') ? `新城路${i}号` : cell)),
    );
    const seen = await desk.bring(secretary.orgId, await book(lines));
    expect(seen).toMatchObject({ counts: { same: 50, change: 10 }, cells: 10 });
    const list = await world.db.read(secretary, (read) =>
      rows(read, { importId: seen.importId, kind: 'change', page: 1, pageSize: 5 }),
    );
    expect(list?.rows[0]?.changes).toMatchObject([{ label: '现居住地', next: '新城路0号' }]);
    expect(unwrap(await desk.confirm(seen))).toMatchObject({ changed: 10, cells: 10 });
    const again = await desk.bring(secretary.orgId, await book(lines));
    expect(again.counts).toEqual({ same: 60, absent: 2 });
    const states = await world.db.read(secretary, (read) =>
      read.db
        .selectFrom('person_state')
        .select(['valid_from', 'valid_to'])
        .where('address', '=', '新城路0号')
        .where('superseded_at', 'is', null)
        .execute(),
    );
    expect(states).toEqual([{ valid_from: '2026-03-01', valid_to: null }]);
  });

  test('blank cells change nothing', async () => {
    const keep = new Set([at('姓名'), at('公民身份号码')]);
    const lines = people.map((line) => line.map((cell, c) => (keep.has(c) ? cell : '')));
    const seen = await desk.bring(secretary.orgId, await book(lines));
    expect(seen.counts).toEqual({ same: 60, absent: 2 });
  });
});

describe('taking an import back', () => {
  test('people it entered are gone from the roster, changed files read as before, and it can be done again', async () => {
    const other = world.other.as('secretary');
    const mine = deskOf(other);
    const first = [...rosterRows(20, { seed: 21 })];
    const entered = await mine.bring(other.orgId, await book(first));
    unwrap(await mine.confirm(entered));
    const edited = first.map((line) =>
      line.map((cell, c) =>
        c === at('手机号码') ? '13911112222' : c === at('职务') ? '副主任' : cell,
      ),
    );
    const changed = await mine.bring(other.orgId, await book(edited));
    expect(changed.cells).toBe(40);
    unwrap(await mine.confirm(changed));
    // The first rests under the second.
    expect(await mine.undo(entered.importId)).toMatchObject({
      refusal: { code: 'imports.newer_rests', params: { count: 20 } },
    });
    expect(unwrap(await mine.undo(changed.importId))).toEqual({ removed: 0, restored: 20 });
    expect((await mine.bring(other.orgId, await book(first))).counts).toMatchObject({ same: 20 });
    // What was taken back was written to again, so the first cannot be taken back any more.
    expect((await mine.undo(entered.importId)).ok).toBe(false);
    const third = await mine.bring(other.orgId, await book([...rosterRows(5, { seed: 22 })]));
    unwrap(await mine.confirm(third));
    expect(await rosterSize(other)).toBe(27);
    expect(unwrap(await mine.undo(third.importId))).toEqual({ removed: 5, restored: 0 });
    expect(await rosterSize(other)).toBe(22);
    const fresh = await mine.bring(other.orgId, await book([...rosterRows(5, { seed: 22 })]));
    expect(fresh.counts).toMatchObject({ new: 5 });
    unwrap(await mine.confirm(fresh));
    expect(await rosterSize(other)).toBe(27);
  });
});

describe('two people at once', () => {
  test('of two imports of one table one is written, the other finds out', async () => {
    const table = await book([...rosterRows(8, { seed: 31 })]);
    const [a, b] = [deskOf(secretary), deskOf(world.branch.as('clerk'))];
    const first = await a.bring(secretary.orgId, table);
    const second = await b.bring(secretary.orgId, table);
    const before = await rosterSize(secretary);
    const done = await Promise.all([a.confirm(first), b.confirm(second)]);
    expect(done.filter((result) => result.ok)).toHaveLength(1);
    expect(done.find((result) => !result.ok)).toMatchObject({
      refusal: { code: expect.stringMatching(/^(imports|common)\./u) },
    });
    expect(await rosterSize(secretary)).toBe(before + 8);
  });

  test('a file changed since the preview stops it', async () => {
    const line = people[5] ?? [];
    const edited = line.map((cell, c) => (c === at('职务') ? '主任' : cell));
    const seen = await desk.bring(secretary.orgId, await book([edited]));
    expect(seen.counts).toMatchObject({ change: 1 });
    const person = await world.db.read(secretary, (read) =>
      read.db
        .selectFrom('person_state')
        .select('person_id')
        .where('name', '=', String(line[at('姓名')]))
        .where('born_on', '=', plainDate(String(line[at('出生日期')]).replaceAll('.', '-')))
        .where('superseded_at', 'is', null)
        .where('valid_to', 'is', null)
        .executeTakeFirstOrThrow(),
    );
    world.clock.advance(1_000);
    await world.act(secretary, (write) =>
      changeMember(write, person.person_id as PersonId, plainDate('2026-03-02'), {
        school: '云山师范',
      }),
    );
    expect(await desk.confirm(seen)).toMatchObject({
      refusal: { code: 'imports.roster_changed' },
    });
  });
});

describe('a messy table', () => {
  const headers = [
    '序\n号',
    '姓 名',
    '性别',
    '身份证\n号码',
    '出生年月',
    '入党时间',
    '转正时间',
    '联系电话',
  ];
  const line = [...rosterRows(1, { seed: 41 })][0] ?? [];
  const good = String(line[at('公民身份号码')]);
  const lines: CellInput[][] = [
    ['1', '欧阳 娜', '女', good, '', '1998.07', '1999年7月1日', '139-1111-2222'],
    ['2', '赵　铁柱', '男', '110105194912310021', '1949年12月', '19750701', '1976.7', ''],
    ['3', '钱二', '男', '１１０１', '７０.５', '1995/7/1', '1996-07-01', '123'],
    ['4', '孙三', '', '', '1980.13', '2001.7', '2002.7', ''],
    ['合计', '4人', '', '', '', '', '', ''],
  ];

  test('title rows, line breaks, spaces, full-width digits, a totals row: every bad cell is named', async () => {
    const table = await writeBook([
      {
        name: '党员名册',
        title: '县发展和改革局党支部党员花名册',
        note: '填表日期：2026年3月1日',
        columns: headers.map((header) => ({ header })),
        rows: lines,
      },
    ]);
    const seen = await desk.bring(secretary.orgId, table);
    const found = await world.db.read(secretary, async (read) => ({
      cells: await problems(read, { importId: seen.importId, page: 1, pageSize: 50 }),
      fresh: await rows(read, { importId: seen.importId, kind: 'new', page: 1, pageSize: 50 }),
      bad: await rows(read, { importId: seen.importId, kind: 'error', page: 1, pageSize: 50 }),
    }));
    expect(found.fresh?.rows.map((row) => row.who)).toContain('欧阳娜');
    expect(found.bad?.rows.map((row) => row.who)).toEqual(expect.arrayContaining(['钱二', '孙三']));
    const errors = found.cells?.rows.filter((cell) => cell.severity === 'error') ?? [];
    expect(errors.map(({ row, column }) => `${column}${row}`)).toEqual(
      expect.arrayContaining(['D6', 'H6', 'E7']),
    );
    for (const cell of errors) {
      expect(cell.why).toMatch(/\p{Script=Han}/u);
      expect(cell.accepted).not.toBe('');
    }
    // A number that cannot be right is never shown.
    expect(JSON.stringify(found.cells)).not.toContain('110105194912310021');
    unwrap(await desk.confirm(seen));
  });

  test('numbers are found nowhere in the staging rows', async () => {
    const table = await book([...rosterRows(3, { seed: 51 })]);
    const numbers = [...rosterRows(3, { seed: 51 })].map((row) => String(row[at('公民身份号码')]));
    const seen = await desk.bring(secretary.orgId, table);
    const text = await world.db.read(secretary, async (read) =>
      JSON.stringify(await read.db.selectFrom('import_row').selectAll().execute()),
    );
    expect(seen.counts).toMatchObject({ new: 3 });
    for (const number of numbers) expect(text).not.toContain(number);
  });
});

describe('whom a row stands for', () => {
  test('a namesake is asked about; the answer decides', async () => {
    const table = await book(
      [['1', '王建国', '男', '', '', '', '', '', '正式党员']],
      HEADERS.slice(0, 9),
    );
    const seen = await desk.bring(secretary.orgId, table);
    expect(seen.counts).toMatchObject({ ask: 1 });
    const list = await world.db.read(secretary, (read) =>
      rows(read, { importId: seen.importId, kind: 'ask', page: 1, pageSize: 5 }),
    );
    const [row] = list?.rows ?? [];
    const [candidate] = row?.candidates ?? [];
    if (row === undefined || candidate === undefined) throw new Error('nobody to ask about');
    expect(candidate.name).toBe('王建国');
    world.clock.advance(1_000);
    await world.act(secretary, (write) =>
      answerRows(write, {
        importId: seen.importId,
        answers: [{ row: row.row, choice: candidate.personId as never }],
      }),
    );
    expect((await desk.preview(seen.importId)).counts).toMatchObject({ same: 1 });
  });

  test('somebody in a roster out of sight is told as such, without the place', async () => {
    const stranger = [...rosterRows(5, { seed: 22 })].slice(0, 1);
    const seen = await desk.bring(secretary.orgId, await book(stranger));
    expect(seen.counts).toMatchObject({ elsewhere: 1 });
    const list = await world.db.read(secretary, (read) =>
      rows(read, { importId: seen.importId, kind: 'elsewhere', page: 1, pageSize: 5 }),
    );
    expect(list?.rows[0]?.why).toContain('不在您的工作范围');
    expect(JSON.stringify(list)).not.toContain('水务');
  });

  test('an ordinary member and a stranger see nothing of it', async () => {
    for (const actor of [world.branch.as('member'), world.other.as('secretary')]) {
      const seen = await world.db.read(actor, async (read) => [
        ...(await read.db
          .selectFrom('import_case')
          .select('id')
          .where('org_id', '=', secretary.orgId)
          .execute()),
        ...(await read.db
          .selectFrom('import_row')
          .select('row_no')
          .where('org_id', '=', secretary.orgId)
          .execute()),
      ]);
      expect(seen).toEqual([]);
    }
  });
});

describe('several branches in one table', () => {
  test('rows go to branches by name; a name that is not found is asked for', async () => {
    const county: Actor = {
      ...world.branch.as('officer'),
      orgId: world.founded.orgId,
      place: world.founded.path,
      scope: world.founded.path,
    };
    const mine = deskOf(county);
    const branches = ['县发展和改革局党支部', '中共县水务局支部委员会', '县文旅局党支部'];
    const table = await book([...rosterRows(9, { seed: 61, branches })]);
    const importId = await mine.open(county.orgId, table);
    unwrap(await mine.prepare(importId));
    expect((await mine.preview(importId)).counts).toMatchObject({ new: 6, left_out: 3 });
    unwrap(await mine.prepare(importId, { branches: { 县文旅局党支部: world.other.orgId } }));
    const seen = await mine.preview(importId);
    expect(seen.counts).toMatchObject({ new: 9 });
    const before = await rosterSize(world.other.as('secretary'));
    expect(unwrap(await mine.confirm(seen))).toMatchObject({ entered: 9 });
    expect(await rosterSize(world.other.as('secretary'))).toBe(before + 6);
  });
});

describe('与全国系统核对', () => {
  test('differences are changed here, or kept for the person with the log-in', async () => {
    const lines = people
      .slice(0, 3)
      .map((line, i) =>
        line.map((cell, c) => (c === at('学历') ? '初中' : c === at('职务') ? `不看${i}` : cell)),
      );
    const seen = await desk.bring(secretary.orgId, await book(lines), 'compare');
    const list = await world.db.read(secretary, (read) =>
      rows(read, { importId: seen.importId, kind: 'change', page: 1, pageSize: 9 }),
    );
    const changed = list?.rows ?? [];
    // Education only: the job is none of the five things that are compared.
    expect(new Set(changed.flatMap((row) => row.changes.map((c) => c.label)))).toEqual(
      new Set(['学历']),
    );
    const [first, ...rest] = changed;
    if (first === undefined) throw new Error('no difference');
    world.clock.advance(1_000);
    const { importId } = seen;
    await world.act(secretary, (write) =>
      decideChanges(write, { importId, side: 'here', rows: [first.row] }),
    );
    await world.act(secretary, (write) =>
      decideChanges(write, { importId, side: 'there', rows: rest.map((row) => row.row) }),
    );
    const done = unwrap(await desk.confirm(await desk.preview(importId)));
    expect(done).toMatchObject({ entered: 0, changed: 1, cells: 1, there: rest.length });
    const kept = await world.db.read(secretary, (read) =>
      differences(read, { open: true, page: 1, pageSize: 50 }),
    );
    expect(kept.rows.map(({ label, theirs }) => `${label}${theirs}`)).toEqual(
      rest.map(() => '学历初中'),
    );
  });
});
