import type { duesContract } from '#contract/dues';
import type { Inputs } from '#contract/lib';
import { addToMonth, firstDayOf } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { homeOf } from '#modules/members';
import { ownPlace } from '#modules/organisations';
import { branchDues, settlementOf } from '../queries/facts.ts';
import { insertRelief } from '../store/assessments.ts';

type Input = Omit<Inputs<typeof duesContract>['grantRelief'], 'commandId'>;

/**
 * 减免: the branch studied, the next higher committee approved. Refuses months and days out of order
 * and a relief above what is due.
 */
export async function grantRelief(
  write: Write,
  input: Input,
): Promise<Result<Record<string, never>>> {
  if (input.toMonth < input.fromMonth) return refuse('dues.months_out_of_order');
  if (input.approvedOn < input.studiedOn) return refuse('dues.relief_before_study');
  if (input.amount < 0) return refuse('dues.amount_not_positive');
  const home = await homeOf(write, input.personId);
  if (home === null) return refuse('common.not_found');
  const own = await ownPlace(write, home.orgId);
  if (!own.ok) return own;
  const place = own.value;
  await write.tick(place.orgId);
  const span = { from: input.fromMonth, to: input.toMonth, asOf: write.today };
  const branch = await branchDues(write, place.orgId, span);
  const member = branch?.members.find((one) => one.personId === input.personId);
  if (branch === null || member === undefined) return refuse('common.not_found');
  const tooLow = settlementOf(member, input.toMonth, branch).lines.find(
    (line) =>
      line.month >= input.fromMonth &&
      line.due !== null &&
      line.kind === 'regular' &&
      line.due < input.amount,
  );
  if (tooLow !== undefined)
    return refuse('dues.relief_above_due', { month: tooLow.month, fen: input.amount });
  await insertRelief(
    write,
    place,
    firstDayOf(input.fromMonth),
    firstDayOf(addToMonth(input.toMonth, 1)),
    input,
  );
  await write.audit({
    action: 'dues.grant_relief',
    objectKind: 'person',
    objectId: input.personId,
    place,
    forPersonId: input.personId,
    fields: {
      from: input.fromMonth,
      to: input.toMonth,
      amount: input.amount,
      approvalPaper: input.approvalPaper,
    },
  });
  return ok({});
}
