import { sql } from 'kysely';
import type { Read } from './session.ts';

export interface AuditLine {
  readonly at: Date;
  readonly action: string;
  readonly actingAs: string;
  readonly reason: string | null;
}

/** What was done to one thing and as what somebody did it, oldest first, within sight. */
export async function auditOf(read: Read, objectId: string): Promise<AuditLine[]> {
  const rows = await read.db
    .selectFrom('audit_entry')
    .select(['at', 'action', 'acting_as', 'reason'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('object_id', '=', objectId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    at: row.at,
    action: row.action,
    actingAs: row.acting_as,
    reason: row.reason,
  }));
}

export interface LastSeal {
  readonly seq: number;
  readonly sealedAt: Date;
  readonly digest: string;
}

/** The newest seal of the tenant's audit log, printed in the foot of minutes and books; null before the first. */
export async function lastSeal(read: Read): Promise<LastSeal | null> {
  const found = await sql<{ seq: number; sealed_at: Date; digest: string }>`
    select seq, sealed_at, digest from audit_last_seal()`.execute(read.db);
  const [row] = found.rows;
  return row === undefined
    ? null
    : { seq: Number(row.seq), sealedAt: row.sealed_at, digest: row.digest };
}
