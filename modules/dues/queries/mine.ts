import type { duesContract } from '#contract/dues';
import type { Inputs, Outputs } from '#contract/lib';
import { plainMonth } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { branchDues, settlementOf } from './facts.ts';

type In = Inputs<typeof duesContract>['mine'];
type Out = Outputs<typeof duesContract>['mine'];

/** What a member owes and has paid in a year, with the line that explains each amount. Only their own. */
export async function mine(read: Read, input: In): Promise<Out | null> {
  const from = plainMonth(`${input.year}-01`);
  const to = plainMonth(`${input.year}-12`);
  const branch = await branchDues(read, read.actor.orgId, { from, to, asOf: read.today });
  const member = branch?.members.find((one) => one.personId === read.actor.personId);
  if (branch === null || member === undefined) return null;
  const settlement = settlementOf(member, to, branch.settings);
  return {
    lines: settlement.lines
      .filter((line) => line.month >= from)
      .map((line) => ({
        month: line.month,
        due: line.due,
        paid: line.paid,
        explanation: line.explanation,
      })),
    advance: settlement.advance,
  };
}
