import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeSso } from '#platform/sso';
import { testDatabase } from '../support/database.ts';
import { serveWorld, type HttpWorld } from '../worlds/http.ts';
import { buildWorld, type World } from '../worlds/world.ts';

const PROVIDER = join(import.meta.dirname, '..', 'support', 'oidc-provider.mjs');

const database = await testDatabase();
let world: World;
let http: HttpWorld;
let provider: ChildProcess;
let folder: string;
let here: string;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}

/** A browser as far as a redirect dance needs one: cookies per host, no automatic following. */
class Browser {
  readonly #jars = new Map<string, Map<string, string>>();

  jar(host: string): Map<string, string> {
    const known = this.#jars.get(host) ?? new Map<string, string>();
    this.#jars.set(host, known);
    return known;
  }

  async go(address: string, form?: Readonly<Record<string, string>>): Promise<Response> {
    const { host } = new URL(address);
    const cookies = [...this.jar(host)].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: cookies, 'sec-fetch-site': form === undefined ? 'none' : 'same-origin' },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const pair = line.split(';')[0] ?? '';
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(pair.indexOf('=') + 1);
      if (value === '') this.jar(host).delete(name);
      else this.jar(host).set(name, value);
    }
    return response;
  }

  /** Goes through the provider as `login` and comes back; the last address inside our own site. */
  async throughProvider(start: string, login: string): Promise<string> {
    let response = await this.go(start);
    let address = start;
    for (let steps = 0; steps < 20; steps += 1) {
      const next = response.headers.get('location');
      if (next !== null) {
        address = new URL(next, address).href;
        if (address.startsWith(here) && !address.includes('/api/sso/'))
          return address.slice(here.length);
        response = await this.go(address);
        continue;
      }
      const page = await response.text();
      const action = /<form[^>]+action="([^"]+)"/.exec(page)?.[1];
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
      if (action === undefined || prompt === undefined)
        throw new Error(`no form at ${address}: ${response.status}`);
      address = new URL(action, address).href;
      response = await this.go(address, { prompt, login, password: 'x' });
    }
    throw new Error('went in circles');
  }
}

beforeAll(async () => {
  world = await buildWorld(database.appUrl);
  folder = await mkdtemp(join(tmpdir(), 'zhibu-sso-'));
  const [port, providerPort] = [await freePort(), await freePort()];
  here = `http://127.0.0.1:${port}`;
  provider = spawn(process.execPath, [PROVIDER, String(providerPort), `${here}/api/sso/callback`], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (provider.stdout === null) throw new Error('no output');
  await once(provider.stdout, 'data');
  const sso = makeSso({
    issuer: `http://127.0.0.1:${providerPort}`,
    clientId: 'zhibu',
    clientSecret: 'only-for-tests',
  });
  http = await serveWorld(world, folder, sso);
  await http.app.listen({ host: '127.0.0.1', port });
  const [person] = world.branch.people;
  if (person === undefined) throw new Error('nobody');
  await http.signIn('wang', world.branch, person, 'secretary');
});

afterAll(async () => {
  provider.kill();
  await http.close();
  await world.db.close();
  await rm(folder, { recursive: true, force: true });
});

test('an identity that no account is tied to does not come in', async () => {
  expect(await new Browser().throughProvider(`${here}/api/sso/start`, 'wang')).toBe(
    '/login?sso=unknown',
  );
});

test('tied once while signed in, it signs in from another browser', async () => {
  const office = new Browser();
  const [name = '', value = ''] = http.cookieOf('wang').split('=');
  office.jar(new URL(here).host).set(name, value);
  expect(await office.throughProvider(`${here}/api/sso/start?link=1`, 'wang')).toContain(
    'sso=linked',
  );

  const elsewhere = new Browser();
  expect(await elsewhere.throughProvider(`${here}/api/sso/start`, 'wang')).toBe('/');
  const me = await elsewhere.go(`${here}/api/me`);
  expect(await me.json()).toMatchObject({ acting: { post: 'secretary' } });
});

test('a way back that this browser did not begin is refused', async () => {
  const response = await new Browser().go(`${here}/api/sso/callback?code=x&state=y`);
  expect(response.headers.get('location')).toBe('/login?sso=failed');
});
