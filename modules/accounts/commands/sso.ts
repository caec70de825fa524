import { ok, refuse, type Result } from '#kernel/result';
import { constraintOf } from '#platform/db';
import type { RequestContext, SignedIn } from '#platform/request';
import { accountForSso, setSso } from '../store.ts';
import { openFor } from './sign-in.ts';

type Nothing = Record<string, never>;

/** Signs in whoever the provider vouches for, if an account was tied to that identity before. */
export async function signInBySso(
  context: RequestContext,
  subject: string,
): Promise<Result<Nothing>> {
  const account = await context.db.system((plain) => accountForSso(plain, subject));
  if (account === null) return refuse('accounts.sso_unknown');
  await openFor(context, { tenantId: account.tenant_id, accountId: account.account_id });
  return ok({});
}

/** Ties one's own account to an identity of the provider. One identity, one account. */
export async function linkSso(
  context: RequestContext,
  who: SignedIn,
  subject: string,
): Promise<Result<Nothing>> {
  try {
    await context.db.system((plain) => setSso(plain, who.tenantId, who.accountId, subject));
    return ok({});
  } catch (error) {
    if (constraintOf(error) === 'account_sso') return refuse('accounts.sso_taken');
    throw error;
  }
}
