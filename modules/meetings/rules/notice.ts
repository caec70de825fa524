import { chineseDate, chineseWeekday, type PlainDate } from '#kernel/plain-date';

/** Day, time and place of a sitting as they are told. */
export interface Told {
  readonly held_on: PlainDate;
  readonly starts_at: string | null;
  readonly place: string;
}

/** `2026年3月4日（星期三）14:30` */
export const timeText = ({ held_on, starts_at }: Told): string =>
  `${chineseDate(held_on)}（${chineseWeekday(held_on)}）${starts_at ?? ''}`;

/** `2026年3月4日（星期三）14:30，三楼会议室`; a place not known yet is left out. */
export const toldText = (told: Told): string =>
  [timeText(told), told.place].filter((part) => part !== '').join('，');

export type NoticeChange = 'moved' | 'place' | 'cancelled';

/**
 * What a notice says after its sitting was moved: 改期 or 改地点 with what was told first. Moved back to
 * what was told first, it says nothing.
 */
export function movedNotice(
  before: Told & { readonly was: string },
  now: Told,
): { readonly change: NoticeChange | null; readonly was: string } {
  const was = before.was === '' ? toldText(before) : before.was;
  if (was === toldText(now)) return { change: null, was: '' };
  const sameTime = was === timeText(now) || was.startsWith(`${timeText(now)}，`);
  return { change: sameTime ? 'place' : 'moved', was };
}
