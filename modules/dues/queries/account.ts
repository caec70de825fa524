import type { duesContract } from '#contract/dues';
import type { Inputs, Outputs } from '#contract/lib';
import { addMoney, ZERO } from '#kernel/money';
import { addToMonth, firstDayOf, type PlainDate } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { arrearsOn, nextStep } from '../rules/arrears.ts';
import { collectedSums } from '../store/receipts.ts';
import { branchDues, settlementOf, type BranchDues, type MemberDues } from './facts.ts';

type In = Inputs<typeof duesContract>['account'];
type Out = Outputs<typeof duesContract>['account'];

function lineOf(
  branch: BranchDues,
  member: MemberDues,
  input: In,
  asOf: PlainDate,
): Out['lines'][number] {
  const settlement = settlementOf(member, input.toMonth, branch);
  const inSpan = settlement.lines.filter((line) => line.month >= input.fromMonth);
  const arrears = arrearsOn(settlement.lines, branch.cycles, asOf);
  return {
    personId: member.personId,
    name: member.name,
    due: addMoney(ZERO, ...inSpan.map((line) => line.due ?? ZERO)),
    paid: addMoney(ZERO, ...inSpan.map((line) => line.paid)),
    open: addMoney(ZERO, ...inSpan.map((line) => line.open)),
    advance: settlement.advance,
    unassessed: inSpan.filter((line) => line.due === null).map((line) => line.month),
    arrears: arrears.amount,
    arrearsMonths: [...arrears.months],
    step: nextStep(arrears, member.frail ? 'frail' : null, branch.settings).step,
    // The base is for the keeper and the member alone; here stands how much, not of what.
    explanation: [
      ...new Set(inSpan.filter((line) => line.kind === 'back').map((line) => line.explanation)),
    ].join('；'),
  };
}

/** The account of a branch for a span of months: due, paid, open and arrears of each member. */
export async function account(read: Read, input: In): Promise<Out | null> {
  const asOf = input.asOf ?? read.today;
  const branch = await branchDues(read, input.orgId, {
    from: input.fromMonth,
    to: input.toMonth,
    asOf,
  });
  if (branch === null) return null;
  const all = branch.members.map((member) => lineOf(branch, member, input, asOf));
  const sums = await collectedSums(
    read,
    input.orgId,
    firstDayOf(input.fromMonth),
    firstDayOf(addToMonth(input.toMonth, 1)),
  );
  const total = (field: 'due' | 'paid' | 'open' | 'arrears') =>
    all.reduce((sum, line) => sum + line[field], 0);
  return {
    lines: input.onlyOpen === true ? all.filter((line) => line.open > 0) : all,
    due: total('due'),
    paid: total('paid'),
    open: total('open'),
    arrears: total('arrears'),
    ...sums,
  };
}
