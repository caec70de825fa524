import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { permissionsOf } from '../../server/modules.ts';
import { testDatabase } from '../support/database.ts';
import { serveWorld, type Answer, type HttpWorld } from '../worlds/http.ts';
import { buildWorld, type World } from '../worlds/world.ts';
import { ENDPOINTS } from './contract.ts';
import { dice, malformed, plausible, schemaOf, type Pool } from './inputs.ts';

/** How many malformed inputs each endpoint gets; the soak run takes 200. */
const DOSE = Number(process.env['ZHIBU_DOSE'] ?? 20);

/** Signing somebody out or changing the password would end the net's own sessions. */
const ENDS_SESSIONS = new Set([
  'accounts.signOut',
  'accounts.endSession',
  'accounts.actAs',
  'accounts.takeCode',
]);
const ASKED = ENDPOINTS.filter((endpoint) => !ENDS_SESSIONS.has(endpoint.name));

const database = await testDatabase();
let world: World;
let http: HttpWorld;
let folder: string;
let own: Pool;
let foreign: Pool;

const DAYS = {
  days: ['2026-03-01', '2026-02-10', '2025-06-30'],
  months: ['2026-01', '2026-03', '2025-12'],
};

beforeAll(async () => {
  world = await buildWorld(database.appUrl);
  folder = await mkdtemp(join(tmpdir(), 'zhibu-net-'));
  http = await serveWorld(world, folder);
  const [a, b] = [world.branch, world.other];
  const first = (people: readonly string[], index: number) => {
    const found = people[index];
    if (found === undefined) throw new Error('no such person');
    return found as (typeof a.people)[number];
  };
  await http.signIn('secretary-a', a, first(a.people, 0), 'secretary');
  await http.signIn('clerk-like-a', a, first(a.people, 1), 'group_leader');
  await http.signIn('member-a', a, first(a.people, 2), 'member');
  await http.signIn('secretary-b', b, first(b.people, 0), 'secretary');
  own = { ids: { org: [a.orgId], person: [...a.people] }, ...DAYS };
  foreign = { ids: { org: [a.orgId], person: [...a.people] }, ...DAYS };
});

afterAll(async () => {
  await http.close();
  await world.db.close();
  await rm(folder, { recursive: true, force: true });
});

const messageOf = (answer: Answer): string => {
  const body = answer.json();
  return typeof body === 'object' && body !== null && 'message' in body ? String(body.message) : '';
};
const CHINESE = /[\u4e00-\u9fff]/;

test('the net knows the endpoints', () => {
  expect(ENDPOINTS.length).toBeGreaterThan(25);
});

describe('without a session', () => {
  test.each(
    ENDPOINTS.filter(({ meta }) => meta.access !== 'public').map((e) => [e.name, e] as const),
  )('%s → 401', async (_name, endpoint) => {
    const answer = await http.call(null, endpoint.method, endpoint.path, {});
    expect(answer.status).toBe(401);
    expect(messageOf(answer)).toMatch(CHINESE);
  });
});

describe('in a post without the permission', () => {
  const guarded = ENDPOINTS.flatMap((endpoint) =>
    typeof endpoint.meta.access === 'object'
      ? [[endpoint.name, endpoint, endpoint.meta.access.permission] as const]
      : [],
  );
  test.each(guarded)('%s → 403 for an ordinary member', async (_name, endpoint, permission) => {
    // Some permissions are a member's own (requests, registrations).
    if (permissionsOf('member').has(permission)) return;
    const answer = await http.call('member-a', endpoint.method, endpoint.path, {});
    expect(answer.status).toBe(403);
    expect(messageOf(answer)).toMatch(CHINESE);
  });
  test('every guarded endpoint names a permission that some post has', () => {
    const posts = [
      'secretary',
      'organisation_member',
      'officer',
      'administrator',
      'clerk',
      'member',
    ] as const;
    const given = new Set(posts.flatMap((post) => [...permissionsOf(post)]));
    expect(
      guarded.map(([, , permission]) => permission).filter((permission) => !given.has(permission)),
    ).toEqual([]);
  });
});

describe('with ids of another branch', () => {
  test.each(ASKED.map((e) => [e.name, e] as const))('%s tells nothing', async (name, endpoint) => {
    const roll = dice(11);
    const schema = schemaOf(endpoint.input);
    for (let n = 0; n < 6; n += 1) {
      const input = plausible(schema, '', foreign, roll);
      const answer = await http.call('secretary-b', endpoint.method, endpoint.path, input);
      expect(answer.status, `${name} ${JSON.stringify(input)} ${answer.text}`).toBeLessThan(500);
      // What was asked for comes back at most as it was sent; names of the other branch never do.
      expect(answer.text).not.toContain('县发展和改革局');
    }
  });
});

describe('malformed', () => {
  test.each(ASKED.map((e) => [e.name, e] as const))(
    '%s answers with a sentence',
    async (name, endpoint) => {
      const roll = dice(23);
      const schema = schemaOf(endpoint.input);
      for (let n = 0; n < DOSE; n += 1) {
        const input = malformed(schema, own, roll);
        const answer = await http.call('secretary-a', endpoint.method, endpoint.path, input);
        const told = `${name} ${JSON.stringify(input).slice(0, 300)} → ${answer.status} ${answer.text.slice(0, 300)}`;
        expect(answer.status, told).toBeLessThan(500);
        if (answer.status >= 400) expect(messageOf(answer), told).toMatch(CHINESE);
      }
    },
  );
});

describe('plausible', () => {
  test.each(ASKED.map((e) => [e.name, e] as const))('%s never fails', async (name, endpoint) => {
    const roll = dice(5);
    const schema = schemaOf(endpoint.input);
    for (let n = 0; n < DOSE; n += 1) {
      const input = plausible(schema, '', own, roll);
      const answer = await http.call('secretary-a', endpoint.method, endpoint.path, input);
      const told = `${name} ${JSON.stringify(input).slice(0, 300)} → ${answer.status} ${answer.text.slice(0, 300)}`;
      expect(answer.status, told).toBeLessThan(500);
      if (answer.status >= 400) expect(messageOf(answer), told).toMatch(CHINESE);
    }
  });
});
