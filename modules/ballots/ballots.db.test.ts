import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Form } from '#engines/ballot';
import type { Id } from '#kernel/ids';
import { plainDate } from '#kernel/plain-date';
import { sql } from '#platform/db';
import {
  closeRound,
  countRound,
  createBallot,
  destroyBallot,
  enterSheet,
  issueSlips,
  nextRound,
  openRound,
  setTellers,
  turnKey,
  turnKeyBySlip,
  voidRound,
  type BallotId,
} from '#modules/ballots';
import { testDatabase } from '../../tests/support/database.ts';
import {
  ballotHall,
  booth,
  HALF,
  nameList,
  type BallotHall,
} from '../../tests/worlds/ballot-hall.ts';
import { serveWorld, type HttpWorld } from '../../tests/worlds/http.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';

const database = await testDatabase();
let world: World;
let http: HttpWorld;
let hall: BallotHall;
let folder: string;

const THREE = nameList(['赵甲', '钱乙', '孙丙']);
const ELECTION: Form = { kind: 'approve', entries: THREE, seats: 2, writeIns: 1 };
const VOTERS = ['党员1', '党员2', '党员3', '党员4', '党员5', '党员6'];
const votes = (...picks: (number | null)[]) =>
  Object.fromEntries(
    picks.flatMap((pick, at) => (pick === null ? [] : [[`p${at}`, String(pick)]])),
  );

beforeAll(async () => {
  world = await buildWorld(database.appUrl, { size: 6 });
  folder = await mkdtemp(join(tmpdir(), 'zhibu-ballots-'));
  http = await serveWorld(world, folder);
  hall = ballotHall(world);
});
afterAll(async () => {
  await http.close();
  await world.db.close();
  await rm(folder, { recursive: true, force: true });
});

/** An open election with six voters, four of whom drew codes and two hold paper. */
async function opened(): Promise<{ ballotId: BallotId; codes: string[] }> {
  const ballotId = await hall.create(ELECTION);
  await hall.prepare(ballotId, VOTERS);
  const codes = await hall.codes(ballotId, 6);
  await hall.issue(ballotId, ['code', 'code', 'code', 'code', 'paper', 'paper']);
  await hall.open(ballotId);
  return { ballotId, codes };
}
const codeOf = async (made: Promise<{ ok: boolean } & object>): Promise<string> => {
  const result = (await made) as { ok: boolean; refusal?: { code: string } };
  return result.ok ? 'done' : (result.refusal?.code ?? '');
};
const based = async (ballotId: BallotId) => ({ ballotId, basedOn: await hall.version(ballotId) });

describe('an election on screen and paper', () => {
  test('is one result, stated in sentences, with what was left', async () => {
    const { ballotId, codes } = await opened();
    for (const [at, code] of codes.slice(0, 4).entries()) {
      const answer = await booth(http.app, 'cast', { code, ...votes(0, at < 3 ? 0 : 1, 2) });
      expect(answer.status).toBe(200);
      expect(answer.text).toContain('已投入票箱');
    }
    expect((await hall.look(ballotId)).rounds[0]).toMatchObject({ cast: 4, result: null });
    await hall.close(ballotId, 2);
    const entering = (issued: number) =>
      hall.attempt(async (write) =>
        enterSheet(write, {
          ...(await based(ballotId)),
          readBy: '监票人甲',
          recordedBy: '计票人乙',
          sheet: {
            mode: 'slips',
            issued,
            missing: 0,
            slips: [
              { picks: [0, 1, 2], writeIns: ['李丁'], spoiled: false },
              { picks: [0, 0, 0], writeIns: [], spoiled: false },
            ],
          },
        }),
      );
    expect(await codeOf(entering(3))).toBe('ballots.sheet_wrong');
    expect(await codeOf(hall.attempt(async (w) => countRound(w, await based(ballotId))))).toBe(
      'ballots.sheet_needed',
    );
    expect(await codeOf(entering(2))).toBe('done');
    expect(await codeOf(hall.attempt(async (w) => countRound(w, await based(ballotId))))).toBe(
      'ballots.two_turns',
    );
    await hall.unlock(ballotId);
    const result = await hall.count(ballotId);
    expect(result?.numbers).toEqual({
      entitled: 6,
      present: 6,
      issued: 6,
      returned: 6,
      missing: 0,
      valid: 5,
      invalid: 1,
    });
    expect(result?.outcome).toMatchObject({ needed: 4, elected: ['c1'], tied: null, short: 1 });
    expect(result?.sentences).toContain('另选李丁：1票。');
    expect(result?.stands).toBe(true);
    // Codes are gone with the box: nothing is left to be tried.
    expect((await booth(http.app, 'paper', { code: codes[5] ?? '' })).text).toContain(
      '没有这个票码',
    );
  });

  test('a run-off follows with the same roll, and nobody has a slip yet', async () => {
    const { ballotId, codes } = await opened();
    await booth(http.app, 'cast', { code: codes[0] ?? '', ...votes(0, 1, 1) });
    const early = hall.attempt(async (write) =>
      nextRound(write, {
        ...(await based(ballotId)),
        why: 'runoff',
        form: { ...ELECTION, seats: 1 } as never,
        threshold: HALF as never,
      }),
    );
    expect(await codeOf(early)).toBe('ballots.again_only_after');
    await hall.act(async (write) =>
      voidRound(write, { ...(await based(ballotId)), reason: '名册有误' }),
    );
    expect((await booth(http.app, 'paper', { code: codes[1] ?? '' })).status).toBe(409);
    await hall.act(async (write) =>
      nextRound(write, {
        ...(await based(ballotId)),
        why: 'again',
        form: ELECTION as never,
        threshold: HALF as never,
      }),
    );
    const after = await hall.look(ballotId);
    expect(after.rounds.map(({ state, why }) => [state, why])).toEqual([
      ['void', 'first'],
      ['prepared', 'again'],
    ]);
    expect(after.roll.map(({ present, slip }) => [present, slip])).toEqual(
      VOTERS.map(() => [true, null]),
    );
  });
});

describe('over HTTP nobody', () => {
  test('votes twice, also not at the same moment', async () => {
    const { ballotId, codes } = await opened();
    const [code = ''] = codes;
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => booth(http.app, 'cast', { code, ...votes(0, 0, 1) })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ text }) => text.includes('这个票码已经投过票'))).toHaveLength(7);
    expect((await hall.look(ballotId)).rounds[0]?.cast).toBe(1);
  });
  test('votes before opening, after closing, or with a code that does not exist', async () => {
    const ballotId = await hall.create(ELECTION);
    await hall.prepare(ballotId, VOTERS);
    const [code = '', other = ''] = await hall.codes(ballotId, 6);
    expect((await booth(http.app, 'cast', { code, ...votes(0) })).text).toContain('还没有开始');
    await hall.issue(ballotId, ['code', 'code']);
    await hall.open(ballotId);
    const wrong = `${code.slice(0, 11)}${code[11] === '2' ? '3' : '2'}`;
    expect((await booth(http.app, 'cast', { code: wrong })).text).toContain('输错了一位');
    expect((await booth(http.app, 'cast', { code: '22222222222' })).text).toContain('12位');
    expect((await booth(http.app, 'cast', { code: '222222222222' })).text).toContain(
      '没有这个票码',
    );
    expect((await booth(http.app, 'cast', { code, ...votes(0) })).status).toBe(200);
    await hall.close(ballotId, 4);
    expect((await booth(http.app, 'cast', { code: other, ...votes(0) })).text).toContain(
      '已经截止',
    );
    expect((await hall.look(ballotId)).rounds[0]?.cast).toBe(1);
  });
  test('sees a result before two tellers turned the key after closing', async () => {
    const { ballotId, codes } = await opened();
    await booth(http.app, 'cast', { code: codes[0] ?? '', ...votes(0, 0, 1) });
    const counting = () => hall.attempt(async (w) => countRound(w, await based(ballotId)));
    // What the database itself gives to whoever runs the ballot.
    const parts = () =>
      world.db.read(hall.secretary(), async (read) => {
        const found = await sql<{ content: string }>`
          select content from box_open(${ballotId}::uuid, 1)`.execute(read.db);
        return found.rows.length;
      });
    expect(await codeOf(counting())).toBe('ballots.state');
    expect(await parts()).toBe(0);
    await hall.close(ballotId, 2);
    expect(await codeOf(counting())).toBe('ballots.sheet_needed');
    expect(await parts()).toBe(0);
    await hall.unlock(ballotId);
    expect(await parts()).toBe(1);
    const straight = world.db.read(hall.secretary(), (read) =>
      read.db.selectFrom('ballot_box').selectAll().execute(),
    );
    await expect(straight).rejects.toThrow(/permission denied/);
  });
  test('brings a cookie into the booth or takes one out', async () => {
    const { codes } = await opened();
    const answer = await booth(
      http.app,
      'look',
      { code: codes[0] ?? '', ...votes(0, 1, 1), w0: '李丁' },
      { cookie: 'zhibu_session=abc', origin: 'https://elsewhere.example' },
    );
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('李丁');
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.headers['cache-control']).toBe('no-store');
  });
  test('casts a paper that does not fit', async () => {
    const { codes } = await opened();
    const code = codes[0] ?? '';
    expect((await booth(http.app, 'cast', { code, p0: '7' })).status).toBe(409);
    expect((await booth(http.app, 'cast', { code, p0: '<script>' })).status).toBe(409);
    expect((await booth(http.app, 'cast', { code, w0: 'x'.repeat(5_000) })).status).toBe(200);
  });
});

describe('it is refused', () => {
  test('that a candidate counts, that one teller is enough', async () => {
    const ballotId = await hall.create(ELECTION);
    const naming = (...names: string[]) =>
      hall.attempt(async (write) =>
        setTellers(write, {
          ...(await based(ballotId)),
          tellers: names.map((name) => ({ role: 'supervisor' as const, personId: null, name })),
        }),
      );
    expect(await codeOf(naming('赵 甲', '李丁'))).toBe('ballots.teller_is_candidate');
    expect(await codeOf(naming('李丁'))).toBe('ballots.two_tellers');
  });
  test('that somebody away gets a slip, that a round opens without anybody', async () => {
    const ballotId = await hall.create(ELECTION);
    await hall.prepare(ballotId, VOTERS);
    await hall.codes(ballotId, 6);
    expect(await codeOf(hall.attempt(async (w) => openRound(w, await based(ballotId))))).toBe(
      'ballots.nobody_present',
    );
    const [line] = (await hall.look(ballotId)).roll;
    const marks = [
      { lineId: line!.lineId as Id<'RollLine'>, present: false, slip: 'code' as const },
    ];
    expect(await codeOf(hall.attempt((w) => issueSlips(w, { ballotId, marks })))).toBe(
      'ballots.not_present',
    );
  });
  test('that screen papers serve a vote on persons without rules and consent', async () => {
    const creating = (more: object) =>
      hall.attempt((write) =>
        createBallot(write, {
          orgId: world.branch.orgId,
          title: '选举',
          heldOn: plainDate('2026-03-02'),
          secrecy: 'statutory',
          onPersons: true,
          hasRoll: true,
          form: ELECTION as never,
          threshold: null,
          onPaper: true,
          onScreen: true,
          rulesAdopted: '',
          upperConsent: '',
          keepMonths: 12,
          ...more,
        }),
      );
    expect(await codeOf(creating({}))).toBe('ballots.screen_not_allowed');
    expect(await codeOf(creating({ onScreen: false }))).toBe('done');
    expect(await codeOf(creating({ hasRoll: false, onScreen: false }))).toBe('ballots.roll_needed');
  });
  test('that code slips left over do not fit, unless the reason is given', async () => {
    const { ballotId } = await opened();
    const closing = (codesLeft: number, reason: string) =>
      hall.attempt(async (w) => closeRound(w, { ...(await based(ballotId)), codesLeft, reason }));
    expect(await codeOf(closing(1, ''))).toBe('ballots.codes_do_not_fit');
    expect(await codeOf(closing(1, '一张票码条撕坏'))).toBe('done');
  });
  test('that a teller turns the key twice, or somebody else does', async () => {
    const { ballotId } = await opened();
    await hall.close(ballotId, 2);
    await hall.unlock(ballotId);
    const again = hall.attempt((w) => turnKeyBySlip(w, { ballotId, code: '2345-6789-ABCD' }));
    expect(await codeOf(again)).toBe('ballots.turn_code');
    const other = hall.attempt((w) => turnKey(w, { ballotId, roundNo: 1 }));
    expect(await codeOf(other)).toBe('ballots.not_a_teller');
  });
  test('that papers are destroyed before their time', async () => {
    const ballotId = await hall.create(ELECTION);
    const destroying = () =>
      hall.attempt(async (w) =>
        destroyBallot(w, { ...(await based(ballotId)), witnesses: ['甲', '乙'] }),
      );
    expect(await codeOf(destroying())).toBe('ballots.state');
    await hall.act(async (w) => voidRound(w, { ...(await based(ballotId)), reason: '改期' }));
    expect(await codeOf(destroying())).toBe('ballots.keep_until');
  });
});

describe('a teller with an account', () => {
  test('turns the key as an ordinary member, who sees nothing else', async () => {
    const ballotId = await hall.create(ELECTION, { onScreen: false });
    await hall.prepare(ballotId, VOTERS);
    const [, one, two] = world.branch.people;
    await hall.act(async (write) =>
      setTellers(write, {
        ...(await based(ballotId)),
        tellers: [
          { role: 'supervisor', personId: one ?? null, name: '李秀英' },
          { role: 'counter', personId: two ?? null, name: '张伟' },
        ],
      }),
    );
    await hall.issue(ballotId, [null]);
    await hall.open(ballotId);
    await hall.close(ballotId, 0);
    for (const person of [one, two]) {
      const member = world.branch.as('member', person);
      const turned = await hall.attempt((w) => turnKey(w, { ballotId, roundNo: 1 }), member);
      expect(await codeOf(Promise.resolve(turned))).toBe('done');
    }
    const result = await hall.count(ballotId);
    expect(result?.numbers.returned).toBe(0);
  });
});

describe('an opinion', () => {
  const GRADES: Form = { kind: 'grade', entries: THREE, grades: ['优秀', '合格', '不合格'] };
  const held = async (n: number) => {
    const ballotId = await hall.create(GRADES, {
      secrecy: 'opinion',
      title: '民主测评',
      onPersons: false,
      threshold: null,
    });
    await hall.prepare(ballotId, VOTERS);
    const codes = await hall.codes(ballotId, 6);
    await hall.issue(
      ballotId,
      VOTERS.map((_, at) => (at < n ? 'code' : null)),
    );
    await hall.open(ballotId);
    for (const code of codes.slice(0, n))
      await booth(http.app, 'cast', { code, ...votes(0, 1, 2) });
    await hall.close(ballotId, 6 - n);
    await hall.unlock(ballotId);
    return { ballotId, result: await hall.count(ballotId) };
  };
  test('of four is told as a number, and nothing more is even stored', async () => {
    const { ballotId, result } = await held(4);
    expect(result).toMatchObject({ shown: false, tally: { valid: 4, lines: [] } });
    const file = await http.app.inject({ url: '/api/ballots/papers/recount-file' });
    expect(file.statusCode).toBe(401);
    expect((await hall.look(ballotId)).rounds[0]?.result?.sentences.at(-1)).toBe(
      '有效票不足5张，不列明细。',
    );
  });
  test('of five is told', async () => {
    const { result } = await held(5);
    expect(result?.tally.lines[0]?.counts).toEqual([5, 0, 0]);
  });
});
