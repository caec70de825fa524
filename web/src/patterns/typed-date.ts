import { dayOf, parsePlainDate, type PlainDate } from '#kernel/plain-date';

/** A day as somebody typed it. `assumed` says that only year and month were written and the 1st was taken. */
export interface TypedDate {
  readonly date: PlainDate;
  readonly assumed: boolean;
}

const PARTS = /^(\d{4})(?:年|[-./\s])(\d{1,2})(?:(?:月|[-./\s])(?:(\d{1,2})日?)?)?$/u;
const SOLID = /^(\d{4})(\d{2})(\d{2})?$/u;
const SHORT = /^(\d{1,2})(?:月|[-./])(\d{1,2})日?$/u;

const build = (year: number, month: number, day: number | null): TypedDate | null => {
  try {
    const text = dayOf(year, month, day ?? 1);
    const date = parsePlainDate(text);
    return date === null ? null : { date, assumed: day === null };
  } catch {
    return null;
  }
};

/**
 * `19980701`, `1998.7`, `199807`, `2026-5-1`, `1998年7月1日`, full-width digits; `5.1` is this year's.
 * Null where it is no calendar day between 1900 and 2199.
 */
export function readTypedDate(typed: string, today: PlainDate): TypedDate | null {
  const text = typed.normalize('NFKC').trim();
  if (text === '今天') return { date: today, assumed: false };
  const short = SHORT.exec(text);
  if (short !== null) return build(Number(today.slice(0, 4)), Number(short[1]), Number(short[2]));
  const found = SOLID.exec(text) ?? PARTS.exec(text);
  if (found === null) return null;
  return build(
    Number(found[1]),
    Number(found[2]),
    found[3] === undefined ? null : Number(found[3]),
  );
}
