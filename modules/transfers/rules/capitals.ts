import { dayNumberOf, monthNumberOf, yearOf, type PlainDate } from '#kernel/plain-date';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const UNITS = ['', '拾', '佰', '仟'];

const digit = (value: number): string => DIGITS.charAt(value);

/**
 * A number 0–9999 in capital numerals (大写): 30 → 叁拾, 105 → 壹佰零伍. Tens always carry their digit, so
 * that nothing can be put in front (LET06: month, year and days in capitals). Throws RangeError beyond.
 */
export function capitals(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 9999)
    throw new RangeError(`no capitals for ${value}`);
  if (value === 0) return digit(0);
  const figures = [...String(value)].map(Number);
  let text = '';
  let gap = false;
  for (const [index, one] of figures.entries()) {
    if (one === 0) {
      gap = true;
      continue;
    }
    text += `${gap ? digit(0) : ''}${digit(one)}${UNITS[figures.length - 1 - index] ?? ''}`;
    gap = false;
  }
  return text;
}

/** A year digit by digit: 贰零贰陆. */
const yearCapitals = (year: number): string =>
  [...String(year)].map((one) => digit(Number(one))).join('');

/** 贰零贰陆年壹拾壹月贰拾贰日. */
export const dayCapitals = (day: PlainDate): string =>
  `${yearCapitals(yearOf(day))}年${capitals(monthNumberOf(day))}月${capitals(dayNumberOf(day))}日`;

/** 贰零贰陆年壹拾壹月, of `2026-11`; blanks where no month is known. */
export function monthCapitals(month: string): string {
  const parts = /^(\d{4})-(\d{2})$/.exec(month);
  return parts === null
    ? '　　　　年　　月'
    : `${yearCapitals(Number(parts[1]))}年${capitals(Number(parts[2]))}月`;
}
