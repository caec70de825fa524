import { detectDelimiter, streamCsvRows } from 'hucre/csv';
import type { SheetLimits } from './limits.ts';
import { Refused } from './refusals.ts';
import { BLANK, cellOf, columnName, withoutNeutraliser, type SheetCell } from './row.ts';
import type { RowVisitor } from './worksheet.ts';

/**
 * Text of a .csv or .txt: UTF-8 and UTF-16 by their mark, then UTF-8, then GB18030, which Chinese
 * office programs still write. Throws `Refused` where the bytes are no text.
 */
export function decodeText(bytes: Uint8Array): string {
  const utf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encodings = utf16 ? [bytes[0] === 0xff ? 'utf-16le' : 'utf-16be'] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!/[\u0000-\u0008\u000e-\u001f]/.test(text)) return text;
    } catch {
      // The next encoding.
    }
  }
  throw new Refused('sheet.not_a_table');
}

/** `="0123"` keeps leading zeros in files made for spreadsheet programs; a leading tab or quote does too. */
function plainField(field: string): SheetCell {
  const formula = /^=\s*"([^"]*)"$/.exec(field);
  const unwrapped = formula?.[1] ?? withoutNeutraliser(field).replace(/^['\t](?=\d)/, '');
  const text = unwrapped.replace(/\r\n?/g, '\n').trim();
  // 1.10105E+17: an identity number that a spreadsheet program has spoilt.
  return cellOf('text', text, /^\d(?:\.\d+)?E\+(?:1[5-9]|[2-9]\d)$/i.test(text));
}

/** Reads separated values; same rows and refusals as a worksheet. Throws `Refused`. */
export async function readDelimited(
  text: string,
  delimiter: string | null,
  limits: SheetLimits,
  visit: RowVisitor,
): Promise<number> {
  let counted = 0;
  let number = 0;
  const rows = streamCsvRows(text, { delimiter: delimiter ?? detectDelimiter(text) });
  for (const fields of rows) {
    number += 1;
    const cells = fields.map((field) => (field === null ? BLANK : plainField(String(field))));
    while (cells.at(-1)?.kind === 'blank') cells.pop();
    if (cells.length === 0) continue;
    const long = cells.findIndex((cell) => cell.text.length > limits.cellLength);
    if (long >= 0) {
      const cell = `${columnName(long)}${number}`;
      throw new Refused('sheet.cell_too_long', { cell, limit: limits.cellLength });
    }
    if (cells.length > limits.columns) {
      const cell = `${columnName(limits.columns)}${number}`;
      throw new Refused('sheet.too_many_columns', { cell, limit: limits.columns });
    }
    counted += 1;
    if (counted > limits.rows) throw new Refused('sheet.too_many_rows', { limit: limits.rows });
    const answer = visit({ number, hidden: false, cells });
    if ((answer instanceof Promise ? await answer : answer) === false) break;
  }
  return counted;
}
