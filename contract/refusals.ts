import type { Refusal } from '#kernel/result';
import { admissionRefusals } from './admissions.ts';
import { accountRefusals } from './accounts.ts';
import { ballotsRefusals } from './ballots.ts';
import { duesRefusals } from './dues.ts';
import { dutiesRefusals } from './duties.ts';
import { fileRefusals } from './files.ts';
import { floatingRefusals } from './floating.ts';
import { importRefusals } from './imports.ts';
import { meetingsRefusals } from './meetings-refusals.ts';
import { memberRefusals } from './members.ts';
import { organisationRefusals } from './organisations.ts';
import { publicationRefusals } from './publication.ts';
import { reportsRefusals } from './reports.ts';
import type { Sentence } from './sentence.ts';
import { sheetRefusals } from './sheets.ts';
import { statusRefusals } from './status.ts';
import { talkRefusals } from './talks.ts';
import { transferRefusals } from './transfers.ts';
import { workbookRefusals } from './workbook.ts';

const commonRefusals = {
  'common.not_found': { why: () => '没有找到这条记录，或者它不在您的工作范围内' },
  'common.not_allowed': {
    why: () => '您当前的职务没有这项权限',
    instead: '请切换职务，或请书记办理',
  },
  'common.changed_meanwhile': {
    why: () => '这条记录刚被别人改过',
    instead: '请刷新后再改，您填写的内容仍在',
  },
  'common.clock_behind': {
    why: () => '这台电脑的时间比上一次录入还早，不能保存',
    instead: '请管理员校准电脑时间后再试',
  },
  'common.command_reused': {
    why: () => '这次提交的编号已用于另一项操作',
    instead: '请刷新页面后重新提交',
  },
  'common.overlaps': {
    why: () => '这段时间里已有一条同类记录，或者刚被别人改过',
    instead: '请刷新后查看，更正原有的那一条',
  },
  'common.file_missing': { why: () => '上传的文件已失效', instead: '请重新选择文件' },
} satisfies Record<string, Sentence>;

export const REFUSALS = {
  ...commonRefusals,
  ...organisationRefusals,
  ...accountRefusals,
  ...memberRefusals,
  ...importRefusals,
  ...duesRefusals,
  ...meetingsRefusals,
  ...talkRefusals,
  ...ballotsRefusals,
  ...workbookRefusals,
  ...statusRefusals,
  ...admissionRefusals,
  ...floatingRefusals,
  ...transferRefusals,
  ...dutiesRefusals,
  ...publicationRefusals,
  ...reportsRefusals,
  ...fileRefusals,
  ...sheetRefusals,
};

export type RefusalCode = Extract<keyof typeof REFUSALS, string>;

const table: Readonly<Record<string, Sentence>> = REFUSALS;

/** 暂不能……：……（依据：《…》第×条）。可以：……。 */
export function describeRefusal(refusal: Refusal): string {
  const sentence = table[refusal.code];
  if (sentence === undefined) throw new Error(`refusal without a sentence: ${refusal.code}`);
  const basis = sentence.basis === undefined ? '' : `（依据：${sentence.basis}）`;
  const instead = sentence.instead === undefined ? '' : `可以：${sentence.instead}。`;
  return `暂不能办理：${sentence.why(refusal.params)}${basis}。${instead}`;
}

export const sentenceOf = (code: string): Sentence | undefined => table[code];
