import type { AccountId } from '#kernel/ids';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { accountInScope, actsAbove, setDisabledAt, type AccountRow } from '../store.ts';
import { makeOneTimeCode, type CodeSheet } from './invite.ts';

/**
 * An account one may manage: within scope, and not of somebody who acts for a body above. Otherwise a
 * secretary could take over the account of the officer who stands in the branch's roster.
 */
async function manageable(write: Write, accountId: AccountId): Promise<Result<AccountRow>> {
  const account = await accountInScope(write, accountId);
  if (account === null) return refuse('common.not_found');
  return (await actsAbove(write, accountId)) ? refuse('accounts.acts_above') : ok(account);
}

/** A one-time code for somebody who lost the password. Using it ends all their sessions. */
export async function makeCode(
  write: Write,
  input: { readonly accountId: AccountId },
  random: (length: number) => Uint8Array,
): Promise<Result<CodeSheet>> {
  const account = await manageable(write, input.accountId);
  if (!account.ok) return account;
  const purpose = account.value.has_password ? 'password' : 'invitation';
  const sheet = await makeOneTimeCode(write, input.accountId, purpose, random);
  await write.audit({
    action: 'accounts.make_code',
    objectKind: 'account',
    objectId: input.accountId,
    fields: { purpose },
  });
  return ok(sheet);
}

/** Stops an account (its sessions end at once) or opens it again. */
export async function setDisabled(
  write: Write,
  input: { readonly accountId: AccountId; readonly disabled: boolean; readonly reason: string },
): Promise<Result<Record<string, never>>> {
  if (input.accountId === write.actor.accountId) return refuse('accounts.not_yourself');
  const account = await manageable(write, input.accountId);
  if (!account.ok) return account;
  await setDisabledAt(write, input.accountId, input.disabled ? write.enteredAt : null);
  await write.audit({
    action: input.disabled ? 'accounts.disable' : 'accounts.enable',
    objectKind: 'account',
    objectId: input.accountId,
    reason: input.reason,
  });
  return ok({});
}
