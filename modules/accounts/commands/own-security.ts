import { ok, refuse, type Result } from '#kernel/result';
import { hashPassword, verifyPassword } from '#platform/crypto';
import type { RequestContext, SignedIn } from '#platform/request';
import { newTotpSecret, totpSheet, totpStep } from '#platform/totp';
import { ownAccount, setPassword, setSso, setTotp } from '../store.ts';

type Nothing = Record<string, never>;

async function passwordFits(
  context: RequestContext,
  who: SignedIn,
  password: string,
): Promise<boolean> {
  const own = await context.db.system((plain) => ownAccount(plain, who.tenantId, who.accountId));
  return verifyPassword(password, own.password_hash);
}

/** A new password; every other session of the account ends. */
export async function changePassword(
  context: RequestContext,
  who: SignedIn,
  input: { readonly current: string; readonly password: string },
): Promise<Result<Nothing>> {
  if (!(await passwordFits(context, who, input.current))) return refuse('accounts.wrong_password');
  const hash = await hashPassword(input.password);
  const at = new Date(context.db.clock.now());
  await context.db.system((plain) => setPassword(plain, who, hash, at));
  return ok({});
}

/** A secret to be put into a phone. It counts only once a code made with it came back. */
export async function beginTotp(
  context: RequestContext,
  who: SignedIn,
  password: string,
): Promise<Result<{ secret: string; uri: string; picture: string }>> {
  if (!(await passwordFits(context, who, password))) return refuse('accounts.wrong_password');
  const secret = newTotpSecret();
  return ok({ secret, ...(await totpSheet(secret, who.name)) });
}

export async function confirmTotp(
  context: RequestContext,
  who: SignedIn,
  input: { readonly secret: string; readonly code: string },
): Promise<Result<Nothing>> {
  if (!/^[A-Z2-7]{16,64}$/.test(input.secret)) return refuse('accounts.wrong_totp');
  if (totpStep(input.secret, input.code, context.db.clock.now()) === null) {
    return refuse('accounts.wrong_totp');
  }
  const sealed = context.installation.secrets.encrypt(who.tenantId, input.secret);
  await context.db.system((plain) => setTotp(plain, who.tenantId, who.accountId, sealed));
  return ok({});
}

export async function removeTotp(
  context: RequestContext,
  who: SignedIn,
  password: string,
): Promise<Result<Nothing>> {
  if (!(await passwordFits(context, who, password))) return refuse('accounts.wrong_password');
  await context.db.system((plain) => setTotp(plain, who.tenantId, who.accountId, null));
  return ok({});
}

export async function unlinkSso(context: RequestContext, who: SignedIn): Promise<Result<Nothing>> {
  await context.db.system((plain) => setSso(plain, who.tenantId, who.accountId, null));
  return ok({});
}
