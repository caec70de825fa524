import { parsePlainDate } from '#kernel/plain-date';

/**
 * A day as precise as somebody knows it: `1998`, `1998.7`, `1998年7月1日`, `19980701` → `1998`, `1998-07`,
 * `1998-07-01`; null where it cannot be read or is no day of the calendar.
 */
export function readLooseDay(typed: string): string | null {
  const plain = typed.normalize('NFKC').replace(/\s/gu, '');
  const eight = /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  const parts =
    eight ?? /^(\d{4})(?:[-./年](\d{1,2})(?:[-./月](\d{1,2})日?)?)?[年月]?$/u.exec(plain);
  if (parts === null) return null;
  const [, year = '', month, day] = parts;
  const text = [year, month?.padStart(2, '0'), day?.padStart(2, '0')]
    .filter((part) => part !== undefined)
    .join('-');
  const whole = `${text}-01-01`.slice(0, 10);
  return parsePlainDate(whole) === null ? null : text;
}
