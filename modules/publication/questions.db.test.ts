import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#kernel/clock';
import { plainDate as day } from '#kernel/plain-date';
import { unwrap } from '#kernel/result';
import type { Actor } from '#platform/db';
import { admissionPublication, beginCase, type CaseId } from '#modules/admissions';
import { testDatabase } from '../../tests/support/database.ts';
import { admissionDesk, type AdmissionDesk } from '../../tests/worlds/admission-desk.ts';
import { serveWorld, type HttpWorld } from '../../tests/worlds/http.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';
import { openBoard } from './commands/manage-board.ts';
import { moveItem } from './commands/move-item.ts';
import { proposeFrom } from '#modules/publication';
import { answerQuestion, passQuestion, recordQuestion } from './commands/take-questions.ts';
import { detail } from './queries/detail.ts';
import { questions, list } from './queries/lists.ts';
import type { ItemId } from './store/items.ts';
import type { QuestionId } from './store/questions.ts';

const database = await testDatabase();
let world: World;
let desk: AdmissionDesk;
let http: HttpWorld;
let folder: string;
let path = '';
let caseId: CaseId;
let itemId: ItemId;
const SOURCES = [admissionPublication];

const publicity = (): Actor => ({
  ...world.branch.as('publicity_member', world.branch.people[1]),
  accountId: '00000000-0000-7000-8000-000000000001' as Actor['accountId'],
  accountName: '李秀英',
});
const secretary = (): Actor => ({ ...desk.secretary(), accountName: '王建国' });
const page = async (address: string) => (await http.app.inject({ url: address })).body;
const post = (fields: Record<string, string>, address = '10.1.1.1') =>
  http.app.inject({
    method: 'POST',
    url: `${path}/ask`,
    remoteAddress: address,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
    },
    payload: new URLSearchParams(fields).toString(),
  });
const command = () => newId<'Command'>(world.clock);
const asked = () =>
  world.db.read(secretary(), (read) =>
    questions(read, { orgId: world.branch.orgId, page: 1, pageSize: 50 }),
  );
const look = async () => {
  const found = await world.db.read(secretary(), (read) => detail(read, { itemId }, SOURCES));
  if (found === null) throw new Error('out of sight');
  return found;
};

beforeAll(async () => {
  world = await buildWorld(database.appUrl);
  desk = admissionDesk(world);
  folder = await mkdtemp(join(tmpdir(), 'zhibu-ask-'));
  http = await serveWorld(world, folder);
  desk.goTo('2028-06-20');
  path = unwrap(
    await desk.attempt((write) => openBoard(write, { orgId: world.branch.orgId })),
  ).path;
  const taken = await desk.attempt((write) =>
    beginCase(write, {
      orgId: world.branch.orgId,
      person: { name: '许明', sex: 'male', bornOn: '1995-01-02' },
      mobile: false,
      league: false,
      steps: [
        { move: 'apply', on: day('2026-06-05'), told: {} },
        { move: 'first_talk', on: day('2026-06-20'), told: {} },
        { move: 'determine_activist', on: day('2026-09-01'), told: {} },
        { move: 'file_activist', on: day('2026-09-10'), told: {} },
        {
          move: 'assign_contacts',
          on: day('2026-09-12'),
          told: { contacts: world.branch.people.slice(0, 2) },
        },
        { move: 'determine_target', on: day('2028-06-01'), told: {} },
        { move: 'consent_target', on: day('2028-06-10'), told: {} },
        {
          move: 'begin_notice',
          on: day('2028-06-20'),
          told: { until: day('2028-06-27'), places: ['办公楼一层公示栏'] },
        },
      ],
    }),
  );
  caseId = unwrap(taken).caseId;
});
afterAll(async () => {
  await http.close();
  await world.db.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the notice of an admission', () => {
  test('is offered with its own period, hangs to its end and not less', async () => {
    const orgId = world.branch.orgId;
    const offers = await world.db.read(secretary(), (read) =>
      admissionPublication.offers(read, orgId, day('2028-01-01')),
    );
    expect(offers).toMatchObject([{ kind: 'party.notice', sourceId: caseId, until: '2028-06-27' }]);
    itemId = unwrap(
      await desk.attempt(
        (write) =>
          proposeFrom(
            write,
            {
              orgId,
              kind: 'party.notice',
              source: { module: 'admissions', sourceId: caseId },
              title: '',
              text: '',
            },
            SOURCES,
          ),
        secretary(),
      ),
    ).itemId;
    const go = async (actor: Actor, move: 'check' | 'approve' | 'publish' | 'end') => {
      const { edition } = await look();
      return desk.attempt(
        (write) => moveItem(write, { itemId, edition, move, note: '提前', signedBy: '' }, SOURCES),
        actor,
      );
    };
    unwrap(await go(publicity(), 'check'));
    unwrap(await go(secretary(), 'approve'));
    unwrap(await go(secretary(), 'publish'));
    expect(await look()).toMatchObject({ shownUntil: '2028-06-27', places: ['办公楼一层公示栏'] });
    expect(await desk.refusal(go(secretary(), 'end'))).toBe('publication.notice_running');
    const board = await page(path);
    expect(board).toContain('关于拟将许明同志列为发展对象的公示');
    expect(board).not.toContain('1995年1月2日');
  });
});

describe('questions', () => {
  test('from a phone without log-in; sent twice it is one, the name is nobody else’s', async () => {
    const { shownCode } = await look();
    const about = shownCode.replaceAll('-', '');
    expect(await page(`${path}/ask?about=${about}`)).toContain('关于：关于拟将许明同志');
    const fields = {
      words: '他在村里的工作\r\n我有意见',
      asker: '老周 61234',
      about,
      commandId: command(),
    };
    const first = await post(fields);
    expect(first.statusCode, first.body).toBe(200);
    expect(first.body).toContain('编号第1号');
    expect(first.headers['set-cookie']).toBeUndefined();
    expect((await post(fields)).body).toContain('编号第1号');
    const found = await asked();
    expect(found?.rows).toMatchObject([
      { number: 1, words: '他在村里的工作\n我有意见', asker: '老周 61234', way: 'board', itemId },
    ]);
    const raw = await world.db.read(secretary(), (read) =>
      read.db.selectFrom('publication_question').select('asker').executeTakeFirstOrThrow(),
    );
    expect(raw.asker).not.toContain('老周');
    const seen = await world.db.read(
      { ...secretary(), permissions: new Set(['publication.read']) },
      (read) => questions(read, { orgId: world.branch.orgId, page: 1, pageSize: 50 }),
    );
    expect(seen?.rows[0]?.asker).toBe('');
  });

  test('an objection goes back to the case; another is answered and shown', async () => {
    const [one] = (await asked())?.rows ?? [];
    if (one === undefined) throw new Error('nothing asked');
    const questionId = one.questionId as QuestionId;
    unwrap(await desk.attempt((write) => passQuestion(write, { questionId }, SOURCES)));
    expect((await desk.look(caseId)).objections).toMatchObject([
      { matter: '他在村里的工作\n我有意见' },
    ]);
    expect(
      await desk.refusal(desk.attempt((write) => passQuestion(write, { questionId }, SOURCES))),
    ).toBe('publication.answered');
    const told = unwrap(
      await desk.attempt((write) =>
        recordQuestion(write, {
          orgId: world.branch.orgId,
          words: '文化广场几点开放',
          asker: '',
          askedOn: day('2028-06-19'),
        }),
      ),
    );
    const answer = (text: string) =>
      desk.attempt((write) =>
        answerQuestion(write, { questionId: told.questionId, answer: text, show: true }),
      );
    expect(await desk.refusal(answer('找王建国，13800001234'))).toBe('publication.private_facts');
    unwrap(await answer('每天六点到二十一点'));
    const board = await page(path);
    expect(board).toContain('文化广场几点开放');
    expect(board).toContain('每天六点到二十一点');
    expect(board).not.toContain('我有意见');
  });

  test('numbers in it are refused with the words kept; too many wait a while', async () => {
    const refused = await post({ words: '我的手机13800001234', commandId: command() });
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toContain('个人电话号码');
    expect(refused.body).toContain('我的手机13800001234');
    expect((await post({ words: '  ', commandId: command() })).statusCode).toBe(409);
    const statuses: number[] = [];
    for (let n = 0; n < 7; n += 1)
      statuses.push(
        (await post({ words: `第${n}问`, commandId: command() }, '10.2.2.2')).statusCode,
      );
    expect(statuses).toEqual([200, 200, 200, 200, 200, 409, 409]);
    expect((await post({ words: '别处来的', commandId: command() }, '10.3.3.3')).statusCode).toBe(
      200,
    );
  });

  test('what is past its day is gone from the board and told as expired', async () => {
    desk.goTo('2028-06-28');
    expect(await page(path)).not.toContain('许明');
    const { shownCode } = await look();
    expect(await page(`/board/check?code=${shownCode}`)).toContain('公开已经结束');
    const expired = await world.db.read(secretary(), (read) =>
      list(read, { orgId: world.branch.orgId, expired: 'true', page: 1, pageSize: 50 }),
    );
    expect(expired?.rows.map((row) => row.itemId)).toEqual([itemId]);
    expect(await page('/board/ABCDEFGH')).toContain('没有这个公开栏');
    expect(await page('/board/check?code=%3Cscript%3E')).not.toContain('<script>');
  });
});
