import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonId } from '#kernel/ids';
import { money, type Money } from '#kernel/money';
import { plainDate, plainMonth } from '#kernel/plain-date';
import { endMembership, enterMember, moveMembership } from '#modules/members';
import { testDatabase } from '../../tests/support/database.ts';
import { duesDesk, type DuesDesk } from '../../tests/worlds/dues-desk.ts';
import type { World } from '../../tests/worlds/world.ts';
import { permissionsOf } from '../../server/modules.ts';
import { assessMembers } from './commands/assess-members.ts';
import { cancelEntry } from './commands/cancel-entry.ts';
import { cancelReceipt } from './commands/cancel-receipt.ts';
import { cancelRemittance } from './commands/cancel-remittance.ts';
import { changePay } from './commands/change-pay.ts';
import { endRelief } from './commands/end-relief.ts';
import { grantRelief } from './commands/grant-relief.ts';
import { remit } from './commands/remit.ts';
import { setSettings } from './commands/set-settings.ts';
import { account } from './queries/account.ts';
import { arrears } from './queries/arrears.ts';
import { memberYear } from './queries/member-year.ts';
import { rollup } from './queries/rollup.ts';
import { round } from './queries/round.ts';
import { reliefs, supplements } from './queries/standing.ts';
import { DEFAULT_DUES_SETTINGS } from './rules/settings.ts';

const database = await testDatabase();
let desk: DuesDesk;
let world: World;
const month = plainMonth;
const day = plainDate;

beforeAll(async () => {
  desk = await duesDesk(database.appUrl);
  ({ world } = desk);
});
afterAll(() => world.db.close());

const secretary = () => desk.secretary();
/** A post of the committee above both branches. */
const officer = () => {
  const above = world.branch.path.slice(0, 12) as typeof world.branch.path;
  return {
    ...secretary(),
    orgId: world.founded.orgId,
    place: above,
    scope: above,
    permissions: permissionsOf('officer'),
  };
};
const person = (index: number): PersonId => desk.person(index);
const act: DuesDesk['act'] = (work) => desk.act(work);
const refusalOf: DuesDesk['refusalOf'] = (work, who) => desk.refusalOf(work, who);
const lineOf: DuesDesk['lineOf'] = (personId, from, to) => desk.lineOf(personId, from, to);
const pay: DuesDesk['pay'] = (personId, amount, on) => desk.pay(personId, amount, on);

describe('核定', () => {
  test('of earlier months leaves what was fixed for later ones, and fills the months before', async () => {
    const { orgId, people } = world.other;
    const [personId] = people;
    if (personId === undefined) throw new Error('nobody');
    const there = world.other.as('secretary');
    const fix = (from: string, base: number) =>
      world.act(there, (write) =>
        assessMembers(write, {
          orgId,
          fromMonth: month(from),
          lines: [{ personId, payerKind: 'wage', base: money(base) }],
        }),
      );
    await fix('2026-05', 400_000);
    await fix('2026-02', 300_000);
    await fix('2026-02', 310_000);
    const year = await world.db.read(there, (read) =>
      memberYear(read, { orgId, personId, year: 2026 }),
    );
    expect(year?.lines.slice(0, 6).map((line) => line.due)).toEqual([
      null,
      3_100,
      3_100,
      3_100,
      4_000,
      4_000,
    ]);
  });
});

describe('减免', () => {
  const relief = {
    amount: 1_000 as Money,
    fromMonth: month('2026-03'),
    toMonth: month('2026-05'),
    studiedOn: day('2026-02-20'),
    approvedOn: day('2026-02-27'),
    approvedBy: '县直机关工委',
    approvalPaper: '云直工〔2026〕3号',
    reason: '家庭成员患病，开支较大',
  };

  test('months and days in order, never above what is due', async () => {
    const grant = (changes: Partial<typeof relief>) =>
      refusalOf((write) => grantRelief(write, { personId: person(0), ...relief, ...changes }));
    expect((await grant({ toMonth: month('2026-02') })).code).toBe('dues.months_out_of_order');
    expect((await grant({ approvedOn: day('2026-02-01') })).code).toBe('dues.relief_before_study');
    expect((await grant({ amount: 4_801 as Money })).code).toBe('dues.relief_above_due');
  });

  test('counts for its months, is listed, and ends', async () => {
    await act((write) => grantRelief(write, { personId: person(0), ...relief }));
    expect((await lineOf(person(0)))?.due).toBe(3 * 4_800 + 3 * 1_000);
    await act((write) =>
      endRelief(write, { personId: person(0), fromMonth: month('2026-05'), reason: '困难缓解' }),
    );
    expect((await lineOf(person(0)))?.due).toBe(4 * 4_800 + 2 * 1_000);
    const listed = await world.db.read(secretary(), (read) =>
      reliefs(read, { orgId: world.branch.orgId, year: 2026 }),
    );
    expect(listed?.reliefs).toMatchObject([
      { fromMonth: '2026-03', toMonth: '2026-04', reason: '家庭成员患病，开支较大' },
    ]);
    const again = await refusalOf((write) =>
      endRelief(write, { personId: person(0), fromMonth: month('2026-07'), reason: '又一次' }),
    );
    expect(again.code).toBe('dues.relief_none');
  });
});

describe('年中变动', () => {
  const change = {
    payerKind: 'wage' as const,
    base: money(520_000),
    fromMonth: month('2026-03'),
    decidedOn: day('2026-06-15'),
    event: null,
  };

  test('by default a new wage counts from next January', async () => {
    const plan = await act((write) => changePay(write, { personId: person(1), ...change }));
    expect(plan).toMatchObject({ newBaseFrom: '2027-01', supplements: 0, amount: 7_800 });
    expect((await lineOf(person(1)))?.due).toBe(6 * 4_800);
  });

  test('on an event from its month', async () => {
    await act((write) =>
      changePay(write, { personId: person(2), ...change, payerKind: 'retired', event: 'retired' }),
    );
    expect((await lineOf(person(2)))?.due).toBe(2 * 4_800 + 4 * 5_200);
  });

  test('where the committee says so, the difference of past months is 补缴, not arrears at once', async () => {
    await world.act(officer(), (write) =>
      setSettings(write, {
        orgId: world.founded.orgId,
        fromMonth: month('2026-06'),
        settings: { ...DEFAULT_DUES_SETTINGS, payChange: 'from_month' },
      }),
    );
    const plan = await act((write) => changePay(write, { personId: person(3), ...change }));
    expect(plan).toMatchObject({ newBaseFrom: '2026-06', supplements: 3 });
    expect((await lineOf(person(3)))?.due).toBe(5 * 4_800 + 3 * 3_000 + 7_800);
    const listed = await world.db.read(secretary(), (read) =>
      supplements(read, { orgId: world.branch.orgId, year: 2026 }),
    );
    expect(listed?.supplements.map((one) => one.month)).toEqual(['2026-03', '2026-04', '2026-05']);
    const behind = await world.db.read(secretary(), (read) =>
      arrears(read, { orgId: world.branch.orgId }),
    );
    const own = behind?.lines.find((line) => line.personId === person(3));
    expect(own?.amount).toBe(5 * 4_800);
    expect(own?.reminder).toContain('2026年1月至5月');
    const [first] = listed?.supplements ?? [];
    await act((write) =>
      cancelEntry(write, {
        kind: 'supplement',
        entryId: (first?.supplementId ?? '') as never,
        reason: '算错',
      }),
    );
    expect((await lineOf(person(3)))?.due).toBe(5 * 4_800 + 2 * 3_000 + 7_800);
  });

  test('a branch fixes no settings of its own, and months before keep theirs', async () => {
    const settings = { ...DEFAULT_DUES_SETTINGS, rounding: 'yuan' as const };
    const refused = await refusalOf((write) =>
      setSettings(write, { orgId: world.branch.orgId, fromMonth: month('2026-01'), settings }),
    );
    expect(refused.code).toBe('dues.settings_by_branch');
  });
});

describe('上缴 taken back', () => {
  test('its receipts can be corrected and go up anew; it stays visible', async () => {
    const { receiptIds } = await pay(person(4), 4_800);
    const handed = () =>
      act((write) =>
        remit(write, {
          orgId: world.branch.orgId,
          handedOn: day('2026-06-20'),
          receivedBy: '县直机关工委',
          voucher: '',
          receiptIds,
          amount: 4_800 as Money,
        }),
      );
    const { remittanceId } = await handed();
    await act((write) => cancelRemittance(write, { remittanceId, reason: '金额有误' }));
    expect(
      (await refusalOf((write) => cancelRemittance(write, { remittanceId, reason: '再次' }))).code,
    ).toBe('dues.remittance_already_cancelled');
    await handed();
    const [receiptId] = receiptIds;
    if (receiptId === undefined) throw new Error('no receipt');
    expect(
      (await refusalOf((write) => cancelReceipt(write, { receiptId, reason: '误收' }))).code,
    ).toBe('dues.receipt_already_remitted');
  });
});

describe('who comes and goes', () => {
  test('a new probationary member owes 补缴 back to the meeting; nobody is behind for it at once', async () => {
    const { personId } = await act((write) =>
      enterMember(write, {
        orgId: world.branch.orgId,
        name: '方圆',
        sex: 'female',
        bornOn: day('1999-01-01'),
        category: 'probationary',
        joinedOn: day('2026-04-08'),
        from: day('2026-06-05'),
        wayIn: 'admitted',
      }),
    );
    await act((write) =>
      assessMembers(write, {
        orgId: world.branch.orgId,
        fromMonth: month('2026-04'),
        lines: [{ personId, payerKind: 'wage', base: money(480_000) }],
      }),
    );
    const found = await world.db.read(secretary(), (read) =>
      round(read, { orgId: world.branch.orgId, month: month('2026-06') }),
    );
    const line = found?.lines.find((one) => one.personId === personId);
    expect(line).toMatchObject({ open: 4_800, before: 2 * 4_800, note: '含补缴2026年4月至5月' });
    const behind = await world.db.read(secretary(), (read) =>
      arrears(read, { orgId: world.branch.orgId }),
    );
    expect(behind?.lines.some((one) => one.personId === personId)).toBe(false);
  });

  test('who is transferred is fixed anew there, and no month is asked for twice', async () => {
    const moving = person(5);
    await world.act(officer(), (write) =>
      moveMembership(write, {
        personId: moving,
        toOrgId: world.other.orgId,
        on: day('2026-05-10'),
        paper: '第12号',
      }),
    );
    const there = world.other.as('secretary');
    await world.act(there, (write) =>
      assessMembers(write, {
        orgId: world.other.orgId,
        fromMonth: month('2026-06'),
        lines: [{ personId: moving, payerKind: 'wage', base: money(300_000) }],
      }),
    );
    const year = (who: typeof there, orgId: typeof world.other.orgId) =>
      world.db.read(who, (read) => memberYear(read, { orgId, personId: moving, year: 2026 }));
    const here = await year(secretary(), world.branch.orgId);
    const next = await year(there, world.other.orgId);
    expect(here?.lines.map((line) => line.month).at(-1)).toBe('2026-05');
    expect(next?.lines[0]).toMatchObject({ month: '2026-06', due: 1_500 });
  });

  test('after a death nothing is asked for any more', async () => {
    await act((write) =>
      endMembership(write, {
        personId: person(6),
        on: day('2026-04-10'),
        way: 'died',
        paper: '',
        to: '',
      }),
    );
    const found = await world.db.read(secretary(), (read) =>
      round(read, { orgId: world.branch.orgId, month: month('2026-06') }),
    );
    expect(found?.lines.some((one) => one.personId === person(6))).toBe(false);
    const behind = await world.db.read(secretary(), (read) =>
      arrears(read, { orgId: world.branch.orgId }),
    );
    expect(behind?.lines.some((one) => one.personId === person(6))).toBe(false);
  });
});

describe('roll-up', () => {
  test('what stands below adds up to the accounts of the branches', async () => {
    const span = { fromMonth: month('2026-01'), toMonth: month('2026-06') };
    const found = await world.db.read(officer(), (read) =>
      rollup(read, { orgId: world.founded.orgId, ...span }),
    );
    let due = 0;
    let paid = 0;
    for (const { orgId } of [world.branch, world.other]) {
      const one = await world.db.read(officer(), (read) => account(read, { orgId, ...span }));
      due += one?.due ?? 0;
      paid += one?.paid ?? 0;
      expect(found?.rows.find((row) => row.orgId === orgId)).toMatchObject({
        due: one?.due,
        paid: one?.paid,
        open: one?.open,
        isBranch: true,
      });
    }
    expect(found).toMatchObject({ due, paid, remitted: 4_800 });
    const own = await world.db.read(secretary(), (read) =>
      rollup(read, { orgId: world.branch.orgId, ...span }),
    );
    expect(own?.rows).toEqual([]);
    const foreign = await world.db.read(world.other.as('secretary'), (read) =>
      rollup(read, { orgId: world.branch.orgId, ...span }),
    );
    expect(foreign).toBeNull();
  });
});
