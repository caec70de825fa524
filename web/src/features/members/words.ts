import { ATTACHMENTS } from '#contract/members';
import { chineseDate, chineseMonth, type PlainDate, type PlainMonth } from '#kernel/plain-date';

/** `1998`, `1998-07` or `1998-07-01` as people read it; a dash where nothing is known. */
export function chineseLoose(day: string | null): string {
  if (day === null) return '—';
  if (day.length === 4) return `${day}年`;
  return day.length === 7 ? chineseMonth(day as PlainMonth) : chineseDate(day as PlainDate);
}

export type AttachmentKind = keyof typeof ATTACHMENTS;

/** Ways of sharing life elsewhere; 流入 is entered in the register of floating members alone. */
export const attachmentOptions = (Object.keys(ATTACHMENTS) as AttachmentKind[])
  .filter((kind) => kind !== 'floating_in')
  .map((value) => ({ value, label: ATTACHMENTS[value] }));

export const AGES = [
  { value: '-30', label: '30岁及以下' },
  { value: '31-35', label: '31—35岁' },
  { value: '36-40', label: '36—40岁' },
  { value: '41-45', label: '41—45岁' },
  { value: '46-50', label: '46—50岁' },
  { value: '51-55', label: '51—55岁' },
  { value: '56-60', label: '56—60岁' },
  { value: '61-', label: '61岁及以上' },
] as const;

/** `31-35` → ages from and to, both included; an end may be open. */
export function readAge(age: string | undefined): { ageFrom?: number; ageTo?: number } {
  const found = /^(\d{0,3})-(\d{0,3})$/.exec(age ?? '');
  if (found === null) return {};
  const [, from = '', to = ''] = found;
  return {
    ...(from === '' ? {} : { ageFrom: Number(from) }),
    ...(to === '' ? {} : { ageTo: Number(to) }),
  };
}

export const MARKS = [
  { value: 'frail', label: '年老体弱' },
  { value: 'floating', label: '流动党员' },
  { value: 'lost', label: '失联党员' },
  { value: 'attached', label: '在别处参加组织生活' },
  { value: 'migrant', label: '农民工' },
  { value: 'suspended', label: '停止党籍' },
  { value: 'left', label: '已离开的同志' },
] as const;

export const REQUEST_STATES = {
  open: '待答复',
  accepted: '已采纳',
  declined: '未采纳',
  withdrawn: '已撤回',
} as const;
