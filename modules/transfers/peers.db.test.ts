import { afterAll, beforeAll, expect, test } from 'vitest';
import pg from 'pg';
import type { AccountId, OrgId, PersonId, TenantId } from '#kernel/ids';
import { rootPath } from '#kernel/org-path';
import { plainDate as day } from '#kernel/plain-date';
import { ok, unwrap } from '#kernel/result';
import { sql, type Actor } from '#platform/db';
import { enterMember, rosterIdsOn, setSecrets } from '#modules/members';
import { establish, foundTenant } from '#modules/organisations';
import { permissionsOf } from '../../server/modules.ts';
import { testDatabase } from '../../tests/support/database.ts';
import { transferDesk, type Town, type TransferDesk } from '../../tests/worlds/transfer-desk.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';
import { beginOut } from './commands/begin-out.ts';
import type { Doing } from './commands/do-step.ts';
import { exchangeMessages, proveRosters } from './jobs.ts';
import { list } from './queries/list.ts';
import { peers } from './queries/look-up.ts';

const database = await testDatabase();
const FAR = '22222222-0000-7000-8000-000000000001' as TenantId;
const FAR_ORG = '22222222-0000-7000-8000-000000000002' as OrgId;
let world: World;
let desk: TransferDesk;
let from: Town;
let keepers: Actor[];
let far: Actor;
let farBranch: OrgId;

const keeperOf = (tenantId: TenantId, seq: number): Actor => ({
  tenantId,
  accountId: '00000000-0000-7000-8000-000000000000' as AccountId,
  accountName: '系统',
  personId: null,
  post: 'system',
  actingAs: '每晚核对',
  orgId: tenantId as string as OrgId,
  place: rootPath(seq),
  scope: rootPath(seq),
  permissions: new Set(),
});

beforeAll(async () => {
  world = await buildWorld(database.appUrl, { today: day('2026-03-02'), size: 3 });
  desk = await transferDesk(world);
  from = await desk.town('东河', ['王一', '王二']);
  // A second county on the same installation.
  const seq = await world.db.system(async (plain) => {
    const at = new Date(world.clock.now());
    const made = await sql<{ seq: number }>`
      select tenant_create(${FAR}::uuid, '中共清川县委员会', true, ${at}) as seq`.execute(plain);
    return Number(made.rows[0]?.seq);
  });
  keepers = [keeperOf(world.founded.tenantId, 1), keeperOf(FAR, seq)];
  const root = keeperOf(FAR, seq);
  const top = await world.act(root, async (write) =>
    ok(
      await foundTenant(write, FAR_ORG, day('2020-01-01'), {
        name: '中共清川县委员会',
        shortName: '清川县委',
        kind: 'committee',
        sector: 'mixed',
        memberKind: 'general',
        units: [],
      }),
    ),
  );
  far = {
    ...root,
    post: 'officer',
    orgId: FAR_ORG,
    place: top.orgPath,
    scope: top.orgPath,
    permissions: permissionsOf('officer'),
  };
  ({ orgId: farBranch } = await world.act(far, (write) =>
    establish(write, {
      parentId: FAR_ORG,
      name: '清川县机关党支部',
      shortName: '清川县机关党支部',
      kind: 'branch',
      sector: 'office',
      memberKind: 'office',
      units: [],
      on: day('2020-01-02'),
      approvedBy: '中共清川县委',
      approvalPaper: '清委组〔2020〕1号',
    }),
  ));
  for (const personId of from.people)
    await world.act(desk.county, (write) =>
      setSecrets(write, {
        personId,
        idNumber: personId === from.people[0] ? '110101199003074477' : '',
        basedOn: null,
      }),
    );
});
afterAll(() => world.db.close());

const inFar = async (actor: Actor) => {
  const found = await desk.reading(actor, (read) =>
    list(read, { orgId: FAR_ORG, tab: 'in', page: 1, pageSize: 50 }),
  );
  return found?.rows ?? [];
};
const exchange = () => exchangeMessages(world.db, keepers);
const send = async (personId: PersonId) =>
  unwrap(
    await desk.attempt(from.secretary, (write) =>
      beginOut(write, {
        orgId: from.branchId,
        personId,
        route: 'online',
        toTenant: FAR,
        on: desk.today(),
        told: { why: 'work' },
      }),
    ),
  ).caseId;

test('to another county of the installation: each end has its own case, tied by messages', async () => {
  expect(await desk.reading(from.secretary, (read) => peers(read))).toEqual({
    peers: [{ tenantId: FAR, name: '中共清川县委员会' }],
  });
  const person = from.people[0] as PersonId;
  const caseId = await send(person);
  await exchange();
  expect(await inFar(far)).toEqual([]);
  unwrap(await desk.step(from.officer, caseId, 'approve_out'));
  expect(await exchange()).toBe(1);
  expect(await exchange()).toBe(0);
  const [arrived] = await inFar(far);
  expect(arrived).toMatchObject({ name: '王一', stateName: '待接收党委审批', side: 'inward' });
  const farCase = arrived?.caseId as Doing['caseId'];

  // What the other did comes by itself and is not typed; what was offered is not taken back alone.
  expect(await desk.code(desk.step(from.secretary, caseId, 'approve_in'))).toBe(
    'transfers.step_of_other',
  );
  expect(await desk.code(desk.step(from.secretary, caseId, 'withdraw', { reason: '不去' }))).toBe(
    'transfers.peer_has_it',
  );
  unwrap(await desk.step(far, farCase, 'return_in', { reason: '请补档案' }));
  await exchange();
  const seen = await desk.look(from.secretary, caseId);
  expect(seen.stateName).toBe('已退回');
  expect(seen.steps.at(-1)?.told.reason).toBe('请补档案');
  unwrap(await desk.step(from.secretary, caseId, 'resubmit', { note: '已补' }));
  unwrap(await desk.step(from.officer, caseId, 'approve_out'));
  await exchange();
  unwrap(await desk.step(far, farCase, 'approve_in', { branchId: farBranch }));
  unwrap(await desk.step(far, farCase, 'confirm'));
  await exchange();
  expect((await desk.look(from.secretary, caseId)).standing).toBe('done');
  const home = await desk.reading(desk.county, (read) =>
    rosterIdsOn(read, from.branchId, desk.today()),
  );
  expect(home.has(person)).toBe(false);
  const there = await desk.reading(far, (read) => rosterIdsOn(read, farBranch, desk.today()));
  expect(there.size).toBe(1);
  expect(await proveRosters(world.db, keepers)).toBe(0);
});

test('a message that was changed on the way is not handled', async () => {
  const caseId = await send(from.people[1] as PersonId);
  unwrap(await desk.step(from.officer, caseId, 'approve_out'));
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(`update transfer_outbox set signature = 'x' where delivered_at is null`);
  expect(await exchange()).toBe(0);
  const kept = await owner.query('select refused from transfer_inbox where refused is not null');
  expect(kept.rows).toEqual([{ refused: 'transfers.message_broken' }]);
  await owner.end();
  expect((await inFar(far)).map((one) => one.name)).toEqual([]);
});

test('one number in the rosters of two counties is found by the proof over tenants', async () => {
  await world
    .act(far, (write) =>
      enterMember(write, {
        orgId: farBranch,
        name: '王二',
        category: 'full',
        idNumber: '110101199003074477',
        from: day('2026-01-01'),
      }),
    )
    .catch(() => undefined);
  await world.act(desk.county, (write) =>
    enterMember(write, {
      orgId: from.branchId,
      name: '王再来',
      category: 'full',
      idNumber: '110101199003074477',
      from: desk.today(),
    }),
  );
  expect(await proveRosters(world.db, keepers)).toBe(2);
});
