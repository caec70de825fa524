import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OrgId, PersonId } from '#kernel/ids';
import { plainDate as day } from '#kernel/plain-date';
import { unwrap } from '#kernel/result';
import { rosterIdsOn } from '#modules/members';
import { testDatabase } from '../../tests/support/database.ts';
import { transferDesk, type Town, type TransferDesk } from '../../tests/worlds/transfer-desk.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';
import { beginIn } from './commands/begin-in.ts';
import { beginOut } from './commands/begin-out.ts';
import { undoStep } from './commands/undo-step.ts';
import { list } from './queries/list.ts';
import { directory, letters } from './queries/look-up.ts';

const database = await testDatabase();
let world: World;
let desk: TransferDesk;
let from: Town;
let to: Town;
let next = 0;

beforeAll(async () => {
  world = await buildWorld(database.appUrl, { today: day('2026-03-02') });
  desk = await transferDesk(world);
  from = await desk.town('东河', [
    '王一',
    '王二',
    '王三',
    '王四',
    '王五',
    '王六',
    '王七',
    '王八',
    '王九',
  ]);
  to = await desk.town('西岭', ['李一', '李二']);
});
afterAll(() => world.db.close());

let person: PersonId;
beforeEach(() => {
  const one = from.people[(next += 1) - 1];
  if (one === undefined) throw new Error('nobody left');
  person = one;
});

const roster = (orgId: OrgId) =>
  desk.reading(desk.county, (read) => rosterIdsOn(read, orgId, desk.today()));
const inRosters = async (who: PersonId) => ({
  from: (await roster(from.branchId)).has(who),
  to: (await roster(to.branchId)).has(who),
});

describe('线上接转 across two committees', () => {
  test('the sender answers until received; both rosters change in one act', async () => {
    const caseId = await desk.send(from, to, person, 'online');
    expect(await desk.code(desk.step(from.secretary, caseId, 'approve_out'))).toBe(
      'transfers.step_of_other',
    );
    unwrap(await desk.step(from.officer, caseId, 'approve_out', { nationalNumber: 'X1' }));
    unwrap(await desk.step(to.officer, caseId, 'approve_in'));
    expect(await inRosters(person)).toEqual({ from: true, to: false });
    expect((await desk.look(to.secretary, caseId)).responsible).toBe('东河村党支部');
    expect(await desk.code(desk.step(from.secretary, caseId, 'confirm'))).toBe(
      'transfers.step_of_other',
    );
    unwrap(await desk.step(to.secretary, caseId, 'confirm'));
    expect(await inRosters(person)).toEqual({ from: false, to: true });
    const seen = await desk.look(from.secretary, caseId);
    expect(seen).toMatchObject({ standing: 'done', responsible: '西岭村党支部' });
    expect(seen.steps.map((one) => one.byAs)).toEqual([
      '东河 secretary',
      '东河 officer',
      '西岭 officer',
      '西岭 secretary',
    ]);
  });

  test('both ends and those above see it, and nobody else', async () => {
    const caseId = await desk.send(from, to, person, 'online');
    for (const actor of [from.secretary, from.officer, to.secretary, to.officer, desk.county])
      expect((await desk.look(actor, caseId)).name).toBe('王二');
    await expect(desk.look(world.other.as('secretary'), caseId)).rejects.toThrow('out of sight');
    const inbox = await desk.reading(from.officer, (read) =>
      list(read, { orgId: from.committeeId, tab: 'inbox', page: 1, pageSize: 50 }),
    );
    expect(inbox?.rows.map((one) => one.caseId)).toContain(caseId);
    const other = await desk.reading(to.secretary, (read) =>
      list(read, { orgId: to.branchId, tab: 'in', page: 1, pageSize: 50 }),
    );
    expect(other?.rows.find((one) => one.caseId === caseId)?.mine).toBe(false);
  });

  test('a return asks for a written reason that the sender reads, and can be sent anew or withdrawn', async () => {
    const caseId = await desk.send(from, to, person, 'online');
    unwrap(await desk.step(from.officer, caseId, 'approve_out'));
    expect(await desk.code(desk.step(to.officer, caseId, 'return_in'))).toBe(
      'transfers.reason_missing',
    );
    unwrap(await desk.step(to.officer, caseId, 'return_in', { reason: '档案缺入党志愿书' }));
    const seen = await desk.look(from.secretary, caseId);
    expect(seen.stateName).toBe('已退回');
    expect(seen.steps.at(-1)?.told.reason).toBe('档案缺入党志愿书');
    unwrap(await desk.step(from.secretary, caseId, 'resubmit', { note: '已补齐' }));
    unwrap(await desk.step(from.secretary, caseId, 'withdraw', { reason: '不去了' }));
    expect((await desk.look(to.secretary, caseId)).standing).toBe('withdrawn');
    expect(await inRosters(person)).toEqual({ from: true, to: false });
    expect(await desk.code(desk.step(to.secretary, caseId, 'confirm'))).toBe('procedure.not_now');
    await desk.send(from, to, person, 'online');
  });

  test('one transfer of a person at a time; inside one committee it is no transfer', async () => {
    await desk.send(from, to, person, 'online');
    const again = desk.attempt(from.secretary, (write) =>
      beginOut(write, {
        orgId: from.branchId,
        personId: person,
        route: 'letter',
        toName: '外省某支部',
        on: desk.today(),
        told: { why: 'work' },
      }),
    );
    expect(await desk.code(again)).toBe('transfers.case_open');
    const inside = desk.attempt(world.branch.as('secretary'), (write) =>
      beginOut(write, {
        orgId: world.branch.orgId,
        personId: world.branch.people[0] as PersonId,
        route: 'online',
        toOrgId: world.other.orgId,
        on: desk.today(),
        told: { why: 'work' },
      }),
    );
    expect(await desk.code(inside)).toBe('transfers.same_committee');
    const found = await desk.reading(world.branch.as('secretary'), (read) =>
      directory(read, { orgId: world.branch.orgId, q: '党支部' }),
    );
    expect(Object.fromEntries(found?.places.map((one) => [one.name, one.way]) ?? [])).toMatchObject(
      {
        县水务局党支部: 'internal',
        西岭村党支部: 'transfer',
      },
    );
  });

  test('the last step is taken back with its reason, an earlier one never', async () => {
    const caseId = await desk.send(from, to, person, 'online');
    unwrap(await desk.step(from.officer, caseId, 'approve_out'));
    const seen = await desk.look(from.officer, caseId);
    const undo = (stepId: string | undefined, actor = from.officer) =>
      desk.attempt(actor, (write) =>
        undoStep(write, { caseId, stepId: stepId ?? '', reason: '误点', basedOn: seen.version }),
      );
    expect(await desk.code(undo(seen.steps[0]?.stepId))).toBe('transfers.not_the_last_step');
    expect(await desk.code(undo(seen.steps[1]?.stepId, to.officer))).toBe(
      'transfers.step_of_other',
    );
    unwrap(await undo(seen.steps[1]?.stepId));
    const after = await desk.look(to.secretary, caseId);
    expect(after.stateName).toBe('待转出党委审批');
    expect(after.undone).toMatchObject([{ moves: ['转出党委审批'], reason: '误点' }]);
  });
});

describe('介绍信', () => {
  test('three registers agree: number, expiry, renewal, receipt', async () => {
    const caseId = await desk.send(from, to, person, 'letter');
    const proposed = (await desk.look(from.officer, caseId)).proposed;
    expect(proposed).toEqual({ letterNumber: '2026-001', letterDays: 10 });
    unwrap(await desk.step(from.officer, caseId, 'issue_letter', proposed));
    const held = desk.today();
    desk.goTo('2026-03-20');
    expect(await desk.code(desk.step(to.officer, caseId, 'report'))).toBe(
      'transfers.letter_expired',
    );
    const renewed = { letterNumber: '2026-002', letterDays: 30, reason: '因病未能按期报到' };
    expect(
      await desk.code(
        desk.step(from.officer, caseId, 'renew_letter', { ...renewed, letterNumber: '2026-001' }),
      ),
    ).toBe('transfers.letter_same_number');
    unwrap(await desk.step(from.officer, caseId, 'renew_letter', renewed));
    unwrap(await desk.step(to.officer, caseId, 'report'));
    unwrap(await desk.step(to.secretary, caseId, 'confirm'));
    expect(await inRosters(person)).toEqual({ from: false, to: true });
    unwrap(await desk.step(to.officer, caseId, 'send_receipt', { handler: '李一' }));
    unwrap(await desk.step(from.officer, caseId, 'file_receipt'));
    expect(held).toBe('2026-03-02');
    const book = (town: Town, direction: 'out' | 'in') =>
      desk.reading(town.officer, (read) =>
        letters(read, { orgId: town.committeeId, year: 2026, direction }),
      );
    expect((await book(from, 'out'))?.letters).toMatchObject([
      { number: '2026-001', spoiled: true },
      { number: '2026-002', spoiled: false, receiptOn: '2026-03-20', validUntil: '2026-04-19' },
    ]);
    expect((await book(to, 'in'))?.letters).toMatchObject([
      { number: '2026-002', receiptBy: '李一' },
    ]);
    const hidden = await desk.reading(to.officer, (read) =>
      letters(read, { orgId: from.committeeId, year: 2026, direction: 'out' }),
    );
    expect(hidden).toBeNull();
  });

  test('to an organisation outside: what it did is recorded here, and the roster ends on that day', async () => {
    const { caseId } = unwrap(
      await desk.attempt(from.secretary, (write) =>
        beginOut(write, {
          orgId: from.branchId,
          personId: person,
          route: 'online',
          toName: '邻省青石村党支部',
          toCommittee: '中共青石镇委员会',
          on: desk.today(),
          told: { why: 'residence' },
        }),
      ),
    );
    unwrap(await desk.step(from.officer, caseId, 'approve_out'));
    unwrap(await desk.step(from.secretary, caseId, 'approve_in'));
    expect((await inRosters(person)).from).toBe(true);
    unwrap(await desk.step(from.secretary, caseId, 'confirm'));
    expect((await inRosters(person)).from).toBe(false);
    expect((await desk.look(from.secretary, caseId)).steps.map((one) => one.ofOther)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  test('from an organisation outside: in the roster once the branch confirms, numbers leave the case', async () => {
    const begin = (idNumber: string) =>
      desk.attempt(to.officer, (write) =>
        beginIn(write, {
          orgId: to.committeeId,
          route: 'letter',
          name: '赵新',
          category: 'full',
          sex: 'female',
          joinedOn: day('2010-07-01'),
          idNumber,
          fromName: '邻省青石村党支部',
          fromCommittee: '中共青石镇委员会',
          startedOn: day('2026-03-10'),
          letterNumber: '青组7',
          letterDays: 30,
        }),
      );
    expect(await desk.code(begin('110101199003070001'))).toMatch(/^members\./);
    const { caseId } = unwrap(await begin('110101199003074477'));
    expect(await desk.code(desk.step(to.officer, caseId, 'report'))).toBe(
      'transfers.branch_missing',
    );
    unwrap(await desk.step(to.officer, caseId, 'report', { branchId: to.branchId }));
    unwrap(await desk.step(to.secretary, caseId, 'confirm'));
    const seen = await desk.look(to.secretary, caseId);
    expect(seen.personId).not.toBeNull();
    expect((await roster(to.branchId)).has(seen.personId as PersonId)).toBe(true);
    unwrap(await desk.step(to.officer, caseId, 'send_receipt', { handler: '李一' }));
    expect((await desk.look(to.officer, caseId)).standing).toBe('done');
    expect(await desk.code(begin('110101199003074477'))).toBe('members.already_in_a_roster');
  });
});
