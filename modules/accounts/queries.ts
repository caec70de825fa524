import type { accountsContract } from '#contract/accounts';
import type { Outputs } from '#contract/lib';
import type { AccountId, Id, OrgId, TenantId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import type { PlainDate } from '#kernel/plain-date';
import { today } from '#kernel/clock';
import { POSTS, type PostKind } from '#kernel/posts';
import { hashToken } from '#platform/crypto';
import type { Actor, Database, Read } from '#platform/db';
import type { RequestContext, SignedIn } from '#platform/request';
import { orgNames } from '#modules/organisations';
import {
  choicesOf,
  grantsStanding,
  isDemo,
  listAccounts,
  ownAccount,
  sessionActor,
  sessionsOf,
  type ChoiceRow,
} from './store.ts';

type Out = Outputs<typeof accountsContract>;
type Choice = Out['me']['choices'][number];

export const postName = (post: ChoiceRow['post']): string =>
  post === 'member' ? '党员' : POSTS[post];

const choice = (row: ChoiceRow): Choice => ({
  kind: row.acting_kind,
  id: row.acting_id,
  post: row.post,
  postName: postName(row.post),
  orgId: row.org_id,
  orgName: row.org_name,
  orgKind: row.org_kind,
});

/** Who one is, as what one acts, and what else one could act as. */
export async function me(context: RequestContext, who: SignedIn): Promise<Out['me']> {
  const rows = await context.db.system((plain) =>
    choicesOf(plain, who.tenantId, who.accountId, context.today),
  );
  const acting = context.acting;
  const chosen =
    acting === null
      ? undefined
      : rows.find((row) => row.post === acting.post && row.org_id === acting.orgId);
  return {
    accountId: who.accountId,
    personId: who.personId,
    name: who.name,
    acting: chosen === undefined ? null : choice(chosen),
    choices: rows.map(choice),
    permissions: acting === null ? [] : [...acting.permissions],
    isDemo: await context.db.system((plain) => isDemo(plain, who.tenantId)),
    today: context.today,
  };
}

export async function sessions(context: RequestContext, who: SignedIn): Promise<Out['sessions']> {
  const at = new Date(context.db.clock.now());
  const rows = await context.db.system((plain) => sessionsOf(plain, who.accountId, at));
  return {
    sessions: rows.map((row) => ({
      sessionId: row.session_id,
      agent: row.agent,
      createdAt: row.created_at.toISOString(),
      lastSeenAt: row.last_seen_at.toISOString(),
      current: row.session_id === who.sessionId,
    })),
  };
}

/** Posts, grants and memberships that an account may act in on a day, with where they stand. */
export async function actingChoices(
  db: Database,
  tenantId: TenantId,
  accountId: AccountId,
  day: PlainDate,
): Promise<
  {
    kind: ChoiceRow['acting_kind'];
    id: string;
    post: ChoiceRow['post'];
    postName: string;
    orgId: OrgId;
    orgPath: OrgPath;
    orgName: string;
  }[]
> {
  const rows = await db.system((plain) => choicesOf(plain, tenantId, accountId, day));
  return rows.map((row) => ({
    kind: row.acting_kind,
    id: row.acting_id,
    post: row.post,
    postName: postName(row.post),
    orgId: row.org_id,
    orgPath: row.org_path,
    orgName: row.org_name,
  }));
}

export interface Resolved {
  readonly who: SignedIn;
  /** Null while no post is chosen, or once the chosen one has ended. */
  readonly actor: Actor | null;
}

/**
 * Who stands behind a session token now. Read anew for each request, so that rights end at the
 * next one. `permissionsOf` comes from the manifests of all modules.
 */
export async function resolveSession(
  db: Database,
  token: string,
  permissionsOf: (post: PostKind | 'member') => ReadonlySet<string>,
): Promise<Resolved | null> {
  const at = new Date(db.clock.now());
  const row = await db.system((plain) =>
    sessionActor(plain, hashToken(token), at, today(db.clock)),
  );
  if (row === null) return null;
  const who: SignedIn = {
    tenantId: row.tenant_id,
    sessionId: row.session_id,
    accountId: row.account_id,
    personId: row.person_id,
    name: row.display_name,
  };
  if (row.post === null || row.org_id === null || row.org_path === null)
    return { who, actor: null };
  const actor: Actor = {
    tenantId: row.tenant_id,
    accountId: row.account_id,
    accountName: row.display_name,
    personId: row.person_id,
    post: row.post,
    actingAs: `${row.org_name ?? ''} ${postName(row.post)}`,
    orgId: row.org_id,
    place: row.org_path,
    scope: row.post === 'member' ? null : row.org_path,
    permissions: permissionsOf(row.post),
  };
  return { who, actor };
}

/** How one's own account is secured. */
export async function security(context: RequestContext, who: SignedIn): Promise<Out['security']> {
  const own = await context.db.system((plain) => ownAccount(plain, who.tenantId, who.accountId));
  return {
    loginName: own.login_name,
    hasTotp: own.totp_secret !== null,
    ssoAvailable: context.installation.ssoAvailable,
    ssoLinked: own.sso_subject !== null,
  };
}

/** Accounts within the scope one acts in, with what each may act as by grant. */
export async function accounts(read: Read, words: string): Promise<Out['list']> {
  const rows = await listAccounts(read, words);
  const standing = await grantsStanding(read);
  const names = await orgNames(
    read,
    standing.map((row) => row.org_id),
  );
  const grants = Map.groupBy(standing, (row) => row.account_id);
  return {
    accounts: rows.map((row) => ({
      accountId: row.account_id,
      personId: row.person_id,
      loginName: row.login_name,
      name: row.display_name,
      disabled: row.disabled,
      hasPassword: row.has_password,
      hasTotp: row.has_totp,
      grants: (grants.get(row.account_id) ?? []).map((one) => ({
        grantId: one.grant_id as Id<'Grant'>,
        kind: one.kind,
        orgId: one.org_id as OrgId,
        orgName: names.get(one.org_id)?.shortName ?? '',
        since: one.valid_from,
      })),
    })),
  };
}
