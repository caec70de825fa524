import { pageOf, read, write, z, zCan, zDay, zId, zLine, zPage, zRefusal, zWords } from './lib.ts';
import {
  personFields,
  zAttachment,
  zCategory,
  zChanges,
  zPersonId,
  zWayIn,
} from './members-words.ts';
import { zOrgId } from './organisations.ts';

const READ = { permission: 'members.read' } as const;
const WRITE = { permission: 'members.write' } as const;
const zRowId = zId<'PersonState'>();
const zAttachmentId = zId<'Attachment'>();
const zRequestId = zId<'MemberRequest'>();
const nothing = z.object({});
const who = { personId: zPersonId, name: z.string() };
/** One field of the file: as shown, as stored, and whether whoever looks may change it. */
const zField = z.object({
  field: z.string(),
  label: z.string(),
  section: z.enum(['basic', 'party', 'work', 'contact']),
  text: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).nullable(),
  can: z.union([z.literal(true), zRefusal]),
});
const zHistoryEntry = z.object({
  enteredAt: z.iso.datetime(),
  /** As what somebody acted. */
  by: z.string(),
  kind: z.enum(['entered', 'changed', 'corrected']),
  reason: z.string(),
  trueFrom: zDay,
  lines: z.array(
    z.object({ field: z.string(), label: z.string(), old: z.string(), next: z.string() }),
  ),
});
const zStay = z.object({
  orgId: zOrgId,
  orgName: z.string(),
  category: zCategory,
  suspended: z.boolean(),
  unit: z.string(),
  groupId: zId<'Group'>().nullable(),
  from: zDay,
  to: zDay.nullable(),
  wayIn: z.string(),
  wayOut: z.string().nullable(),
  paper: z.string(),
});
const zAttachmentRow = z.object({
  attachmentId: zAttachmentId,
  kind: zAttachment,
  kindName: z.string(),
  host: z.string(),
  duty: z.string(),
  from: zDay,
  to: zDay.nullable(),
});
const zFile = z.object({
  ...who,
  orgId: zOrgId,
  orgName: z.string(),
  /** Null once nobody's roster has the person. */
  category: zCategory.nullable(),
  suspended: z.boolean(),
  /** The row a change is based on; goes back with it as `basedOn`. */
  basedOn: zRowId,
  secretVersion: z.number().int(),
  age: z.number().int().nullable(),
  standing: z
    .object({
      years: z.number().int(),
      from: zDay,
      correction: z.number().int(),
      /** Day on which 50 years are full. */
      fiftyOn: zDay,
    })
    .nullable(),
  probationEndsOn: zDay.nullable(),
  idNumber: z.string().nullable(),
  phone: z.string().nullable(),
  fields: z.array(zField),
  stays: z.array(zStay),
  attachments: z.array(zAttachmentRow),
  history: z.array(zHistoryEntry),
  can: zCan,
});
const zRequest = z.object({
  requestId: zRequestId,
  ...who,
  field: z.string(),
  label: z.string(),
  old: z.string(),
  next: z.string(),
  trueFrom: zDay,
  reason: z.string(),
  state: z.enum(['open', 'accepted', 'declined', 'withdrawn']),
  answer: z.string(),
  askedAt: z.iso.datetime(),
  version: z.number().int(),
});

/** One member: the file, its changes, what the member asks for. */
export const membersFile = {
  file: read({
    path: '/members/file',
    access: READ,
    summary: '党员信息一页',
    input: z.object({ personId: zPersonId }),
    output: zFile,
  }),
  mine: read({
    path: '/members/mine',
    access: 'session',
    summary: '我的信息',
    input: z.object({}),
    output: z.object({ file: zFile, requests: z.array(zRequest) }),
  }),
  enter: write({
    path: '/members/enter',
    access: WRITE,
    summary: '登记一名党员',
    input: {
      ...z.object(personFields).partial().required({ name: true }).shape,
      orgId: zOrgId,
      category: zCategory,
      idNumber: zLine(40).optional(),
      phone: zLine(40).optional(),
      wayIn: zWayIn.default('opening'),
      inPaper: zLine(80).default(''),
      inFrom: zLine(80).default(''),
      groupId: zId<'Group'>().optional(),
      unit: zLine(60).default(''),
      /** Day from which the person stands in this roster. */
      from: zDay,
    },
    output: z.object({ personId: zPersonId }),
  }),
  change: write({
    path: '/members/change',
    access: WRITE,
    summary: '变更党员信息（自某日起）',
    input: {
      personId: zPersonId,
      from: zDay,
      basedOn: zRowId,
      changes: zChanges,
      reason: zLine(200).default(''),
    },
    output: z.object({ changed: z.number().int() }),
  }),
  correct: write({
    path: '/members/correct',
    access: WRITE,
    summary: '更正党员信息（原来就写错了）',
    input: { personId: zPersonId, basedOn: zRowId, changes: zChanges, reason: zWords(200) },
    output: z.object({ changed: z.number().int() }),
  }),
  setSecrets: write({
    path: '/members/secrets',
    access: WRITE,
    summary: '登记公民身份号码和手机号码',
    input: {
      personId: zPersonId,
      basedOn: z.number().int(),
      idNumber: zLine(40).optional(),
      phone: zLine(40).optional(),
      reason: zLine(200).default(''),
    },
    output: nothing,
  }),
  reveal: write({
    path: '/members/reveal',
    access: { permission: 'members.reveal' },
    summary: '查看完整的公民身份号码和手机号码',
    input: { personId: zPersonId, reason: zWords(200) },
    output: z.object({ idNumber: z.string().nullable(), phone: z.string().nullable() }),
  }),
  askCorrection: write({
    path: '/members/requests',
    access: 'session',
    summary: '申请更正我的信息',
    input: {
      field: zLine(30),
      value: zWords(200),
      trueFrom: zDay,
      reason: zLine(200).default(''),
    },
    output: z.object({ requestId: zRequestId }),
  }),
  withdrawRequest: write({
    path: '/members/requests/withdraw',
    access: 'session',
    summary: '撤回更正申请',
    input: { requestId: zRequestId, basedOn: z.number().int() },
    output: nothing,
  }),
  requests: read({
    path: '/members/requests',
    access: WRITE,
    summary: '党员的更正申请',
    input: z.object({ state: z.enum(['open', 'answered']).default('open'), ...zPage }),
    output: pageOf(zRequest),
  }),
  answerRequest: write({
    path: '/members/requests/answer',
    access: WRITE,
    summary: '答复更正申请',
    input: {
      requestId: zRequestId,
      basedOn: z.number().int(),
      accept: z.boolean(),
      answer: zLine(200).default(''),
    },
    output: nothing,
  }),
};
