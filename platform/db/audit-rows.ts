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
