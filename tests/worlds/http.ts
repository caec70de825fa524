import type { FastifyInstance } from 'fastify';
import { newId } from '#kernel/clock';
import type { PersonId } from '#kernel/ids';
import { plainDate } from '#kernel/plain-date';
import type { PostKind } from '#kernel/posts';
import { ok } from '#kernel/result';
import { masterKeyOf, secrets, type Secrets } from '#platform/crypto';
import { fileStore } from '#platform/files';
import { makeLog, type Log } from '#platform/log';
import { Attempts } from '#platform/request';
import type { Sso } from '#platform/sso';
import { invite } from '#modules/accounts';
import { insertPost, placeOf } from '#modules/organisations';
import { makeApp } from '../../server/http/app.ts';
import type { Branch, World } from './world.ts';

export interface Answer {
  readonly status: number;
  readonly text: string;
  json(): unknown;
}

export interface HttpWorld {
  readonly app: FastifyInstance;
  /** A signed-in caller; `null` is a visitor without a session. */
  call(who: string | null, method: 'GET' | 'POST', path: string, input?: unknown): Promise<Answer>;
  /** Gives somebody of a branch an account and a post and signs them in under `who`. */
  signIn(who: string, branch: Branch, person: PersonId, post: PostKind | 'member'): Promise<void>;
  /** `name=value` of a caller's session. */
  cookieOf(who: string): string;
  close(): Promise<void>;
}

const PASSWORD = 'quiet river 7';

/** `?a=1&b=x`; objects and arrays go as JSON text, which no endpoint should take. */
export function query(input: unknown): string {
  if (typeof input !== 'object' || input === null) return '';
  const parts = Object.entries(input).flatMap(([name, value]: [string, unknown]) =>
    value === undefined
      ? []
      : [
          `${encodeURIComponent(name)}=${encodeURIComponent(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))}`,
        ],
  );
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** The real HTTP application over a world, called in process. */
export async function serveWorld(
  world: World,
  dataDir: string,
  sso: Sso | null = null,
  other: { readonly vault?: Secrets; readonly log?: Log } = {},
): Promise<HttpWorld> {
  const vault = other.vault ?? secrets(masterKeyOf(Buffer.alloc(32, 7)));
  const app = await makeApp({
    db: world.db,
    files: fileStore(dataDir, {
      seal: vault.encryptBytes,
      unseal: vault.decryptBytes,
      nameOf: (tenantId, digest) => vault.keyedHash(tenantId, 'file', digest),
    }),
    log: other.log ?? makeLog(process.env['ZHIBU_TEST_LOG'] === '1' ? 'error' : 'silent'),
    installation: {
      setupCode: () => null,
      attempts: new Attempts(),
      secrets: vault,
      ssoAvailable: sso !== null,
      loadDemo: () => Promise.resolve([]),
    },
    sso,
    version: 'test',
    webDir: '/nonexistent',
    behindProxy: false,
  });
  const cookies = new Map<string, string>();

  const call: HttpWorld['call'] = async (who, method, path, input) => {
    const response = await app.inject({
      method,
      url: `/api${path}${method === 'GET' ? query(input) : ''}`,
      headers: {
        'sec-fetch-site': 'same-origin',
        ...(who === null ? {} : { cookie: cookies.get(who) ?? '' }),
        ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
      },
      ...(method === 'POST' ? { payload: JSON.stringify(input ?? {}) } : {}),
    });
    return {
      status: response.statusCode,
      text: response.body,
      json: () => response.json(),
    };
  };

  const signIn: HttpWorld['signIn'] = async (who, branch, person, post) => {
    const secretary = branch.as('secretary');
    const made = await world.act(secretary, async (write) => {
      const invited = await invite(
        write,
        { personId: person, loginName: who, displayName: '' },
        (length) => world.clock.random(length),
      );
      if (!invited.ok || post === 'member') return invited;
      const place = await placeOf(write, branch.orgId);
      if (place === null) throw new Error('no branch');
      await insertPost(write, place, plainDate('2025-01-01'), {
        personId: person,
        kind: post,
        duties: '',
        wayIn: 'election',
        termEndsOn: plainDate('2028-01-01'),
        approvedOn: plainDate('2025-01-01'),
        approvalPaper: '云委组〔2025〕1号',
      });
      return ok(invited.value);
    });
    const command = () => newId<'Command'>(world.clock);
    await call(null, 'POST', '/codes/take', {
      code: made.code,
      password: PASSWORD,
      commandId: command(),
    });
    const response = await app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      payload: JSON.stringify({ loginName: who, password: PASSWORD, commandId: command() }),
    });
    const cookie = response.headers['set-cookie'];
    const first = Array.isArray(cookie) ? cookie[0] : cookie;
    if (first === undefined) throw new Error(`sign-in failed: ${response.body}`);
    cookies.set(who, first.split(';')[0] ?? '');
  };

  const cookieOf = (who: string): string => cookies.get(who) ?? '';
  return { app, call, signIn, cookieOf, close: () => app.close() };
}
