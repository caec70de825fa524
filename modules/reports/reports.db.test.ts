import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fingerprint, readFigures } from '#engines/document';
import { newId } from '#kernel/clock';
import type { OrgId, PersonId } from '#kernel/ids';
import { addDays, plainDate, type PlainDate } from '#kernel/plain-date';
import { ok, unwrap, type Result } from '#kernel/result';
import type { Actor } from '#platform/db';
import { cancelReceipt } from '#modules/dues';
import { testDatabase } from '../../tests/support/database.ts';
import { headFor, person, receiptsOf, receiveFor, registry } from '../../tests/worlds/receipts.ts';
import { buildWorld, type Branch, type World } from '../../tests/worlds/world.ts';
import { createReport } from './commands/create-report.ts';
import { draftReport } from './commands/draft-report.ts';
import { issueReport } from './commands/issue-report.ts';
import { reopenReport } from './commands/reopen-report.ts';
import { saveReport } from './commands/save-report.ts';
import type { Desk } from './queries/desk.ts';
import { sinceIssue, yearDifference } from './queries/differences.ts';
import { openReport, type Opened } from './queries/opened.ts';
import { print, sheet, word } from './queries/papers.ts';
import { figuresOf, rowsOf, viewOf } from './queries/view.ts';
import type { ReportId } from './store/working.ts';

/** Late entries and corrections after issue; the soak run takes 500. */
const DOSE = Number(process.env['ZHIBU_DOSE'] ?? 60);

const FROM = plainDate('2025-01-01');
const TO = plainDate('2025-12-31');
const database = await testDatabase();
let world: World;

const desk = (actor: Actor): Desk => ({
  db: world.db,
  actor,
  today: plainDate('2026-03-02'),
  registry,
});
const command = () => newId<'Command'>(world.clock);
const tick = (): void => world.clock.advance(1_000);

const head = (branch: Branch, index: number, from: string, until: string | null) =>
  headFor(world, branch, index, from, until);
const receive = (branch: Branch, day: PlainDate, amount: number, means: 'cash' | 'transfer') =>
  receiveFor(world, branch, day, amount, means);

async function draft(
  actor: Actor,
  from: PlainDate,
  to: PlainDate,
  more: { orgId?: OrgId; authorId?: PersonId } = {},
): Promise<Result<ReportId>> {
  const orgId = more.orgId ?? actor.orgId;
  const drafted = await draftReport(desk(actor), {
    orgId,
    kind: 'annual',
    from,
    to,
    authorId: more.authorId,
  });
  if (!drafted.ok) return drafted;
  const made = await world.act(actor, (write) => createReport(write, orgId, drafted.value.report));
  tick();
  return ok(made.reportId);
}

const opened = async (actor: Actor, id: ReportId): Promise<Opened> =>
  unwrap(await openReport(desk(actor), id));
const figure = (of: Opened, id: string) => {
  const found = figuresOf(of).find((one) => one.indicator === id);
  if (found === undefined) throw new Error(`no figure ${id}`);
  return found;
};

beforeAll(async () => {
  world = await buildWorld(database.appUrl);
  const { branch, other } = world;
  await head(branch, 0, '2025-01-01', '2025-07-01');
  await head(branch, 1, '2025-07-01', null);
  await head(other, 0, '2025-01-01', null);
  for (let month = 0; month < 12; month += 1) {
    const day = addDays(FROM, month * 30 + 3);
    await receive(branch, day, 1_000 + month, month % 2 === 0 ? 'cash' : 'transfer');
    await receive(other, day, 500, 'cash');
  }
});
afterAll(() => world.db.close());

describe('two secretaries of one year', () => {
  test('two reports whose figures add up to the year', async () => {
    const actor = world.branch.as('secretary');
    const later = await opened(actor, unwrap(await draft(actor, FROM, TO)));
    const earlier = await opened(
      actor,
      unwrap(await draft(actor, FROM, TO, { authorId: person(world.branch, 0) })),
    );
    expect(earlier.content.bodies.map((body) => [body.from, body.to])).toEqual([
      ['2025-01-01', '2025-06-30'],
    ]);
    expect(later.content.bodies.map((body) => [body.from, body.to])).toEqual([
      ['2025-07-01', '2025-12-31'],
    ]);
    const all = await world.db.read(actor, (read) =>
      receiptsOf(read, { from: FROM, to: TO, knownAt: new Date(world.clock.now()) }, [
        world.branch.orgId,
      ]),
    );
    expect(figure(earlier, 'test.receipts').value + figure(later, 'test.receipts').value).toBe(12);
    expect(figure(earlier, 'test.money').value + figure(later, 'test.money').value).toBe(
      all.reduce((sum, row) => sum + row.adds, 0),
    );
  });
  test('nobody headed it, reversed and endless periods are refused', async () => {
    const actor = world.branch.as('secretary');
    const refusal = async (from: string, to: string) => {
      const made = await draft(actor, plainDate(from), plainDate(to));
      return made.ok ? null : made.refusal.code;
    };
    expect(await refusal('2023-01-01', '2023-12-31')).toBe('reports.nobody_headed');
    expect(await refusal('2025-02-01', '2025-01-01')).toBe('reports.period_reversed');
    expect(await refusal('2024-01-01', '2025-12-31')).toBe('reports.period_too_long');
  });
});

describe('writing', () => {
  test('a number typed in keeps it from being issued; a figure and a marked number do not', async () => {
    const actor = world.branch.as('secretary');
    const reportId = unwrap(await draft(actor, FROM, TO));
    const { content, title } = (await opened(actor, reportId)).report;
    const save = (opening: string, basedOn: number, noFigures: typeof content.noFigures = []) =>
      world.act(actor, (write) =>
        saveReport(
          write,
          { reportId, basedOn, title, content: { ...content, opening, noFigures } },
          new Set(registry.all.map((one) => one.id)),
        ),
      );
    const first = await save('全年收缴党费1234元。', 1);
    expect(first.findings).toMatchObject([{ kind: 'typed_number', section: -1, text: '1234' }]);
    tick();
    const refused = await issueReport(desk(actor), { reportId, basedOn: 2, commandId: command() });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'reports.not_ready' } });
    tick();
    const place = first.findings[0]?.place ?? '';
    await save('全年收缴党费1234元。', 2, [{ place, reason: '测试' }]);
    tick();
    await save('全年收缴党费{{test.money}}元，{{test.receipts@1}}笔。', 3);
    tick();
    await expect(save('甲', 3)).rejects.toThrow('common.changed_meanwhile');
    tick();
    const view = await viewOf(desk(actor), await opened(actor, reportId));
    expect(view.can).toMatchObject({ issue: true, save: true });
    const bytes = new Uint8Array(await (await word(await opened(actor, reportId))).arrayBuffer());
    const money = figure(await opened(actor, reportId), 'test.money').text;
    expect(readFigures(bytes).map((one) => [one.name, one.text])).toContainEqual([
      '实收党费',
      money,
    ]);
    const page = await print(await opened(actor, reportId)).text();
    expect(page).toContain(`/reports/figure?reportId=${reportId}&amp;indicator=test.money`);
    expect((await sheet(await opened(actor, reportId))).size).toBeGreaterThan(2_000);
  });
});

describe('issued', () => {
  test(`${DOSE} late entries and corrections later: as stored, counted again the same, today explained`, async () => {
    const actor = world.branch.as('secretary');
    const reportId = unwrap(await draft(actor, FROM, TO));
    tick();
    const commandId = command();
    const issue = () => issueReport(desk(actor), { reportId, basedOn: 1, commandId });
    const done = unwrap(await issue());
    expect(done.edition).toBe(1);
    tick();
    expect(unwrap(await issue())).toEqual(done);
    tick();
    const before = await opened(actor, reportId);
    const stored = JSON.stringify([before.document, [...before.figures]]);
    expect(fingerprint(before.document)).toBe(done.fingerprint);
    expect(unwrap(await sinceIssue(desk(actor), before))).toMatchObject({
      reproduced: true,
      differences: [],
    });

    const [half] = before.content.bodies;
    let state = 42;
    const roll = (below: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return Math.floor((state / 0x7fffffff) * below) % below;
    };
    const standing = [...(before.figures.get('test.money') ?? [])].flatMap((one) =>
      one.rows.map((row) => row.id),
    );
    for (let n = 0; n < DOSE; n += 1) {
      const wrong = roll(3) === 0 ? standing.splice(roll(standing.length), 1)[0] : undefined;
      if (wrong !== undefined) {
        await world.act(actor, (write) =>
          cancelReceipt(write, {
            receiptId: wrong as Parameters<typeof cancelReceipt>[1]['receiptId'],
            reason: '错记',
          }),
        );
        tick();
      } else {
        const day = addDays(FROM, roll(365));
        const made = await receive(
          world.branch,
          day,
          1 + roll(9_000),
          roll(2) ? 'cash' : 'transfer',
        );
        if (made !== undefined && half !== undefined && day >= half.from && day <= half.to)
          standing.push(made);
      }
    }

    const after = await opened(actor, reportId);
    expect(JSON.stringify([after.document, [...after.figures]])).toBe(stored);
    const compared = unwrap(await sinceIssue(desk(actor), after));
    expect(compared.reproduced).toBe(true);
    const now = await world.db.read(actor, (read) =>
      receiptsOf(
        read,
        {
          from: half?.from ?? FROM,
          to: half?.to ?? TO,
          knownAt: new Date(world.clock.now()),
        },
        [world.branch.orgId],
      ),
    );
    const money = compared.differences.find((one) => one.indicator === 'test.money');
    const told = figure(after, 'test.money').value;
    expect(told + (money?.amount ?? 0)).toBe(now.reduce((sum, row) => sum + row.adds, 0));
    for (const one of compared.differences) {
      expect(one.causes.reduce((sum, cause) => sum + cause.amount, 0)).toBe(one.amount);
      for (const cause of one.causes) expect(cause.words).toMatch(/定稿后(补录|更正)/);
    }
    expect(compared.differences.length).toBeGreaterThan(0);
    const rows = await rowsOf(desk(actor), after, 'test.receipts', undefined);
    expect(rows?.rows.length).toBe(figure(after, 'test.receipts').value);
  });

  test('another edition keeps what was issued until it is issued itself', async () => {
    const actor = world.branch.as('secretary');
    const reportId = unwrap(await draft(actor, FROM, TO));
    unwrap(await issueReport(desk(actor), { reportId, basedOn: 1, commandId: command() }));
    tick();
    const first = await opened(actor, reportId);
    expect((await viewOf(desk(actor), first)).can).toMatchObject({ reopen: true });
    const again = await issueReport(desk(actor), { reportId, basedOn: 2, commandId: command() });
    expect(again).toMatchObject({ ok: false, refusal: { code: 'reports.already_issued' } });
    tick();
    const { version } = await world.act(actor, (write) =>
      reopenReport(write, { reportId, reason: '补充内容' }),
    );
    tick();
    const second = unwrap(
      await issueReport(desk(actor), { reportId, basedOn: version, commandId: command() }),
    );
    expect(second.edition).toBe(2);
  });

  test('against last year: nothing was counted then, and the causes say so', async () => {
    const actor = world.branch.as('secretary');
    const found = unwrap(
      await yearDifference(desk(actor), await opened(actor, unwrap(await draft(actor, FROM, TO)))),
    );
    for (const one of found.differences)
      expect(one.causes.reduce((sum, cause) => sum + cause.amount, 0)).toBe(one.amount);
    expect(found.from).toBe('2024-01-01');
    expect(found.differences.flatMap((one) => one.causes).map((one) => one.words)).toContain(
      '现金，新增',
    );
  });
});

describe('who sees what', () => {
  test('another branch finds nothing', async () => {
    const actor = world.branch.as('secretary');
    const reportId = unwrap(await draft(actor, FROM, TO));
    const foreign = world.other.as('secretary');
    expect(await openReport(desk(foreign), reportId)).toMatchObject({
      ok: false,
      refusal: { code: 'common.not_found' },
    });
    const own = await opened(foreign, unwrap(await draft(foreign, FROM, TO)));
    expect(figure(own, 'test.receipts').value).toBe(12);
  });
  test('a body of somebody else cannot be drawn in', async () => {
    const foreign = world.other.as('secretary');
    const reportId = unwrap(await draft(foreign, FROM, TO));
    const { content, title } = (await opened(foreign, reportId)).report;
    const [own] = content.bodies;
    if (own === undefined) throw new Error('no body');
    await world.act(foreign, (write) =>
      saveReport(
        write,
        {
          reportId,
          basedOn: 1,
          title,
          content: {
            ...content,
            bodies: [own, { ...own, orgId: world.branch.orgId, name: '别的支部' }],
          },
        },
        new Set(registry.all.map((one) => one.id)),
      ),
    );
    expect(await openReport(desk(foreign), reportId)).toMatchObject({
      ok: false,
      refusal: { code: 'reports.body_out_of_sight', params: { name: '别的支部' } },
    });
  });
  test('the level above adds up what is below it, and bodies never count twice', async () => {
    const { founded } = world;
    // The branches stand in the tree since the day the world was built; what they took before is not below.
    const year = { from: plainDate('2026-01-01'), to: plainDate('2026-12-31') };
    for (const branch of [world.branch, world.other])
      await receive(branch, plainDate('2026-03-02'), 700, 'cash');
    const county: Actor = {
      ...world.branch.as('officer'),
      orgId: founded.orgId,
      place: founded.path,
      scope: founded.path,
    };
    const made = unwrap(
      await draftReport(desk(county), {
        orgId: founded.orgId,
        kind: 'year_summary',
        ...year,
      }),
    );
    const [body] = made.report.content.bodies;
    if (body === undefined) throw new Error('no body');
    const content = { ...made.report.content, bodies: [{ ...body, below: true }] };
    const { reportId } = await world.act(county, (write) =>
      createReport(write, founded.orgId, { ...made.report, content }),
    );
    const all = await opened(county, reportId);
    const branches = await world.db.read(county, (read) =>
      receiptsOf(read, { ...year, knownAt: new Date(world.clock.now()) }, null),
    );
    expect(figure(all, 'test.receipts').value).toBe(branches.length);
    expect(branches.length).toBe(2);
    tick();
    const twice = {
      ...content,
      bodies: [
        { ...body, below: true },
        { ...body, orgId: world.branch.orgId, name: '支部' },
      ],
    };
    const double = await world.act(county, (write) =>
      createReport(write, founded.orgId, { ...made.report, content: twice }),
    );
    expect(await openReport(desk(county), double.reportId)).toMatchObject({
      ok: false,
      refusal: { code: 'reports.bodies_overlap' },
    });
  });
});
