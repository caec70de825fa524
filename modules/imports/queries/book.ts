import { ok, refuse, type Result } from '#kernel/result';
import { fileOf, type Read } from '#platform/db';
import { openBook, readTable, type Book, type Table } from '#platform/sheets';
import type { Desk } from '../policy.ts';
import { mayWorkOn } from '../policy.ts';
import { LOOK_ROWS, placeHeader } from '../rules/sheet.ts';
import { caseOf, type Case, type ImportId } from '../store/cases.ts';

export interface OpenCase {
  readonly one: Case;
  readonly book: Book;
}

/** The case with its file opened; refuses one that has ended or whose file is no table. */
export async function openCase(desk: Desk, importId: ImportId): Promise<Result<OpenCase>> {
  const found = await desk.db.read(desk.actor, async (read: Read) => {
    const mine = mayWorkOn(read, await caseOf(read, importId));
    if (!mine.ok) return mine;
    const { fileId } = mine.value;
    const file = fileId === null ? null : await fileOf(read, fileId);
    return ok({ one: mine.value, hash: file?.hash ?? null });
  });
  if (!found.ok) return found;
  const { one, hash } = found.value;
  const bytes = hash === null ? null : await desk.files.read(desk.actor.tenantId, hash);
  if (bytes === null) return refuse('common.file_missing');
  const book = await openBook(bytes);
  return book.ok ? ok({ one, book: book.value }) : book;
}

/** First rows of the sheet asked for; else of the first sheet in which a header is recognised. */
export async function firstRows(book: Book, sheet?: string): Promise<Result<Table>> {
  const look = { maxRows: LOOK_ROWS };
  if (sheet !== undefined) return readTable(book, { ...look, sheet });
  const first = await readTable(book, look);
  if (!first.ok || placeHeader(first.value.rows) !== null) return first;
  for (const name of book.sheets) {
    const other = await readTable(book, { ...look, sheet: name });
    if (other.ok && placeHeader(other.value.rows) !== null) return other;
  }
  return first;
}
