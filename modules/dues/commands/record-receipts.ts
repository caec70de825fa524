import type { duesContract } from '#contract/dues';
import type { Inputs } from '#contract/lib';
import type { Id, PersonId } from '#kernel/ids';
import { addMoney, ZERO, type Money } from '#kernel/money';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { namesOf, rosterIdsOn } from '#modules/members';
import { ownPlace } from '#modules/organisations';
import { checkPayer, largeVoluntaryAdvice, type DuesAdvice } from '../rules/conduct.ts';
import { insertReceipts, type NewReceipt } from '../store/receipts.ts';

type Input = Omit<Inputs<typeof duesContract>['recordReceipts'], 'commandId'>;
type One = Input['receipts'][number];

function checkOne(one: One, write: Write): Result<null> {
  if (one.amount <= 0) return refuse('dues.amount_not_positive');
  if (one.paidOn > write.today)
    return refuse('dues.paid_in_future', { day: chineseDate(one.paidOn) });
  const payer = checkPayer(one.payer, one.personId);
  return payer.ok ? ok(null) : payer;
}

/**
 * Takes dues from one or many members at once. Refuses a day to come, an amount of nothing, the unit
 * as payer (DUES08 art. 14) and people who stood in another roster that day (art. 9). All or none.
 */
export async function recordReceipts(
  write: Write,
  input: Input,
): Promise<Result<{ receiptIds: Id<'DuesReceipt'>[]; total: Money; advice: DuesAdvice[] }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  const place = own.value;
  const people = input.receipts.flatMap((one) =>
    one.payer.kind === 'member' ? [one.personId, one.payer.personId] : [one.personId],
  );
  const names = await namesOf(write, people);
  const rosters = new Map<PlainDate, ReadonlySet<PersonId>>();
  const rows: NewReceipt[] = [];
  for (const one of input.receipts) {
    const checked = checkOne(one, write);
    if (!checked.ok) return checked;
    const roster = rosters.get(one.paidOn) ?? (await rosterIdsOn(write, input.orgId, one.paidOn));
    rosters.set(one.paidOn, roster);
    if (!roster.has(one.personId)) {
      const name = names.get(one.personId);
      if (name === undefined) return refuse('common.not_found');
      return refuse('dues.not_in_roster', { name, day: chineseDate(one.paidOn) });
    }
    const { payer } = one;
    if (payer.kind === 'unit') return refuse('dues.paid_by_unit');
    rows.push({
      ...one,
      payer: payer.kind,
      payerName:
        payer.kind === 'relative'
          ? payer.name
          : payer.kind === 'member'
            ? (names.get(payer.personId) ?? '')
            : '',
      payerPersonId: payer.kind === 'member' ? payer.personId : null,
    });
  }
  const receiptIds = await insertReceipts(write, place, rows);
  const total = addMoney(ZERO, ...rows.map((row) => row.amount));
  await write.auditAll(
    rows.map((row, index) => ({
      action: 'dues.record_receipt',
      objectKind: 'dues_receipt',
      objectId: receiptIds[index] ?? '',
      place,
      forPersonId: row.personId,
      fields: { paidOn: row.paidOn, amount: row.amount, means: row.means, payer: row.payer },
    })),
  );
  const named = rows.map((row) => ({ ...row, name: names.get(row.personId) ?? '' }));
  return ok({ receiptIds, total, advice: largeVoluntaryAdvice(named) });
}
