import { indicatorRegistry, type Indicator, type SourceRow } from '#engines/indicator';
import type { OrgId, PersonId } from '#kernel/ids';
import type { Money } from '#kernel/money';
import { plainDate, type PlainDate } from '#kernel/plain-date';
import { ok } from '#kernel/result';
import { dated, type Read } from '#platform/db';
import { recordReceipts } from '#modules/dues';
import { insertPost, placeOf } from '#modules/organisations';
import type { Branch, World } from './world.ts';

/** Money taken, straight from the receipts that stood at the instant asked for. */
export const receiptsOf = async (
  read: Read,
  period: { from: PlainDate; to: PlainDate; knownAt: Date },
  orgIds: readonly OrgId[] | null,
): Promise<SourceRow[]> => {
  const rows = await read.db
    .selectFrom('dues_receipt')
    .select(['id', 'org_id', 'paid_on', 'amount_fen', 'means'])
    .where('paid_on', '>=', period.from)
    .where('paid_on', '<=', period.to)
    .where('entered_at', '<=', period.knownAt)
    .where((eb) =>
      eb.or([eb('superseded_at', 'is', null), eb('superseded_at', '>', period.knownAt)]),
    )
    .$if(orgIds !== null, (qb) => qb.where('org_id', 'in', [...(orgIds ?? [])]))
    .execute();
  return rows.map((row) => ({
    id: row.id,
    orgId: row.org_id as OrgId,
    on: row.paid_on,
    label: `收款 ${row.paid_on}`,
    adds: row.amount_fen,
    route: '/dues',
    group: row.means === 'cash' ? '现金' : '转账',
  }));
};
const indicator = (id: string, name: string, unit: '元' | '次'): Indicator => {
  const rows: Indicator['rows'] = async (read, period, orgIds) =>
    (await receiptsOf(read, period, orgIds)).map((row) => ({
      ...row,
      adds: unit === '次' ? 1 : row.adds,
    }));
  return {
    id,
    version: 3,
    name,
    unit,
    definition: '期内收款',
    rows,
    figures: async (read, period) =>
      (await receiptsOf(read, period, null)).map((row) => ({
        orgId: row.orgId,
        value: row.adds,
        of: 1,
      })),
  };
};
/** Two figures over receipts, for tests of reports. */
export const registry = indicatorRegistry([
  indicator('test.money', '实收党费', '元'),
  indicator('test.receipts', '收款笔数', '次'),
]);

export const person = (branch: Branch, index: number): PersonId => {
  const found = branch.people[index];
  if (found === undefined) throw new Error('no such person');
  return found;
};

/** Somebody heads a branch from a day until before another. */
export async function headFor(
  world: World,
  branch: Branch,
  index: number,
  from: string,
  until: string | null,
) {
  await world.act(branch.as('secretary'), async (write) => {
    const place = await placeOf(write, branch.orgId);
    if (place === null) throw new Error('no place');
    const postId = await insertPost(write, place, plainDate(from), {
      personId: person(branch, index),
      kind: 'secretary',
      duties: '',
      wayIn: 'appointment',
      termEndsOn: null,
      approvedOn: plainDate(from),
      approvalPaper: '云委组〔2025〕1号',
    });
    if (until !== null)
      await dated.end(write, { table: 'post', key: 'post_id' }, postId, plainDate(until));
    return ok(null);
  });
  world.clock.advance(1_000);
}

/** Takes dues from the third of a branch; the id of the receipt. */
export const receiveFor = async (
  world: World,
  branch: Branch,
  day: PlainDate,
  amount: number,
  means: 'cash' | 'transfer',
) => {
  const made = await world.act(branch.as('secretary'), (write) =>
    recordReceipts(write, {
      orgId: branch.orgId,
      receipts: [
        {
          personId: person(branch, 2),
          paidOn: day,
          amount: amount as Money,
          means,
          payer: { kind: 'self' },
          voluntary: false,
          note: '',
        },
      ],
    }),
  );
  world.clock.advance(1_000);
  return made.receiptIds[0];
};
