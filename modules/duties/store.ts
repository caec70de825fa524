import type { AccountId, Id, OrgId, PersonId, TenantId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import type { PlainDate } from '#kernel/plain-date';
import type { PostKind } from '#kernel/posts';
import { sql, type Kysely } from '#platform/db';
import type { DB } from '#db/types';

/** The table is closed: every line here calls a named function of the database. */
type Plain = Kysely<DB>;
export type CalendarId = Id<'DutyCalendar'>;

export interface NewCalendar {
  readonly tenantId: TenantId;
  readonly calendarId: CalendarId;
  readonly accountId: AccountId;
  readonly kind: string;
  readonly actingId: string;
  readonly tokenHash: string;
}

/** One address for each way of acting: a new one ends the one before. */
export async function makeCalendar(db: Plain, one: NewCalendar, at: Date): Promise<void> {
  await sql`select duty_calendar_make(${one.tenantId}::uuid, ${one.calendarId}::uuid, ${one.accountId}::uuid,
    ${one.kind}, ${one.actingId}::uuid, ${one.tokenHash}, ${at})`.execute(db);
}

export interface CalendarRow {
  readonly id: CalendarId;
  readonly acting_kind: string;
  readonly acting_id: string;
  readonly made_at: Date;
}

export async function calendarsOf(
  db: Plain,
  tenantId: TenantId,
  accountId: AccountId,
): Promise<CalendarRow[]> {
  const found =
    await sql<CalendarRow>`select * from duty_calendar_list(${tenantId}::uuid, ${accountId}::uuid)`.execute(
      db,
    );
  return found.rows;
}

export async function endCalendar(
  db: Plain,
  tenantId: TenantId,
  accountId: AccountId,
  id: CalendarId,
  at: Date,
): Promise<boolean> {
  const found = await sql<{
    ended: boolean;
  }>`select duty_calendar_end(${tenantId}::uuid, ${accountId}::uuid, ${id}::uuid, ${at}) as ended`.execute(
    db,
  );
  return found.rows[0]?.ended === true;
}

export interface CalendarOwner {
  readonly tenant_id: TenantId;
  readonly account_id: AccountId;
  readonly display_name: string;
  readonly person_id: PersonId | null;
  readonly post: PostKind | 'member';
  readonly org_id: OrgId;
  readonly org_path: OrgPath;
  readonly org_name: string;
}

/** Who stands behind an address while the post it was made for holds, or null. */
export async function calendarOwner(
  db: Plain,
  tokenHash: string,
  day: PlainDate,
): Promise<CalendarOwner | null> {
  const found =
    await sql<CalendarOwner>`select * from duty_calendar_open(${tokenHash}, ${day}::date)`.execute(
      db,
    );
  return found.rows[0] ?? null;
}
