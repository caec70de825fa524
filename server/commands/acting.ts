import { rootPath, type OrgPath } from '#kernel/org-path';
import type { AccountId, OrgId, TenantId } from '#kernel/ids';
import { sql, type Actor, type Database } from '#platform/db';
import { orgsNamed } from '#modules/organisations';
import { permissionsOf } from '../modules.ts';

/** Whoever sits at the console; it has no account of its own. */
const CONSOLE = '00000000-0000-7000-8000-000000000000' as AccountId;

const atConsole = (
  tenantId: TenantId,
  place: { readonly orgId: OrgId; readonly orgPath: OrgPath },
): Actor => ({
  tenantId,
  accountId: CONSOLE,
  accountName: '命令行',
  personId: null,
  post: 'officer',
  actingAs: '命令行',
  orgId: place.orgId,
  place: place.orgPath,
  scope: place.orgPath,
  permissions: permissionsOf('officer'),
});

/**
 * Acts at the console for the organisation of a name, whole or short. Throws a sentence for people where
 * there is none, or more than one.
 */
export async function actingFor(db: Database, orgName: string): Promise<Actor> {
  const tenants = await db.system((plain) =>
    sql<{ tenant_id: TenantId; seq: number }>`select tenant_id, seq from tenant_list()`.execute(
      plain,
    ),
  );
  const found: Actor[] = [];
  for (const { tenant_id: tenantId, seq } of tenants.rows) {
    const all = atConsole(tenantId, { orgId: tenantId as string as OrgId, orgPath: rootPath(seq) });
    const named = await db.read(all, (read) => orgsNamed(read, orgName));
    found.push(...named.map((place) => atConsole(tenantId, place)));
  }
  const [only] = found;
  if (only === undefined) throw new Error(`没有名为“${orgName}”的党组织`);
  if (found.length > 1) throw new Error(`有${found.length}个党组织名为“${orgName}”，请写全称`);
  return only;
}
