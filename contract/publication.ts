import {
  download,
  pageOf,
  read,
  write,
  z,
  zCan,
  zCommandId,
  zDay,
  zId,
  zLine,
  zPage,
  zText,
  zWords,
} from './lib.ts';
import { zOrgId } from './organisations.ts';
import {
  zAudience,
  zItemId,
  zItemMove,
  zItemState,
  zProofId,
  zQuestionId,
  zQuestionState,
  zRhythm,
  zSection,
} from './publication-words.ts';

import {
  zKindKey,
  zSource,
  zPeriod,
  zContent,
  zKind,
  zRow,
  zBoard,
  zOffer,
  zQuestion,
} from './publication-shapes.ts';

export { publicationRefusals } from './publication-refusals.ts';
export {
  AUDIENCES,
  MOVES,
  QUESTION_STATES,
  RHYTHMS,
  SECTIONS,
  STATES,
} from './publication-words.ts';

const READ = { permission: 'publication.read' } as const;
const WRITE = { permission: 'publication.write' } as const;
const MOVE = { permission: 'publication.move' } as const;
const SETTINGS = { permission: 'publication.settings' } as const;

const paper = { format: z.enum(['html', 'docx']).default('html') };
const text = {
  title: zLine(120).default(''),
  /** Lines; those with tabs side by side become a table. Not read where a record gives the text. */
  text: zText(20_000).default(''),
};

/** What the form of a public board sends. */
export const zAsk = z.object({
  words: zWords(1000),
  asker: zLine(50).default(''),
  about: z.string().max(40).default(''),
  commandId: zCommandId,
});

/** 党务公开、村务公开: what is published, to whom, how long; fed from records. */
export const publicationContract = {
  list: read({
    path: '/publication/items',
    access: READ,
    summary: '公开栏：公开事项',
    input: z.object({
      orgId: zOrgId,
      state: zItemState.optional(),
      section: zSection.optional(),
      /** Only those that hang past their last day. */
      expired: z.enum(['true']).optional(),
      ...zPage,
    }),
    output: pageOf(zRow).extend({ board: zBoard, can: zCan }),
  }),
  detail: read({
    path: '/publication/item',
    access: READ,
    summary: '公开事项详情',
    input: z.object({ itemId: zItemId }),
    output: z.object({
      ...zRow.shape,
      edition: z.number().int(),
      basis: z.string(),
      period: zPeriod.nullable(),
      endedOn: zDay.nullable(),
      fixedUntil: zDay.nullable(),
      postingDays: z.number().int(),
      source: zSource.extend({ name: z.string() }).nullable(),
      boardPath: z.string(),
      shownCode: z.string(),
      versions: z.array(
        z.object({
          version: z.number().int(),
          title: z.string(),
          content: zContent,
          code: z.string(),
          reason: z.string(),
          enteredAt: z.string(),
          /** As typed, for a correction. */
          typed: z.string(),
        }),
      ),
      steps: z.array(
        z.object({
          move: z.string(),
          on: zDay,
          byName: z.string(),
          byAs: z.string(),
          onPaper: z.boolean(),
          note: z.string(),
          version: z.number().int(),
        }),
      ),
      proofs: z.array(
        z.object({
          proofId: zProofId,
          place: z.string(),
          from: zDay,
          until: zDay.nullable(),
          firstName: z.string(),
          secondName: z.string(),
          version: z.number().int(),
          fileId: zId<'File'>().nullable(),
        }),
      ),
      places: z.array(z.string()),
      can: zCan,
    }),
  }),
  todo: read({
    path: '/publication/todo',
    access: READ,
    summary: '公开待办',
    input: z.object({ orgId: zOrgId }),
    output: z.object({
      board: zBoard,
      waiting: z.array(zRow),
      expired: z.array(zRow),
      missing: z.array(
        z.object({
          kind: z.string(),
          name: z.string(),
          period: z.string(),
          from: zDay,
          until: zDay,
          overdue: z.boolean(),
          basis: z.string(),
        }),
      ),
      offers: z.array(zOffer),
      questions: z.array(zQuestion),
      can: zCan,
    }),
  }),
  questions: read({
    path: '/publication/questions',
    access: READ,
    summary: '提问与答复',
    input: z.object({ orgId: zOrgId, state: zQuestionState.optional(), ...zPage }),
    output: pageOf(zQuestion).extend({ can: zCan }),
  }),
  catalogue: read({
    path: '/publication/catalogue',
    access: READ,
    summary: '公开目录',
    input: z.object({ orgId: zOrgId }),
    output: z.object({ orgName: z.string(), kinds: z.array(zKind), can: zCan }),
  }),
  inside: read({
    path: '/publication/inside',
    access: 'session',
    summary: '党内公开',
    input: z.object({}),
    output: z.object({
      boardPath: z.string(),
      posts: z.array(
        z.object({
          code: z.string(),
          orgName: z.string(),
          kindName: z.string(),
          content: zContent,
          shownFrom: zDay,
          shownUntil: zDay.nullable(),
        }),
      ),
    }),
  }),
  openBoard: write({
    path: '/publication/board/open',
    access: SETTINGS,
    summary: '开设公开栏',
    input: { orgId: zOrgId },
    output: zBoard,
  }),
  closeBoard: write({
    path: '/publication/board/close',
    access: SETTINGS,
    summary: '关闭公开栏',
    input: { orgId: zOrgId, reason: zWords(200) },
    output: zBoard,
  }),
  setKind: write({
    path: '/publication/kinds',
    access: SETTINGS,
    summary: '调整公开目录',
    input: {
      orgId: zOrgId,
      /** Left out: a line of one's own. */
      kind: zKindKey.optional(),
      name: zWords(60),
      section: zSection,
      audience: zAudience,
      rhythm: zRhythm,
      postingDays: z.number().int().min(0).max(400),
      required: z.boolean(),
      paper: zLine(100).default(''),
    },
    output: z.object({ kind: z.string() }),
  }),
  dropKind: write({
    path: '/publication/kinds/drop',
    access: SETTINGS,
    summary: '取消本级对目录的调整',
    input: { orgId: zOrgId, kind: zKindKey },
    output: z.object({}),
  }),
  propose: write({
    path: '/publication/items',
    access: WRITE,
    summary: '提出公开事项',
    input: {
      orgId: zOrgId,
      kind: zKindKey,
      source: zSource.optional(),
      ...text,
      /** A day of the month, quarter or year it tells of; today where left out. */
      periodOf: zDay.optional(),
      audience: zAudience.optional(),
    },
    output: z.object({ itemId: zItemId }),
  }),
  correct: write({
    path: '/publication/items/correct',
    access: WRITE,
    summary: '更正公开内容',
    input: {
      itemId: zItemId,
      edition: z.number().int().min(1),
      ...text,
      reason: zWords(200),
    },
    output: z.object({ version: z.number().int() }),
  }),
  move: write({
    path: '/publication/items/move',
    access: MOVE,
    summary: '审核、审批、公开、撤下',
    input: {
      itemId: zItemId,
      edition: z.number().int().min(1),
      move: zItemMove,
      note: zLine(500).default(''),
      /** Who signed on paper, where it was not done on screen. */
      signedBy: zLine(50).default(''),
      /** Last day it hangs, where it is to be longer than the catalogue asks. */
      until: zDay.optional(),
    },
    output: z.object({ state: zItemState }),
  }),
  recordProof: write({
    path: '/publication/proofs',
    access: WRITE,
    summary: '登记张贴',
    input: {
      itemId: zItemId,
      place: zWords(100),
      from: zDay,
      until: zDay.optional(),
      firstName: zWords(50),
      secondName: zWords(50),
      fileId: zId<'File'>().optional(),
    },
    output: z.object({ proofId: zProofId }),
  }),
  endProof: write({
    path: '/publication/proofs/end',
    access: WRITE,
    summary: '登记揭下',
    input: { proofId: zProofId, until: zDay },
    output: z.object({}),
  }),
  recordQuestion: write({
    path: '/publication/questions',
    access: WRITE,
    summary: '登记当面、电话提问',
    input: {
      orgId: zOrgId,
      words: zWords(1000),
      asker: zLine(50).default(''),
      askedOn: zDay,
      itemId: zItemId.optional(),
    },
    output: z.object({ questionId: zQuestionId, number: z.number().int() }),
  }),
  answerQuestion: write({
    path: '/publication/questions/answer',
    access: WRITE,
    summary: '答复提问',
    input: {
      questionId: zQuestionId,
      answer: zWords(2000),
      /** Whether question and answer are shown on the board. */
      show: z.boolean(),
      /** The question as it is shown; the words asked where left out. */
      shownQuestion: zLine(1000).optional(),
    },
    output: z.object({}),
  }),
  passQuestion: write({
    path: '/publication/questions/pass',
    access: WRITE,
    summary: '转为公示意见',
    input: { questionId: zQuestionId },
    output: z.object({}),
  }),
  sheet: download({
    path: '/publication/papers/sheet',
    access: READ,
    summary: '张贴用大字版',
    input: z.object({ itemId: zItemId, size: z.enum(['A4', 'A3']).default('A4') }),
  }),
  approvalPaper: download({
    path: '/publication/papers/approval',
    access: READ,
    summary: '公开审批表',
    input: z.object({ itemId: zItemId, ...paper }),
  }),
  cataloguePaper: download({
    path: '/publication/papers/catalogue',
    access: READ,
    summary: '公开目录（打印）',
    input: z.object({ orgId: zOrgId, format: z.enum(['html', 'docx', 'xlsx']).default('html') }),
  }),
};
