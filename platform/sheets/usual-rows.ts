import { cellScanner } from './usual-cells.ts';

export interface RowTaker {
  /** Whether the parser stands between two rows, so that a row may be taken before it. */
  readonly between: () => boolean;
  readonly open: (r: string | undefined, hidden: boolean) => void;
  /** A cell as its XML says it: column from 0, type and number of its style as written, `''` and 0 without. */
  readonly cell: (column: number, type: string, style: number, raw: string) => void;
  readonly close: () => void;
}

const ROW = /\s*<row((?:\s+[\w:.-]+="[^"<&]*")*)\s*>/y;
const NUMBER = /\sr="(\d+)"/;
const HIDDEN = /\shidden="(?:1|true)"/;
const END = '</row>';
const BEGIN = '<row';
const ROWS = /<sheetData(?:\s[^<>]*)?>/;
/** A row of more characters is left to the parser, so that little is held. */
const LONGEST = 1024 * 1024;
/** What only the parser reads: entities, and characters that XML forbids. */
const HARD = /[&\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/**
 * Reads rows of the form nearly every program writes, at a fraction of the parser's cost, and hands
 * everything else to the parser: other forms of rows, what stands before the first row and after the
 * last. A row is taken only where all of it is of that form, so nothing ill-formed passes by.
 */
export function usualRows(taker: RowTaker) {
  let rest = '';
  /** The parser stands behind the tag that begins the rows, or behind one of them. */
  let begun = false;
  /** From here on the parser reads all. */
  let off = false;
  const { cell, ...found } = cellScanner();

  /** Index behind the row at `at`, or -1 where it is not of the usual form. */
  const row = (text: string, at: number, end: number): number => {
    ROW.lastIndex = at;
    const head = ROW.exec(text);
    if (head === null) return -1;
    let next = ROW.lastIndex;
    let count = 0;
    for (; next < end; count += 1) {
      next = cell(text, next, count);
      if (next === -1) return -1;
    }
    if (next !== end || HARD.test(text.slice(at, end))) return -1;
    const attributes = head[1] ?? '';
    taker.open(NUMBER.exec(attributes)?.[1], HIDDEN.test(attributes));
    for (let i = 0; i < count; i += 1) {
      taker.cell(
        found.columns[i] ?? 0,
        found.types[i] ?? '',
        found.styles[i] ?? 0,
        found.raws[i] ?? '',
      );
    }
    taker.close();
    return end + END.length;
  };

  return (piece: string | null, parse: (text: string) => void): void => {
    if (piece === null) return parse(rest);
    const text = rest + piece;
    rest = '';
    let at = 0;
    if (!begun && !off) {
      const found = ROWS.exec(text);
      if (found === null) {
        // The tag may be cut by the border of two pieces.
        const cut = text.lastIndexOf('<');
        at = cut === -1 || text.includes('>', cut) ? text.length : cut;
        off = text.length - at > LONGEST;
        rest = text.slice(at);
        return parse(text.slice(0, at));
      }
      begun = true;
      at = found.index + found[0].length;
      parse(text.slice(0, at));
      // Not so where the tag stood in a remark.
      off = !taker.between();
    }
    while (!off) {
      const end = text.indexOf(END, at);
      if (end === -1) break;
      const next = row(text, at, end);
      if (next !== -1) {
        at = next;
        continue;
      }
      const other = text.slice(at, end + END.length);
      // What may hide a row from the parser ends this: then all is the parser's.
      off = other.includes('<!') || other.includes('<?') || !other.trimStart().startsWith(BEGIN);
      at = end + END.length;
      parse(other);
      off ||= !taker.between();
    }
    rest = text.slice(at);
    // Behind the last row, or something else than a row.
    const next = rest.slice(0, 200).trimStart().slice(0, BEGIN.length);
    off ||= !BEGIN.startsWith(next) || rest.length > LONGEST;
    if (!off) return;
    parse(rest);
    rest = '';
  };
}
