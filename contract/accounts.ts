import { POST_KINDS, type PostKind } from '#kernel/posts';
import { read, write, z, zDay, zId, zLine, zWords } from './lib.ts';
import { zOrgId, zOrgKind, zSector, zWayIn } from './organisations.ts';
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

export const GRANTS = { clerk: '经办人', officer: '党务干部', administrator: '管理员' } as const;
export const zGrantKind = z.enum(['clerk', 'officer', 'administrator']);

export const zAccountRow = z.object({
  accountId: zId<'Account'>(),
  personId: zId<'Person'>().nullable(),
  loginName: z.string(),
  name: z.string(),
  disabled: z.boolean(),
  hasPassword: z.boolean(),
  hasTotp: z.boolean(),
  /** What the account may act as besides posts and membership. */
  grants: z.array(
    z.object({
      grantId: zId<'Grant'>(),
      kind: zGrantKind,
      orgId: zOrgId,
      orgName: z.string(),
      since: zDay,
    }),
  ),
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
      /** Where the founder leads this branch: how they came to it and since when. A body without a roster takes none. */
      leads: z.object({ wayIn: zWayIn, since: zDay }).optional(),
    },
    output: z.object({ loginName: z.string() }),
  }),
  setupDemo: write({
    path: '/setup/demo',
    access: 'public',
    summary: '载入演示县',
    input: { code: zWords(40) },
    output: z.object({
      accounts: z.array(z.object({ who: z.string(), loginName: z.string(), password: z.string() })),
    }),
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
  changePassword: write({
    path: '/me/password',
    access: 'session',
    summary: '修改密码',
    input: { current: z.string().max(200), password: zPassword },
    output: z.object({}),
  }),
  security: read({
    path: '/me/security',
    access: 'session',
    summary: '我的登录安全',
    input: z.object({}),
    output: z.object({
      loginName: z.string(),
      hasTotp: z.boolean(),
      ssoAvailable: z.boolean(),
      ssoLinked: z.boolean(),
    }),
  }),
  beginTotp: write({
    path: '/me/totp/begin',
    access: 'session',
    summary: '开始设置动态码',
    input: { password: z.string().max(200) },
    output: z.object({ secret: z.string(), uri: z.string(), picture: z.string() }),
  }),
  confirmTotp: write({
    path: '/me/totp/confirm',
    access: 'session',
    summary: '启用动态码',
    input: { secret: zWords(80), code: zWords(10) },
    output: z.object({}),
  }),
  removeTotp: write({
    path: '/me/totp/remove',
    access: 'session',
    summary: '停用动态码',
    input: { password: z.string().max(200) },
    output: z.object({}),
  }),
  unlinkSso: write({
    path: '/me/sso/unlink',
    access: 'session',
    summary: '解除单点登录',
    input: {},
    output: z.object({}),
  }),
  signInOptions: read({
    path: '/session/options',
    access: 'public',
    summary: '登录方式',
    input: z.object({}),
    output: z.object({ sso: z.boolean() }),
  }),
  list: read({
    path: '/accounts',
    access: { permission: 'accounts.invite' },
    summary: '登录账号',
    input: z.object({ q: zLine(40).default('') }),
    output: z.object({ accounts: z.array(zAccountRow) }),
  }),
  invite: write({
    path: '/accounts/invite',
    access: { permission: 'accounts.invite' },
    summary: '邀请同志使用',
    input: {
      loginName: zLoginName,
      /** A member of a roster in scope; otherwise somebody who is no member, by name. */
      personId: zId<'Person'>().optional(),
      displayName: zLine(40).default(''),
      grant: z.object({ kind: zGrantKind, orgId: zOrgId }).optional(),
    },
    output: z.object({ accountId: zId<'Account'>(), code: z.string(), validUntil: zDay }),
  }),
  makeCode: write({
    path: '/accounts/code',
    access: { permission: 'accounts.invite' },
    summary: '发一次性代码（忘记密码）',
    input: { accountId: zId<'Account'>() },
    output: z.object({ code: z.string(), validUntil: zDay }),
  }),
  grant: write({
    path: '/accounts/grant',
    access: { permission: 'accounts.invite' },
    summary: '指定经办人等',
    input: { accountId: zId<'Account'>(), kind: zGrantKind, orgId: zOrgId },
    output: z.object({}),
  }),
  endGrant: write({
    path: '/accounts/grant/end',
    access: { permission: 'accounts.invite' },
    summary: '结束经办等授权',
    input: { grantId: zId<'Grant'>() },
    output: z.object({}),
  }),
  setDisabled: write({
    path: '/accounts/disable',
    access: { permission: 'accounts.invite' },
    summary: '停用或恢复账号',
    input: { accountId: zId<'Account'>(), disabled: z.boolean(), reason: zWords(200) },
    output: z.object({}),
  }),
};

export const accountRefusals = {
  'accounts.wrong_credentials': {
    why: () => '登录名或密码不对',
    instead: '忘记密码的，请书记或上级党务干部发一个一次性代码',
  },
  'accounts.wait_a_moment': { why: (p) => `尝试次数较多，请${p['seconds']}秒后再试` },
  'accounts.setup_done': { why: () => '本单位已经建立' },
  'accounts.leads_in_future': {
    why: (p) => `任职日期${p.since}还没有到`,
    instead: '填写已经到任的日期',
  },
  'accounts.leads_no_roster': {
    why: () => '只有党支部能在建立时登记书记',
    instead: '先建立本单位，再设立党支部、登记书记',
  },
  'accounts.setup_running': {
    why: () => '另一个窗口正在建立单位或载入演示县',
    instead: '请等一两分钟再刷新本页',
  },
  'accounts.wrong_code': {
    why: () => '代码不对或已失效',
    instead: '首次设置的代码显示在启动程序的窗口里',
  },
  'accounts.wrong_totp': { why: () => '动态码不对或已用过' },
  'accounts.not_your_post': { why: () => '您不担任这项职务，或任期已结束' },
  'accounts.wrong_password': { why: () => '当前密码不对' },
  'accounts.two_clerks': {
    why: (p) => `${p.org}已有两名经办人`,
    instead: '先结束其中一名的经办，再指定新的',
  },
  'accounts.has_account': {
    why: (p) => `${p.name}已有登录账号`,
    instead: '忘记密码的，发一个一次性代码',
  },
  'accounts.name_missing': { why: () => '还没有填写姓名' },
  'accounts.acts_above': {
    why: () => '这位同志在上级组织任职',
    instead: '由其上级组织的党务干部办理',
  },
  'accounts.grant_above': { why: () => '党务干部和管理员只能由上级党组织的党务干部或管理员指定' },
  'accounts.granted_already': { why: () => '这位同志已有这项授权' },
  'accounts.not_yourself': { why: () => '不能停用自己的账号' },
  'accounts.sso_taken': { why: () => '这个统一身份已关联另一个账号' },
  'accounts.sso_unknown': {
    why: () => '这个统一身份还没有关联账号',
    instead: '先用登录名和密码登录，在“我的登录”里关联',
  },
  'accounts.login_taken': { why: (p) => `登录名“${p['loginName']}”已有人使用` },
} satisfies Record<string, Sentence>;
