import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Inputs, Outputs } from '#contract/lib';
import type { publicationContract } from '#contract/publication';
import { newId } from '#kernel/clock';
import { plainDate, plainMonth } from '#kernel/plain-date';
import type { PostKind } from '#kernel/posts';
import type { Actor } from '#platform/db';
import type { Result } from '#kernel/result';
import { requestContext, type RequestContext } from '#platform/request';
import { permissionsOf, ROUTES } from '../../server/modules.ts';
import { testDatabase } from '../../tests/support/database.ts';
import { duesDesk, type DuesDesk } from '../../tests/worlds/dues-desk.ts';
import { serveWorld, type HttpWorld } from '../../tests/worlds/http.ts';

const database = await testDatabase();
let desk: DuesDesk;
let http: HttpWorld;
let folder: string;
type In = Inputs<typeof publicationContract>;
type Out = Outputs<typeof publicationContract>;
type Name = keyof Out;
type ItemId = In['detail']['itemId'];

beforeAll(async () => {
  desk = await duesDesk(database.appUrl);
  folder = await mkdtemp(join(tmpdir(), 'zhibu-board-'));
  http = await serveWorld(desk.world, folder);
});
afterAll(async () => {
  await http.close();
  await desk.world.db.close();
  await rm(folder, { recursive: true, force: true });
});

const contextOf = (acting: Actor): RequestContext =>
  requestContext({
    db: desk.world.db,
    files: null as never,
    today: plainDate('2026-06-20'),
    visitor: { agent: '', address: '', origin: 'https://zhibu.example', giveToken: () => {} },
    installation: null as never,
    who: null,
    acting,
  });
/** Somebody of the branch with an account of their own, as a second person is. */
function seat(post: PostKind | 'member', at: number): Actor {
  const actor = desk.world.branch.as(post, desk.person(at));
  const account = `00000000-0000-7000-8000-00000000000${at}` as Actor['accountId'];
  return { ...actor, accountId: account, accountName: ['王建国', '李秀英', '张伟'][at] ?? '刘洋' };
}
const secretary = (): Actor => seat('secretary', 0);
const publicity = (): Actor => seat('publicity_member', 1);

/** One endpoint as the edge calls it, without HTTP. */
async function ask<N extends Name>(
  who: Actor,
  name: N,
  input: Omit<In[N], 'commandId'>,
): Promise<Result<Out[N]>> {
  const handler = ROUTES.publication[name] as unknown as (
    input: unknown,
    context: RequestContext,
  ) => Promise<Result<Out[N]>>;
  const permissions = permissionsOf(who.post === 'system' ? 'member' : who.post);
  const context = contextOf({ ...who, permissions });
  return handler({ ...input, commandId: newId<'Command'>(desk.world.clock) }, context);
}
const good = async <T>(result: Promise<Result<T>>): Promise<T> => {
  const found = await result;
  if (!found.ok) throw new Error(`${found.refusal.code} ${JSON.stringify(found.refusal.params)}`);
  return found.value;
};
const code = async (result: Promise<Result<unknown>>): Promise<string> => {
  const found = await result;
  return found.ok ? 'ok' : found.refusal.code;
};
const get = async (path: string) => {
  const found = await http.app.inject({ method: 'GET', url: path });
  return { status: found.statusCode, text: found.body, headers: found.headers };
};
const orgId = () => desk.world.branch.orgId;
const detailOf = (itemId: ItemId) => good(ask(secretary(), 'detail', { itemId }));
async function go(
  who: Actor,
  itemId: ItemId,
  move: In['move']['move'],
  more: Partial<In['move']> = {},
) {
  const { edition } = await detailOf(itemId);
  return ask(who, 'move', { itemId, edition, move, note: '', signedBy: '', ...more });
}
/** Ids come back as text from the contract's output. */
const idOf = (made: { readonly itemId: string }): ItemId => made.itemId as ItemId;
async function published(title: string, text: string, kind = 'party.work') {
  const itemId = idOf(
    await good(ask(secretary(), 'propose', { orgId: orgId(), kind, title, text })),
  );
  await good(go(publicity(), itemId, 'check'));
  await good(go(secretary(), itemId, 'approve'));
  await good(go(secretary(), itemId, 'publish'));
  return itemId;
}

describe('from proposal to board', () => {
  let path = '';
  it('needs a board, two people and a head', async () => {
    const itemId = idOf(
      await good(
        ask(secretary(), 'propose', {
          orgId: orgId(),
          kind: 'party.work',
          title: '二季度党建工作',
          text: '召开党员大会1次\n项目\t次数\n主题党日\t3',
        }),
      ),
    );
    expect(await code(go(secretary(), itemId, 'approve'))).toBe('publication.not_now');
    expect(await code(go(secretary(), itemId, 'check'))).toBe('publication.second_person');
    await good(go(publicity(), itemId, 'check'));
    expect(await code(go(publicity(), itemId, 'approve'))).toBe('publication.head_approves');
    await good(go(secretary(), itemId, 'approve'));
    expect(await code(go(secretary(), itemId, 'publish'))).toBe('publication.no_board');
    const board = await good(ask(secretary(), 'openBoard', { orgId: orgId() }));
    path = board.path;
    expect(path).toMatch(/^\/board\/[A-Z2-9]{8}$/);
    const before = await get(path);
    expect(before.text).not.toContain('二季度党建工作');
    expect(await code(go(secretary(), itemId, 'publish', { until: plainDate('2026-06-22') }))).toBe(
      'publication.period_short',
    );
    await good(go(secretary(), itemId, 'publish'));
    const page = await get(path);
    expect(page.status).toBe(200);
    expect(page.text).toContain('二季度党建工作');
    expect(page.headers['set-cookie']).toBeUndefined();
    const found = await detailOf(itemId);
    expect(found.shownUntil).toBe('2026-06-27');
    const text = await get(`${path}/${found.shownCode}`);
    expect(text.text).toContain('<td>主题党日</td>');
    const check = await get(`/board/check?code=${found.shownCode.toLowerCase()}`);
    expect(check.text).toContain('编号属实');
    expect(check.text).toContain('召开党员大会1次');
    const sheet = await good(ask(secretary(), 'sheet', { itemId, size: 'A3' }));
    const html = await sheet.text();
    expect(html).toContain(found.shownCode);
    expect(html).toContain(`https://zhibu.example${path}/`);
    expect(html).toContain('size:A3');
  });

  it('a corrected text takes the place of the first; the old one stays with officers', async () => {
    const itemId = await published('班子分工', '书记主持全面工作', 'party.setup');
    const first = await detailOf(itemId);
    expect(first.shownUntil).toBeNull();
    const change = {
      itemId,
      edition: first.edition,
      title: '班子成员及分工',
      text: '书记主持支部全面工作',
      reason: '漏写支部',
    };
    await good(ask(publicity(), 'correct', change));
    expect(await code(ask(publicity(), 'correct', change))).toBe('common.changed_meanwhile');
    expect((await get(`${path}/${first.shownCode}`)).text).toContain('书记主持全面工作');
    // Proposed anew by the publicity member: the secretary checks.
    expect(await code(go(publicity(), itemId, 'check'))).toBe('publication.second_person');
    await good(go(secretary(), itemId, 'check'));
    await good(go(secretary(), itemId, 'approve'));
    await good(go(secretary(), itemId, 'publish'));
    const now = await detailOf(itemId);
    expect(now.versions.map((one) => one.title)).toEqual(['班子成员及分工', '班子分工']);
    const old = await get(`/board/check?code=${first.shownCode}`);
    expect(old.text).toContain('公开已经结束');
    expect(old.text).toContain('更正后的原文');
    expect(old.text).not.toContain('书记主持全面工作');
    await good(go(secretary(), itemId, 'end'));
    expect((await get(path)).text).not.toContain('班子成员及分工');
  });

  it('a running period is not cut short without a reason', async () => {
    const itemId = await published('上半年工作', '完成任务三项');
    expect(await code(go(secretary(), itemId, 'end'))).toBe('publication.still_running');
    await good(go(secretary(), itemId, 'end', { note: '数据有误，重新核对' }));
    expect((await detailOf(itemId)).steps.at(-1)).toMatchObject({
      move: '撤下',
      note: '数据有误，重新核对',
    });
  });

  it('private facts do not pass, a signature on paper does', async () => {
    const text = '联系人王建国，手机13800001234';
    const refused = ask(secretary(), 'propose', {
      orgId: orgId(),
      kind: 'party.work',
      title: '联系方式',
      text,
    });
    expect(await code(refused)).toBe('publication.private_facts');
    const itemId = idOf(
      await good(
        ask(secretary(), 'propose', {
          orgId: orgId(),
          kind: 'party.work',
          title: '三季度安排',
          text: '开会',
        }),
      ),
    );
    expect(await code(go(secretary(), itemId, 'check', { signedBy: '王建国' }))).toBe(
      'publication.second_person',
    );
    await good(go(secretary(), itemId, 'check', { signedBy: '李秀英' }));
    expect((await detailOf(itemId)).steps.at(-1)).toMatchObject({
      byName: '李秀英',
      onPaper: true,
    });
    expect(await code(go(secretary(), itemId, 'withdraw'))).toBe('publication.note_missing');
    await good(go(secretary(), itemId, 'withdraw', { note: '另行公开' }));
  });

  it('the paper hung: two names, from, to', async () => {
    const itemId = await published('公开栏启用', '请监督');
    const proof = {
      itemId,
      place: '办公楼一层',
      from: plainDate('2026-06-20'),
      firstName: '李秀英',
      secondName: '李 秀 英',
    };
    expect(await code(ask(publicity(), 'recordProof', proof))).toBe('publication.two_names');
    const made = await good(ask(publicity(), 'recordProof', { ...proof, secondName: '张伟' }));
    const proofId = made.proofId as In['endProof']['proofId'];
    expect(
      await code(ask(publicity(), 'endProof', { proofId, until: plainDate('2026-06-19') })),
    ).toBe('publication.days_out_of_order');
    await good(ask(publicity(), 'endProof', { proofId, until: plainDate('2026-06-20') }));
    expect((await detailOf(itemId)).proofs).toMatchObject([
      { place: '办公楼一层', firstName: '李秀英', secondName: '张伟', until: '2026-06-20' },
    ]);
  });
});

describe('records', () => {
  it('dues go out as they were frozen, once, inside the Party only', async () => {
    await desk.pay(desk.person(0), 3000);
    const frozen = await good(
      ROUTES.dues.publish(
        {
          orgId: orgId(),
          fromMonth: plainMonth('2026-01'),
          toMonth: plainMonth('2026-06'),
          publishedOn: plainDate('2026-06-20'),
          place: '党员活动室',
          commandId: newId<'Command'>(desk.world.clock),
        },
        contextOf(secretary()),
      ),
    );
    const offered = await good(ask(secretary(), 'todo', { orgId: orgId() }));
    const offer = offered.offers.find((one) => one.sourceId === frozen.publicationId);
    expect(offer).toMatchObject({ module: 'dues', kind: 'party.dues' });
    const source = { module: 'dues', sourceId: String(frozen.publicationId) };
    const wrong = { orgId: orgId(), kind: 'party.work', source, title: '', text: '' };
    expect(await code(ask(secretary(), 'propose', wrong))).toBe('publication.wrong_kind');
    const proposal = { ...wrong, kind: 'party.dues' };
    expect(await code(ask(secretary(), 'propose', { ...proposal, audience: 'society' }))).toBe(
      'publication.wider_than_catalogue',
    );
    const itemId = idOf(await good(ask(secretary(), 'propose', proposal)));
    expect(await code(ask(secretary(), 'propose', proposal))).toBe('publication.record_proposed');
    await good(go(publicity(), itemId, 'check'));
    await good(go(secretary(), itemId, 'approve'));
    await good(go(secretary(), itemId, 'publish'));
    const { boardPath } = await good(ask(seat('member', 3), 'inside', {}));
    expect((await get(boardPath)).text).not.toContain('党费');
    const found = await detailOf(itemId);
    expect(found.places).toEqual(['党员活动室']);
    expect((await get(`/board/check?code=${found.shownCode}`)).status).toBe(404);
    const inside = await good(ask(seat('member', 3), 'inside', {}));
    expect(inside.posts.map((post) => post.content.title)).toContain(
      '2026年1月至2026年6月党费收缴、使用情况',
    );
    const other = await good(ask(desk.world.other.as('member'), 'inside', {}));
    expect(other.posts).toEqual([]);
  });
});

describe('catalogue and duties', () => {
  it('a level adds a line and asks for it; what is missing is told', async () => {
    const own = await good(
      ask(secretary(), 'setKind', {
        orgId: orgId(),
        name: '值班安排',
        section: 'service',
        audience: 'unit',
        rhythm: 'month',
        postingDays: 20,
        required: true,
        paper: '云发改党〔2026〕3号',
      }),
    );
    const rename = {
      orgId: orgId(),
      kind: 'party.work',
      name: '别的名称',
      section: 'party' as const,
      audience: 'unit' as const,
      rhythm: 'quarter' as const,
      postingDays: 10,
      required: true,
      paper: '',
    };
    expect(await code(ask(secretary(), 'setKind', rename))).toBe('publication.name_fixed');
    const { kinds } = await good(ask(secretary(), 'catalogue', { orgId: orgId() }));
    expect(kinds.find((one) => one.kind === own.kind)).toMatchObject({
      own: true,
      postingDays: 20,
    });
    const due = await good(ask(secretary(), 'todo', { orgId: orgId() }));
    expect(due.missing.map((one) => one.kind)).toEqual([own.kind, 'party.plan']);
    await published('六月值班', '值班电话：0571-87654321', own.kind);
    const after = await good(ask(secretary(), 'todo', { orgId: orgId() }));
    expect(after.missing.map((one) => one.kind)).toEqual(['party.plan']);
    await good(ask(secretary(), 'dropKind', { orgId: orgId(), kind: own.kind }));
    const paper = await good(
      ask(secretary(), 'cataloguePaper', { orgId: orgId(), format: 'html' }),
    );
    expect(await paper.text()).toContain('发展对象公示');
  });
});
