import { WHY } from '#contract/transfers';
import { chineseMonth, type PlainMonth } from '#kernel/plain-date';
import type { Move, Told } from './queries.ts';

export type Asked = keyof Told;

const LABELS: Readonly<Record<Asked, string>> = {
  why: '转移的原因',
  whyText: '原因说明',
  duesMonth: '党费交到',
  nationalNumber: '全国系统里的编号',
  letterNumber: '介绍信编号',
  letterDays: '有效期',
  contact: '联系方式',
  reason: '理由',
  paper: '文号',
  note: '说明',
  branchId: '编入的党支部',
  groupId: '编入的党小组',
  papersChecked: '入党材料',
  overseer: '教育考察责任人',
  handler: '经办人',
};

const OF_MOVE: Readonly<Partial<Record<Move, Readonly<Partial<Record<Asked, string>>>>>> = {
  issue_letter: { contact: '本党委通讯地址、电话、传真、邮编' },
  send_receipt: { contact: '联系电话' },
  renew_letter: { reason: '过期的原因（党支部说明）' },
};

/** What a field of a step's form is called. */
export const labelOf = (move: Move, asked: Asked): string =>
  OF_MOVE[move]?.[asked] ?? LABELS[asked];

export const choices = <Key extends string>(table: Readonly<Record<Key, string>>) =>
  (Object.entries(table) as [Key, string][]).map(([value, label]) => ({ value, label }));

export const monthText = (month: string | null | undefined): string =>
  month === null || month === undefined || month === '' ? '' : chineseMonth(month as PlainMonth);

/** What was told with a step, as labelled lines; ids are named elsewhere or left out. */
export function toldLines(move: Move, told: Told): readonly (readonly [string, string])[] {
  const lines: [string, string][] = [];
  const say = (asked: Asked, text: string | undefined): void => {
    if (text !== undefined && text !== '') lines.push([labelOf(move, asked), text]);
  };
  say('why', told.why && (told.why === 'other' ? told.whyText : WHY[told.why]));
  say('nationalNumber', told.nationalNumber);
  say('letterNumber', told.letterNumber);
  say('letterDays', told.letterDays === undefined ? undefined : `${told.letterDays}天`);
  say('duesMonth', monthText(told.duesMonth));
  say('papersChecked', told.papersChecked === true ? '已审查' : undefined);
  say('reason', told.reason);
  say('paper', told.paper);
  say('handler', told.handler);
  say('contact', told.contact);
  say('note', told.note);
  return lines;
}
