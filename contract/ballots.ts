import {
  FORM_KINDS,
  ROUND_REASONS,
  SECRECIES,
  TELLER_ROLES,
  zForm,
  zNumbers,
  zOutcome,
  zRoundState,
  zSheetIn,
  zTally,
  zThreshold,
} from './ballots-words.ts';
import { ballotPapers, zBallotId } from './ballots-papers.ts';
import { read, write, z, zCan, zDay, zFlag, zId, zLine, zWords, zYear } from './lib.ts';
import { zPersonId } from './members.ts';
import { zOrgId } from './organisations.ts';

export * from './ballots-refusals.ts';
export * from './ballots-words.ts';

const READ = { permission: 'ballots.read' } as const;
const RUN = { permission: 'ballots.run' } as const;

const zRole = z.enum(Object.keys(TELLER_ROLES) as [keyof typeof TELLER_ROLES]);
const zWhy = z.enum(Object.keys(ROUND_REASONS) as [keyof typeof ROUND_REASONS]);
const zSecrecy = z.enum(Object.keys(SECRECIES) as [keyof typeof SECRECIES]);
const zSlip = z.enum(['paper', 'code']);

const ballot = { ballotId: zBallotId };
/** The version of the ballot that the act was based on: two people at two machines find out. */
const acting = { ...ballot, basedOn: z.number().int().min(1) };
const zVersion = z.object({ version: z.number().int() });

const zTellerIn = z.strictObject({
  role: zRole,
  personId: zPersonId.nullable(),
  name: zWords(50),
});
const zRollIn = z.strictObject({
  personId: zPersonId.nullable(),
  name: zWords(50),
  /** Why somebody entitled is left out of those who should attend; empty for everybody else. */
  leftOut: zLine(200).default(''),
});

const zRound = z.object({
  roundNo: z.number().int(),
  why: zWhy,
  state: zRoundState,
  form: zForm,
  threshold: zThreshold.nullable(),
  onPaper: z.boolean(),
  onScreen: z.boolean(),
  codesPrinted: z.number().int(),
  codesLeft: z.number().int().nullable(),
  codesReason: z.string(),
  entitled: z.number().int().nullable(),
  present: z.number().int().nullable(),
  issuedPaper: z.number().int(),
  issuedCodes: z.number().int(),
  /** How many papers lie in the screen box: a number, nothing more. */
  cast: z.number().int(),
  voidReason: z.string(),
  turned: z.array(z.string()),
  sheet: z
    .object({
      mode: z.enum(['totals', 'slips']),
      issued: z.number().int(),
      returned: z.number().int(),
      missing: z.number().int(),
      tally: zTally.nullable(),
      readBy: z.string(),
      recordedBy: z.string(),
    })
    .nullable(),
  result: z
    .object({
      numbers: zNumbers,
      tally: zTally,
      outcome: zOutcome.nullable(),
      stands: z.boolean(),
      shown: z.boolean(),
      sentences: z.array(z.string()),
    })
    .nullable(),
});

const zBallotIn = {
  orgId: zOrgId,
  title: zWords(100),
  heldOn: zDay,
  secrecy: zSecrecy,
  onPersons: z.boolean(),
  hasRoll: z.boolean(),
  form: zForm,
  threshold: zThreshold.nullable(),
  onPaper: z.boolean(),
  onScreen: z.boolean(),
  rulesAdopted: zLine(200).default(''),
  upperConsent: zLine(200).default(''),
  /** Months the papers are kept after the day. */
  keepMonths: z.number().int().min(1).max(120).default(12),
};

/** 投票与测评: roll, slips, box, count. A vote is cast at `/t`, which is no endpoint of this contract. */
export const ballotsContract = {
  list: read({
    path: '/ballots',
    access: READ,
    summary: '投票与测评一览',
    input: z.object({ orgId: zOrgId, below: zFlag.optional(), year: zYear }),
    output: z.object({
      rows: z.array(
        z.object({
          ballotId: zBallotId,
          orgId: zOrgId,
          orgName: z.string(),
          title: z.string(),
          heldOn: zDay,
          secrecy: zSecrecy,
          kind: z.enum(Object.keys(FORM_KINDS) as [keyof typeof FORM_KINDS]),
          roundNo: z.number().int(),
          state: zRoundState,
          destroyed: z.boolean(),
        }),
      ),
      can: zCan,
    }),
  }),
  people: read({
    path: '/ballots/people',
    access: RUN,
    summary: '可以列入名册、担任监票计票的人',
    input: z.object({ orgId: zOrgId, on: zDay }),
    output: z.object({
      people: z.array(
        z.object({
          personId: zPersonId,
          name: z.string(),
          /** Full members; probationary ones have no vote (EL20 art. 5). */
          votes: z.boolean(),
          finds: z.array(z.string()),
        }),
      ),
    }),
  }),
  detail: read({
    path: '/ballots/detail',
    access: READ,
    summary: '一次投票',
    input: z.object(ballot),
    output: z.object({
      ballotId: zBallotId,
      orgId: zOrgId,
      orgName: z.string(),
      owner: z.string(),
      title: z.string(),
      heldOn: zDay,
      secrecy: zSecrecy,
      onPersons: z.boolean(),
      hasRoll: z.boolean(),
      rulesAdopted: z.string(),
      upperConsent: z.string(),
      keepUntil: zDay,
      destroyedOn: zDay.nullable(),
      version: z.number().int(),
      rounds: z.array(zRound),
      tellers: z.array(
        z.object({
          tellerId: zId<'Teller'>(),
          role: zRole,
          personId: zPersonId.nullable(),
          name: z.string(),
          hasSlip: z.boolean(),
          /** The one who looks is this teller. */
          own: z.boolean(),
        }),
      ),
      /** Roll of the last round. */
      roll: z.array(
        z.object({
          lineId: zId<'RollLine'>(),
          personId: zPersonId.nullable(),
          name: z.string(),
          leftOut: z.string(),
          present: z.boolean(),
          slip: zSlip.nullable(),
        }),
      ),
      advice: z.array(z.string()),
      can: zCan,
    }),
  }),
  waiting: read({
    path: '/ballots/waiting',
    access: 'session',
    summary: '等我开箱的投票',
    input: z.object({}),
    output: z.object({
      rows: z.array(
        z.object({
          ballotId: zBallotId,
          roundNo: z.number().int(),
          title: z.string(),
          organ: z.string(),
        }),
      ),
    }),
  }),
  create: write({
    path: '/ballots',
    access: RUN,
    summary: '新建一次投票或测评',
    input: zBallotIn,
    output: z.object(ballot),
  }),
  changeRound: write({
    path: '/ballots/round',
    access: RUN,
    summary: '改票面（投票开始前）',
    input: {
      ...acting,
      form: zForm,
      threshold: zThreshold.nullable(),
      onPaper: z.boolean(),
      onScreen: z.boolean(),
    },
    output: zVersion,
  }),
  setTellers: write({
    path: '/ballots/tellers',
    access: RUN,
    summary: '登记监票人、计票人',
    input: { ...acting, tellers: z.array(zTellerIn).min(1).max(20) },
    output: zVersion,
  }),
  tellerSlips: write({
    path: '/ballots/teller-slips',
    access: RUN,
    summary: '印制开箱条（没有账号的监票、计票人用）',
    input: acting,
    output: z.object({
      slips: z.array(z.object({ name: z.string(), code: z.string() })),
      version: z.number().int(),
    }),
  }),
  setRoll: write({
    path: '/ballots/roll',
    access: RUN,
    summary: '保存名册',
    input: { ...acting, lines: z.array(zRollIn).min(1).max(5_000) },
    output: zVersion,
  }),
  issue: write({
    path: '/ballots/issue',
    access: RUN,
    summary: '标记到会、领票',
    input: {
      ...ballot,
      marks: z
        .array(
          z.strictObject({
            lineId: zId<'RollLine'>(),
            present: z.boolean(),
            slip: zSlip.nullable(),
          }),
        )
        .min(1)
        .max(500),
    },
    output: z.object({}),
  }),
  handOut: write({
    path: '/ballots/hand-out',
    access: RUN,
    summary: '登记发出的票数（没有名册的测评、问卷）',
    input: {
      ...acting,
      paper: z.number().int().min(0).max(200_000),
      codes: z.number().int().min(0).max(200_000),
    },
    output: zVersion,
  }),
  printCodes: write({
    path: '/ballots/codes',
    access: RUN,
    summary: '印制票码条（只显示这一次）',
    input: { ...acting, number: z.number().int().min(1).max(20_000) },
    output: z.object({
      /** In an order of chance. */
      slips: z.array(z.object({ code: z.string(), tag: z.string() })),
      /** Where codes are entered. */
      address: z.string(),
      version: z.number().int(),
    }),
  }),
  open: write({
    path: '/ballots/open',
    access: RUN,
    summary: '开始投票',
    input: acting,
    output: zVersion,
  }),
  close: write({
    path: '/ballots/close',
    access: RUN,
    summary: '截止投票',
    input: {
      ...acting,
      /** Code slips left over, as counted. */
      codesLeft: z.number().int().min(0).max(20_000),
      reason: zLine(200).default(''),
    },
    output: zVersion,
  }),
  enterSheet: write({
    path: '/ballots/sheet',
    access: RUN,
    summary: '录入纸质票清点结果',
    input: { ...acting, readBy: zWords(50), recordedBy: zWords(50), sheet: zSheetIn },
    output: zVersion,
  }),
  turnKey: write({
    path: '/ballots/turn',
    access: 'session',
    summary: '开箱确认（本人）',
    input: { ...ballot, roundNo: z.number().int().min(1).max(50) },
    output: z.object({}),
  }),
  turnKeyBySlip: write({
    path: '/ballots/turn-by-slip',
    access: RUN,
    summary: '开箱确认（凭开箱条）',
    input: { ...ballot, code: zWords(30) },
    output: z.object({ name: z.string() }),
  }),
  count: write({
    path: '/ballots/count',
    access: RUN,
    summary: '开箱计票',
    input: acting,
    output: zVersion,
  }),
  voidRound: write({
    path: '/ballots/void',
    access: RUN,
    summary: '作废本轮',
    input: { ...acting, reason: zWords(500) },
    output: zVersion,
  }),
  nextRound: write({
    path: '/ballots/next-round',
    access: RUN,
    summary: '重新投票或再次投票',
    input: {
      ...acting,
      why: z.enum(['again', 'runoff']),
      form: zForm,
      threshold: zThreshold.nullable(),
    },
    output: zVersion,
  }),
  destroy: write({
    path: '/ballots/destroy',
    access: RUN,
    summary: '销毁到期的票',
    input: { ...acting, witnesses: z.array(zWords(50)).min(2).max(5) },
    output: zVersion,
  }),
  ...ballotPapers,
};
