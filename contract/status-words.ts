import { z, zDay, zId, zLine } from './lib.ts';
import { zPersonId } from './members.ts';

/** Words and shapes of status; `status.ts` has the endpoints. */

export const STATUS_KINDS = {
  suspension: '停止党籍',
  restoration: '恢复党籍',
  withdrawal: '要求退党',
  correction: '限期改正',
  persuasion: '劝其退党',
  striking: '除名',
  own_act: '自行脱党除名',
  discipline: '党纪处分',
} as const;
export const zStatusKind = z.enum([
  'suspension',
  'restoration',
  'withdrawal',
  'correction',
  'persuasion',
  'striking',
  'own_act',
  'discipline',
]);

export const STATUS_DOERS = { branch: '党支部', committee: '上级党委' } as const;

export const zStatusCaseId = zId<'StatusCase'>();
/** Name of a step: `propose`. */
export const zStatusMove = z.enum([
  'examine',
  'decide',
  'decide_above',
  'ask_back',
  'opinion',
  'vote',
  'approve',
  'request',
  'talk_back',
  'announce_withdrawal',
  'file_upward',
  'propose',
  'file_start',
  'investigate',
  'hear',
  'announce',
  'help',
  'conclude_corrected',
  'conclude_not_corrected',
  'leave',
  'refuse',
  'record',
  'record_expulsion',
  'restore_rights',
  'effect_over',
  'not_passed',
  'not_approved',
  'drop',
]);

/** What the article of a case stands in. */
export const REGULATIONS = {
  handling: '《中国共产党不合格党员组织处置办法》',
  education: '《中国共产党党员教育管理工作条例》',
  discipline: '《中国共产党纪律处分条例》',
  constitution: '《中国共产党章程》',
} as const;
export const GROUNDS = {
  lost: '失去联系',
  settled_abroad: '因私出国并长期定居',
  study_abroad: '出国学习研究超过5年未返回',
} as const;
export const HEARD_HOW = {
  in_person: '当面听取',
  in_writing: '书面提出',
  declined: '本人不提出意见',
  unreachable: '联系不上本人',
} as const;
export const MEASURES = {
  talk: '谈心谈话',
  study: '学习教育',
  contact: '指定党员联系',
  task: '分配工作',
  care: '解决实际困难',
} as const;
export const SANCTIONS = {
  warning: '警告',
  serious_warning: '严重警告',
  removal: '撤销党内职务',
  probation: '留党察看',
} as const;
export const UNDO_CAUSES = {
  wrong_entry: '录入有误',
  wrong_person: '人员选错',
  wrong_day: '日期有误',
  other_paper: '以另一份文件为准',
} as const;
export const zUndoCause = z.enum(['wrong_entry', 'wrong_person', 'wrong_day', 'other_paper']);

/** Codes of the 2016 check form. */
export const LOST_CAUSES = {
  1: '外出务工经商',
  2: '单位改制、破产',
  3: '毕业后去向不明',
  4: '变换工作单位',
  5: '出国（境）',
  6: '搬迁',
  7: '其他',
} as const;
export const zLostCause = z.number().int().min(1).max(7);
export const SEARCH_WAYS = {
  phone: '电话',
  message: '微信、短信',
  relatives: '向亲属了解',
  home: '上门',
  unit: '向原单位了解',
  letter: '信函',
  police: '请有关部门协助',
  other: '其他',
} as const;
export const zSearchWay = z.enum([
  'phone',
  'message',
  'relatives',
  'home',
  'unit',
  'letter',
  'police',
  'other',
]);
export const SEARCH_RESULTS = {
  nothing: '没有联系上',
  clue: '有线索',
  found: '已联系上',
} as const;
export const zSearchResult = z.enum(['nothing', 'clue', 'found']);

/** Number of an article and an item, and nothing else: `第六条第（四）项`. The reason itself is not kept. */
const NUMBER = '[一二三四五六七八九十百零〇0-9]{1,6}';
const CLAUSE = new RegExp(
  `^第${NUMBER}条(第[（(]?${NUMBER}[）)]?款)?(第[（(]?${NUMBER}[）)]?项)?$`,
);
export const isClause = (text: string): boolean => text === '' || CLAUSE.test(text);
export const CLAUSE_WORDS = '只填条款项的编号，如“第六条第（四）项”';
export const zClause = zLine(40).refine(isClause, CLAUSE_WORDS);
/** Number of a paper: no sentence fits in it. */
export const isPaperNumber = (text: string): boolean => !/[，。；！？,;!?]/.test(text);
export const PAPER_WORDS = '只填文件名称或文号';
export const zPaperNumber = zLine(60).refine(isPaperNumber, PAPER_WORDS);

/** The fields of a step's form; each step uses a few. No field takes words about the person (6.6). */
export const zStatusTold = z.strictObject({
  regulation: z.enum(['handling', 'education', 'discipline', 'constitution']).optional(),
  clause: zClause.optional(),
  ground: z.enum(['lost', 'settled_abroad', 'study_abroad']).optional(),
  since: zDay.optional(),
  foundOn: zDay.optional(),
  noProperReason: z.boolean().optional(),
  educatedOn: zDay.optional(),
  otherMatter: z.boolean().optional(),
  team: z.array(zPersonId).max(7).optional(),
  heard: z.enum(['in_person', 'in_writing', 'declined', 'unreachable']).optional(),
  measures: z
    .array(z.enum(['talk', 'study', 'contact', 'task', 'care']))
    .max(5)
    .optional(),
  months: z.number().int().min(0).max(24).optional(),
  until: zDay.optional(),
  sanction: z.enum(['warning', 'serious_warning', 'removal', 'probation']).optional(),
  organ: zLine(60).optional(),
  paper: zPaperNumber.optional(),
});

export const zStatusPaper = z.enum([
  'search',
  'reply',
  'request',
  'talk',
  'report',
  'notice',
  'decision',
]);

export const zStatusAsk = z.enum([
  'regulation',
  'clause',
  'ground',
  'since',
  'foundOn',
  'noProperReason',
  'educatedOn',
  'otherMatter',
  'team',
  'heard',
  'measures',
  'months',
  'until',
  'sanction',
  'organ',
  'paper',
]);

export const zStatusFinding = z.object({
  code: z.string(),
  effect: z.enum(['blocks', 'reason', 'tells']),
  rule: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
