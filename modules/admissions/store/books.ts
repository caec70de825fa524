import type { Id, OrgId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import type { PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import { constraintOf, type Read, type Write } from '#platform/db';
import type { CaseId } from './cases.ts';

/** A copy of the application book as the register of a committee has it. */
export interface Book {
  readonly number: string;
  readonly issuedOn: PlainDate;
  /** Null for a spoiled copy or one given out for somebody not kept here. */
  readonly caseId: CaseId | null;
  readonly receiver: string;
  readonly spoiled: boolean;
  readonly note: string;
}

/** Enters a copy; refuses a number that the register has already. */
export async function insertBook(
  write: Write,
  place: { readonly orgId: OrgId; readonly orgPath: OrgPath },
  book: Book,
): Promise<Result<{ bookId: Id<'Book'> }>> {
  const bookId = write.newId<'Book'>();
  try {
    await write.db
      .insertInto('admission_book')
      .values({
        ...write.stamp(place),
        id: write.newId<'BookVersion'>(),
        book_id: bookId,
        number: book.number,
        issued_on: book.issuedOn,
        case_id: book.caseId,
        receiver: book.receiver,
        spoiled: book.spoiled,
        note: book.note,
      })
      .execute();
  } catch (error) {
    if (constraintOf(error) === 'admission_book_number')
      return refuse('admissions.book_number_taken', { number: book.number });
    throw error;
  }
  return ok({ bookId });
}

/** The register of books at or below a place in a year, by number. */
export async function booksOf(read: Read, path: OrgPath, from: PlainDate, to: PlainDate) {
  const rows = await read.db
    .selectFrom('admission_book')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_path', '>=', path)
    .where('org_path', '<', `${path}~`)
    .where('issued_on', '>=', from)
    .where('issued_on', '<=', to)
    .where('superseded_at', 'is', null)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    bookId: row.book_id as Id<'Book'>,
    orgId: row.org_id as OrgId,
    number: row.number,
    issuedOn: row.issued_on,
    caseId: row.case_id as CaseId | null,
    receiver: row.receiver,
    spoiled: row.spoiled,
    note: row.note,
  }));
}
