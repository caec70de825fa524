import type { Handlers } from '#contract/lib';
import type { accountsContract } from '#contract/accounts';
import { ok, refuse } from '#kernel/result';
import { hashPassword, hashToken } from '#platform/crypto';
import type { RequestContext, SignedIn } from '#platform/request';
import { endGrant, grant } from './commands/grant.ts';
import { invite } from './commands/invite.ts';
import { makeCode, setDisabled } from './commands/manage-account.ts';
import {
  beginTotp,
  changePassword,
  confirmTotp,
  removeTotp,
  unlinkSso,
} from './commands/own-security.ts';
import { setUp, setUpDemo } from './commands/set-up.ts';
import { signIn } from './commands/sign-in.ts';
import { accounts, me, security, sessions } from './queries.ts';
import { actAs, anyAccount, choicesOf, endSession, takeCode } from './store.ts';

const signedIn = (context: RequestContext): SignedIn => {
  if (context.who === null) throw new Error('not signed in');
  return context.who;
};

const now = (context: RequestContext): Date => new Date(context.db.clock.now());

export const accountsRoutes: Handlers<typeof accountsContract, RequestContext> = {
  setupState: async (_input, context) => ok({ needed: !(await context.db.system(anyAccount)) }),
  setup: (input, context) =>
    setUp(context.db, context.db.clock, context.installation.setupCode(), input),
  setupDemo: (input, context) => setUpDemo(context.db, context.installation, input.code),
  signIn: (input, context) => signIn(context, input),
  signInOptions: async (_input, context) => ok({ sso: context.installation.ssoAvailable }),
  signOut: async (_input, context) => {
    const who = signedIn(context);
    await context.db.system((plain) =>
      endSession(plain, who.sessionId, who.accountId, now(context)),
    );
    context.visitor.giveToken(null);
    return ok({});
  },
  me: async (_input, context) => ok(await me(context, signedIn(context))),
  actAs: async (input, context) => {
    const who = signedIn(context);
    const rows = await context.db.system((plain) =>
      choicesOf(plain, who.tenantId, who.accountId, context.today),
    );
    if (!rows.some((row) => row.acting_kind === input.kind && row.acting_id === input.id)) {
      return refuse('accounts.not_your_post');
    }
    await context.db.system((plain) => actAs(plain, who.sessionId, input.kind, input.id));
    return ok({});
  },
  sessions: async (_input, context) => ok(await sessions(context, signedIn(context))),
  endSession: async (input, context) => {
    const who = signedIn(context);
    await context.db.system((plain) =>
      endSession(plain, input.sessionId, who.accountId, now(context)),
    );
    return ok({});
  },
  takeCode: async (input, context) => {
    const hash = hashToken(input.code.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase());
    const password = await hashPassword(input.password);
    const loginName = await context.db.system((plain) =>
      takeCode(plain, hash, password, now(context)),
    );
    return loginName === null ? refuse('accounts.wrong_code') : ok({ loginName });
  },
  changePassword: (input, context) => changePassword(context, signedIn(context), input),
  security: async (_input, context) => ok(await security(context, signedIn(context))),
  beginTotp: (input, context) => beginTotp(context, signedIn(context), input.password),
  confirmTotp: (input, context) => confirmTotp(context, signedIn(context), input),
  removeTotp: (input, context) => removeTotp(context, signedIn(context), input.password),
  unlinkSso: (_input, context) => unlinkSso(context, signedIn(context)),
  list: (input, context) => context.read((read) => accounts(read, input.q)),
  invite: (input, context) =>
    context.write(
      input,
      'accounts.invite',
      (write) => invite(write, input, context.db.clock.random),
      { sealed: true },
    ),
  makeCode: (input, context) =>
    context.write(
      input,
      'accounts.make_code',
      (write) => makeCode(write, input, context.db.clock.random),
      { sealed: true },
    ),
  // The body is the input's own, and its entry clock ticks.
  grant: (input, context) => context.write(input, 'accounts.grant', (write) => grant(write, input)),
  endGrant: (input, context) =>
    context.write(input, 'accounts.end_grant', (write) => endGrant(write, input)),
  setDisabled: (input, context) =>
    context.write(input, 'accounts.set_disabled', (write) => setDisabled(write, input)),
};
