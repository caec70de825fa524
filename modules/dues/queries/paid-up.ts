import type { OrgId, PersonId } from '#kernel/ids';
import { addToMonth, monthOf, type PlainMonth } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { branchDues, fixedSettlementOf } from './facts.ts';

/** 党费缴至: the last month up to which nothing is open, and how many months are open until today. */
export interface PaidUp {
  readonly month: PlainMonth | null;
  readonly open: number;
}

/** How far somebody's dues are paid in a branch, in advance too; null where they never stood in its roster. */
export async function paidUpTo(
  read: Read,
  orgId: OrgId,
  personId: PersonId,
): Promise<PaidUp | null> {
  const now = monthOf(read.today);
  const ahead = addToMonth(now, 12);
  const span = { from: addToMonth(now, -24), to: ahead, asOf: read.today };
  const branch = await branchDues(read, orgId, span);
  const member = branch?.members.find((one) => one.personId === personId);
  if (branch === null || member === undefined) return null;
  // Months before anything was fixed owe nothing and say nothing.
  const { lines } = fixedSettlementOf(member, ahead, branch);
  const firstOpen = lines.findIndex((line) => line.due === null || line.open > 0);
  const paid = firstOpen === -1 ? lines : lines.slice(0, firstOpen);
  return {
    month: paid.at(-1)?.month ?? null,
    open: lines.filter((line) => line.month < now && line.open > 0).length,
  };
}
