import type { duesContract } from '#contract/dues';
import type { Inputs, Outputs } from '#contract/lib';
import { monthOf } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { orgNames } from '#modules/organisations';
import { arrearsOn, backPayBeyond, nextStep } from '../rules/arrears.ts';
import { reminderText, stepInWords } from '../rules/reminder.ts';
import { branchDues, settlementOf } from './facts.ts';

type In = Inputs<typeof duesContract>['arrears'];
type Out = Outputs<typeof duesContract>['arrears'];

/** Who is behind on a day, for which months, and the lawful next step with a reminder to be sent. */
export async function arrears(read: Read, input: In): Promise<Out | null> {
  const asOf = input.asOf ?? read.today;
  const month = monthOf(asOf);
  const branch = await branchDues(read, input.orgId, { from: month, to: month, asOf });
  if (branch === null) return null;
  const name = (await orgNames(read, [input.orgId])).get(input.orgId)?.shortName ?? '';
  const lines = branch.members.flatMap((member) => {
    const behind = arrearsOn(settlementOf(member, month, branch).lines, branch.cycles, asOf);
    if (behind.amount === 0) return [];
    const step = nextStep(behind, member.frail ? 'frail' : null, branch.settings);
    return [
      {
        personId: member.personId,
        name: member.name,
        amount: behind.amount,
        months: [...behind.months],
        step: step.step,
        stepText: stepInWords(step),
        reminder: reminderText(member.name, behind.months, behind.amount, name),
        beyond: backPayBeyond(behind, branch.settings),
      },
    ];
  });
  return { lines, total: lines.reduce((sum, line) => sum + line.amount, 0) };
}
