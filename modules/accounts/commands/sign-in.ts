import { newId, today } from '#kernel/clock';
import type { AccountId, TenantId } from '#kernel/ids';
import { ok, refuse, type Result } from '#kernel/result';
import { hashToken, newToken, verifyPassword } from '#platform/crypto';
import type { Database } from '#platform/db';
import type { RequestContext } from '#platform/request';
import { totpStep } from '#platform/totp';
import { waitAfter } from '../rules.ts';
import {
  accountForLogin,
  actAs,
  choicesOf,
  openSession,
  takeTotpStep,
  type LoginRow,
} from '../store.ts';

/** A session ends after twelve hours without a request. */
export const SESSION_MILLISECONDS = 12 * 3_600_000;

interface Input {
  readonly loginName: string;
  readonly password: string;
  readonly totp?: string;
}

/** Opens a session, chooses the first post held (most people never see the choice) and hands out the token. */
export async function openFor(
  context: RequestContext,
  account: { readonly tenantId: TenantId; readonly accountId: AccountId },
): Promise<void> {
  const { clock } = context.db;
  const token = newToken();
  const now = clock.now();
  const sessionId = newId<'Session'>(clock);
  await context.db.system(async (plain) => {
    await openSession(plain, {
      ...account,
      sessionId,
      tokenHash: hashToken(token),
      agent: context.visitor.agent.slice(0, 200),
      at: new Date(now),
      until: new Date(now + SESSION_MILLISECONDS),
    });
    const [first] = await choicesOf(plain, account.tenantId, account.accountId, today(clock));
    if (first !== undefined) await actAs(plain, sessionId, first.acting_kind, first.acting_id);
  });
  context.visitor.giveToken(token);
}

/** Whether the second factor is there and fits; a code is taken once. */
async function secondFactor(
  db: Database,
  account: LoginRow,
  secret: string,
  code: string | undefined,
): Promise<'missing' | 'wrong' | 'right'> {
  if (code === undefined || code.trim() === '') return 'missing';
  const step = totpStep(secret, code, db.clock.now());
  if (step === null) return 'wrong';
  const taken = await db.system((plain) =>
    takeTotpStep(plain, account.tenant_id, account.account_id, step),
  );
  return taken ? 'right' : 'wrong';
}

/** Signs in by name and password, and by a changing code where the account has one. */
export async function signIn(
  context: RequestContext,
  input: Input,
): Promise<Result<{ needsTotp: boolean }>> {
  const { db, installation, visitor } = context;
  const key = `${input.loginName.toLowerCase()} ${visitor.address}`;
  const now = db.clock.now();
  const tries = installation.attempts.soFar(key, now);
  const seconds = Math.ceil(waitAfter(tries.count) - tries.since / 1000);
  if (seconds > 0) return refuse('accounts.wait_a_moment', { seconds });
  const account = await db.system((plain) => accountForLogin(plain, input.loginName));
  const right = await verifyPassword(input.password, account?.password_hash ?? null);
  if (account === null || !right || account.disabled) {
    installation.attempts.failed(key, now);
    return refuse('accounts.wrong_credentials');
  }
  if (account.totp_secret !== null) {
    const secret = installation.secrets.decrypt(account.tenant_id, account.totp_secret);
    const second = await secondFactor(db, account, secret, input.totp);
    if (second === 'missing') return ok({ needsTotp: true });
    if (second === 'wrong') {
      installation.attempts.failed(key, now);
      return refuse('accounts.wrong_totp');
    }
  }
  installation.attempts.succeeded(key);
  await openFor(context, { tenantId: account.tenant_id, accountId: account.account_id });
  return ok({ needsTotp: false });
}
