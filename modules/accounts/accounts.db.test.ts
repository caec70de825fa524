import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashPassword, verifyPassword } from '#platform/crypto';
import { newId, today } from '#kernel/clock';
import type { AccountId, Id } from '#kernel/ids';
import { unwrap } from '#kernel/result';
import { Attempts, requestContext, type RequestContext, type SignedIn } from '#platform/request';
import { fileStore } from '#platform/files';
import { masterKeyOf, secrets } from '#platform/crypto';
import { newTotpSecret } from '#platform/totp';
import { Secret, TOTP } from 'otpauth';
import { testDatabase } from '../../tests/support/database.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';
import { permissionsOf } from '../../server/modules.ts';
import { accountsRoutes } from './routes.ts';
import { accounts, resolveSession } from './queries.ts';
import { invite } from './commands/invite.ts';
import { grant } from './commands/grant.ts';
import { signIn } from './commands/sign-in.ts';
import { signInBySso, linkSso } from './commands/sso.ts';
import { confirmTotp } from './commands/own-security.ts';

const database = await testDatabase();
const vault = secrets(masterKeyOf(Buffer.alloc(32, 7)));
let world: World;
let token: string | null = null;

const context = (who: SignedIn | null = null, address = '127.0.0.1'): RequestContext =>
  requestContext({
    db: world.db,
    files: fileStore('/nonexistent', {
      seal: vault.encryptBytes,
      unseal: vault.decryptBytes,
      nameOf: (_t, d) => d,
    }),
    today: today(world.clock),
    visitor: {
      agent: 'test',
      address,
      origin: 'http://localhost',
      giveToken: (given) => (token = given),
    },
    installation: {
      setupCode: () => null,
      attempts,
      secrets: vault,
      ssoAvailable: true,
      loadDemo: () => Promise.resolve([]),
    },
    who,
    acting: null,
  });
let attempts = new Attempts();
const random = (length: number): Uint8Array => world.clock.random(length);
const resolve = async () =>
  token === null ? null : resolveSession(world.db, token, permissionsOf);
const secretary = () => world.branch.as('secretary');

/** Invites a member of the branch and sets the password with the code. */
async function account(index: number, loginName: string, password = 'good words 9') {
  const personId = world.branch.people[index];
  const made = await world.act(secretary(), (write) =>
    invite(write, { personId, loginName, displayName: '' }, random),
  );
  const taken = await accountsRoutes.takeCode(
    { code: ` ${made.code.toLowerCase()} `, password, commandId: newId(world.clock) },
    context(),
  );
  expect(unwrap(taken).loginName).toBe(loginName);
  return made;
}

beforeAll(async () => {
  world = await buildWorld(database.appUrl);
});
afterAll(() => world.db.close());

describe('invitation and sign-in', () => {
  test('a member invited by name signs in and acts as an ordinary member', async () => {
    await account(1, 'lixiuying');
    expect(await signIn(context(), { loginName: 'LiXiuYing', password: 'good words 9' })).toEqual({
      ok: true,
      value: { needsTotp: false },
    });
    const session = await resolve();
    expect(session?.actor).toMatchObject({
      post: 'member',
      scope: null,
      personId: world.branch.people[1],
    });
  });

  test('a code works once', async () => {
    const made = await world.act(secretary(), (write) =>
      invite(
        write,
        {
          loginName: 'helper',
          displayName: '小周',
          grant: { kind: 'clerk', orgId: world.branch.orgId },
        },
        random,
      ),
    );
    const take = () =>
      accountsRoutes.takeCode(
        { code: made.code, password: 'long enough', commandId: newId(world.clock) },
        context(),
      );
    expect((await take()).ok).toBe(true);
    expect(await take()).toMatchObject({ refusal: { code: 'accounts.wrong_code' } });
  });

  test('names are unique over the installation, one account a person', async () => {
    const again = (loginName: string, index: number) =>
      world.db.write(secretary(), { commandId: null, action: 't' }, (write) =>
        invite(write, { personId: world.branch.people[index], loginName, displayName: '' }, random),
      );
    expect(await again('lixiuying', 2)).toMatchObject({
      refusal: { code: 'accounts.login_taken' },
    });
    expect(await again('another', 1)).toMatchObject({ refusal: { code: 'accounts.has_account' } });
  });

  test('somebody of another roster cannot be invited', async () => {
    const stranger = world.other.people[0];
    const asked = await world.db.write(secretary(), { commandId: null, action: 't' }, (write) =>
      invite(write, { personId: stranger, loginName: 'x1', displayName: '' }, random),
    );
    expect(asked).toMatchObject({ refusal: { code: 'common.not_found' } });
  });

  test('wrong passwords make that name wait at that address, and nobody else', async () => {
    attempts = new Attempts();
    const wrong = () => signIn(context(), { loginName: 'lixiuying', password: 'no' });
    for (let i = 0; i < 6; i += 1) await wrong();
    expect(await wrong()).toMatchObject({ refusal: { code: 'accounts.wait_a_moment' } });
    const elsewhere = await signIn(context(null, '127.0.0.2'), {
      loginName: 'lixiuying',
      password: 'good words 9',
    });
    expect(elsewhere.ok).toBe(true);
    world.clock.advance(60_000);
    expect((await signIn(context(), { loginName: 'lixiuying', password: 'good words 9' })).ok).toBe(
      true,
    );
  });
});

describe('grants', () => {
  test('two 经办人 at most, ended rights are gone at the next request', async () => {
    await world.act(secretary(), (write) =>
      invite(
        write,
        {
          loginName: 'helper2',
          displayName: '小吴',
          grant: { kind: 'clerk', orgId: world.branch.orgId },
        },
        random,
      ),
    );
    const third = await world.db.write(secretary(), { commandId: null, action: 't' }, (write) =>
      invite(
        write,
        {
          loginName: 'helper3',
          displayName: '小郑',
          grant: { kind: 'clerk', orgId: world.branch.orgId },
        },
        random,
      ),
    );
    expect(third).toMatchObject({ refusal: { code: 'accounts.two_clerks' } });
    await signIn(context(), { loginName: 'helper', password: 'long enough' });
    expect((await resolve())?.actor?.post).toBe('clerk');
    const list = await world.db.read(secretary(), (read) => accounts(read, 'helper'));
    const grantId = list.accounts.find((row) => row.loginName === 'helper')?.grants[0]?.grantId;
    if (grantId === undefined) throw new Error('no grant');
    const { endGrant } = await import('./commands/grant.ts');
    await world.act(secretary(), (write) => endGrant(write, { grantId: grantId as Id<'Grant'> }));
    expect((await resolve())?.actor).toBeNull();
  });

  test('a secretary cannot make an officer', async () => {
    const list = await world.db.read(secretary(), (read) => accounts(read, ''));
    const accountId = list.accounts.find((row) => row.loginName === 'lixiuying')?.accountId;
    if (accountId === undefined) throw new Error('no account');
    const asked = await world.db.write(secretary(), { commandId: null, action: 't' }, (write) =>
      grant(write, {
        accountId: accountId as AccountId,
        kind: 'officer',
        orgId: world.branch.orgId,
      }),
    );
    expect(asked).toMatchObject({ refusal: { code: 'accounts.grant_above' } });
  });

  test('accounts of another branch are out of sight, and that of the level above out of reach', async () => {
    const seen = await world.db.read(world.other.as('secretary'), (read) => accounts(read, ''));
    expect(seen.accounts).toEqual([]);
  });
});

describe('second factor', () => {
  test('asked for once set, and a code is good once', async () => {
    await signIn(context(), { loginName: 'lixiuying', password: 'good words 9' });
    const who = (await resolve())?.who ?? null;
    if (who === null) throw new Error('no session');
    const secret = newTotpSecret();
    const code = () =>
      new TOTP({ secret: Secret.fromBase32(secret), period: 30 }).generate({
        timestamp: world.clock.now(),
      });
    expect((await confirmTotp(context(who), who, { secret, code: '000000' })).ok).toBe(false);
    expect((await confirmTotp(context(who), who, { secret, code: code() })).ok).toBe(true);
    const credentials = { loginName: 'lixiuying', password: 'good words 9' };
    expect(await signIn(context(), credentials)).toEqual({ ok: true, value: { needsTotp: true } });
    const one = code();
    expect((await signIn(context(), { ...credentials, totp: one })).ok).toBe(true);
    expect(await signIn(context(), { ...credentials, totp: one })).toMatchObject({
      refusal: { code: 'accounts.wrong_totp' },
    });
  });
});

describe('single sign-on', () => {
  test('an identity signs in only after it was tied to an account, and to one only', async () => {
    expect(await signInBySso(context(), 'https://id.example zhang')).toMatchObject({
      refusal: { code: 'accounts.sso_unknown' },
    });
    await signIn(context(null, '127.0.0.9'), { loginName: 'helper', password: 'long enough' });
    const who = (await resolve())?.who;
    if (who === undefined) throw new Error('no session');
    expect((await linkSso(context(who), who, 'https://id.example zhang')).ok).toBe(true);
    expect((await signInBySso(context(), 'https://id.example zhang')).ok).toBe(true);
    expect((await resolve())?.who.accountId).toBe(who.accountId);
    const other = { ...who, accountId: world.founded.accountId };
    expect(await linkSso(context(other), other, 'https://id.example zhang')).toMatchObject({
      refusal: { code: 'accounts.sso_taken' },
    });
  });
});

describe('what is kept', () => {
  test('neither password nor one-time code stands anywhere in the database', async () => {
    const { code } = await account(3, 'yangfan', 'unusual-password-77');
    const plain = code.replaceAll('-', '');
    const { withClient } = await import('#platform/postgres');
    const text = await withClient(database.ownerUrl, async (client) => {
      const tables = await client.query<{ t: string }>(
        "select tablename as t from pg_tables where schemaname = 'public'",
      );
      const parts: string[] = [];
      for (const { t } of tables) {
        const rows = await client.query<{ j: string }>(
          `select row_to_json(x)::text as j from ${t} x`,
        );
        parts.push(...rows.map((row) => row.j));
      }
      return parts.join('\n');
    });
    expect(text.length).toBeGreaterThan(1000);
    expect(text).not.toContain(plain);
    expect(text).not.toContain(code);
    expect(text).not.toContain('unusual-password-77');
    expect(
      await verifyPassword('unusual-password-77', await hashPassword('unusual-password-77')),
    ).toBe(true);
  });
});
