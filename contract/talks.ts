import {
  download,
  pageOf,
  read,
  write,
  z,
  zCan,
  zDay,
  zFlag,
  zId,
  zLine,
  zPage,
  zText,
  zWords,
  zYear,
} from './lib.ts';
import { zPersonId } from './members.ts';
import { zOrgId } from './organisations.ts';
import type { Sentence } from './sentence.ts';

const BR18 = '《中国共产党支部工作条例（试行）》';

/** 支部谈心: the branch's rule. 工作谈话: along the line of an office. 提醒谈话: EDU19 art. 28. */
export const TALK_LINES = { branch: '支部谈心', office: '工作谈话', reminder: '提醒谈话' } as const;
export type TalkLine = keyof typeof TALK_LINES;

export const TALK_KINDS = {
  between_committee: { name: '支委会成员之间', line: 'branch' },
  committee_member: { name: '支委会成员与党员', line: 'branch' },
  between_members: { name: '党员之间', line: 'branch' },
  chief_deputy: { name: '正职与副职', line: 'office' },
  deputy_section: { name: '副职与科室负责人', line: 'office' },
  head_staff: { name: '科室负责人与干部职工', line: 'office' },
  reminder: { name: '提醒谈话', line: 'reminder' },
} as const satisfies Record<string, { name: string; line: TalkLine }>;
export type TalkKind = keyof typeof TALK_KINDS;
export const zTalkKind = z.enum(Object.keys(TALK_KINDS) as [TalkKind, ...TalkKind[]]);
export const zTalkId = zId<'Talk'>();

export const talkRefusals = {
  'talks.in_future': { why: (p) => `${p['day']}还没有到，谈话要谈过才登记` },
  'talks.with_oneself': { why: (p) => `${p['name']}不能和自己谈话，谈话双方填成了同一个人` },
  'talks.nobody_of_branch': {
    why: (p) => `${p['day']}谈话双方都不在本组织`,
    instead: '核对日期，或由谈话一方所在的党组织登记',
  },
  'talks.members_only': {
    why: () => '支部谈心在党员之间进行，有一方不在本组织花名册里',
    basis: BR18,
    instead: '与群众的谈话选“工作谈话”一类',
  },
  'talks.kind_does_not_fit': {
    why: (p) => `${p['day']}按任职情况，这次谈心应为“${p['kind']}”`,
    instead: '类别留空由系统判断，或先核对班子任职日期',
  },
  'talks.twice': {
    why: (p) => `${p['names']}${p['day']}的谈话已经登记过`,
    instead: '核对日期；确是当天另一次谈话的，换一个类别登记',
  },
  'talks.cancelled': { why: () => '这次谈话的登记已经撤销' },
  'talks.nothing_changed': { why: () => '填写的内容与原来一样，没有要保存的变化' },
  'talks.for_the_two': {
    why: () => '谈话内容只有谈话双方能看、能写',
    instead: '请谈话人本人登录后填写，或写在打印的记录表上',
  },
} satisfies Record<string, Sentence>;

const READ = { permission: 'talks.read' } as const;
const WRITE = { permission: 'talks.write' } as const;

/** A colleague outside the Party has a name only. */
const zParty = z.object({ personId: zPersonId.nullable(), name: z.string() });
const zPartyIn = z.union([
  z.strictObject({ personId: zPersonId }),
  z.strictObject({ name: zWords(50) }),
]);

const zTalk = z.object({
  talkId: zTalkId,
  orgId: zOrgId,
  orgName: z.string(),
  heldOn: zDay,
  kind: zTalkKind,
  place: z.string(),
  talker: zParty,
  partner: zParty,
  enteredAt: z.string(),
  /** 补录: entered in a later month. */
  enteredLater: z.boolean(),
  /** Whether the one who looks is one of the two. */
  own: z.boolean(),
});

const zCovered = z.object({ on: zDay, with: z.string() }).nullable();
const format = { format: z.enum(['html', 'docx']).default('html') };

/** 谈心谈话: who with whom, when; what was said is for the two alone. */
export const talksContract = {
  list: read({
    path: '/talks',
    access: READ,
    summary: '谈心谈话一览',
    input: z.object({
      orgId: zOrgId,
      below: zFlag.optional(),
      year: zYear,
      kind: zTalkKind.optional(),
      personId: zPersonId.optional(),
      ...zPage,
    }),
    output: pageOf(zTalk).extend({
      counts: z.record(zTalkKind, z.number().int()),
      can: zCan,
    }),
  }),
  people: read({
    path: '/talks/people',
    access: WRITE,
    summary: '可以选择的谈话人',
    input: z.object({ orgId: zOrgId, on: zDay }),
    output: z.object({
      people: z.array(
        z.object({
          personId: zPersonId,
          name: z.string(),
          /** 职务, empty for an ordinary member. */
          post: z.string(),
          committee: z.boolean(),
          member: z.boolean(),
          /** What finds the name: itself, its sounds and initials. */
          finds: z.array(z.string()),
        }),
      ),
    }),
  }),
  coverage: read({
    path: '/talks/coverage',
    access: READ,
    summary: '谈心谈话覆盖情况',
    input: z.object({ orgId: zOrgId, year: zYear }),
    output: z.object({
      orgName: z.string(),
      day: zDay,
      committee: z.array(z.object({ personId: zPersonId, name: z.string(), post: z.string() })),
      pairs: z.array(z.object({ a: zPersonId, b: zPersonId, on: zDay.nullable() })),
      members: z.array(
        z.object({
          personId: zPersonId,
          name: z.string(),
          withCommittee: zCovered,
          withMember: zCovered,
          /** In the roster for less than three months of the year: not asked for. */
          fresh: z.boolean(),
        }),
      ),
      office: z.array(
        z.object({
          kind: zTalkKind,
          rows: z.array(
            z.object({
              talker: z.string(),
              partners: z.array(z.object({ name: z.string(), days: z.array(zDay) })),
            }),
          ),
        }),
      ),
      open: z.object({
        pairs: z.number().int(),
        withCommittee: z.number().int(),
        withMember: z.number().int(),
      }),
      basis: z.string(),
      can: zCan,
    }),
  }),
  record: write({
    path: '/talks',
    access: WRITE,
    summary: '登记谈心谈话（可一次多条）',
    input: {
      orgId: zOrgId,
      talks: z
        .array(
          z.strictObject({
            heldOn: zDay,
            /** Left out: one of the branch's three kinds, by the posts of that day. */
            kind: zTalkKind.optional(),
            place: zLine(100).default(''),
            talker: zPartyIn,
            partner: zPartyIn,
          }),
        )
        .min(1)
        .max(60),
    },
    output: z.object({ talkIds: z.array(zTalkId) }),
  }),
  correct: write({
    path: '/talks/correct',
    access: WRITE,
    summary: '更正一次谈话',
    input: {
      talkId: zTalkId,
      heldOn: zDay,
      kind: zTalkKind,
      place: zLine(100),
      reason: zWords(200),
    },
    output: z.object({}),
  }),
  cancel: write({
    path: '/talks/cancel',
    access: WRITE,
    summary: '撤销一次谈话登记',
    input: { talkId: zTalkId, reason: zWords(200) },
    output: z.object({}),
  }),
  mine: read({
    path: '/talks/mine',
    access: 'session',
    summary: '我的谈心谈话',
    input: z.object({ year: zYear }),
    output: z.object({
      rows: z.array(
        z.object({
          talkId: zTalkId,
          heldOn: zDay,
          kind: zTalkKind,
          place: z.string(),
          side: z.enum(['talker', 'partner']),
          other: z.string(),
          written: z.boolean(),
        }),
      ),
    }),
  }),
  content: read({
    path: '/talks/content',
    access: 'session',
    summary: '谈话内容（仅双方）',
    input: z.object({ talkId: zTalkId }),
    output: z.object({
      talkId: zTalkId,
      text: z.string(),
      version: z.number().int(),
      writtenBy: z.string(),
      writtenAt: z.string().nullable(),
    }),
  }),
  saveContent: write({
    path: '/talks/content',
    access: 'session',
    summary: '写谈话内容（仅双方）',
    input: { talkId: zTalkId, basedOn: z.number().int().min(0), text: zText(10_000) },
    output: z.object({ version: z.number().int() }),
  }),
  recordPaper: download({
    path: '/talks/papers/record',
    access: READ,
    summary: '谈心谈话记录表（留白手写）',
    input: z.object({ orgId: zOrgId, talkId: zTalkId.optional(), ...format }),
  }),
  ownPaper: download({
    path: '/talks/papers/own',
    access: 'session',
    summary: '谈心谈话记录表（本人）',
    input: z.object({ talkId: zTalkId, ...format }),
  }),
  ledgerPaper: download({
    path: '/talks/papers/ledger',
    access: READ,
    summary: '谈心谈话一览表',
    input: z.object({
      orgId: zOrgId,
      year: zYear,
      format: z.enum(['html', 'docx', 'xlsx']).default('html'),
    }),
  }),
};
