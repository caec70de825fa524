import type { PlainDate } from '#kernel/plain-date';
import type { Advice } from '#kernel/rule';
import { advise } from './catalogue.ts';
import { MEETING_KINDS, type MeetingKind } from './kinds.ts';

export interface SittingMeeting {
  readonly kind: MeetingKind;
  /** Minutes of the day. */
  readonly from: number;
  readonly to: number;
  readonly items: readonly string[];
}

const plain = (title: string): string => title.normalize('NFKC').replace(/[\s\p{P}]/gu, '');

/** Warnings about a sitting of several meetings (situation 5): an item claimed twice, or a meeting without any. */
export function sittingAdvice(meetings: readonly SittingMeeting[]): Advice[] {
  const advice: Advice[] = [];
  const seen = new Map<string, MeetingKind>();
  for (const meeting of meetings) {
    const { name } = MEETING_KINDS[meeting.kind];
    if (meeting.items.length === 0) {
      advice.push(advise('meetings.meeting_without_items', 'record.minimum', `${name}没有议题`));
    }
    for (const item of new Set(meeting.items.map(plain))) {
      const other = seen.get(item);
      if (other === undefined) seen.set(item, meeting.kind);
      else if (other !== meeting.kind) {
        const text = `议题“${item}”同时记在${MEETING_KINDS[other].name}和${name}，请确认各自确有审议`;
        advice.push(advise('meetings.item_in_two_meetings', 'record.minimum', text));
      }
    }
    if (meeting.to <= meeting.from) {
      advice.push(
        advise('meetings.times_invalid', 'record.minimum', `${name}的结束时间不晚于开始时间`),
      );
    }
  }
  return advice;
}

/** 第一议题: the study item that stands first where the body keeps one. A word, never a refusal. */
export const firstItemAdvice = (keepsFirstItem: boolean, firstIsStudy: boolean): Advice[] =>
  keepsFirstItem && !firstIsStudy
    ? [advise('meetings.first_item_missing', 'meeting.local', '第一议题不在首位')]
    : [];

export interface Decision {
  readonly id: string;
  readonly dueOn: PlainDate | null;
  readonly done: boolean;
}

/** Open decisions return on the next agenda: those not done, by day, those without a day last. */
export const openMatters = (decisions: readonly Decision[]): Decision[] =>
  decisions
    .filter((decision) => !decision.done)
    .toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));
