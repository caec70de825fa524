import {
  AWAY_REASONS,
  AWAY_SPANS,
  CONTACT_MEANS,
  CONTACT_SOURCES,
  GRADES,
  HINTS,
  PLACE_KINDS,
  RETURN_WAYS,
  TOLD_BY,
  type ContactSource,
} from '#contract/floating';
import { chineseDate, type PlainDate } from '#kernel/plain-date';

const optionsOf = <Key extends string>(names: Readonly<Record<Key, string>>) =>
  (Object.keys(names) as Key[]).map((value) => ({ value, label: names[value] }));

export const reasonOptions = optionsOf(AWAY_REASONS);
export const placeOptions = optionsOf(PLACE_KINDS);
export const spanOptions = optionsOf(AWAY_SPANS);
export const meansOptions = optionsOf(CONTACT_MEANS);
export const toldOptions = optionsOf(TOLD_BY);
export const wayOptions = optionsOf(RETURN_WAYS);
export const gradeOptions = optionsOf(GRADES);

/** Hints that a list marks; the others are told on the person's own page. */
export const hintName = (code: keyof typeof HINTS): string => HINTS[code];

/** `2026年11月5日，参加会议` */
export const lastText = (
  last: { readonly on: PlainDate; readonly source: ContactSource } | null,
): string =>
  last === null ? '外出后还没有' : `${chineseDate(last.on)}，${CONTACT_SOURCES[last.source]}`;

/** `1年2个月` */
export function monthsText(months: number): string {
  if (months < 1) return '不满1个月';
  const years = Math.floor(months / 12);
  const rest = months % 12;
  return `${years > 0 ? `${years}年` : ''}${rest > 0 ? `${rest}个月` : ''}`;
}
