import type { PlainDate } from '#kernel/plain-date';
import { sql, type Kysely, type Read } from '#platform/db';
import type { DB } from '#db/types';

/** The sign-in page has no actor behind it: two named functions are its only way in. */

export interface CheckInLine {
  readonly branch: string;
  /** Codes of built-in kinds, names of own ones. */
  readonly kinds: readonly string[];
  readonly held_on: PlainDate;
  readonly key: string;
  readonly name: string;
  readonly tapped: boolean;
}

export async function checkInLines(
  plain: Kysely<DB>,
  code: string,
  at: Date,
): Promise<CheckInLine[]> {
  const found = await sql<CheckInLine>`select * from check_in_page(${code}, ${at})`.execute(plain);
  return found.rows;
}

export async function tap(
  plain: Kysely<DB>,
  code: string,
  key: string,
  at: Date,
): Promise<boolean> {
  const found = await sql<{
    done: boolean;
  }>`select check_in_tap(${code}, ${key}, ${at}) as done`.execute(plain);
  return found.rows[0]?.done ?? false;
}

/** Keys tapped on the page of a sitting. */
export async function tapsOf(read: Read, sittingId: string): Promise<ReadonlySet<string>> {
  const rows = await read.db
    .selectFrom('meeting_tap')
    .select('key')
    .where('tenant_id', '=', read.actor.tenantId)
    .where('sitting_id', '=', sittingId)
    .execute();
  return new Set(rows.map((row) => row.key));
}
