import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dutiesOf } from '#engines/obligation';
import type { PersonId } from '#kernel/ids';
import { plainDate } from '#kernel/plain-date';
import type { PostKind } from '#kernel/posts';
import { ok, unwrap, type Result } from '#kernel/result';
import { sql, type Actor, type Write } from '#platform/db';
import { insertPost, placeOf } from '#modules/organisations';
import { withClient } from '#platform/postgres';
import { testDatabase } from '../../tests/support/database.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';
import { permissionsOf } from '../../server/modules.ts';
import { cancelTalk, correctTalk } from './commands/correct-talk.ts';
import { recordTalks, type Recording } from './commands/record-talks.ts';
import { saveContent } from './commands/save-content.ts';
import { talkIndicators } from './indicators.ts';
import { talkObligations } from './obligations.ts';
import { coverage } from './queries/coverage.ts';
import { content, list, mine } from './queries/lists.ts';
import { ledgerPaper, ownPaper, recordPaper } from './queries/papers.ts';
import { people } from './queries/people.ts';
import type { TalkId } from './store/talks.ts';

const database = await testDatabase();
let world: World;
const d = plainDate;
const SECRET = '孩子上学有困难，最近情绪不高';

const person = (index: number): PersonId => {
  const found = world.branch.people[index];
  if (found === undefined) throw new Error(`no person ${index}`);
  return found;
};
/** People 0–2 are the committee, 3–5 are not. */
const secretary = (): Actor => world.branch.as('secretary', person(0));
const upper = (): Actor => ({
  ...world.branch.as('officer', undefined),
  personId: null,
  orgId: world.founded.orgId,
  place: world.founded.path,
  scope: world.founded.path,
});
const act = <T>(actor: Actor, work: (write: Write) => Promise<Result<T>>): Promise<T> => {
  world.clock.advance(1_000);
  return world.act(actor, work);
};
const tries = <T>(actor: Actor, work: (write: Write) => Promise<Result<T>>): Promise<Result<T>> =>
  world.db.write(actor, { commandId: null, action: 't' }, work);
type Given = Recording['talks'][number];
const talk = (a: number, b: number, on: string, more: Partial<Given> = {}): Given => ({
  heldOn: d(on),
  place: '',
  talker: { personId: person(a) },
  partner: { personId: person(b) },
  ...more,
});
const record = (...talks: Given[]) =>
  act(secretary(), (write) => recordTalks(write, { orgId: world.branch.orgId, talks }));
const tried = (...talks: Given[]) =>
  tries(secretary(), (write) => recordTalks(write, { orgId: world.branch.orgId, talks }));
const listOf = (actor: Actor, more: object = {}) =>
  world.db.read(actor, (read) =>
    list(read, { orgId: world.branch.orgId, year: 2026, page: 1, pageSize: 50, ...more }),
  );
const contentFor = (actor: Actor, talkId: TalkId) =>
  world.db.read(actor, (read) => content(read, { talkId }));
const first = <T>(list: readonly T[]): T => {
  const [one] = list;
  if (one === undefined) throw new Error('empty');
  return one;
};

beforeAll(async () => {
  world = await buildWorld(database.appUrl, { size: 6, today: d('2026-11-20') });
  const posts: PostKind[] = ['secretary', 'organisation_member', 'publicity_member'];
  for (const [index, kind] of posts.entries()) {
    await act(secretary(), async (write) => {
      const place = await placeOf(write, world.branch.orgId);
      if (place === null) throw new Error('no branch');
      return ok(
        await insertPost(write, place, d('2025-01-01'), {
          personId: person(index),
          kind,
          duties: '',
          wayIn: 'election',
          termEndsOn: d('2028-01-01'),
          approvedOn: d('2025-01-01'),
          approvalPaper: '云委组〔2025〕1号',
        }),
      );
    });
  }
});
afterAll(() => world.db.close());

describe('what was said', () => {
  let talkId: TalkId;
  const one = (): Actor => world.branch.as('organisation_member', person(1));
  const other = (): Actor => world.branch.as('member', person(3));

  test('the secretary enters that two others talked; one of them writes, both read', async () => {
    const { talkIds } = await record(talk(1, 3, '2026-03-05', { place: '党员活动室' }));
    talkId = first(talkIds);
    const empty = await contentFor(other(), talkId);
    expect(empty).toMatchObject({ text: '', version: 0 });
    await act(one(), (write) => saveContent(write, { talkId, basedOn: 0, text: SECRET }));
    expect(await contentFor(one(), talkId)).toMatchObject({ text: SECRET, version: 1 });
    expect(await contentFor(other(), talkId)).toMatchObject({ text: SECRET, writtenBy: '李秀英' });
  });

  test('an ordinary member who is one of the two writes too; the second of two writers finds out', async () => {
    await act(other(), (write) =>
      saveContent(write, { talkId, basedOn: 1, text: `${SECRET}。已谈开` }),
    );
    const late = await tries(one(), (write) =>
      saveContent(write, { talkId, basedOn: 1, text: '覆盖' }),
    );
    expect(late).toMatchObject({ refusal: { code: 'common.changed_meanwhile' } });
  });

  test.each<[string, () => Actor]>([
    ['the secretary who entered it', secretary],
    ['the level above', upper],
    ['an administrator', () => ({ ...upper(), post: 'administrator' })],
    ['经办人', () => world.branch.as('clerk', person(2))],
    ['another member', () => world.branch.as('member', person(4))],
    ['an account without a person', () => ({ ...secretary(), personId: null })],
    ['another branch', () => world.other.as('secretary')],
  ])('is closed to %s: query, paper, write and the table itself', async (_name, actor) => {
    expect(await contentFor(actor(), talkId)).toBeNull();
    const paper = await world.db.read(actor(), (read) =>
      ownPaper(read, { talkId, format: 'html' }),
    );
    expect(paper.ok).toBe(false);
    const written = await tries(actor(), (write) =>
      saveContent(write, { talkId, basedOn: 0, text: 'x' }),
    );
    expect(written.ok).toBe(false);
    const rows = await world.db.read(actor(), (read) =>
      read.db.selectFrom('talk_content').selectAll().execute(),
    );
    expect(rows).toEqual([]);
  });

  test('is nowhere in the database as it was typed', async () => {
    const hits = await withClient(database.ownerUrl, async (client) => {
      const found: string[] = [];
      const tables = await client.query<{ name: string }>(
        `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
      );
      for (const { name } of tables) {
        const rows = await client.query(
          `select 1 from ${name} t where t::text like '%孩子上学%' limit 1`,
        );
        if (rows.length > 0) found.push(name);
      }
      return [found, tables.length] as const;
    });
    expect(hits[0]).toEqual([]);
    expect(hits[1]).toBeGreaterThan(20);
  });

  test('the branch prints the sheet with lines, one of the two prints it with the words', async () => {
    const blank = await world.db.read(secretary(), (read) =>
      recordPaper(read, { orgId: world.branch.orgId, talkId, format: 'html' }),
    );
    const text = await unwrap(blank).text();
    expect(text).toContain('党员活动室');
    expect(text).not.toContain('孩子');
    const own = await world.db.read(other(), (read) => ownPaper(read, { talkId, format: 'html' }));
    expect(await unwrap(own).text()).toContain('孩子上学有困难');
  });
});

describe('what the branch sees', () => {
  test('who, when and kind, with the kind taken from posts; a member sees own talks only', async () => {
    await record(
      talk(0, 1, '2026-03-06'),
      talk(4, 5, '2026-03-07'),
      talk(0, 4, '2026-03-08', { kind: 'reminder' }),
      talk(0, 4, '2026-04-08', { kind: 'head_staff', partner: { name: '马晓东' } }),
    );
    const listed = await listOf(secretary());
    expect(listed?.total).toBe(5);
    expect(listed?.counts).toMatchObject({
      between_committee: 1,
      committee_member: 1,
      between_members: 1,
      reminder: 1,
      head_staff: 1,
    });
    expect(listed?.rows[0]).toMatchObject({ partner: { personId: null, name: '马晓东' } });
    expect(JSON.stringify(listed)).not.toContain('孩子');
    const own = await world.db.read(world.branch.as('member', person(4)), (read) =>
      mine(read, { year: 2026 }),
    );
    expect(own.rows.map((row) => [row.heldOn, row.kind, row.other])).toEqual([
      ['2026-03-08', 'reminder', '王建国'],
      ['2026-03-07', 'between_members', '杨帆'],
    ]);
    const filtered = await listOf(secretary(), { personId: person(4), kind: 'reminder' });
    expect(filtered?.total).toBe(1);
    expect((await listOf(upper(), { orgId: world.founded.orgId, below: true }))?.total).toBe(5);
    expect(await listOf(world.other.as('secretary'))).toBeNull();
  });

  test('经办人 has no permission, and a member no row of the table', async () => {
    expect(permissionsOf('clerk').has('talks.read')).toBe(false);
    expect(permissionsOf('clerk').has('talks.write')).toBe(false);
    const rows = await world.db.read(world.branch.as('member', person(4)), (read) =>
      read.db.selectFrom('talk').selectAll().execute(),
    );
    expect(rows).toEqual([]);
  });

  test('who can be chosen: the committee first', async () => {
    const found = await world.db.read(secretary(), (read) =>
      people(read, { orgId: world.branch.orgId, on: d('2026-11-01') }),
    );
    expect(found?.people.slice(0, 3).map((one) => one.post)).toEqual([
      '书记',
      '组织委员',
      '宣传委员',
    ]);
    for (const one of found?.people ?? []) expect(one.finds).toContain(one.name);
    expect(found?.people).toHaveLength(6);
  });

  test('refusals', async () => {
    const code = async (...talks: Given[]) => {
      const result = await tried(...talks);
      return result.ok ? null : result.refusal.code;
    };
    expect(await code(talk(0, 1, '2026-12-30'))).toBe('talks.in_future');
    expect(await code(talk(0, 0, '2026-05-01'))).toBe('talks.with_oneself');
    expect(await code(talk(1, 0, '2026-03-06'))).toBe('talks.twice');
    expect(await code(talk(4, 5, '2026-05-01', { kind: 'between_committee' }))).toBe(
      'talks.kind_does_not_fit',
    );
    expect(await code(talk(0, 1, '2026-05-01', { partner: { name: '马晓东' } }))).toBe(
      'talks.members_only',
    );
    expect(await code(talk(0, 1, '2024-05-01'))).toBe('talks.nobody_of_branch');
    const foreign = first(world.other.people);
    expect(await code(talk(0, 1, '2026-05-01', { partner: { personId: foreign } }))).toBe(
      'common.not_found',
    );
  });
});

describe('figures, corrections, coverage', () => {
  const period = { from: d('2026-01-01'), to: d('2026-12-31') };
  const counts = async (knownAt: Date) =>
    world.db.read(secretary(), async (read) => {
      const found: Record<string, number> = {};
      for (const one of talkIndicators) {
        const figures = await one.figures(read, { ...period, knownAt });
        const rows = await one.rows(read, { ...period, knownAt }, [world.branch.orgId]);
        const value = figures.reduce((sum, figure) => sum + figure.value, 0);
        expect(rows.reduce((sum, row) => sum + row.adds, 0)).toBe(value);
        found[one.id] = value;
      }
      return found;
    });

  test('a corrected talk counts once, a cancelled one not at all, an issued figure stays', async () => {
    const before = new Date(world.clock.now());
    const seen = await listOf(secretary(), { kind: 'between_members' });
    const talkId = first(seen?.rows ?? []).talkId as TalkId;
    await act(secretary(), (write) =>
      correctTalk(write, {
        talkId,
        heldOn: d('2026-03-09'),
        kind: 'between_members',
        place: '会议室',
        reason: '日期写错',
      }),
    );
    const again = await tries(secretary(), (write) =>
      correctTalk(write, {
        talkId,
        heldOn: d('2026-03-09'),
        kind: 'between_members',
        place: '会议室',
        reason: '再来',
      }),
    );
    expect(again).toMatchObject({ refusal: { code: 'talks.nothing_changed' } });
    const { talkIds } = await record(talk(3, 4, '2026-06-01'));
    await act(secretary(), (write) =>
      cancelTalk(write, { talkId: first(talkIds), reason: '登记错了' }),
    );
    const twice = await tries(secretary(), (write) =>
      cancelTalk(write, { talkId: first(talkIds), reason: '登记错了' }),
    );
    expect(twice).toMatchObject({ refusal: { code: 'talks.cancelled' } });
    world.clock.advance(1_000);
    const expected = {
      'talks.count': 5,
      'talks.branch': 3,
      'talks.office': 1,
      'talks.reminder': 1,
    };
    expect(await counts(before)).toEqual(expected);
    expect(await counts(new Date(world.clock.now()))).toEqual(expected);
  });

  test('28 talks of a year, 2 of them 提醒谈话', async () => {
    const [orgId] = [world.other.orgId];
    const [a, b] = world.other.people;
    if (a === undefined || b === undefined) throw new Error('nobody');
    const talks = Array.from({ length: 28 }, (_, at): Given => {
      const month = String((at % 12) + 1).padStart(2, '0');
      const day = String(Math.floor(at / 12) * 9 + 1).padStart(2, '0');
      return {
        heldOn: d(`2025-${month}-${day}`),
        place: '',
        kind: at < 2 ? 'reminder' : 'deputy_section',
        talker: { personId: a },
        partner: { personId: b },
      };
    });
    const chief = world.other.as('secretary');
    await act(chief, (write) => recordTalks(write, { orgId, talks }));
    const year = {
      from: d('2025-01-01'),
      to: d('2025-12-31'),
      knownAt: new Date(world.clock.now()),
    };
    const found = await world.db.read(chief, async (read) =>
      Promise.all(
        talkIndicators.map(async (one) => [one.id, (await one.figures(read, year))[0]?.value]),
      ),
    );
    expect(Object.fromEntries(found)).toMatchObject({ 'talks.count': 28, 'talks.reminder': 2 });
  });

  test('coverage and the yearly duties agree', async () => {
    const seen = await world.db.read(secretary(), (read) =>
      coverage(read, { orgId: world.branch.orgId, year: 2026 }),
    );
    expect(seen?.committee).toHaveLength(3);
    expect(seen?.open).toEqual({ pairs: 2, withCommittee: 2, withMember: 1 });
    expect(seen?.office.find((one) => one.kind === 'head_staff')?.rows).toEqual([
      { talker: '王建国', partners: [{ name: '马晓东', days: ['2026-04-08'] }] },
    ]);
    const span = { from: d('2026-11-20'), to: d('2026-12-31') };
    const duties = await world.db.read(secretary(), (read) =>
      dutiesOf([talkObligations], read, [world.branch.orgId], span, d('2026-11-20')),
    );
    expect(duties.map((duty) => [duty.kind, duty.state])).toEqual([
      ['talks.committee', 'ahead'],
      ['talks.members', 'ahead'],
      ['talks.pairs', 'ahead'],
    ]);
    await record(talk(0, 2, '2026-11-02'), talk(1, 2, '2026-11-02'), talk(2, 4, '2026-11-03'));
    await record(talk(2, 5, '2026-11-03'), talk(3, 5, '2026-11-04'));
    const done = await world.db.read(secretary(), (read) =>
      dutiesOf([talkObligations], read, [world.branch.orgId], span, d('2026-11-20')),
    );
    expect(done.map((duty) => duty.state)).toEqual(['done', 'done', 'done']);
    expect(done.every((duty) => duty.fulfilledBy !== null)).toBe(true);
  });

  test('一览表 in each format', async () => {
    for (const format of ['html', 'docx', 'xlsx'] as const) {
      const file = await world.db.read(secretary(), (read) =>
        ledgerPaper(read, { orgId: world.branch.orgId, year: 2026, format }),
      );
      expect(unwrap(file).size).toBeGreaterThan(1_000);
    }
    const sealed = await world.db.read(secretary(), (read) =>
      sql<{
        n: number;
      }>`select count(*)::int as n from audit_entry where fields::text like '%孩子%'`.execute(
        read.db,
      ),
    );
    expect(sealed.rows[0]?.n).toBe(0);
  });
});
