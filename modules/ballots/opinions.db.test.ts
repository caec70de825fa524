import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Form } from '#engines/ballot';
import { plainDate } from '#kernel/plain-date';
import {
  changeRound,
  destroyBallot,
  handOut,
  nextRound,
  setTellers,
  type BallotId,
} from '#modules/ballots';
import { testDatabase } from '../../tests/support/database.ts';
import { ballotHall, booth, nameList, type BallotHall } from '../../tests/worlds/ballot-hall.ts';
import { serveWorld, type HttpWorld } from '../../tests/worlds/http.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';

const database = await testDatabase();
let world: World;
let http: HttpWorld;
let hall: BallotHall;
let folder: string;

const TELLERS = [
  { role: 'supervisor' as const, personId: null, name: '监票人甲' },
  { role: 'counter' as const, personId: null, name: '计票人乙' },
];
const SURVEY: Form = {
  kind: 'survey',
  questions: [
    { key: 'a', text: '满意吗', kind: 'one', options: ['满意', '不满意'] },
    {
      key: 'b',
      text: '哪里不满意',
      kind: 'many',
      options: ['时间', '内容'],
      when: { question: 'a', option: 1 },
    },
    { key: 'c', text: '建议', kind: 'text', longest: 100 },
  ],
};

beforeAll(async () => {
  world = await buildWorld(database.appUrl, { size: 3 });
  folder = await mkdtemp(join(tmpdir(), 'zhibu-opinions-'));
  http = await serveWorld(world, folder);
  hall = ballotHall(world);
  const [first] = world.branch.people;
  if (first === undefined) throw new Error('nobody there');
  await http.signIn('secretary', world.branch, first, 'secretary');
});
afterAll(async () => {
  await http.close();
  await world.db.close();
  await rm(folder, { recursive: true, force: true });
});

const based = async (ballotId: BallotId) => ({ ballotId, basedOn: await hall.version(ballotId) });

test('a survey of people outside: slips handed out, answers mixed, papers destroyed after a year', async () => {
  const ballotId = await hall.create(
    { kind: 'survey', questions: SURVEY.kind === 'survey' ? SURVEY.questions.slice(0, 1) : [] },
    { secrecy: 'opinion', onPersons: false, hasRoll: false, onPaper: false, threshold: null },
  );
  await hall.act(async (write) =>
    changeRound(write, {
      ...(await based(ballotId)),
      form: SURVEY as never,
      threshold: null,
      onPaper: false,
      onScreen: true,
    }),
  );
  await hall.act(async (write) =>
    setTellers(write, { ...(await based(ballotId)), tellers: TELLERS }),
  );
  const codes = await hall.codes(ballotId, 8);
  await hall.act(async (write) =>
    handOut(write, { ...(await based(ballotId)), paper: 0, codes: 6 }),
  );
  await hall.open(ballotId);
  for (const [at, code] of codes.slice(0, 6).entries()) {
    const answer = await booth(http.app, 'cast', {
      code,
      p0: at < 4 ? '0' : '1',
      p1: ['0', '1'],
      p2: `第${6 - at}条建议`,
    });
    expect(answer.status).toBe(200);
  }
  await hall.close(ballotId, 2);
  await hall.unlock(ballotId);
  const result = await hall.count(ballotId);
  // The condition dropped what those who are content ticked.
  expect(result?.tally.lines.map(({ counts }) => counts)).toEqual([[4, 2], [2, 2], []]);
  expect(result?.tally.texts[2]).toEqual([1, 2, 3, 4, 5, 6].map((n) => `第${n}条建议`));
  const paper = (path: string, who = 'secretary') =>
    http.call(who, 'GET', `/ballots/papers/${path}`, { ballotId });
  expect((await paper('recount-file')).text).toContain('zhibu-recount-1');
  expect((await paper('closing-list')).text).toContain('没有使用的票号');

  world.clock.set(Date.parse('2027-03-03T09:00:00+08:00'));
  await hall.act(async (write) =>
    destroyBallot(write, { ...(await based(ballotId)), witnesses: ['甲', '乙'] }),
  );
  const [, second] = world.branch.people;
  if (second === undefined) throw new Error('nobody there');
  await http.signIn('later', world.branch, second, 'organisation_member');
  expect((await paper('recount-file', 'later')).status).toBe(409);
  expect((await paper('certificate', 'later')).text).toContain('甲（签名）');
  expect((await hall.look(ballotId)).rounds[0]?.result?.numbers.returned).toBe(6);
});

test('a tie at the last seat is voted on again among the tied', async () => {
  const form: Form = {
    kind: 'approve',
    entries: nameList(['赵甲', '钱乙', '孙丙']),
    seats: 2,
    writeIns: 0,
  };
  const ballotId = await hall.create(form, { heldOn: plainDate('2027-03-03'), onPaper: false });
  const vote = async (papers: readonly (readonly string[])[]) => {
    const codes = await hall.codes(ballotId, papers.length);
    await hall.issue(
      ballotId,
      papers.map(() => 'code'),
    );
    await hall.open(ballotId);
    for (const [at, picks] of papers.entries())
      await booth(http.app, 'cast', {
        code: codes[at] ?? '',
        ...Object.fromEntries(picks.map((pick, line) => [`p${line}`, pick])),
      });
    await hall.close(ballotId, 0);
    await hall.unlock(ballotId);
    return hall.count(ballotId);
  };
  await hall.prepare(ballotId, ['党员1', '党员2', '党员3']);
  const tie = await vote([
    ['0', '0', '1'],
    ['0', '1', '0'],
    ['1', '0', '0'],
  ]);
  expect(tie?.outcome).toMatchObject({ elected: [], tied: { seats: 2 } });
  await hall.act(async (write) =>
    nextRound(write, {
      ...(await based(ballotId)),
      why: 'runoff',
      form: { ...form, seats: 2 } as never,
      threshold: { of: 'present', over: [1, 2], inclusive: false },
    }),
  );
  const after = await vote([
    ['0', '0', '1'],
    ['0', '0', '1'],
    ['0', '1', '0'],
  ]);
  expect(after?.outcome).toMatchObject({ elected: ['c1', 'c2'], tied: null, short: 0 });
});
