import { GROUNDS, HEARD_HOW, MEASURES, REGULATIONS, SANCTIONS } from '#contract/status';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import type { Asked, Kind, Move, Told } from './queries.ts';

const LABELS: Readonly<Record<Asked, string>> = {
  regulation: '依据的规定',
  clause: '依据的条款项',
  ground: '情形',
  since: '出国（境）日期',
  foundOn: '重新取得联系或者回国的日期',
  noProperReason: '没有正当理由',
  educatedOn: '此前批评教育或者限期改正的日期',
  otherMatter: '同一事项',
  team: '调查组成员',
  heard: '怎样听取本人意见',
  measures: '帮助教育措施',
  months: '限期改正的月数',
  until: '影响期止日',
  sanction: '处分种类',
  organ: '作出决定的党组织',
  paper: '文号',
};

const OF_STEP: Readonly<Partial<Record<Move, Readonly<Partial<Record<Asked, string>>>>>> = {
  approve: { paper: '批复文号' },
  decide_above: { paper: '决定文号' },
  file_start: { paper: '报备文号' },
  file_upward: { paper: '备案文号' },
  record: { paper: '处分决定文号' },
  record_expulsion: { paper: '处分决定文号' },
  restore_rights: { paper: '决定文号' },
};

export const labelOf = (move: Move, asked: Asked): string =>
  OF_STEP[move]?.[asked] ?? LABELS[asked];

export const choices = (table: Readonly<Record<string, string>>) =>
  Object.entries(table).map(([value, label]) => ({ value, label }));

type Line = readonly [label: string, text: string];

/** What was told with a step, as labelled lines. */
export function toldLines(move: Move, told: Told): readonly Line[] {
  const lines: Line[] = [];
  const say = (asked: Asked, text: string | undefined): void => {
    if (text !== undefined && text !== '') lines.push([labelOf(move, asked), text]);
  };
  const day = (value: PlainDate | undefined): string | undefined =>
    value === undefined ? undefined : chineseDate(value);
  say(
    'clause',
    told.clause === undefined
      ? undefined
      : `${told.regulation === undefined ? '' : REGULATIONS[told.regulation]}${told.clause}`,
  );
  say('ground', told.ground && GROUNDS[told.ground]);
  say('since', day(told.since));
  say('foundOn', day(told.foundOn));
  say('noProperReason', told.noProperReason === true ? '已认定' : undefined);
  say('educatedOn', day(told.educatedOn));
  say('otherMatter', told.otherMatter === true ? '与已受处分的不是同一事项' : undefined);
  say('team', told.team === undefined ? undefined : `${told.team.length}人`);
  say('heard', told.heard && HEARD_HOW[told.heard]);
  say('measures', told.measures?.map((one) => MEASURES[one]).join('、'));
  say('months', told.months === undefined ? undefined : `${told.months}个月`);
  say('sanction', told.sanction && SANCTIONS[told.sanction]);
  say('until', day(told.until));
  say('organ', told.organ);
  say('paper', told.paper);
  return lines;
}

/** What each kind is for, said before a case is opened. */
export const KIND_LEADS: Readonly<Record<Kind, string>> = {
  suspension: '失去联系6个月以上查找不到的，因私出国长期定居或者出国学习超过5年未返回的。',
  restoration: '停止党籍的同志重新取得联系、符合条件的，按程序恢复。',
  withdrawal: '本人书面要求退党：支部党员大会讨论后宣布除名，报上级党委备案。',
  correction: '限期改正一般6个月，最长不超过1年，期间采取帮助教育措施。',
  persuasion: '经教育不改、限期改正期满没有改正等情形。',
  striking: '理想信念丧失、劝其退党而坚持不退等情形。',
  own_act: '没有正当理由，连续6个月不参加组织生活，或者不交党费，或者不做党所分配的工作。',
  discipline: '纪检机关等作出的党纪处分，据决定登记，不在这里作出。',
};

/** Papers of one case that can be printed. */
export const CASE_PAPERS = [
  { kind: 'sheet', title: '呈批表' },
  { kind: 'talk', title: '听取意见谈话记录' },
  { kind: 'resolution', title: '支部大会决议' },
  { kind: 'notice', title: '决定告知书' },
] as const;
