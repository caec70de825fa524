import { read, write, z, zDay, zId, zLine, zWords } from './lib.ts';
import { zAttachment, zHardship, zMemberRow, zPersonId, zPlainWayOut } from './members-words.ts';
import { zOrgId } from './organisations.ts';

const READ = { permission: 'members.read' } as const;
const WRITE = { permission: 'members.write' } as const;
const zAttachmentId = zId<'Attachment'>();
const zHardshipId = zId<'Hardship'>();
const nothing = z.object({});
const who = { personId: zPersonId, name: z.string() };

/** Acts on a membership, attachments, hardship, duplicates. */
export const membersActs = {
  regularise: write({
    path: '/members/regularise',
    access: WRITE,
    summary: '预备党员转正',
    input: { personId: zPersonId, on: zDay, paper: zLine(80).default('') },
    output: nothing,
  }),
  end: write({
    path: '/members/end',
    access: WRITE,
    summary: '登记转出等减少',
    input: {
      personId: zPersonId,
      on: zDay,
      way: zPlainWayOut,
      paper: zLine(80).default(''),
      to: zLine(80).default(''),
    },
    output: nothing,
  }),
  move: write({
    path: '/members/move',
    access: WRITE,
    summary: '在本级所属党组织之间调整组织关系',
    input: { personId: zPersonId, toOrgId: zOrgId, on: zDay, paper: zLine(80).default('') },
    output: nothing,
  }),
  assign: write({
    path: '/members/assign',
    access: WRITE,
    summary: '调整党小组或所在单位',
    input: {
      personId: zPersonId,
      on: zDay,
      groupId: zId<'Group'>().nullable().optional(),
      unit: zLine(60).optional(),
    },
    output: nothing,
  }),
  attach: write({
    path: '/members/attachments',
    access: WRITE,
    summary: '登记在别处参加组织生活',
    input: {
      personId: zPersonId,
      kind: zAttachment,
      hostOrgId: zOrgId.optional(),
      hostName: zLine(80).default(''),
      duty: zLine(80).default(''),
      paper: zLine(80).default(''),
      from: zDay,
      to: zDay.optional(),
    },
    output: z.object({ attachmentId: zAttachmentId }),
  }),
  receiveGuest: write({
    path: '/members/guests',
    access: WRITE,
    summary: '登记外来参加本支部组织生活的党员',
    input: {
      orgId: zOrgId,
      name: zWords(40),
      phone: zLine(40).optional(),
      kind: zAttachment,
      /** Where the formal membership is. */
      homeName: zWords(80),
      from: zDay,
      to: zDay.optional(),
    },
    output: z.object({ personId: zPersonId }),
  }),
  guests: read({
    path: '/members/guests',
    access: READ,
    summary: '外来参加本支部组织生活的党员',
    input: z.object({ orgId: zOrgId }),
    output: z.object({
      guests: z.array(
        z.object({
          attachmentId: zAttachmentId,
          ...who,
          kindName: z.string(),
          /** Where the formal membership is. */
          home: z.string(),
          duty: z.string(),
          from: zDay,
          to: zDay.nullable(),
          /** Entered here, so ended here; else the home organisation does. */
          own: z.boolean(),
        }),
      ),
    }),
  }),
  endAttachment: write({
    path: '/members/attachments/end',
    access: WRITE,
    summary: '结束在别处参加组织生活',
    input: { attachmentId: zAttachmentId, on: zDay },
    output: nothing,
  }),
  hardships: read({
    path: '/members/hardships',
    access: { permission: 'members.hardship' },
    summary: '困难、老党员台账（仅指定的人可见）',
    input: z.object({ orgId: zOrgId.optional() }),
    output: z.object({
      people: z.array(
        z.object({
          hardshipId: zHardshipId,
          ...who,
          orgName: z.string(),
          kind: zHardship,
          situation: z.string(),
          help: z.string(),
          from: zDay,
          to: zDay.nullable(),
          readers: z.array(z.object(who)),
        }),
      ),
    }),
  }),
  recordHardship: write({
    path: '/members/hardships',
    access: { permission: 'members.hardship' },
    summary: '登记困难党员',
    input: {
      personId: zPersonId,
      kind: zHardship,
      situation: zWords(500),
      help: zLine(500).default(''),
      from: zDay,
      /** Who may see it besides whoever enters it. */
      readers: z.array(zPersonId).max(10).default([]),
    },
    output: z.object({ hardshipId: zHardshipId }),
  }),
  endHardship: write({
    path: '/members/hardships/end',
    access: { permission: 'members.hardship' },
    summary: '结束困难情况',
    input: { hardshipId: zHardshipId, on: zDay },
    output: nothing,
  }),
  duplicates: read({
    path: '/members/duplicates',
    access: READ,
    summary: '可能重复的党员',
    input: z.object({ orgId: zOrgId.optional() }),
    output: z.object({
      pairs: z.array(
        z.object({
          a: zMemberRow,
          b: zMemberRow,
          score: z.number(),
          reasons: z.array(z.string()),
        }),
      ),
      merged: z.array(
        z.object({
          mergeId: zId<'PersonMerge'>(),
          kept: z.object(who),
          alias: z.object(who),
          at: z.iso.datetime(),
          reason: z.string(),
        }),
      ),
    }),
  }),
  merge: write({
    path: '/members/merge',
    access: WRITE,
    summary: '合并重复的党员',
    input: { keptId: zPersonId, aliasId: zPersonId, reason: zWords(200) },
    output: z.object({ mergeId: zId<'PersonMerge'>() }),
  }),
  unmerge: write({
    path: '/members/merge/undo',
    access: WRITE,
    summary: '撤销合并',
    input: { mergeId: zId<'PersonMerge'>(), reason: zWords(200) },
    output: nothing,
  }),
};
