import type { Period } from '#engines/indicator';
import type { OrgId } from '#kernel/ids';
import { monthOf, monthsFromTo, type PlainDate, type PlainMonth } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { aliveOver, type OrgPlace } from '#modules/organisations';
import { balanceOver } from '../rules/balance.ts';
import { payableUntil } from '../rules/cycle.ts';
import { rosterOrgs } from '../store/figures.ts';
import { duesOf, firstFixed, unreckoned, type BranchDues } from './facts.ts';

/** What the accounts of a branch come to, in fen. */
export interface OrgBalance {
  readonly orgId: OrgId;
  readonly due: number;
  readonly arrears: number;
  readonly membersInArrears: number;
}

/** Branches of the organisations asked for (null: all within sight) with what their dues rest on. */
export async function branchesOver(
  read: Read,
  period: Period,
  orgIds: readonly OrgId[] | null,
  unnamed: boolean,
): Promise<ReadonlyMap<OrgId, BranchDues>> {
  const ids = orgIds ?? (await rosterOrgs(read));
  const alive = await aliveOver(read, ids, period.from, period.to);
  const places = new Map<OrgId, OrgPlace>(
    alive.map(({ orgId, orgPath }) => [orgId, { orgId, orgPath: orgPath as OrgPlace['orgPath'] }]),
  );
  const span = {
    from: monthOf(period.from),
    to: monthOf(period.to),
    asOf: period.to,
    knownAt: period.knownAt,
    summed: true,
    unnamed,
  };
  return duesOf(read, [...places.values()], span, orgIds === null);
}

/** Whether the cycle in which a month can be asked for is over; each month is looked up once a branch. */
function overBy(branch: BranchDues, on: PlainDate): (month: PlainMonth) => boolean {
  const known = new Map<PlainMonth, boolean>();
  return (month) => {
    const found = known.get(month) ?? payableUntil(branch.cycles, month) < on;
    known.set(month, found);
    return found;
  };
}

/** Sums of the accounts of every branch within sight, without making their lines. */
export async function balances(read: Read, period: Period): Promise<readonly OrgBalance[]> {
  const [from, to] = [monthOf(period.from), monthOf(period.to)];
  const spans = new Map<PlainMonth, readonly PlainMonth[]>();
  const monthsSince = (first: PlainMonth): readonly PlainMonth[] => {
    const months = spans.get(first) ?? monthsFromTo(first, to);
    spans.set(first, months);
    return months;
  };
  const found = await branchesOver(read, period, null, true);
  return [...found].map(([orgId, branch]) => {
    const isOver = overBy(branch, period.to);
    const sums = { due: 0, arrears: 0, membersInArrears: 0 };
    for (const { facts, receipts } of branch.members) {
      const first = firstFixed(facts);
      if (first === undefined) continue;
      const paid = receipts.reduce((sum, receipt) => sum + receipt.amount, 0);
      const months = monthsSince(first);
      const balance = balanceOver(facts, months, from, paid, branch.settingsAt, isOver);
      if (!balance.ok) return unreckoned(balance.refusal);
      sums.due += balance.value.due;
      sums.arrears += balance.value.arrears;
      if (balance.value.arrears > 0) sums.membersInArrears += 1;
    }
    return { orgId, ...sums };
  });
}
