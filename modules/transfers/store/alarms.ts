import type { OrgPath } from '#kernel/org-path';
import { sql, type Read } from '#platform/db';

/**
 * How many people at or below a place the last nightly proof found in no roster or in two. Reads what the proof
 * wrote down (`transfer_proof`), never the rosters themselves.
 */
export async function alarmsOf(read: Read, path: OrgPath): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from transfer_proof
     where tenant_id = ${read.actor.tenantId}::uuid
       and org_path >= ${path} and org_path < ${`${path}~`} and settled_at is null`.execute(
    read.db,
  );
  return Number(found.rows[0]?.n ?? 0);
}
