import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OrgId } from '#kernel/ids';
import { addDays, plainDate, type PlainDate } from '#kernel/plain-date';
import { ok, type Result } from '#kernel/result';
import type { Actor, Write } from '#platform/db';
import { systemActor } from '#modules/accounts';
import { enterMember } from '#modules/members';
import { withClient } from '#platform/postgres';
import { testDatabase } from '../../tests/support/database.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';
import { establish } from './commands/establish.ts';
import { rename } from './commands/change-organisation.ts';
import { move } from './commands/move.ts';
import { revoke } from './commands/revoke.ts';
import { rosterOfMembers } from '#modules/members';
import { subtreeIdsOn } from './store/look-up.ts';
import { treeOn } from './store/tree.ts';

const database = await testDatabase();
let world: World;
let county: Actor;
const START = plainDate('2026-03-02');
const END = plainDate('2026-12-30');
const papers = { approvedBy: '中共云山县委', approvalPaper: '云委组〔2026〕9号' };

beforeAll(async () => {
  world = await buildWorld(database.appUrl, { size: 2 });
  county = { ...systemActor(world.founded), post: 'officer', actingAs: '县委组织部' };
  world.clock.set(Date.parse(`${END}T09:00:00+08:00`));
});
afterAll(() => world.db.close());

const doing = <T>(
  actor: Actor,
  work: (write: Write) => Promise<Result<T>>,
  alone = false,
): Promise<Result<T>> => world.db.write(actor, { commandId: null, action: 'test', alone }, work);

let made = 0;
const body = async (
  kind: 'committee' | 'branch',
  parentId: OrgId,
  on: PlainDate = START,
): Promise<OrgId> => {
  made += 1;
  const name = `第${made}${kind === 'branch' ? '党支部' : '党委'}`;
  const done = await world.act(county, (write) =>
    establish(write, {
      parentId,
      name,
      shortName: name,
      kind,
      sector: 'mixed',
      memberKind: 'general',
      units: [],
      on,
      ...papers,
    }),
  );
  return done.orgId;
};
const moving = (orgId: OrgId, parentId: OrgId, on: PlainDate = END): Promise<Result<unknown>> =>
  doing(county, (write) => move(write, { orgId, parentId, on, ...papers }), true);

/** The path of everything that has one, over the whole catalogue: each stands where an organisation stands. */
async function strayRows(): Promise<string[]> {
  return withClient(database.ownerUrl, async (owner) => {
    const tables = await owner.query<{ relname: string }>(
      `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_path'
        join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public' where c.relkind = 'r'`,
    );
    const stray: string[] = [];
    for (const { relname } of tables) {
      const found = await owner.query<{ n: number }>(
        `select count(*)::int as n from ${relname} t
          where not exists (select 1 from organisation o where o.tenant_id = t.tenant_id and o.org_path = t.org_path)`,
      );
      if ((found[0]?.n ?? 0) > 0) stray.push(relname);
    }
    return stray;
  });
}

interface Line {
  readonly id: OrgId;
  readonly from: PlainDate;
  to: PlainDate | null;
  /** Parent from each day on, in the order in which the days lie. */
  parents: { from: PlainDate; parent: OrgId }[];
}

/** The same tree from a plain list: what each act says, nothing else. */
function parentOfLine(line: Line, day: PlainDate): OrgId | null {
  if (day < line.from || (line.to !== null && day >= line.to)) return null;
  return line.parents.findLast((one) => one.from <= day)?.parent ?? null;
}

describe('the dated tree', () => {
  test('equals a naive list of acts on any day, also with late entries', async () => {
    const root = world.founded.orgId;
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            what: fc.constantFrom('establish', 'move', 'revoke', 'rename'),
            child: fc.nat(20),
            parent: fc.nat(20),
            after: fc.integer({ min: 0, max: 300 }),
          }),
          { minLength: 6, maxLength: 14 },
        ),
        async (steps) => {
          const lines: Line[] = [];
          const committees: OrgId[] = [root];
          for (const step of steps) {
            const on = addDays(START, step.after);
            const parent = committees[step.parent % committees.length] ?? root;
            const line = lines[step.child % Math.max(1, lines.length)];
            if (step.what === 'establish' || line === undefined) {
              const made_ = await doing(county, (write) =>
                establish(write, {
                  parentId: parent,
                  name: `组织${(made += 1)}党委`,
                  shortName: 'x',
                  kind: 'committee',
                  sector: 'mixed',
                  memberKind: 'general',
                  units: [],
                  on,
                  ...papers,
                }),
              );
              if (!made_.ok) continue;
              const id = made_.value.orgId;
              lines.push({ id, from: on, to: null, parents: [{ from: on, parent }] });
              committees.push(id);
            } else if (step.what === 'move') {
              const before = parentOfLine(line, on);
              const moved = await moving(line.id, parent, on);
              if (!moved.ok) continue;
              // A later move of its own stands; until then the new parent holds.
              const kept = line.parents.filter((one) => one.from !== on);
              const next = kept.find((one) => one.from > on);
              const rest = next?.parent === before ? kept.filter((one) => one !== next) : kept;
              line.parents = [...rest, { from: on, parent }].toSorted((a, b) =>
                a.from.localeCompare(b.from),
              );
            } else if (step.what === 'revoke') {
              const done = await doing(county, (write) =>
                revoke(write, { orgId: line.id, on, ...papers }, rosterOfMembers),
              );
              if (done.ok) line.to = on;
            } else {
              await doing(county, (write) =>
                rename(write, {
                  orgId: line.id,
                  name: `组织${(made += 1)}党委`,
                  shortName: 'y',
                  on,
                  ...papers,
                }),
              );
            }
          }
          for (let at = 0; at <= 302; at += 23) {
            const day = addDays(START, at);
            const rows = await world.db.read(county, (read) => treeOn(read, day));
            const found = new Map(rows.map((row) => [row.org_id, row.parent_id]));
            for (const line of lines) {
              expect(found.get(line.id) ?? null).toBe(parentOfLine(line, day));
            }
          }
        },
      ),
      { numRuns: 12, seed: 20261121 },
    );
    expect(await strayRows()).toEqual([]);
  }, 120_000);

  test('a move back-dated behind a later one holds only until then, and access stays with today', async () => {
    const [a, b, c] = [
      await body('committee', world.founded.orgId),
      await body('committee', world.founded.orgId),
      await body('committee', world.founded.orgId),
    ];
    const child = await body('branch', a);
    expect((await moving(child, c, plainDate('2026-09-01'))).ok).toBe(true);
    expect((await moving(child, b, plainDate('2026-06-01'))).ok).toBe(true);
    const at = async (day: string): Promise<string | null | undefined> =>
      (await world.db.read(county, (read) => treeOn(read, plainDate(day)))).find(
        (row) => row.org_id === child,
      )?.parent_id;
    expect(await at('2026-05-31')).toBe(a);
    expect(await at('2026-06-01')).toBe(b);
    expect(await at('2026-08-31')).toBe(b);
    expect(await at('2026-09-01')).toBe(c);
    const below = await world.db.read(county, (read) => subtreeIdsOn(read, c, END));
    expect(below).toContain(child);
    expect(await strayRows()).toEqual([]);
  });
});

describe('moves', () => {
  test('two movers at once never make a circle', async () => {
    const a = await body('committee', world.founded.orgId);
    const b = await body('committee', world.founded.orgId);
    const results = await Promise.all([moving(a, b), moving(b, a)]);
    expect(results.filter((one) => one.ok)).toHaveLength(1);
    const refused = results.find((one) => !one.ok);
    expect(refused).toMatchObject({ refusal: { code: 'organisations.cycle' } });
  });

  test('whoever writes in a subtree while it moves loses nothing and leaves no row at the old place', async () => {
    const [from, to] = [
      await body('committee', world.founded.orgId),
      await body('committee', world.founded.orgId),
    ];
    const branch = await body('branch', from);
    const enter = (index: number): Promise<Result<unknown>> =>
      doing(county, (write) =>
        enterMember(write, {
          orgId: branch,
          name: `新${index}`,
          category: 'full',
          from: plainDate('2026-04-01'),
        }),
      );
    const writes = Array.from({ length: 12 }, (_, index) => enter(index));
    const [, ...entered] = await Promise.all([moving(from, to), ...writes]);
    expect(entered.filter((one) => one.ok)).toHaveLength(12);
    expect(await strayRows()).toEqual([]);
    const counts = await world.db.read(county, (read) => rosterOfMembers.counts(read, END));
    expect(counts.get(branch)?.full).toBe(12);
  });

  test('whoever acts from the place that moved is told, and writes nothing', async () => {
    const [from, to] = [
      await body('committee', world.founded.orgId),
      await body('committee', world.founded.orgId),
    ];
    const branch = await body('branch', from);
    const path = await world.db.read(county, (read) =>
      read.db
        .selectFrom('organisation')
        .select('org_path')
        .where('org_id', '=', branch)
        .executeTakeFirstOrThrow(),
    );
    const place = path.org_path as Actor['place'];
    const there: Actor = { ...county, orgId: branch, place, scope: place };
    expect((await moving(from, to)).ok).toBe(true);
    const late = await doing(there, () => Promise.resolve(ok(null)));
    expect(late).toMatchObject({ ok: false, refusal: { code: 'common.changed_meanwhile' } });
  });

  test('nobody moves a body out of, or into, what is not theirs', async () => {
    const a = await body('committee', world.founded.orgId);
    const branch = await body('branch', a);
    const path = await world.db.read(county, (read) =>
      read.db
        .selectFrom('organisation')
        .select('org_path')
        .where('org_id', '=', a)
        .executeTakeFirstOrThrow(),
    );
    const place = path.org_path as Actor['place'];
    const officer: Actor = { ...county, orgId: a, place, scope: place };
    const done = await doing(
      officer,
      (write) => move(write, { orgId: branch, parentId: world.founded.orgId, on: END, ...papers }),
      true,
    );
    expect(done.ok).toBe(false);
  });
});

test('twenty writers race on one dated key: its rows never overlap', async () => {
  const orgId = await body('branch', world.founded.orgId);
  const results = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      doing(county, (write) =>
        rename(write, {
          orgId,
          name: `争先${index}党支部`,
          shortName: `争先${index}`,
          on: addDays(START, 1 + ((index * 37) % 200)),
          ...papers,
        }),
      ),
    ),
  );
  expect(results.filter((one) => one.ok).length).toBeGreaterThan(0);
  const rows = await world.db.read(county, (read) =>
    read.db
      .selectFrom('organisation_state')
      .select(['valid_from', 'valid_to'])
      .where('org_id', '=', orgId)
      .where('superseded_at', 'is', null)
      .orderBy('valid_from')
      .execute(),
  );
  for (const [at, row] of rows.entries()) {
    expect(row.valid_to).toBe(rows[at + 1]?.valid_from ?? null);
  }
  expect(rows[0]?.valid_from).toBe(START);
});
