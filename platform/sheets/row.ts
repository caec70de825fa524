export type CellKind = 'blank' | 'text' | 'number' | 'date' | 'boolean' | 'error';

export interface SheetCell {
  /**
   * As a person would read it: text untouched, `2026-05-11` (or `2026-05-11 09:30`) for real dates,
   * numbers in plain digits, `是`/`否`, `''` for blank.
   */
  readonly text: string;
  readonly kind: CellKind;
  /** A number of more than 15 digits: the program that saved it dropped the last ones for ever. */
  readonly lossy: boolean;
  /** Covered by a merged range; the text is that of the range's first cell. */
  readonly repeated: boolean;
}

export interface SheetRow {
  /** As the program shows it, from 1. */
  readonly number: number;
  /** Hidden by hand or by a filter. */
  readonly hidden: boolean;
  /** From column A; ends with the last cell that is not blank. */
  readonly cells: readonly SheetCell[];
}

export const BLANK: SheetCell = { text: '', kind: 'blank', lossy: false, repeated: false };

export const cellOf = (kind: CellKind, text: string, lossy = false): SheetCell =>
  text === '' ? BLANK : { text, kind, lossy, repeated: false };

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** Column index of `AB12` (27), or -1. */
export function columnOf(reference: string): number {
  let value = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at);
    if (code < 65 || code > 90) break;
    value = value * 26 + code - 64;
  }
  return value - 1;
}

// What our own writer put in front of text that a program would take for a formula.
export const withoutNeutraliser = (text: string): string =>
  text.startsWith("'") && /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
