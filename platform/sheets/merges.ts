import { unpack, type ZipEntry } from './zip.ts';
import { columnOf, type SheetCell } from './row.ts';

/** Rows and columns from 0, both ends included. */
export interface Merge {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

const CARRY = 64;
const DATA = 'sheetData';
const MAX_TAIL = 8 * 1024 * 1024;

function parse(reference: string): Merge | null {
  const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference);
  if (match === null) return null;
  return {
    firstColumn: columnOf(match[1] ?? ''),
    firstRow: Number(match[2]) - 1,
    lastColumn: columnOf(match[3] ?? ''),
    lastRow: Number(match[4]) - 1,
  };
}

/**
 * The merged ranges stand behind the rows, so the part is run through once before its rows are read.
 * That also proves its true unpacked size before the first row is handed out.
 */
export async function readMerges(file: Buffer, part: ZipEntry): Promise<Merge[]> {
  let tail: string | null = null;
  let carry: Buffer = Buffer.alloc(0);
  for await (const piece of unpack(file, part)) {
    if (tail === null) {
      // The end tag may be cut by the border of two pieces.
      const border = Buffer.concat([carry, piece.subarray(0, CARRY)]);
      const at = border.includes(DATA) ? 0 : piece.indexOf(DATA);
      if (at !== -1) {
        const window = Buffer.concat([carry, piece]).toString('latin1');
        const end = /<\/(?:\w+:)?sheetData\s*>/.exec(window);
        if (end !== null) tail = window.slice(end.index);
      }
      carry = Buffer.concat([carry, piece.subarray(-CARRY)]).subarray(-CARRY);
    } else if (tail.length < MAX_TAIL) {
      tail += piece.toString('latin1');
    }
  }
  const references = (tail ?? '').matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([^"]{1,20})"/g);
  const merges = [...references].map((m) => parse(m[1] ?? '')).filter((m) => m !== null);
  return merges.toSorted((a, b) => a.firstRow - b.firstRow);
}

/** Fills covered cells while rows pass from top to bottom. */
export function mergeFiller(merges: readonly Merge[], columns: number) {
  let next = 0;
  let open: { readonly merge: Merge; readonly value: SheetCell }[] = [];
  return (row: number, cells: SheetCell[]): void => {
    open = open.filter((o) => o.merge.lastRow >= row);
    for (; next < merges.length; next += 1) {
      const merge = merges[next];
      if (merge === undefined || merge.firstRow > row) break;
      const value = merge.firstRow === row ? cells[merge.firstColumn] : undefined;
      if (value !== undefined && value.kind !== 'blank') open.push({ merge, value });
    }
    for (const { merge, value } of open) {
      const repeated = { ...value, repeated: true };
      const last = Math.min(merge.lastColumn, columns - 1);
      for (let column = merge.firstColumn; column <= last; column += 1) {
        if (row !== merge.firstRow || column !== merge.firstColumn) cells[column] = repeated;
      }
    }
  };
}
