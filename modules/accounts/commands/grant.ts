import type { AccountId, Id, OrgId } from '#kernel/ids';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace, stateOn } from '#modules/organisations';
import { checkGrant, type GrantKind } from '../rules.ts';
import { accountInScope, endGrantOn, grantsStanding, insertGrant } from '../store.ts';

interface GrantInput {
  readonly kind: GrantKind;
  readonly orgId: OrgId;
}

/** Gives an account 经办人, 党务干部 or 管理员 of a body from today on; see `checkGrant`. */
export async function giveGrant(
  write: Write,
  accountId: AccountId,
  input: GrantInput,
): Promise<Result<Record<string, never>>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  const standing = (await grantsStanding(write)).filter((row) => row.org_id === input.orgId);
  const state = await stateOn(write, input.orgId, write.today);
  const checked = checkGrant({
    kind: input.kind,
    orgName: state?.short_name ?? '',
    by: write.actor.post,
    clerksAlready: standing.filter((row) => row.kind === 'clerk').length,
    hasSame: standing.some((row) => row.kind === input.kind && row.account_id === accountId),
  });
  if (!checked.ok) return checked;
  await insertGrant(write, own.value, accountId, input.kind, write.today);
  await write.audit({
    action: 'accounts.grant',
    objectKind: 'account',
    objectId: accountId,
    place: own.value,
    fields: { kind: input.kind },
  });
  return ok({});
}

export async function grant(
  write: Write,
  input: GrantInput & { readonly accountId: AccountId },
): Promise<Result<Record<string, never>>> {
  if ((await accountInScope(write, input.accountId)) === null) return refuse('common.not_found');
  return giveGrant(write, input.accountId, input);
}

/** Ends a grant today; the rights are gone at the next request. */
export async function endGrant(
  write: Write,
  input: { readonly grantId: Id<'Grant'> },
): Promise<Result<Record<string, never>>> {
  const row = (await grantsStanding(write)).find((one) => one.grant_id === input.grantId);
  if (row === undefined) return refuse('common.not_found');
  const own = await ownPlace(write, row.org_id as OrgId);
  if (!own.ok) return own;
  if (
    row.kind !== 'clerk' &&
    write.actor.post !== 'officer' &&
    write.actor.post !== 'administrator'
  ) {
    return refuse('accounts.grant_above');
  }
  await endGrantOn(write, input.grantId);
  await write.audit({
    action: 'accounts.end_grant',
    objectKind: 'account',
    objectId: row.account_id,
    place: own.value,
    fields: { kind: row.kind },
  });
  return ok({});
}
