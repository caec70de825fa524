import { CONCLUSIONS, HEARD, OBSERVATIONS, RECOMMENDERS } from '#contract/admissions';
import { sentenceOf } from '#contract/refusals';
import { chineseDate, daysBetween, type PlainDate } from '#kernel/plain-date';
import type { Finding, Move, Told } from './queries.ts';

export type Asked = keyof Told;

const LABELS: Readonly<Record<Asked, string>> = {
  recommendedBy: '推荐方式',
  contacts: '培养联系人',
  introducers: '入党介绍人',
  talker: '谈话人',
  heard: '已听取意见',
  until: '公示截止日期',
  places: '公示地点',
  conclusion: '结论',
  courseDays: '培训天数',
  courseHours: '培训学时',
  bookNumber: '志愿书编号',
  leavesOn: '将离开工作、学习单位的日期',
  resolution: '支部大会决议',
  months: '延长月数',
  groupId: '编入的党小组',
  paper: '文号',
  note: '说明',
  kind: '考察方式',
  written: '没有到会的正式党员的书面意见',
  tellers: '计票人、监票人',
  body: '办理机关',
};

const OF_STEP: Readonly<Partial<Record<Move, Readonly<Partial<Record<Asked, string>>>>>> = {
  first_talk: { note: '谈话情况' },
  observe: { note: '考察情况' },
  observe_probation: { note: '考察情况' },
  close_notice: { conclusion: '公示结果', note: '公示情况' },
  review: { conclusion: '政治审查结论', paper: '结论性材料的文号' },
  train: { body: '培训单位' },
  committee_review: { conclusion: '审查结论' },
  prereview: { conclusion: '预审结论', body: '预审党委', paper: '预审批复文号' },
  county_check: { body: '复核单位', note: '复核意见' },
  issue_book: { body: '领取的党组织' },
  deliberate: { body: '党总支', note: '审议意见' },
  upper_talk: { body: '派出谈话人的党委' },
  approve: { body: '审批党委', paper: '批复文号' },
  file_upward: { body: '备案单位' },
  assign_branch: { paper: '通知文号' },
  oath: { note: '宣誓地点、主持人' },
  approve_regularise: { body: '审批党委', paper: '批复文号' },
  approve_extend: { until: '延长后的期满日', body: '审批党委', paper: '批复文号' },
  approve_cancel: { body: '审批党委', paper: '批复文号' },
  file_activist: { paper: '备案文号' },
  file_target: { body: '备案党委', paper: '备案文号' },
  consent_target: { body: '同意的党委', paper: '批复文号' },
  not_accepted: { note: '情况和原因' },
  not_approved: { body: '审批党委', note: '不批准的理由' },
  end: { note: '终止的原因' },
};

/** What a field of a step's form is called. */
export const labelOf = (move: Move, asked: Asked): string =>
  OF_STEP[move]?.[asked] ?? LABELS[asked];

export const choices = (table: Readonly<Record<string, string>>) =>
  Object.entries(table).map(([value, label]) => ({ value, label }));

const CONCLUSIONS_OF_NOTICE = { qualified: '不影响发展', not_qualified: '影响发展' } as const;

export const conclusionsOf = (move: Move): Readonly<Record<string, string>> =>
  move === 'close_notice' ? CONCLUSIONS_OF_NOTICE : CONCLUSIONS;

/** A finding as a sentence with its article, and what can be done instead. */
export function findingText(found: Finding): string {
  const sentence = sentenceOf(found.code);
  if (sentence === undefined) return found.code;
  const instead = sentence.instead === undefined ? '' : `。可以：${sentence.instead}`;
  return `${sentence.why(found.params)}${instead}。`;
}

/** The requirement behind a finding, in a few words. */
export const summaryOf = (found: Finding): string => String(found.params['summary'] ?? '');

/** `还有 12 天`, `已超期 3 天`. */
export function leftText(until: PlainDate, today: PlainDate): string {
  const left = daysBetween(today, until);
  return left < 0 ? `已超期 ${-left} 天` : left === 0 ? '今天到期' : `还有 ${left} 天`;
}

/** Papers of one case that can be printed. */
export const CASE_PAPERS = [
  { kind: 'record', title: '发展党员全程纪实表' },
  { kind: 'list', title: '档案移交清单' },
  { kind: 'resolution', title: '支部大会决议' },
  { kind: 'dossier', title: '整本档案' },
] as const;

type Line = readonly [label: string, text: string];

/** What was told with a step, as labelled lines; people are named elsewhere on the page. */
export function toldLines(
  move: Move,
  told: Told,
  nameOf: (personId: string) => string | undefined,
): readonly Line[] {
  const lines: Line[] = [];
  const say = (asked: Asked, text: string | undefined): void => {
    if (text !== undefined && text !== '') lines.push([labelOf(move, asked), text]);
  };
  const names = (ids: readonly string[] | undefined): string | undefined =>
    ids === undefined || ids.length === 0
      ? undefined
      : ids.map((id) => nameOf(id) ?? '').every((name) => name !== '')
        ? ids.map((id) => nameOf(id)).join('、')
        : `${ids.length}人`;
  const day = (value: PlainDate | null | undefined): string | undefined =>
    value === undefined || value === null ? undefined : chineseDate(value);
  const many = (value: number | undefined, unit: string): string | undefined =>
    value === undefined ? undefined : `${value}${unit}`;
  say('talker', told.talker);
  say('recommendedBy', told.recommendedBy && RECOMMENDERS[told.recommendedBy]);
  say('contacts', names(told.contacts));
  say('introducers', names(told.introducers));
  say('heard', told.heard?.map((one) => HEARD[one]).join('、'));
  say('until', day(told.until));
  say('places', told.places?.join('、'));
  say('conclusion', told.conclusion && conclusionsOf(move)[told.conclusion]);
  say('courseDays', many(told.courseDays, '天'));
  say('courseHours', many(told.courseHours, '学时'));
  say('bookNumber', told.bookNumber);
  say('months', many(told.months, '个月'));
  say('leavesOn', day(told.leavesOn));
  say('tellers', names(told.tellers));
  say('kind', told.kind && OBSERVATIONS[told.kind]);
  say('body', told.body);
  say('paper', told.paper);
  say('resolution', told.resolution);
  say('note', told.note);
  return lines;
}
