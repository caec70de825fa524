import { formatYuan, money } from '#kernel/money';
import type { Unit } from './indicator.ts';

/** A clock hour is one 学时 (local rule `edu.hour.conversion`). */
const MINUTES = 60;

/** One decimal, rounded half up, without a trailing zero. */
const oneDecimal = (numerator: number, denominator: number): string => {
  const tenths = Math.floor((numerator * 10) / denominator + 0.5);
  return tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1);
};

/** As printed, without the unit: `12,263.70`, `21.9`, `28`; a share of nothing is a dash. */
export function figureText(unit: Unit, value: number, of = 1): string {
  switch (unit) {
    case '元':
      return formatYuan(money(value), true);
    case '学时':
      return oneDecimal(value, MINUTES);
    case '%':
      return of === 0 ? '—' : oneDecimal(value * 100, of);
    default:
      return String(value);
  }
}

/** The same as a number, for programs: yuan, hours, per cent; null for a share of nothing. */
export function figureNumber(unit: Unit, value: number, of = 1): number | null {
  if (unit === '%' && of === 0) return null;
  return Number(figureText(unit, value, of).replaceAll(',', ''));
}
