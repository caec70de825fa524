import { z, zLine, zWords } from './lib.ts';

/** States of a round, as shown. */
export const ROUND_STATES = {
  prepared: '筹备中',
  open: '投票中',
  closed: '已截止，待开箱',
  counted: '已计票',
  void: '作废',
} as const;
export type RoundState = keyof typeof ROUND_STATES;
export const zRoundState = z.enum(Object.keys(ROUND_STATES) as [RoundState, ...RoundState[]]);

export const ROUND_REASONS = { first: '首轮', again: '重新投票', runoff: '再次投票' } as const;
export type RoundReason = keyof typeof ROUND_REASONS;

export const TELLER_ROLES = { supervisor: '监票人', counter: '计票人' } as const;
export type TellerRole = keyof typeof TELLER_ROLES;

export const FORM_KINDS = {
  approve: '选举（赞成、不赞成、弃权，可另选他人）',
  choose: '推荐（在名单中选）',
  decide: '表决（逐项赞成、不赞成、弃权）',
  grade: '测评（逐人评等次）',
  survey: '问卷',
} as const;

/** statutory: totals always stated; opinion: no breakdown below five papers. */
export const SECRECIES = { statutory: '法定表决、选举', opinion: '测评、问卷' } as const;
export type SecrecyWord = keyof typeof SECRECIES;

const zKey = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, '编号格式不对');
const zCount = (most: number) => z.number().int().min(0).max(most);

const zEntry = z.strictObject({ key: zKey, name: zWords(60), note: zLine(60).optional() });
const zEntries = z.array(zEntry).min(1).max(100);
const zQuestion = z.discriminatedUnion('kind', [
  z.strictObject({
    key: zKey,
    text: zWords(200),
    kind: z.literal('one'),
    options: z.array(zWords(100)).min(2).max(20),
    when: z.strictObject({ question: zKey, option: zCount(20) }).optional(),
  }),
  z.strictObject({
    key: zKey,
    text: zWords(200),
    kind: z.literal('many'),
    options: z.array(zWords(100)).min(2).max(20),
    most: z.number().int().min(1).max(20).optional(),
    when: z.strictObject({ question: zKey, option: zCount(20) }).optional(),
  }),
  z.strictObject({
    key: zKey,
    text: zWords(200),
    kind: z.literal('text'),
    longest: z.number().int().min(10).max(500),
    when: z.strictObject({ question: zKey, option: zCount(20) }).optional(),
  }),
]);

/** What a ballot asks; `engines/ballot/form.ts` says what each kind means. */
export const zForm = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('approve'),
    entries: zEntries,
    seats: z.number().int().min(1).max(100),
    writeIns: zCount(20),
  }),
  z.strictObject({
    kind: z.literal('choose'),
    entries: zEntries,
    most: z.number().int().min(1).max(100),
    least: zCount(100),
    writeIns: zCount(20),
  }),
  z.strictObject({ kind: z.literal('decide'), entries: zEntries }),
  z.strictObject({
    kind: z.literal('grade'),
    entries: zEntries,
    grades: z.array(zWords(20)).min(2).max(8),
  }),
  z.strictObject({
    kind: z.literal('survey'),
    questions: z.array(zQuestion).min(1).max(60),
  }),
]);

/** More than (`inclusive`: at least) a share of the base. */
export const zThreshold = z.strictObject({
  of: z.enum(['entitled', 'present', 'returned', 'valid']),
  over: z.tuple([z.number().int().min(1).max(10), z.number().int().min(1).max(10)]),
  inclusive: z.boolean(),
});

/** One paper as marked: by line an option's number, several, words, or nothing. */
export const zMarks = z.strictObject({
  picks: z
    .array(
      z.union([
        z.number().int().min(0).max(20),
        z.array(z.number().int().min(0).max(20)).max(20),
        z.string().max(500),
        z.null(),
      ]),
    )
    .max(100),
  writeIns: z.array(zLine(20)).max(20),
  spoiled: z.boolean(),
});

export const zTally = z.object({
  papers: z.number().int(),
  valid: z.number().int(),
  invalid: z.number().int(),
  invalidBy: z.record(z.string(), z.number().int()),
  blank: z.number().int(),
  lines: z
    .array(z.object({ counts: z.array(z.number().int()).readonly(), unmarked: z.number().int() }))
    .readonly(),
  writeIns: z.array(z.object({ name: z.string(), count: z.number().int() })).readonly(),
  texts: z.array(z.array(z.string()).readonly()).readonly(),
});

/** What tellers counted: totals by line and option, or papers read out one by one. */
export const zSheetIn = z.discriminatedUnion('mode', [
  z.strictObject({
    mode: z.literal('totals'),
    issued: zCount(200_000),
    returned: zCount(200_000),
    missing: zCount(200_000),
    valid: zCount(200_000),
    invalid: zCount(200_000),
    lines: z
      .array(
        z.strictObject({
          counts: z.array(zCount(200_000)).max(20),
          unmarked: zCount(200_000),
        }),
      )
      .max(100),
    writeIns: z
      .array(z.strictObject({ name: zWords(20), count: z.number().int().min(1).max(200_000) }))
      .max(100),
  }),
  z.strictObject({
    mode: z.literal('slips'),
    issued: zCount(200_000),
    missing: zCount(200_000),
    slips: z.array(zMarks).max(2_000),
  }),
]);

export const zNumbers = z.object({
  entitled: z.number().int().nullable(),
  present: z.number().int().nullable(),
  issued: z.number().int(),
  returned: z.number().int(),
  missing: z.number().int(),
  valid: z.number().int(),
  invalid: z.number().int(),
});

export const zOutcome = z.object({
  base: z.enum(['entitled', 'present', 'returned', 'valid']),
  of: z.number().int(),
  needed: z.number().int(),
  lines: z
    .array(
      z.object({
        key: z.string(),
        name: z.string(),
        yes: z.number().int(),
        passed: z.boolean(),
      }),
    )
    .readonly(),
  elected: z.array(z.string()).readonly(),
  tied: z.object({ keys: z.array(z.string()).readonly(), seats: z.number().int() }).nullable(),
  short: z.number().int(),
});
