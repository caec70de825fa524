import { describeRefusal } from '#contract/refusals';
import { rootPath, type OrgPath } from '#kernel/org-path';
import type { AccountId, OrgId, TenantId } from '#kernel/ids';
import type { Refusal } from '#kernel/result';
import { sql, type Actor, type Database } from '#platform/db';
import { findOrganisation, placeOf } from '#modules/organisations';
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
  let refusal: Refusal = { code: 'organisations.unknown_name', params: { name: orgName } };
  const found: Actor[] = [];
  for (const { tenant_id: tenantId, seq } of tenants.rows) {
    const root = { orgId: tenantId as string as OrgId, orgPath: rootPath(seq) };
    await db.read(atConsole(tenantId, root), async (read) => {
      const named = await findOrganisation(read, orgName);
      if (!named.ok) {
        if (named.refusal.code === 'organisations.ambiguous') ({ refusal } = named);
        return;
      }
      const place = await placeOf(read, named.value.orgId);
      if (place !== null) found.push(atConsole(tenantId, place));
    });
  }
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  throw new Error(describeRefusal(refusal));
}
