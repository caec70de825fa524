import type { PlainDate } from '#kernel/plain-date';
import { FORMS } from '#contract/meetings-words';
import { chineseDate, yearOf } from '#kernel/plain-date';
import type { Status } from '../../patterns/status-mark.tsx';

interface Standing {
  readonly state: string;
  readonly heldOn: PlainDate;
  readonly enteredLater: boolean;
}

/** Where a meeting stands, in the four words of the field; null once cancelled. */
export function statusOf(row: Standing, today: PlainDate): Status | null {
  if (row.state === 'cancelled') return null;
  if (row.state === 'planned' || row.state === 'announced')
    return row.heldOn < today ? '未开' : '待开';
  return row.enteredLater ? '补录' : '已开';
}

const DETAILS: Readonly<Record<string, string>> = {
  announced: '已通知',
  started: '记录中',
  ready: '待审定',
  correcting: '更正中',
};

/** What stands beside the mark; empty where the mark says it all. */
export const detailOf = (state: string): string => DETAILS[state] ?? '';

/** `90` → `1小时30分`. */
export function hoursText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest}分`;
  return rest === 0 ? `${hours}小时` : `${hours}小时${rest}分`;
}

/** This year, the last five and the next, as choices of a filter. */
export const yearChoices = (today: PlainDate): { value: string; label: string }[] =>
  Array.from({ length: 7 }, (_, index) => yearOf(today) + 1 - index).map((year) => ({
    value: String(year),
    label: `${year}年`,
  }));

/** The year in the address, else this year. */
export function readYear(text: string | undefined, today: PlainDate): number {
  const year = Number(text);
  return Number.isInteger(year) && year >= 1921 && year <= 2199 ? year : yearOf(today);
}

const CLOCK = /^(\d{1,2})[:：.点时]?(\d{2})?分?$/;

/** Clock time as people write it: `14:30`, `1430`, `9`, `9点30`. Null where it is none. */
export function readTime(typed: string): string | null {
  const text = typed.normalize('NFKC').trim();
  const solid = /^(\d{1,2})(\d{2})$/.exec(text);
  const found = solid ?? CLOCK.exec(text);
  if (found === null) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? '0')];
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** `14:30—16:00`, one of both, or nothing. */
export const spanText = (from: string | null, to: string | null): string =>
  [from, to].filter((time) => time !== null).join('—');

/** The first characters of a fingerprint in groups, as they stand on the print. */
export const shortPrint = (fingerprint: string): string =>
  (fingerprint.slice(0, 16).match(/.{1,4}/g) ?? []).join(' ');

interface Outlook {
  readonly voters: number;
  readonly present: number;
  /** On leave or absent. */
  readonly away: number;
  readonly needed: number;
  /** 0 where the kind has no votes. */
  readonly neededToDecide: number;
}

/** Whether a decision can still pass as things stand; empty while nothing has to be said. */
export function outlookText({ voters, present, away, needed, neededToDecide }: Outlook): string {
  const most = voters - away;
  if (most < needed) return `请假、缺席${away}人，最多到会${most}人，开不成会，请改期`;
  if (neededToDecide === 0) return '';
  if (most < neededToDecide)
    return `请假、缺席${away}人，最多到会${most}人，表决须${neededToDecide}票赞成，这次不可能通过`;
  return present >= needed && present < neededToDecide
    ? `表决须${neededToDecide}票赞成，还需${neededToDecide - present}人到会`
    : '';
}

/** `送教上门，2026年3月6日，李秀英，学习材料` */
export const sentText = (sent: {
  readonly how: 'home_visit' | 'post';
  readonly on: PlainDate;
  readonly by?: string;
  readonly material?: string;
}): string =>
  [FORMS[sent.how], chineseDate(sent.on), sent.by ?? '', sent.material ?? '']
    .filter((part) => part !== '')
    .join('，');

const LISTS = {
  three_and_one: { to: '/meetings', label: '三会一课' },
  theme_day: { to: '/meetings/theme-days', label: '主题党日' },
  others: { to: '/meetings/others', label: '其他会议' },
} as const;

/** The list a meeting stands in: where the way back leads. */
export const listOf = (
  detail: { readonly kind: { readonly set: keyof typeof LISTS } } | undefined,
): (typeof LISTS)[keyof typeof LISTS] => LISTS[detail?.kind.set ?? 'three_and_one'];

/** Advice of the server on a study meeting whose times are not known. */
export const NO_TIMES = 'meetings.no_times';
