import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonId } from '#kernel/ids';
import { type Money } from '#kernel/money';
import { plainDate, plainMonth } from '#kernel/plain-date';
import type { FileId, Write } from '#platform/db';
import { registerFile } from '#platform/db';
import { testDatabase } from '../../tests/support/database.ts';
import { duesDesk, type DuesDesk } from '../../tests/worlds/dues-desk.ts';
import type { World } from '../../tests/worlds/world.ts';
import { cancelEntry } from './commands/cancel-entry.ts';
import { confirmBank } from './commands/confirm-bank.ts';
import { publishDues } from './commands/publish-dues.ts';
import { recordAllotment } from './commands/record-allotment.ts';
import { recordUse } from './commands/record-use.ts';
import { publishedLines, uses } from './queries/means.ts';
import { readStatement } from './rules/bank.ts';
import { publicationOf } from './store/publications.ts';

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
const person = (index: number): PersonId => desk.person(index);
const act: DuesDesk['act'] = (work) => desk.act(work);
const refusalOf: DuesDesk['refusalOf'] = (work, who) => desk.refusalOf(work, who);
const lineOf: DuesDesk['lineOf'] = (personId, from, to) => desk.lineOf(personId, from, to);
const pay: DuesDesk['pay'] = (personId, amount, on) => desk.pay(personId, amount, on);

describe('使用', () => {
  const use = {
    usedOn: day('2026-06-10'),
    amount: 50_000 as Money,
    purpose: 'training' as const,
    what: '党员培训教材',
    decidedOn: day('2026-06-05'),
    decidedBy: '支部委员会',
    voucher: '',
  };

  test('collected dues pay for nothing: only what came back from above', async () => {
    const { orgId } = world.branch;
    expect((await refusalOf((write) => recordUse(write, { orgId, ...use }))).code).toBe(
      'dues.use_above_balance',
    );
    await act((write) =>
      recordAllotment(write, {
        orgId,
        receivedOn: day('2026-06-01'),
        amount: 60_000 as Money,
        receivedFrom: '县委组织部返还',
        voucher: '',
      }),
    );
    expect(await act((write) => recordUse(write, { orgId, ...use }))).toEqual({ balance: 10_000 });
    const found = await world.db.read(secretary(), (read) => uses(read, { orgId, year: 2026 }));
    expect(found).toMatchObject({ balance: 10_000, used: 50_000, received: 60_000 });
    const [allotment] = found?.allotments ?? [];
    const refused = await refusalOf((write) =>
      cancelEntry(write, {
        kind: 'allotment',
        entryId: (allotment?.allotmentId ?? '') as never,
        reason: '记错',
      }),
    );
    expect(refused.code).toBe('dues.entry_in_use');
  });
});

describe('公示', () => {
  test('what was published stays as it stood, without bases', async () => {
    const { orgId } = world.branch;
    const span = { orgId, fromMonth: month('2026-01'), toMonth: month('2026-06') };
    const before = await world.db.read(secretary(), (read) => publishedLines(read, span));
    const { publicationId } = await act((write) =>
      publishDues(write, { ...span, publishedOn: day('2026-06-20'), place: '公开栏' }),
    );
    await pay(person(5), 4_800);
    const kept = await world.db.read(secretary(), (read) => publicationOf(read, publicationId));
    expect(kept?.lines).toEqual(before);
    expect(JSON.stringify(kept?.lines)).not.toContain('480000');
    const now = await world.db.read(secretary(), (read) => publishedLines(read, span));
    expect(now).not.toEqual(before);
  });
});

describe('与银行对账', () => {
  test('a line is tied once, to a receipt of the same amount or to a new one', async () => {
    const { orgId } = world.branch;
    const statement = readStatement([
      { number: 1, cells: ['交易日期', '收入金额', '对方户名'] },
      { number: 2, cells: ['20260602', '48.00', '周涛'] },
      { number: 3, cells: ['20260603', '48.00', '黄磊'] },
    ]);
    if (!statement.ok) throw new Error('unreadable');
    const [first, second] = statement.value.lines;
    if (first === undefined || second === undefined) throw new Error('no lines');
    const fileId: FileId = await act(async (write) => ({
      ok: true,
      value: await registerFile(write, {
        hash: 'a'.repeat(64),
        name: 'b.csv',
        mime: 'text/csv',
        size: 1,
      }),
    }));
    const { receiptIds } = await pay(person(6), 4_800, '2026-06-02');
    const [receiptId] = receiptIds;
    if (receiptId === undefined) throw new Error('no receipt');
    const confirm =
      (key: string, match: Parameters<typeof confirmBank>[1]['matches'][number]['match']) =>
      (write: Write) =>
        confirmBank(write, { orgId, fileId: fileId, matches: [{ key, match }] }, statement.value);
    const tie = { kind: 'receipt', receiptId } as const;
    expect(await act(confirm(first.key, tie))).toEqual({ tied: 1, received: 0 });
    expect((await refusalOf(confirm(first.key, tie))).code).toBe('dues.bank_line_unknown');
    expect((await refusalOf(confirm(second.key, tie))).code).toBe('dues.bank_receipt_tied');
    const fresh = { kind: 'member', personId: person(7) } as const;
    expect(await act(confirm(second.key, fresh))).toEqual({ tied: 1, received: 4_800 });
    expect((await lineOf(person(7)))?.paid).toBe(4_800);
    expect((await refusalOf(confirm('none', fresh))).code).toBe('dues.bank_line_unknown');
  });
});
