import { POST_KINDS, type PostKind } from '#kernel/posts';
import { read, write, z, zDay, zId, zWords } from './lib.ts';
import { zOrgId, zOrgKind, zSector } from './organisations.ts';
import type { Sentence } from './sentence.ts';

const POSTS_ACTED_IN: readonly (PostKind | 'member')[] = [...POST_KINDS, 'member'];
const zPassword = z.string().min(8, '至少8位').max(200);
const zLoginName = zWords(40);

export const zChoice = z.object({
  kind: z.enum(['post', 'grant', 'member']),
  id: zId<'Acting'>(),
  post: z.enum(POSTS_ACTED_IN),
  postName: z.string(),
  orgId: zOrgId,
  orgName: z.string(),
  /** Decides which menu is shown: a branch's, or the level above's. */
  orgKind: zOrgKind,
});

export const zMe = z.object({
  accountId: zId<'Account'>(),
  personId: zId<'Person'>().nullable(),
  name: z.string(),
  /** Null when no post is chosen, or the chosen one has ended. */
  acting: zChoice.nullable(),
  choices: z.array(zChoice),
  permissions: z.array(z.string()),
  /** The server's day; a demonstration runs on a simulated clock. */
  today: zDay,
  isDemo: z.boolean(),
});

export const accountsContract = {
  setupState: read({
    path: '/setup',
    access: 'public',
    summary: '是否需要首次设置',
    input: z.object({}),
    output: z.object({ needed: z.boolean() }),
  }),
  setup: write({
    path: '/setup',
    access: 'public',
    summary: '建立本单位',
    input: {
      code: zWords(40),
      organisationName: zWords(60),
      kind: zOrgKind,
      sector: zSector,
      loginName: zLoginName,
      displayName: zWords(40),
      password: zPassword,
    },
    output: z.object({ loginName: z.string() }),
  }),
  signIn: write({
    path: '/session',
    access: 'public',
    summary: '登录',
    input: {
      loginName: zLoginName,
      password: z.string().max(200),
      totp: z.string().max(10).optional(),
    },
    output: z.object({ needsTotp: z.boolean() }),
  }),
  signOut: write({
    path: '/session/end',
    access: 'session',
    summary: '退出',
    input: {},
    output: z.object({}),
  }),
  me: read({
    path: '/me',
    access: 'session',
    summary: '当前身份',
    input: z.object({}),
    output: zMe,
  }),
  actAs: write({
    path: '/me/act-as',
    access: 'session',
    summary: '切换职务',
    input: { kind: z.enum(['post', 'grant', 'member']), id: zId<'Acting'>() },
    output: z.object({}),
  }),
  sessions: read({
    path: '/me/sessions',
    access: 'session',
    summary: '我的登录',
    input: z.object({}),
    output: z.object({
      sessions: z.array(
        z.object({
          sessionId: zId<'Session'>(),
          agent: z.string(),
          createdAt: z.iso.datetime(),
          lastSeenAt: z.iso.datetime(),
          current: z.boolean(),
        }),
      ),
    }),
  }),
  endSession: write({
    path: '/me/sessions/end',
    access: 'session',
    summary: '结束一处登录',
    input: { sessionId: zId<'Session'>() },
    output: z.object({}),
  }),
  takeCode: write({
    path: '/codes/take',
    access: 'public',
    summary: '用一次性代码设置密码',
    input: { code: zWords(40), password: zPassword },
    output: z.object({ loginName: z.string() }),
  }),
};

export const accountRefusals = {
  'accounts.wrong_credentials': {
    why: () => '登录名或密码不对',
    instead: '忘记密码的，请书记或上级党务干部发一个一次性代码',
  },
  'accounts.wait_a_moment': { why: (p) => `尝试次数较多，请${p['seconds']}秒后再试` },
  'accounts.setup_done': { why: () => '本单位已经建立' },
  'accounts.wrong_code': {
    why: () => '代码不对或已失效',
    instead: '首次设置的代码显示在启动程序的窗口里',
  },
  'accounts.wrong_totp': { why: () => '动态码不对或已用过' },
  'accounts.not_your_post': { why: () => '您不担任这项职务，或任期已结束' },
  'accounts.login_taken': { why: (p) => `登录名“${p['loginName']}”已有人使用` },
} satisfies Record<string, Sentence>;
