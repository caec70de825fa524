import { readFile, stat } from 'node:fs/promises';
import { ok, refuse, type Result } from '#kernel/result';
import { decodeText, readDelimited } from './delimited.ts';
import { DEFAULT_LIMITS, MEBIBYTE, type SheetLimits } from './limits.ts';
import { Refused, type SheetRefusal } from './refusals.ts';
import type { SheetRow } from './row.ts';
import { readWorkbook } from './workbook.ts';
import { readWorksheet, type RowVisitor } from './worksheet.ts';

/** An opened table file. Reading a sheet twice reads it anew; nothing but the file itself is kept. */
export interface Book {
  readonly format: 'xlsx' | 'text';
  /** Names of the sheets that can be seen, in their order; one nameless sheet for text. */
  readonly sheets: readonly string[];
  /** Left out, and named so that the person can be told. */
  readonly hiddenSheets: readonly string[];
  /**
   * Hands out the rows of a sheet with any content, from the top, at the visitor's pace.
   * The value is their number. What the visitor throws passes through.
   */
  eachRow(sheet: string, visit: RowVisitor): Promise<Result<number, SheetRefusal>>;
}

async function refusable<T>(work: () => Promise<T>): Promise<Result<T, SheetRefusal>> {
  try {
    return ok(await work());
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');

/** OLE: an encrypted workbook, the format of 1997, or a text document of that time. */
function refuseOle(file: Buffer): Refused {
  if (file.includes(wide('EncryptedPackage'))) return new Refused('sheet.encrypted');
  if (file.includes(wide('Workbook')) || file.includes(wide('Book'))) {
    return new Refused('sheet.save_as_xlsx', { format: '.xls' });
  }
  return new Refused('sheet.not_a_table');
}

function textBook(text: string, delimiter: string | null, limits: SheetLimits): Book {
  return {
    format: 'text',
    sheets: [''],
    hiddenSheets: [],
    eachRow: (sheet, visit) =>
      sheet === ''
        ? refusable(() => readDelimited(text, delimiter, limits, visit))
        : Promise.resolve(refuse('sheet.no_such_sheet', { sheet })),
  };
}

async function xlsxBook(file: Buffer, limits: SheetLimits): Promise<Book> {
  const book = await readWorkbook(file, limits.unpackedBytes);
  const seen = book.sheets.filter((s) => !s.hidden);
  return {
    format: 'xlsx',
    sheets: seen.map((s) => s.name),
    hiddenSheets: book.sheets.filter((s) => s.hidden).map((s) => s.name),
    async eachRow(name, visit) {
      const sheet = seen.find((s) => s.name === name);
      if (sheet === undefined) return refuse('sheet.no_such_sheet', { sheet: name });
      return refusable(() => readWorksheet(book, sheet, limits, visit));
    },
  };
}

async function open(file: Buffer, limits: SheetLimits): Promise<Book> {
  const mark = file.toString('latin1', 0, 8);
  if (mark.startsWith('PK\x03\x04')) return xlsxBook(file, limits);
  if (mark === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') throw refuseOle(file);
  if (mark.startsWith('%PDF') || mark.startsWith('{\\rtf')) throw new Refused('sheet.not_a_table');
  const text = decodeText(file);
  if (text.trim() === '') throw new Refused('sheet.empty');
  // Web pages and XML saved under .xls, as some government systems export them.
  if (/^\s*<(?:!doctype|html|table|\?xml|meta|head|style)/i.test(text)) {
    throw new Refused('sheet.save_as_xlsx', { format: '网页或 XML 表格' });
  }
  return textBook(text, null, limits);
}

/**
 * Opens an uploaded table, told by its content and never by its name: .xlsx, .csv, tab-separated
 * text. `source` is the file's bytes or its path. Throws only where the file cannot be read at all.
 */
export async function openBook(
  source: Uint8Array | string,
  limits: Partial<SheetLimits> = {},
): Promise<Result<Book, SheetRefusal>> {
  const all = { ...DEFAULT_LIMITS, ...limits };
  const size = typeof source === 'string' ? (await stat(source)).size : source.byteLength;
  if (size === 0) return refuse('sheet.empty');
  if (size > all.bytes) {
    const params = { size: Math.ceil(size / MEBIBYTE), limit: Math.floor(all.bytes / MEBIBYTE) };
    return refuse('sheet.too_large', params);
  }
  const file =
    typeof source === 'string'
      ? await readFile(source)
      : Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  return refusable(() => open(file, all));
}

/** A table pasted into a text field: tabs where there are any, else commas or semicolons. */
export function openPasted(text: string, limits: Partial<SheetLimits> = {}): Book {
  return textBook(text, text.includes('\t') ? '\t' : null, { ...DEFAULT_LIMITS, ...limits });
}

export interface Table {
  readonly sheet: string;
  readonly sheets: readonly string[];
  readonly hiddenSheets: readonly string[];
  readonly rows: readonly SheetRow[];
}

/**
 * The first rows of one sheet, at once: for previews and small lists. Without `sheet` the first that
 * has any content. A book without content is refused as `sheet.empty`.
 */
export async function readTable(
  book: Book,
  wanted: { readonly sheet?: string; readonly maxRows?: number } = {},
): Promise<Result<Table, SheetRefusal>> {
  const { sheets, hiddenSheets } = book;
  for (const sheet of wanted.sheet === undefined ? sheets : [wanted.sheet]) {
    const rows: SheetRow[] = [];
    const read = await book.eachRow(sheet, (row) => {
      rows.push(row);
      return rows.length < (wanted.maxRows ?? Infinity);
    });
    if (!read.ok) return read;
    if (rows.length > 0) return ok({ sheet, sheets, hiddenSheets, rows });
  }
  return refuse('sheet.empty');
}
