import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OrgId, PersonId } from '#kernel/ids';
import { money } from '#kernel/money';
import { plainDate as day, plainMonth } from '#kernel/plain-date';
import { unwrap } from '#kernel/result';
import { beginCase, detail as admission } from '#modules/admissions';
import { assessMembers, recordReceipts } from '#modules/dues';
import { rosterIdsOn } from '#modules/members';
import { dutiesOf } from '#engines/obligation';
import { testDatabase } from '../../tests/support/database.ts';
import { transferDesk, type Town, type TransferDesk } from '../../tests/worlds/transfer-desk.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';
import { beginOut } from './commands/begin-out.ts';
import { closeCheck, markCheck, openChecks } from './commands/check-affiliations.ts';
import { moveWhole } from './commands/move-whole.ts';
import { proveRosters } from './jobs.ts';
import { transferObligations } from './obligations.ts';
import type { CheckId } from './store/checks.ts';
import { checkDetail, checks } from './queries/checks.ts';
import { list } from './queries/list.ts';
import { dues, wholes } from './queries/look-up.ts';

const database = await testDatabase();
let world: World;
let desk: TransferDesk;
let from: Town;
let to: Town;
let other: Town;

beforeAll(async () => {
  world = await buildWorld(database.appUrl, { today: day('2026-03-02'), size: 6 });
  desk = await transferDesk(world);
  from = await desk.town('东河', ['王一', '王二', '王三', '王四', '预备王五']);
  to = await desk.town('西岭', ['李一', '李二']);
  other = await desk.town('南湖', ['张一']);
});
afterAll(() => world.db.close());

const roster = (orgId: OrgId) =>
  desk.reading(desk.county, (read) => rosterIdsOn(read, orgId, desk.today()));
const homes = async (who: PersonId) => {
  const towns = { from, to, other };
  const found: string[] = [];
  for (const [name, town] of Object.entries(towns))
    if ((await roster(town.branchId)).has(who)) found.push(name);
  return found;
};
const personAt = (town: Town, index: number): PersonId => {
  const found = town.people[index];
  if (found === undefined) throw new Error('nobody');
  return found;
};

describe('two at once', () => {
  test('two receivers and a withdrawal: one of them wins, nobody is in two rosters or none', async () => {
    const person = personAt(from, 0);
    const caseId = await desk.send(from, to, person, 'online');
    unwrap(await desk.step(from.officer, caseId, 'approve_out'));
    unwrap(await desk.step(to.officer, caseId, 'approve_in'));
    const results = await Promise.all([
      desk.step(to.secretary, caseId, 'confirm'),
      desk.step(to.officer, caseId, 'confirm'),
      desk.step(from.secretary, caseId, 'withdraw', { reason: '不去了' }),
      desk.step(desk.county, caseId, 'confirm'),
    ]);
    expect(results.filter((one) => one.ok)).toHaveLength(1);
    const { standing } = await desk.look(desk.county, caseId);
    expect(await homes(person)).toEqual([standing === 'done' ? 'to' : 'from']);
  });

  test('begun twice at once to two places: one case', async () => {
    const person = personAt(from, 1);
    const begin = (town: Town) =>
      desk.attempt(from.secretary, (write) =>
        beginOut(write, {
          orgId: from.branchId,
          personId: person,
          route: 'online',
          toOrgId: town.branchId,
          on: desk.today(),
          told: { why: 'work' },
        }),
      );
    const results = await Promise.all([begin(to), begin(other), begin(to)]);
    expect(results.filter((one) => one.ok)).toHaveLength(1);
    expect(
      await Promise.all(
        results.filter((one) => !one.ok).map((one) => desk.code(Promise.resolve(one))),
      ),
    ).toEqual(['transfers.case_open', 'transfers.case_open']);
  });

  test('the proof finds nobody; somebody put in two rosters by hand is found until put right', async () => {
    expect(await proveRosters(world.db, [desk.county])).toBe(0);
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query('alter table membership disable trigger user');
    const twice = `insert into membership select (m).* from (
      select jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'valid_to', '2026-03-01',
        'org_id', $2::text)) as m from membership m where m.person_id = $1 and m.superseded_at is null limit 1) x
      returning id`;
    const made = await owner.query<{ id: string }>(twice, [personAt(from, 3), to.branchId]);
    expect(await proveRosters(world.db, [desk.county])).toBe(1);
    const alarm = () =>
      desk.reading(desk.county, (read) =>
        list(read, { orgId: world.founded.orgId, tab: 'inbox', page: 1, pageSize: 1 }),
      );
    expect((await alarm())?.rosterAlarm).toBe(1);
    await owner.query('delete from membership where id = $1', [made.rows[0]?.id]);
    await owner.query('alter table membership enable trigger user');
    await owner.end();
    expect(await proveRosters(world.db, [desk.county])).toBe(0);
    expect((await alarm())?.rosterAlarm).toBe(0);
  });
});

describe('who goes along', () => {
  test('a probationary member with the open case; its duties and register are the receiver’s', async () => {
    const person = personAt(from, 4);
    const begun = await desk.attempt(from.secretary, (write) =>
      beginCase(write, {
        orgId: from.branchId,
        person: { personId: person },
        mobile: false,
        league: false,
        steps: [
          { move: 'apply', on: day('2023-01-10'), told: {} },
          { move: 'first_talk', on: day('2023-01-20'), told: { talker: '王一' } },
        ],
      }),
    );
    const admissionId = unwrap(begun).caseId;
    const caseId = await desk.send(from, to, person, 'online');
    expect((await desk.look(to.secretary, caseId)).about.admission).toContain('入党申请人');
    unwrap(await desk.step(from.officer, caseId, 'approve_out'));
    unwrap(await desk.step(to.officer, caseId, 'approve_in'));
    expect(await desk.code(desk.step(to.secretary, caseId, 'confirm'))).toBe(
      'transfers.papers_unchecked',
    );
    unwrap(
      await desk.step(to.secretary, caseId, 'confirm', {
        papersChecked: true,
        overseer: personAt(to, 0),
      }),
    );
    const mine = await desk.reading(to.secretary, (read) =>
      admission(read, { caseId: admissionId }),
    );
    expect(mine).toMatchObject({ orgId: to.branchId, overseers: [{ name: '李一' }] });
    const gone = await desk.reading(from.secretary, (read) =>
      admission(read, { caseId: admissionId }),
    );
    expect(gone).toBeNull();
    expect(await homes(person)).toEqual(['to']);
  });

  test('an activist with the file, who stands in no roster before or after', async () => {
    const applied = unwrap(
      await desk.attempt(from.secretary, (write) =>
        beginCase(write, {
          orgId: from.branchId,
          person: { name: '周芽', sex: 'female', bornOn: '1999-05-04' },
          mobile: false,
          league: false,
          steps: [{ move: 'apply', on: day('2026-02-10'), told: {} }],
        }),
      ),
    );
    const caseId = await desk.send(from, to, applied.personId, 'online');
    expect((await desk.look(from.secretary, caseId)).subject).toBe('activist');
    unwrap(await desk.step(from.officer, caseId, 'approve_out'));
    unwrap(await desk.step(to.officer, caseId, 'approve_in'));
    unwrap(await desk.step(to.secretary, caseId, 'confirm'));
    const mine = await desk.reading(to.secretary, (read) =>
      admission(read, { caseId: applied.caseId }),
    );
    expect(mine).toMatchObject({ name: '周芽', orgId: to.branchId });
    expect(mine?.steps.map((one) => one.label)).toEqual(['递交入党申请书']);
    expect(await homes(applied.personId)).toEqual([]);
    expect(await proveRosters(world.db, [desk.county])).toBe(0);
  });
});

describe('what is told with it', () => {
  test('党费缴至 comes from the account, whatever is typed', async () => {
    const person = personAt(from, 2);
    await world.act(from.secretary, (write) =>
      assessMembers(write, {
        orgId: from.branchId,
        fromMonth: plainMonth('2026-01'),
        lines: [{ personId: person, payerKind: 'wage', base: money(400_000) }],
      }),
    );
    await world.act(from.secretary, (write) =>
      recordReceipts(write, {
        orgId: from.branchId,
        receipts: [
          {
            personId: person,
            paidOn: day('2026-02-20'),
            amount: money(8000),
            means: 'cash',
            payer: { kind: 'self' },
            voluntary: false,
            note: '',
          },
        ],
      }),
    );
    const found = await desk.reading(from.secretary, (read) =>
      dues(read, { orgId: from.branchId, personId: person }),
    );
    const { caseId } = unwrap(
      await desk.attempt(from.secretary, (write) =>
        beginOut(write, {
          orgId: from.branchId,
          personId: person,
          route: 'online',
          toOrgId: to.branchId,
          on: desk.today(),
          told: { why: 'work', duesMonth: plainMonth('2030-01') },
        }),
      ),
    );
    expect(found).toEqual({ month: '2026-02', open: 0 });
    expect((await desk.look(to.secretary, caseId)).steps[0]?.told.duesMonth).toBe('2026-02');
  });

  test('duties at both ends: the letter to who takes it and to the sender, who answers until then', async () => {
    const caseId = await desk.send(from, to, personAt(from, 3), 'letter');
    unwrap(
      await desk.step(from.officer, caseId, 'issue_letter', {
        letterNumber: '2026-050',
        letterDays: 10,
      }),
    );
    const duties = async (actor: Town['secretary'], orgs: OrgId[]) => {
      const span = { from: day('2026-03-01'), to: day('2026-03-31') };
      const all = await desk.reading(actor, (read) =>
        dutiesOf([transferObligations], read, orgs, span, day('2026-03-15')),
      );
      return all
        .filter((one) => one.opens.search['caseId'] === caseId && one.state !== 'done')
        .map((one) => [one.title, one.state, one.until]);
    };
    expect(await duties(from.secretary, [from.branchId])).toEqual([
      ['关注：王四组织关系接转，持介绍信报到', 'missed', '2026-03-12'],
    ]);
    expect(await duties(to.officer, [to.committeeId, to.branchId])).toEqual([
      ['王四组织关系接转，持介绍信报到', 'missed', '2026-03-12'],
    ]);
    expect(await duties(to.secretary, [to.branchId])).toEqual([]);
  });
});

test('a whole organisation goes with everybody: one act, one list, rosters as they were', async () => {
  const before = [...(await roster(other.branchId))];
  const moved = unwrap(
    await desk.attempt(
      desk.county,
      (write) =>
        moveWhole(write, {
          orgId: other.branchId,
          toOrgId: to.committeeId,
          on: desk.today(),
          number: '整2026-1',
          approvedBy: '中共云山县委',
          approvalPaper: '云委组〔2026〕9号',
        }),
      true,
    ),
  );
  expect(moved.people).toBe(1);
  expect([...(await roster(other.branchId))]).toEqual(before);
  const found = await desk.reading(to.officer, (read) => wholes(read, { orgId: to.committeeId }));
  expect(found?.wholes).toMatchObject([{ fromName: '中共南湖镇委员会', number: '整2026-1' }]);
});

test('a yearly check counts and lists; it opens no case and is closed once everybody is registered', async () => {
  unwrap(
    await desk.attempt(to.officer, (write) =>
      openChecks(write, { orgId: to.committeeId, year: 2026, on: desk.today() }),
    ),
  );
  const again = desk.attempt(to.officer, (write) =>
    openChecks(write, { orgId: to.committeeId, year: 2026, on: desk.today() }),
  );
  expect(await desk.code(again)).toBe('transfers.check_exists');
  const rounds = await desk.reading(to.officer, (read) =>
    checks(read, { orgId: to.committeeId, year: 2026 }),
  );
  const round = rounds?.rows.find((one) => one.orgId === to.branchId);
  if (round === undefined) throw new Error('no round');
  const checkId = round.checkId as CheckId;
  const look = () => desk.reading(to.secretary, (read) => checkDetail(read, { checkId }));
  const close = async () =>
    desk.attempt(to.secretary, async (write) =>
      closeCheck(write, { checkId, on: desk.today(), basedOn: (await look())?.version ?? 0 }),
    );
  expect(await desk.code(close())).toBe('transfers.check_open');
  const people = (await look())?.lines.map((one) => one.personId as PersonId) ?? [];
  const [first, ...rest] = people;
  if (first === undefined) throw new Error('nobody');
  unwrap(
    await desk.attempt(to.secretary, (write) =>
      markCheck(write, {
        checkId,
        on: desk.today(),
        basedOn: 1,
        marks: [
          { personId: first, result: 'should_transfer', note: '在外地工作' },
          ...rest.map((personId) => ({ personId, result: 'present' as const, note: '' })),
        ],
      }),
    ),
  );
  unwrap(await close());
  expect(await look()).toMatchObject({ marked: people.length, unsettled: 1 });
});
