import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Duty } from '#engines/obligation';
import type { OrgId, PersonId } from '#kernel/ids';
import { money, type Money } from '#kernel/money';
import {
  addDays,
  addToMonth,
  dayOf,
  firstDayOf,
  lastDayOf,
  monthOf,
  monthsFromTo,
  plainDate,
  plainMonth,
  todayAt,
  type PlainDate,
} from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { testDatabase } from '../../tests/support/database.ts';
import { buildWorld, type Branch, type World } from '../../tests/worlds/world.ts';
import { assessMembers } from './commands/assess-members.ts';
import { cancelReceipt } from './commands/cancel-receipt.ts';
import { publishDues } from './commands/publish-dues.ts';
import { recordAllotment } from './commands/record-allotment.ts';
import { recordReceipts } from './commands/record-receipts.ts';
import { recordUse } from './commands/record-use.ts';
import { remit } from './commands/remit.ts';
import { setCycle } from './commands/set-cycle.ts';
import { duesIndicators } from './indicators.ts';
import { duesObligations } from './obligations.ts';
import { account } from './queries/account.ts';

/** Days the duties are counted again on; the soak run takes 200. */
const DATES = Number(process.env['ZHIBU_DATES'] ?? 12);

const database = await testDatabase();
let world: World;
/** Just before the corrections: what was known then stays. */
let before: Date;
const YEAR = 2026;
const month = plainMonth;

/** Numbers from a seed, so that a failure can be had again. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

const officer = () => {
  const above = world.branch.path.slice(0, 12) as typeof world.branch.path;
  return {
    ...world.branch.as('secretary'),
    orgId: world.founded.orgId,
    place: above,
    scope: above,
  };
};
const look = <T>(work: (read: Read) => Promise<T>): Promise<T> => world.db.read(officer(), work);
const at = (day: string): void => world.clock.set(Date.parse(`${day}T10:00:00+08:00`));

async function assess(branch: Branch, base: number): Promise<void> {
  await world.act(branch.as('secretary'), (write) =>
    assessMembers(write, {
      orgId: branch.orgId,
      fromMonth: month('2026-01'),
      lines: branch.people.map((personId, index) => ({
        personId,
        payerKind: index === 3 ? ('student' as const) : ('wage' as const),
        base: index === 3 ? null : money(base + index * 10_000),
      })),
    }),
  );
}

const pay = (
  branch: Branch,
  personId: PersonId,
  amount: number,
  on: PlainDate,
  voluntary = false,
) =>
  world.act(branch.as('secretary'), (write) =>
    recordReceipts(write, {
      orgId: branch.orgId,
      receipts: [
        {
          personId,
          paidOn: on,
          amount: amount as Money,
          means: 'cash',
          payer: { kind: 'self' },
          voluntary,
          note: '',
        },
      ],
    }),
  );

/** A year of two branches: one by month, one by quarter; most pay, some late, some never. */
beforeAll(async () => {
  world = await buildWorld(database.appUrl, { today: plainDate('2026-01-05') });
  const roll = dice(3);
  await assess(world.branch, 420_000);
  await world.act(world.other.as('secretary'), (write) =>
    setCycle(write, {
      orgId: world.other.orgId,
      cycle: 'quarter',
      basis: '支部同意',
      fromMonth: month('2026-01'),
    }),
  );
  at('2026-02-20');
  await assess(world.other, 380_000);
  for (const one of monthsFromTo(month('2026-02'), month('2026-10'))) {
    at(`${one}-25`);
    for (const branch of [world.branch, world.other]) {
      const taken: string[] = [];
      let sum = 0;
      for (const personId of branch.people.slice(0, 4)) {
        if (roll() < 0.25) continue;
        const amount = Math.ceil(roll() * 9_000);
        const made = await pay(
          branch,
          personId,
          amount,
          plainDate(`${one}-${10 + Math.floor(roll() * 15)}`),
        );
        taken.push(...made.receiptIds);
        sum += amount;
      }
      if (taken.length === 0 || roll() < 0.3) continue;
      await world.act(branch.as('secretary'), (write) =>
        remit(write, {
          orgId: branch.orgId,
          handedOn: write.today,
          receivedBy: '县直机关工委',
          voucher: '',
          receiptIds: taken as never,
          amount: sum as Money,
        }),
      );
    }
  }
  // The quarterly branch settles everything at last, so that some periods are done.
  const owing = await look((read) =>
    account(read, {
      orgId: world.other.orgId,
      fromMonth: month('2026-01'),
      toMonth: month('2026-09'),
    }),
  );
  for (const line of owing?.lines ?? [])
    if (line.open > 0)
      await pay(world.other, line.personId as PersonId, line.open, plainDate('2026-10-24'));
  const { orgId } = world.branch;
  // Beside the dues: it is money taken, and pays for no month.
  for (const branch of [world.branch, world.other])
    for (const person of branch.people.slice(0, 1))
      await pay(branch, person, 50_000, plainDate('2026-10-25'), true);
  await world.act(world.branch.as('secretary'), (write) =>
    recordAllotment(write, {
      orgId,
      receivedOn: write.today,
      amount: 90_000 as Money,
      receivedFrom: '返还',
      voucher: '',
    }),
  );
  await world.act(world.branch.as('secretary'), (write) =>
    recordUse(write, {
      orgId,
      usedOn: write.today,
      amount: 12_345 as Money,
      purpose: 'materials',
      what: '学习资料',
      decidedOn: write.today,
      decidedBy: '支部委员会',
      voucher: '',
    }),
  );
  await world.act(world.branch.as('secretary'), (write) =>
    publishDues(write, {
      orgId,
      fromMonth: month('2026-01'),
      toMonth: month('2026-09'),
      publishedOn: write.today,
      place: '公开栏',
    }),
  );
  at('2026-12-31');
  before = new Date(world.clock.now());
});
afterAll(() => world.db.close());

const ends = (): PlainDate[] =>
  Array.from({ length: 6 }, (_, index) => lastDayOf(addToMonth(month('2026-02'), index * 2)));
const period = (to: PlainDate, knownAt = before) => ({ from: dayOf(YEAR, 1, 1), to, knownAt });
const indicator = (id: string) => {
  const found = duesIndicators.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};
const valueOf = async (id: string, orgId: OrgId, to: PlainDate, knownAt = before) =>
  (await look((read) => indicator(id).figures(read, period(to, knownAt)))).find(
    (one) => one.orgId === orgId,
  )?.value ?? 0;

describe('figures', () => {
  test('due, arrears and members in arrears equal the accounts, month by month', async () => {
    for (const to of ends()) {
      for (const { orgId } of [world.branch, world.other]) {
        let due = 0;
        let last = { arrears: 0, people: 0 };
        for (const one of monthsFromTo(month('2026-01'), monthOf(to))) {
          const found = await look((read) =>
            account(read, { orgId, fromMonth: one, toMonth: one, asOf: to }),
          );
          due += found?.due ?? 0;
          last = {
            arrears: found?.arrears ?? 0,
            people: found?.lines.filter((line) => line.arrears > 0).length ?? 0,
          };
        }
        expect(await valueOf('dues.due', orgId, to)).toBe(due);
        expect(await valueOf('dues.arrears', orgId, to), to).toBe(last.arrears);
        expect(await valueOf('dues.members_in_arrears', orgId, to)).toBe(last.people);
      }
    }
    expect(
      await valueOf('dues.arrears', world.branch.orgId, plainDate('2026-12-31')),
    ).toBeGreaterThan(0);
  });

  test('money equals the rows of the tables', async () => {
    const rows = await look((read) =>
      read.db.selectFrom('dues_receipt').select(['org_id', 'paid_on', 'amount_fen']).execute(),
    );
    for (const to of ends()) {
      const naive = rows
        .filter((row) => row.org_id === world.branch.orgId && row.paid_on <= to)
        .reduce((sum, row) => sum + row.amount_fen, 0);
      expect(await valueOf('dues.collected', world.branch.orgId, to)).toBe(naive);
    }
    const end = plainDate('2026-12-31');
    expect(await valueOf('dues.used', world.branch.orgId, end)).toBe(12_345);
    expect(await valueOf('dues.remitted', world.branch.orgId, end)).toBeGreaterThan(0);
  });

  test('every figure opens rows that add up to it', async () => {
    const end = period(plainDate('2026-12-31'));
    for (const one of duesIndicators) {
      for (const { orgId } of [world.branch, world.other]) {
        const rows = await look((read) => one.rows(read, end, [orgId]));
        const sum = rows.reduce((total, row) => total + row.adds, 0);
        expect(sum, one.id).toBe(await valueOf(one.id, orgId, end.to));
        expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
      }
    }
  });

  test('what was known at an instant stays after corrections and late entries', async () => {
    const { orgId } = world.branch;
    const end = plainDate('2026-12-31');
    const all = async (knownAt: Date) =>
      Promise.all(duesIndicators.map((one) => valueOf(one.id, orgId, end, knownAt)));
    const issued = await all(before);
    world.clock.advance(60_000);
    const [receipt] = await look((read) =>
      read.db
        .selectFrom('dues_receipt as r')
        .leftJoin('dues_remittance_receipt as l', 'l.receipt_id', 'r.id')
        .select('r.id')
        .where('r.org_id', '=', orgId)
        .where('l.id', 'is', null)
        .execute(),
    );
    if (receipt === undefined) throw new Error('no receipt is left here');
    await world.act(world.branch.as('secretary'), (write) =>
      cancelReceipt(write, { receiptId: receipt.id as never, reason: '误收' }),
    );
    const [first] = world.branch.people;
    if (first === undefined) throw new Error('nobody');
    await pay(world.branch, first, 777, plainDate('2026-03-03'));
    await assess(world.branch, 510_000);
    expect(await all(before)).toEqual(issued);
    expect(await all(new Date(world.clock.now()))).not.toEqual(issued);
  });
});

/** The same duties, one branch and one period at a time from the accounts and the raw rows. */
async function naive(read: Read, branch: Branch, day: PlainDate): Promise<string[]> {
  const { orgId } = branch;
  const lines: string[] = [];
  const state = (
    until: PlainDate,
    done: { on: PlainDate; entered: PlainDate } | undefined,
  ): string =>
    done === undefined
      ? day > until
        ? 'missed'
        : 'ahead'
      : done.on <= until && done.entered > until
        ? 'entered_later'
        : 'done';
  const acts = await read.db
    .selectFrom('dues_assessment')
    .select(['decided_on', 'entered_at'])
    .where('org_id', '=', orgId)
    .orderBy('decided_on')
    .execute();
  const [act] = acts.filter((one) => one.decided_on <= day);
  lines.push(
    `dues.assessment:2026 ${state(plainDate('2026-01-31'), act && { on: act.decided_on, entered: todayAt(act.entered_at.getTime()) })}`,
  );
  const published = await read.db
    .selectFrom('dues_publication')
    .select('published_on')
    .where('org_id', '=', orgId)
    .execute();
  const shown = published.find((one) => one.published_on <= day);
  lines.push(
    `dues.publication:2026 ${state(plainDate('2026-12-31'), shown && { on: shown.published_on, entered: shown.published_on })}`,
  );
  const size = branch === world.branch ? 1 : 3;
  const receipts = await read.db
    .selectFrom('dues_receipt as r')
    .leftJoin('dues_remittance_receipt as l', (join) =>
      join.onRef('l.receipt_id', '=', 'r.id').on('l.superseded_at', 'is', null),
    )
    .leftJoin('dues_remittance as m', 'm.id', 'l.remittance_id')
    .select(['r.paid_on', 'm.handed_on'])
    .where('r.org_id', '=', orgId)
    .where('r.superseded_at', 'is', null)
    .execute();
  for (let first = month('2026-01'); first <= '2026-12'; first = addToMonth(first, size)) {
    const last = addToMonth(first, size - 1);
    const found = await account(read, { orgId, fromMonth: first, toMonth: last, asOf: day });
    const until = lastDayOf(last);
    if ((found?.due ?? 0) > 0)
      lines.push(
        `dues.collection:${first} ${found?.open === 0 ? 'done' : day > until ? 'missed' : 'ahead'}`,
      );
    const taken = receipts.filter(
      (one) => one.paid_on >= firstDayOf(first) && one.paid_on <= until && one.paid_on <= day,
    );
    if (taken.length > 0) {
      const all = taken.every((one) => one.handed_on !== null && one.handed_on <= day);
      const end = lastDayOf(addToMonth(last, 1));
      lines.push(`dues.remittance:${first} ${all ? 'done' : day > end ? 'missed' : 'ahead'}`);
    }
  }
  const today = await account(read, {
    orgId,
    fromMonth: monthOf(day),
    toMonth: monthOf(day),
    asOf: day,
  });
  if ((today?.arrears ?? 0) > 0) lines.push(`dues.arrears:${monthOf(day)} ahead`);
  return lines.toSorted();
}

describe('duties', () => {
  test('equal a naive recomputation on random days of the year', async () => {
    const roll = dice(41);
    const span = { from: dayOf(YEAR, 1, 1), to: dayOf(YEAR, 12, 31) };
    const orgIds = [world.branch.orgId, world.other.orgId];
    const facts = await look((read) => duesObligations.load(read, orgIds, span));
    for (let n = 0; n < DATES; n += 1) {
      const day = addDays(span.from, Math.floor(roll() * 364));
      const duties = duesObligations.duties(facts, span, day);
      for (const branch of [world.branch, world.other]) {
        const own = duties
          .filter((duty: Duty) => duty.orgId === branch.orgId)
          .map((duty) => `${duty.key.split(':').slice(0, 2).join(':')} ${duty.state}`)
          .toSorted();
        expect(own, `${day}`).toEqual(await look((read) => naive(read, branch, day)));
      }
    }
  });

  test('every duty names its rule, and its key is its own', async () => {
    const span = { from: dayOf(YEAR, 1, 1), to: dayOf(YEAR, 12, 31) };
    const facts = await look((read) =>
      duesObligations.load(read, [world.branch.orgId, world.other.orgId], span),
    );
    const duties = duesObligations.duties(facts, span, plainDate('2026-06-30'));
    expect(new Set(duties.map((duty) => duty.key)).size).toBe(duties.length);
    expect(duties.every((duty) => duty.rule.summary.length > 0)).toBe(true);
    expect(duties.every((duty) => duty.kind in duesObligations.kinds)).toBe(true);
  });
});
