import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { serveWorld, type HttpWorld } from '../worlds/http.ts';
import { buildWorld, type World } from '../worlds/world.ts';
import { ENDPOINTS } from './contract.ts';
import { dice, plausible, schemaOf, type Pool } from './inputs.ts';

/**
 * Only leakproof operators reach an index under row security. With sequential scans made dear, a
 * plan that still scans a whole table shows a predicate that no index can serve for a request.
 */
const database = await testDatabase();
let world: World;
let http: HttpWorld;
let folder: string;
let app: pg.Client;
let pool: Pool;
let looked = 0;
let caught: { sql: string; values: readonly unknown[] }[] = [];

/** Whole by nature: a handful of rows, read as they are. */
const SMALL = new Set(['tenant']);

beforeAll(async () => {
  world = await buildWorld(database.appUrl, {
    onQuery: (sql, values) => caught.push({ sql, values }),
  });
  folder = await mkdtemp(join(tmpdir(), 'zhibu-plan-'));
  http = await serveWorld(world, folder);
  const [person] = world.branch.people;
  if (person === undefined) throw new Error('nobody');
  await http.signIn('secretary', world.branch, person, 'secretary');
  pool = {
    ids: { org: [world.branch.orgId], person: [...world.branch.people] },
    days: ['2026-03-01'],
    months: ['2026-01', '2026-03'],
  };
  app = new pg.Client({ connectionString: database.appUrl });
  await app.connect();
});

afterAll(async () => {
  await app.end();
  await http.close();
  await world.db.close();
  await rm(folder, { recursive: true, force: true });
});

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Filter?: string;
  readonly Plans?: readonly PlanNode[];
}

const nodes = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodes)];

async function scanned(sql: string, values: readonly unknown[]): Promise<string[]> {
  const { branch, founded } = world;
  await app.query('begin');
  try {
    await app.query(
      `set local enable_seqscan = off; set local app.tenant = '${founded.tenantId}'; set local app.scope = '${branch.path}';
       set local app.place = '${branch.path}'; set local app.person = '${branch.people[0] ?? ''}'`,
    );
    const found = await app.query<{ 'QUERY PLAN': readonly { Plan: PlanNode }[] }>(
      `explain (format json) ${sql}`,
      [...values],
    );
    const plan = found.rows[0]?.['QUERY PLAN'][0]?.Plan;
    if (plan === undefined) throw new Error(`no plan: ${sql}`);
    return nodes(plan)
      .filter((node) => node['Node Type'] === 'Seq Scan' && !SMALL.has(node['Relation Name'] ?? ''))
      .map((node) => `${node['Relation Name'] ?? ''}: ${node.Filter ?? ''}`);
  } finally {
    await app.query('rollback');
  }
}

const READS = ENDPOINTS.filter((endpoint) => endpoint.method === 'GET');

test.each(READS.map((e) => [e.name, e] as const))(
  '%s reaches its rows by an index',
  async (name, endpoint) => {
    const roll = dice(3);
    const schema = schemaOf(endpoint.input);
    caught = [];
    for (let n = 0; n < 4; n += 1) {
      await http.call('secretary', 'GET', endpoint.path, plausible(schema, '', pool, roll));
    }
    const statements = new Map(
      caught
        .filter(({ sql }) => /^\s*(select|with)/i.test(sql))
        .map((one) => [one.sql, one.values]),
    );
    looked += statements.size;
    for (const [sql, values] of statements) {
      // Functions of the database run as their owner; row security is not in their way.
      if (
        /^\s*select (\* |\w+\s)*from? ?\w+\(/i.test(sql) ||
        / from (account|session|tenant|audit|org|command)_\w+\(/.test(sql)
      )
        continue;
      expect(await scanned(sql, values), `${name}: ${sql}`).toEqual([]);
    }
  },
);

test('statements were looked at', () => {
  expect(looked).toBeGreaterThan(READS.length);
});
