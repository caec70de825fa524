import type { duesContract } from '#contract/dues';
import type { Inputs, Outputs } from '#contract/lib';
import { lastDayOf } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { assess } from '../rules/amount.ts';
import { DUES_RULES } from '../rules/catalogue.ts';
import { covers } from '../rules/collection.ts';
import { cycleAt } from '../rules/cycle.ts';
import type { BranchDues, MemberDues } from './facts.ts';
import { branchDues } from './facts.ts';

type In = Inputs<typeof duesContract>['assessment'];
type Out = Outputs<typeof duesContract>['assessment'];

function lineOf(member: MemberDues, branch: BranchDues, input: In): Out['lines'][number] {
  const base = member.facts.bases.find((span) => covers(span, input.month));
  const relief = member.facts.reliefs.find((span) => covers(span, input.month));
  const assessed = base === undefined ? null : assess(base.kind, base.base, branch.settings);
  return {
    personId: member.personId,
    name: member.name,
    payerKind: base?.kind ?? null,
    base: base?.base ?? null,
    amount: assessed?.ok === true ? assessed.value.amount : null,
    explanation: assessed?.ok === true ? assessed.value.explanation : '',
    relief: relief?.amount ?? null,
    since: base?.from ?? null,
  };
}

/** 核定 of a branch in a month: what stands for each member, with the line that explains it. */
export async function assessment(read: Read, input: In): Promise<Out | null> {
  const span = { from: input.month, to: input.month, asOf: lastDayOf(input.month) };
  const branch = await branchDues(read, input.orgId, span);
  if (branch === null) return null;
  const cycle = branch.cycles.findLast((one) => covers(one, input.month));
  return {
    lines: branch.members.map((member) => lineOf(member, branch, input)),
    cycle: cycleAt(branch.cycles, input.month),
    cycleBasis: cycle?.basis ?? '',
    rules: [...DUES_RULES],
  };
}
