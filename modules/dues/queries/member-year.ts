import type { duesContract } from '#contract/dues';
import type { Inputs, Outputs } from '#contract/lib';
import type { OrgId, PersonId } from '#kernel/ids';
import { addMoney, ZERO, type Money } from '#kernel/money';
import { monthOf, plainMonth, type PlainDate, type PlainMonth } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { branchDues, settlementOf } from './facts.ts';

type Out = Outputs<typeof duesContract>;

export interface MemberYear {
  readonly name: string;
  readonly lines: {
    readonly month: PlainMonth;
    readonly due: Money | null;
    readonly paid: Money;
    readonly open: Money;
    readonly paidOn: PlainDate | null;
    readonly explanation: string;
  }[];
  readonly due: Money;
  readonly paid: Money;
  readonly open: Money;
  readonly advance: Money;
}

/** A member's months of a year with what was paid on each and when; null when they were not here. */
export async function memberYear(
  read: Read,
  input: { readonly orgId: OrgId; readonly personId: PersonId; readonly year: number },
  showBase = false,
): Promise<MemberYear | null> {
  const from = plainMonth(`${input.year}-01`);
  const to = plainMonth(`${input.year}-12`);
  const branch = await branchDues(read, input.orgId, { from, to, asOf: read.today });
  const member = branch?.members.find((one) => one.personId === input.personId);
  if (branch === null || member === undefined) return null;
  const settlement = settlementOf(member, to, branch);
  const lines = settlement.lines.filter((line) => line.month >= from);
  // Months still to come are not owed yet.
  const now = lines.filter((line) => line.month <= monthOf(read.today));
  return {
    name: member.name,
    lines: lines.map((line) => ({
      month: line.month,
      due: line.due,
      paid: line.paid,
      open: line.open,
      paidOn: line.shares.at(-1)?.on ?? null,
      // The base is for the keeper and the member alone (situations 8).
      explanation: showBase || line.kind === 'back' ? line.explanation : '',
    })),
    due: addMoney(ZERO, ...lines.map((line) => line.due ?? ZERO)),
    paid: addMoney(ZERO, ...lines.map((line) => line.paid)),
    open: addMoney(ZERO, ...now.map((line) => line.open)),
    advance: settlement.advance,
  };
}

/** One's own dues of a year with the line that explains each amount. */
export async function mine(
  read: Read,
  input: Inputs<typeof duesContract>['mine'],
): Promise<Out['mine'] | null> {
  const { orgId, personId } = read.actor;
  const found =
    personId === null ? null : await memberYear(read, { ...input, orgId, personId }, true);
  if (found === null) return null;
  return {
    lines: found.lines.map(({ month, due, paid, explanation }) => ({
      month,
      due,
      paid,
      explanation,
    })),
    advance: found.advance,
  };
}
