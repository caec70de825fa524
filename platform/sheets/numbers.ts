import { cellOf, type SheetCell } from './row.ts';

export type DateKind = 'none' | 'date' | 'time' | 'datetime';

const DAY = 86_400_000;
/** 9999-12-31, the last day the format knows. */
const LAST_SERIAL = 2_958_465;

const two = (value: number): string => String(value).padStart(2, '0');

/** Text of a date serial, or null where the number is no date. ECMA-376 part 1, 18.17.4. */
export function serialText(serial: number, kind: DateKind, is1904: boolean): string | null {
  if (kind === 'none' || !(serial >= 0 && serial <= LAST_SERIAL)) return null;
  const minutes = Math.round((serial % 1) * 1440);
  const clock = `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
  const whole = Math.floor(serial) + (minutes === 1440 ? 1 : 0);
  if (kind === 'time' || (whole === 0 && !is1904)) return clock;
  // The 1900 system counts a 29 February 1900 that never was (serial 60).
  const base = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30);
  const day = new Date(base + whole * DAY).toISOString().slice(0, 10);
  return kind === 'datetime' && minutes % 1440 !== 0 ? `${day} ${clock}` : day;
}

/** `1.10105194912310E+17` → `110105194912310000`; `0.30000000000000004` → `0.3`. */
export function plainNumber(
  raw: string,
): { readonly text: string; readonly lossy: boolean } | null {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return null;
  if (Number.isInteger(value)) {
    const lossy = Math.abs(value) >= 1e15;
    return { text: Math.abs(value) < 1e21 ? BigInt(value).toString() : raw, lossy };
  }
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  return { text: text.includes('e') ? rounded.toFixed(20).replace(/0+$/, '') : text, lossy: false };
}

/** The cell of a stored number under its number format. */
export function numberCell(raw: string, kind: DateKind, is1904: boolean): SheetCell {
  const date = kind === 'none' ? null : serialText(Number(raw), kind, is1904);
  if (date !== null && !Number.isNaN(Number(raw))) return cellOf('date', date);
  const plain = plainNumber(raw);
  return plain === null ? cellOf('text', raw) : cellOf('number', plain.text, plain.lossy);
}

/** Built-in formats that show a date or time, also those only Chinese versions have (27–36, 50–58). */
function builtIn(id: number): DateKind {
  if (id === 22) return 'datetime';
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return 'time';
  if ((id >= 32 && id <= 35) || id === 55 || id === 56) return 'time';
  return (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
    ? 'date'
    : 'none';
}

/** Whether a number format shows a date. `code` where the file defines the format itself. */
export function dateKindOf(id: number, code: string | undefined): DateKind {
  if (code === undefined) return builtIn(id);
  const bare = code
    .replace(/\[(?:h+|m+|s+)\]/gi, 'h')
    .replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '')
    .split(';')[0]
    ?.replace(/AM\/PM|A\/P|上午\/下午|General|G\/通用格式/gi, '');
  const day = /[yd年月日]/i.test(bare ?? '');
  const clock = /[hs]/i.test(bare ?? '');
  if (day) return clock ? 'datetime' : 'date';
  if (clock) return 'time';
  return /m/i.test(bare ?? '') ? 'date' : 'none';
}
