import { newId } from '#kernel/clock';
import { ok, refuse, type Result } from '#kernel/result';
import { hashToken, newToken, verifyPassword } from '#platform/crypto';
import type { Database } from '#platform/db';
import type { Visitor } from '#platform/request';
import { accountForLogin, actAs, choicesOf, openSession } from '../store.ts';
import { today } from '#kernel/clock';

/** A session ends after twelve hours without a request. */
export const SESSION_MILLISECONDS = 12 * 3_600_000;

/** Signs in and chooses the first post held, so that most people never see the choice. */
export async function signIn(
  db: Database,
  visitor: Visitor,
  input: { readonly loginName: string; readonly password: string },
): Promise<Result<{ needsTotp: boolean }>> {
  const account = await db.system((plain) => accountForLogin(plain, input.loginName));
  const right = await verifyPassword(input.password, account?.password_hash ?? null);
  if (account === null || !right || account.disabled) return refuse('accounts.wrong_credentials');
  const { clock } = db;
  const token = newToken();
  const now = clock.now();
  const sessionId = newId<'Session'>(clock);
  await db.system(async (plain) => {
    await openSession(plain, {
      tenantId: account.tenant_id,
      accountId: account.account_id,
      sessionId,
      tokenHash: hashToken(token),
      agent: visitor.agent.slice(0, 200),
      at: new Date(now),
      until: new Date(now + SESSION_MILLISECONDS),
    });
    const [first] = await choicesOf(plain, account.tenant_id, account.account_id, today(clock));
    if (first !== undefined) await actAs(plain, sessionId, first.acting_kind, first.acting_id);
  });
  visitor.giveToken(token);
  return ok({ needsTotp: false });
}
