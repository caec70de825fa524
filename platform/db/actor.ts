import type { AccountId, OrgId, PersonId, TenantId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import type { PostKind } from '#kernel/posts';

/**
 * Who acts, and as what. A user with several posts acts in one of them at a time; an ordinary
 * member has no `scope`, so that row security shows them own rows only.
 */
export interface Actor {
  readonly tenantId: TenantId;
  readonly accountId: AccountId;
  readonly accountName: string;
  readonly personId: PersonId | null;
  readonly post: PostKind | 'member' | 'system';
  /** In words, as the audit keeps it: 城关镇机关党支部 书记. */
  readonly actingAs: string;
  readonly orgId: OrgId;
  readonly place: OrgPath;
  readonly scope: OrgPath | null;
  readonly permissions: ReadonlySet<string>;
}

export const isOfficer = (actor: Actor): boolean => actor.scope !== null;
export const may = (actor: Actor, permission: string): boolean => actor.permissions.has(permission);
