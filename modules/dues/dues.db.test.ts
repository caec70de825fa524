import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { money, type Money } from '#kernel/money';
import { newId } from '#kernel/clock';
import { plainDate, plainMonth } from '#kernel/plain-date';
import type { PersonId } from '#kernel/ids';
import { unwrap } from '#kernel/result';
import { testDatabase } from '../../tests/support/database.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';
import { assessMembers } from './commands/assess-members.ts';
import { cancelReceipt } from './commands/cancel-receipt.ts';
import { recordReceipts } from './commands/record-receipts.ts';
import { remit } from './commands/remit.ts';
import { receiptPaper } from './queries/papers.ts';
import { account } from './queries/account.ts';
import { mine } from './queries/member-year.ts';
import { receipts } from './queries/receipts.ts';

const database = await testDatabase();
let world: World;
const month = plainMonth;
const person = (index: number): PersonId => {
  const found = world.branch.people[index];
  if (found === undefined) throw new Error(`no person ${index}`);
  return found;
};
const receipt = (index: number, amount: number, day = '2026-03-02') => ({
  personId: person(index),
  paidOn: plainDate(day),
  amount: amount as Money,
  means: 'cash' as const,
  payer: { kind: 'self' } as const,
  voluntary: false,
  note: '',
});
const accountOf = (from = '2026-01', to = '2026-03') =>
  world.db.read(world.branch.as('secretary'), (read) =>
    account(read, { orgId: world.branch.orgId, fromMonth: month(from), toMonth: month(to) }),
  );

beforeAll(async () => {
  world = await buildWorld(database.appUrl);
  await world.act(world.branch.as('secretary'), (write) =>
    assessMembers(write, {
      orgId: world.branch.orgId,
      fromMonth: month('2026-01'),
      lines: world.branch.people.map((personId) => ({
        personId,
        payerKind: 'wage' as const,
        base: money(480_000),
      })),
    }),
  );
});
afterAll(() => world.db.close());

describe('a branch account', () => {
  test('each member owes the assessed amount for each month', async () => {
    const found = await accountOf();
    expect(found?.lines).toHaveLength(5);
    expect(found?.lines[0]).toMatchObject({ due: 14_400, paid: 0, open: 14_400 });
    expect(found?.due).toBe(5 * 14_400);
  });

  test('the same assessment again changes nothing', async () => {
    const again = await world.act(world.branch.as('secretary'), (write) =>
      assessMembers(write, {
        orgId: world.branch.orgId,
        fromMonth: month('2026-01'),
        lines: [{ personId: person(0), payerKind: 'wage', base: money(480_000) }],
      }),
    );
    expect(again).toEqual({ changed: 0, unchanged: 1 });
  });

  test('receipts are spread oldest month first; a cancelled one no longer counts but stays visible', async () => {
    const secretary = world.branch.as('secretary');
    const taken = await world.act(secretary, (write) =>
      recordReceipts(write, {
        orgId: world.branch.orgId,
        receipts: [receipt(1, 4_800), receipt(1, 9_600)],
      }),
    );
    expect((await accountOf())?.lines.find((line) => line.personId === person(1))).toMatchObject({
      paid: 14_400,
      open: 0,
    });
    const [first] = taken.receiptIds;
    if (first === undefined) throw new Error('no receipt');
    await world.act(secretary, (write) =>
      cancelReceipt(write, { receiptId: first, reason: '重复录入' }),
    );
    expect((await accountOf())?.lines.find((line) => line.personId === person(1))).toMatchObject({
      paid: 9_600,
      open: 4_800,
    });
    const list = await world.db.read(secretary, (read) =>
      receipts(read, {
        orgId: world.branch.orgId,
        fromMonth: month('2026-03'),
        toMonth: month('2026-03'),
        personId: person(1),
        page: 1,
        pageSize: 10,
      }),
    );
    expect(list?.rows.map((row) => row.cancelled).toSorted()).toEqual([false, true]);
  });

  test('all or none: one wrong receipt writes nothing', async () => {
    const before = await accountOf();
    const refused = await world.db.write(
      world.branch.as('secretary'),
      { commandId: null, action: 't' },
      (write) =>
        recordReceipts(write, {
          orgId: world.branch.orgId,
          receipts: [receipt(2, 4_800), receipt(2, 4_800, '2026-03-03')],
        }),
    );
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'dues.paid_in_future' } });
    expect(await accountOf()).toEqual(before);
  });

  test('the unit never pays (DUES08 第14条), nor is money taken from another roster (第9条)', async () => {
    const write = (one: Parameters<typeof recordReceipts>[1]['receipts'][number]) =>
      world.db.write(world.branch.as('secretary'), { commandId: null, action: 't' }, (tx) =>
        recordReceipts(tx, { orgId: world.branch.orgId, receipts: [one] }),
      );
    expect(
      await write({ ...receipt(2, 4_800), payer: { kind: 'unit', name: '局财务' } }),
    ).toMatchObject({
      refusal: { code: 'dues.paid_by_unit' },
    });
    const stranger = world.other.people[0];
    if (stranger === undefined) throw new Error('no stranger');
    expect(await write({ ...receipt(2, 4_800), personId: stranger })).toMatchObject({
      refusal: { code: 'common.not_found' },
    });
  });

  test('a repeated command answers as before and acts once', async () => {
    const commandId = newId<'Command'>(world.clock);
    const call = () =>
      world.db.write(
        world.branch.as('secretary'),
        { commandId, action: 'dues.record_receipts' },
        (write) =>
          recordReceipts(write, { orgId: world.branch.orgId, receipts: [receipt(3, 4_800)] }),
      );
    const answers = await Promise.all([call(), call(), call()]);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect((await accountOf())?.lines.find((line) => line.personId === person(3))?.paid).toBe(
      4_800,
    );
  });
});

describe('handing up', () => {
  test('the sum is that of the receipts, each goes up once, and cannot be cancelled afterwards', async () => {
    const secretary = world.branch.as('secretary');
    const { receiptIds } = await world.act(secretary, (write) =>
      recordReceipts(write, {
        orgId: world.branch.orgId,
        receipts: [receipt(4, 4_800), receipt(4, 4_800)],
      }),
    );
    const call = (amount: number) =>
      world.db.write(secretary, { commandId: null, action: 't' }, (write) =>
        remit(write, {
          orgId: world.branch.orgId,
          handedOn: plainDate('2026-03-02'),
          receivedBy: '县直机关工委',
          voucher: '',
          receiptIds,
          amount: amount as Money,
        }),
      );
    expect(await call(9_000)).toMatchObject({ refusal: { code: 'dues.remittance_sum_differs' } });
    expect(await call(9_600)).toMatchObject({
      value: { advice: [{ code: 'dues.cashier_is_account_keeper' }] },
    });
    expect(await call(9_600)).toMatchObject({ refusal: { code: 'dues.receipt_remitted_twice' } });
    const [first] = receiptIds;
    if (first === undefined) throw new Error('no receipt');
    const cancelled = await world.db.write(secretary, { commandId: null, action: 't' }, (write) =>
      cancelReceipt(write, { receiptId: first, reason: '误收' }),
    );
    expect(cancelled).toMatchObject({ refusal: { code: 'dues.receipt_already_remitted' } });
  });

  test('a large voluntary sum is told of at once, and its receipt prints', async () => {
    const secretary = world.branch.as('secretary');
    const taken = await world.act(secretary, (write) =>
      recordReceipts(write, {
        orgId: world.branch.orgId,
        receipts: [{ ...receipt(2, 100_000), voluntary: true, note: '特殊情况自愿' }],
      }),
    );
    expect(taken.advice).toMatchObject([{ code: 'dues.large_voluntary' }]);
    const [receiptId] = taken.receiptIds;
    if (receiptId === undefined) throw new Error('no receipt');
    const paper = await world.db.read(secretary, (read) =>
      receiptPaper(read, { receiptId, format: 'html' }),
    );
    const text = (await paper?.text()) ?? '';
    for (const words of ['党费收据', '壹仟元整', '全部上缴中央', '特殊情况自愿'])
      expect(text).toContain(words);
  });

  test('two people handing up the same receipts at once: one wins', async () => {
    const secretary = world.branch.as('secretary');
    const { receiptIds } = await world.act(secretary, (write) =>
      recordReceipts(write, { orgId: world.branch.orgId, receipts: [receipt(0, 4_800)] }),
    );
    const call = () =>
      world.db.write(secretary, { commandId: null, action: 't' }, (write) =>
        remit(write, {
          orgId: world.branch.orgId,
          handedOn: plainDate('2026-03-02'),
          receivedBy: '县直机关工委',
          voucher: '',
          receiptIds,
          amount: 4_800 as Money,
        }),
      );
    const results = await Promise.all([call(), call()]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });
});

describe('who sees what', () => {
  test('a secretary of another branch finds nothing', async () => {
    const stranger = world.other.as('secretary');
    const found = await world.db.read(stranger, (read) =>
      account(read, {
        orgId: world.branch.orgId,
        fromMonth: month('2026-01'),
        toMonth: month('2026-03'),
      }),
    );
    expect(found).toBeNull();
    const rows = await world.db.read(stranger, (read) =>
      read.db.selectFrom('dues_receipt').selectAll().execute(),
    );
    expect(rows).toEqual([]);
  });

  test('an ordinary member sees their own receipts and amounts only', async () => {
    const member = world.branch.as('member', person(1));
    const rows = await world.db.read(member, (read) =>
      read.db.selectFrom('dues_receipt').select('person_id').execute(),
    );
    expect(new Set(rows.map((row) => row.person_id))).toEqual(new Set([person(1)]));
    const own = unwrap({
      ok: true,
      value: await world.db.read(member, (read) => mine(read, { year: 2026 })),
    });
    expect(own?.lines[0]).toMatchObject({ month: '2026-01', due: 4_800, paid: 4_800 });
  });
});
