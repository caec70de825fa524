import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { obligationSource, type Duty, type Span } from '#engines/obligation';
import type { OrgId } from '#kernel/ids';
import type { Money } from '#kernel/money';
import {
  addDays,
  addMonths,
  firstDayOf,
  monthOf,
  plainDate,
  type PlainDate,
} from '#kernel/plain-date';
import type { Actor } from '#platform/db';
import { recordReceipts } from '#modules/dues';
import { permissionsOf } from '../../server/modules.ts';
import { testDatabase } from '../../tests/support/database.ts';
import { serveWorld, type HttpWorld } from '../../tests/worlds/http.ts';
import { buildWorld, type Branch, type World } from '../../tests/worlds/world.ts';
import { boards } from './queries/below.ts';
import { calendar } from './queries/calendar.ts';
import type { Desk } from './queries/desk.ts';
import { home } from './queries/home.ts';
import { cell, matrix } from './queries/matrix.ts';
import { matrixSheet, weekPrint, weekWord } from './queries/papers.ts';

const database = await testDatabase();
let world: World;
let http: HttpWorld;

interface Paid {
  readonly orgId: OrgId;
  readonly on: PlainDate;
  readonly entered: PlainDate;
}

/** Dues taken once a month: a source of the test's own over real rows. */
const monthly = obligationSource<{ orgIds: readonly OrgId[]; paid: readonly Paid[] }>({
  module: 'test',
  kinds: { 'test.dues': '收党费' },
  load: async (read, orgIds, span: Span) => {
    const rows = await read.db
      .selectFrom('dues_receipt')
      .select(['org_id', 'paid_on', 'entered_at'])
      .where('org_id', 'in', [...orgIds])
      .where('paid_on', '>=', span.from)
      .where('superseded_at', 'is', null)
      .execute();
    return {
      orgIds,
      paid: rows.map((row) => ({
        orgId: row.org_id as OrgId,
        on: row.paid_on,
        entered: row.entered_at.toISOString().slice(0, 10) as PlainDate,
      })),
    };
  },
  duties: ({ orgIds, paid }, span, day) => {
    const found: Duty[] = [];
    for (let from = firstDayOf(monthOf(span.from)); from <= span.to; from = addMonths(from, 1)) {
      const until = addDays(addMonths(from, 1), -1);
      for (const orgId of orgIds) {
        const done = paid.find((one) => one.orgId === orgId && one.on >= from && one.on <= until);
        found.push({
          key: `test.dues:${from}:${orgId}`,
          kind: 'test.dues',
          orgId,
          personId: null,
          title: `${from.slice(0, 7)}党费`,
          reason: done === undefined ? '本月还没有收' : '已收',
          rule: { id: 't', summary: '', basis: '《党费规定》第8条', sure: true },
          from,
          until,
          state:
            done === undefined
              ? day > until
                ? 'missed'
                : 'ahead'
              : done.entered > until
                ? 'entered_later'
                : 'done',
          fulfilledBy: null,
          opens: { route: '/dues/collect', search: { month: from.slice(0, 7) } },
          permission: 'dues.write',
        });
      }
    }
    return found;
  },
});
const sources = [monthly];
const shared = { sources, boards: boards(sources) };
const ORIGIN = 'https://zhibu.example:8420';
const TODAY = plainDate('2026-03-02');
const deskOf = (actor: Actor): Desk => ({ ...shared, db: world.db, actor, today: TODAY });
const county = (): Actor => ({
  ...world.branch.as('officer'),
  orgId: world.founded.orgId,
  place: world.founded.path,
  scope: world.founded.path,
});
const pay = async (branch: Branch, on: string): Promise<void> => {
  const [personId] = branch.people;
  if (personId === undefined) throw new Error('nobody');
  await world.act(branch.as('secretary'), (write) =>
    recordReceipts(write, {
      orgId: branch.orgId,
      receipts: [
        {
          personId,
          paidOn: plainDate(on),
          amount: 1_000 as Money,
          means: 'cash',
          payer: { kind: 'self' },
          voluntary: false,
          note: '',
        },
      ],
    }),
  );
  world.clock.advance(1_000);
};

beforeAll(async () => {
  world = await buildWorld(database.appUrl);
  http = await serveWorld(world, '/nonexistent');
  await pay(world.branch, '2026-03-01');
  await pay(world.branch, '2026-01-10');
});
afterAll(async () => {
  await http.close();
  await world.db.close();
});

describe('first page', () => {
  test('what is missed first, half filled, with its ground', async () => {
    const page = await home(deskOf(world.branch.as('secretary')));
    expect(page.due.length).toBeLessThanOrEqual(7);
    expect(page.due.at(-1)).toMatchObject({
      key: `test.dues:2026-02-01:${world.branch.orgId}`,
      state: 'missed',
      basis: '《党费规定》第8条',
      to: '/dues/collect?month=2026-02',
    });
    expect(page.due.every((one) => one.orgId === world.branch.orgId)).toBe(true);
    expect(page.strip).toHaveLength(14);
    expect(page.below).toEqual([]);
  });
  test('who may not take dues is not asked to, an ordinary member neither', async () => {
    expect((await home(deskOf(world.branch.as('publicity_member')))).due).toEqual([]);
    expect((await home(deskOf(world.branch.as('member')))).due).toEqual([]);
  });
  test('the level above sees how many below have missed it', async () => {
    const page = await home(deskOf(county()));
    expect(page.below).toMatchObject([{ kind: 'test.dues', missed: 2, of: 2 }]);
    expect(page.belowAt).not.toBeNull();
  });
});

describe('matrix', () => {
  const span = { from: plainDate('2026-01-01'), to: plainDate('2026-03-31') };
  const page = { page: 1, pageSize: 50 };
  const rowOf = async (branch: Branch, actor = county()) => {
    const found = await matrix(deskOf(actor), { ...span, ...page });
    if (!found.ok) throw new Error(found.refusal.code);
    return found.value.rows.find((row) => row.orgId === branch.orgId);
  };
  test('entered later is its own state; what was entered a moment ago is there', async () => {
    expect(await rowOf(world.branch)).toMatchObject({
      missedSince: '2026-02-28',
      cells: [
        { kind: 'test.dues', done: 1, enteredLater: 1, missed: 1, ahead: 0, state: 'missed' },
      ],
    });
    await pay(world.branch, '2026-02-20');
    expect(await rowOf(world.branch)).toMatchObject({
      missedSince: null,
      cells: [{ done: 1, enteredLater: 2, missed: 0, ahead: 0, state: 'entered_later' }],
    });
  });
  test('by lateness, by name, by state; a branch sees itself only', async () => {
    const asked = async (more: object, actor = county()) => {
      const found = await matrix(deskOf(actor), { ...span, ...page, ...more });
      return found.ok ? found.value.rows.map((row) => row.orgId) : found.refusal.code;
    };
    expect((await asked({ sort: 'lateness' })).at(-1)).toBe(world.branch.orgId);
    expect(await asked({ state: 'entered_later' })).toEqual([world.branch.orgId]);
    expect(await asked({ q: '水务' })).toEqual([world.other.orgId]);
    expect(await asked({}, world.other.as('secretary'))).toEqual([world.other.orgId]);
    expect(await asked({ from: plainDate('2020-01-01') })).toBe('duties.span_too_long');
  });
  test('a cell opens what stands behind it, of no foreign branch', async () => {
    const asked = { orgId: world.branch.orgId, kind: 'test.dues', ...span };
    const found = await cell(deskOf(county()), asked);
    expect(found.ok && found.value.duties.map((one) => one.state)).toEqual([
      'entered_later',
      'entered_later',
      'done',
    ]);
    expect(await cell(deskOf(world.other.as('secretary')), asked)).toMatchObject({ ok: false });
  });
  test('papers', async () => {
    const desk = deskOf(county());
    const sheet = await matrixSheet(desk, span);
    expect(sheet.ok && sheet.value.size).toBeGreaterThan(2_000);
    expect(await (await weekPrint(desk, TODAY)).text()).toContain('一周事项单');
    expect((await weekWord(desk, TODAY)).size).toBeGreaterThan(2_000);
  });
});

describe('calendar', () => {
  test('behind a secret address while the post holds; ended at once', async () => {
    const [, , third] = world.branch.people;
    if (third === undefined) throw new Error('nobody');
    await http.signIn('calendar-owner', world.branch, third, 'secretary');
    const choices = await http.call('calendar-owner', 'GET', '/me');
    const commandId = '0190b0a0-0000-7000-8000-00000000c0de';
    const made = await http.call('calendar-owner', 'POST', '/duties/calendars', { commandId });
    expect(made.status, made.text + choices.text).toBe(200);
    const { path } = made.json() as { path: string };
    const key = new URL(path, 'http://x').searchParams.get('key') ?? '';
    const text = async (): Promise<string | undefined> =>
      (await calendar({ ...shared, db: world.db }, key, permissionsOf, ORIGIN))?.text();
    expect(await text()).toContain('BEGIN:VEVENT');
    const unfolded = (await text())?.replaceAll('\r\n ', '');
    expect(unfolded).toContain(`URL:${ORIGIN}/dues/collect?month=`);
    expect(
      await calendar({ ...shared, db: world.db }, `${key}x`, permissionsOf, ORIGIN),
    ).toBeNull();
    const open = await http.call(null, 'GET', '/duties/calendar', { key });
    expect(open.status).toBe(200);
    expect(open.text).toContain('BEGIN:VCALENDAR');
    expect(open.text.replaceAll('\r\n ', '')).toMatch(/URL:http:\/\/[^/\s]+\/dues\//u);
    const list = await http.call('calendar-owner', 'GET', '/duties/calendars');
    const { calendars } = list.json() as { calendars: { calendarId: string }[] };
    expect(calendars).toHaveLength(1);
    const ended = await http.call('calendar-owner', 'POST', '/duties/calendars/end', {
      commandId: '0190b0a0-0000-7000-8000-00000000c0df',
      calendarId: calendars[0]?.calendarId,
    });
    expect(ended.status, ended.text).toBe(200);
    expect(await text()).toBeUndefined();
    expect((await http.call(null, 'GET', '/duties/calendar', { key })).status).toBe(404);
  });
});
