import type { accountsContract } from '#contract/accounts';
import type { Inputs } from '#contract/lib';
import type { AccountId } from '#kernel/ids';
import { todayAt, type PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import { hashToken } from '#platform/crypto';
import { constraintOf, type Write } from '#platform/db';
import { homeOf, namesOf } from '#modules/members';
import { ownPlace } from '#modules/organisations';
import { createAccount, insertCode } from '../store.ts';
import { giveGrant } from './grant.ts';

type Input = Omit<Inputs<typeof accountsContract>['invite'], 'commandId'>;

export interface CodeSheet {
  readonly code: string;
  readonly validUntil: PlainDate;
}

const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const VALID_DAYS = 7;

/** A one-time code to be read out or printed: twelve letters and figures without look-alikes. */
export async function makeOneTimeCode(
  write: Write,
  accountId: AccountId,
  purpose: 'invitation' | 'password',
  random: (length: number) => Uint8Array,
): Promise<CodeSheet> {
  const letters = Array.from(random(12), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  const until = new Date(write.enteredAt.getTime() + VALID_DAYS * 86_400_000);
  await insertCode(write, { accountId, hash: hashToken(letters), purpose, until });
  const code = `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
  return { code, validUntil: todayAt(until.getTime()) };
}

/**
 * An account for a member of a roster in scope, or for somebody by name who is to be 经办人. The
 * person sets the password with the one-time code; nobody else ever knows it.
 */
export async function invite(
  write: Write,
  input: Input,
  random: (length: number) => Uint8Array,
): Promise<Result<CodeSheet & { accountId: AccountId }>> {
  let name = input.displayName.trim();
  if (input.personId !== undefined) {
    const home = await homeOf(write, input.personId);
    if (home === null) return refuse('common.not_found');
    const own = await ownPlace(write, home.orgId);
    if (!own.ok) return own;
    name = (await namesOf(write, [input.personId])).get(input.personId) ?? name;
  }
  if (name === '') return refuse('accounts.name_missing');
  const accountId = write.newId<'Account'>();
  try {
    await createAccount(
      write.db,
      {
        tenantId: write.actor.tenantId,
        accountId,
        loginName: input.loginName.trim(),
        displayName: name,
        personId: input.personId ?? null,
        passwordHash: null,
        madeBy: write.actor.accountId,
      },
      write.enteredAt,
    );
  } catch (error) {
    if (constraintOf(error) === 'account_login') {
      return refuse('accounts.login_taken', { loginName: input.loginName });
    }
    if (constraintOf(error) === 'account_person') return refuse('accounts.has_account', { name });
    throw error;
  }
  if (input.grant !== undefined) {
    const granted = await giveGrant(write, accountId, input.grant);
    if (!granted.ok) return granted;
  }
  const sheet = await makeOneTimeCode(write, accountId, 'invitation', random);
  await write.audit({
    action: 'accounts.invite',
    objectKind: 'account',
    objectId: accountId,
    fields: { loginName: input.loginName, name },
    ...(input.personId === undefined ? {} : { forPersonId: input.personId }),
  });
  return ok({ accountId, ...sheet });
}
