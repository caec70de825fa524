import type { duesContract } from '#contract/dues';
import type { Inputs, Outputs } from '#contract/lib';
import { addMoney, formatYuan, ZERO, type Money } from '#kernel/money';
import { addToMonth, firstDayOf } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { placeOf } from '#modules/organisations';
import type { SettledLine } from '../rules/allocation.ts';
import { cycleAt, periodName, periodOf, type Period } from '../rules/cycle.ts';
import { monthsInWords } from '../rules/reminder.ts';
import { collectedSums } from '../store/receipts.ts';
import { cyclesOf } from '../store/settings.ts';
import { cycleSpans, duesOf, settlementOf, type BranchDues, type MemberDues } from './facts.ts';

type In = Inputs<typeof duesContract>['round'];
type Out = Outputs<typeof duesContract>['round'];

/** 补缴 that can be asked for by the end of the round, and what was paid ahead. */
function noteOf(lines: readonly SettledLine[], period: Period, advance: Money): string {
  const back = lines.filter(
    (line) => line.kind === 'back' && line.open > 0 && line.claimableFrom <= period.last,
  );
  const words =
    back.length === 0
      ? []
      : [`含补缴${monthsInWords([...new Set(back.map((line) => line.month))])}`];
  if (advance > 0) words.push(`已预交${formatYuan(advance)}元`);
  return words.join('；');
}

function lineOf(branch: BranchDues, member: MemberDues, period: Period): Out['lines'][number] {
  const { lines, advance } = settlementOf(member, period.last, branch);
  // What can only be asked for later belongs to a later round.
  const asked = lines.filter((line) => line.claimableFrom <= period.last);
  const inside = asked.filter((line) => line.month >= period.first);
  const sum = (part: readonly SettledLine[], field: 'paid' | 'open') =>
    addMoney(ZERO, ...part.map((line) => line[field]));
  return {
    personId: member.personId,
    name: member.name,
    due: addMoney(ZERO, ...inside.map((line) => line.due ?? ZERO)),
    paid: sum(inside, 'paid'),
    open: sum(inside, 'open'),
    before: sum(
      asked.filter((line) => line.month < period.first),
      'open',
    ),
    unassessed: inside.filter((line) => line.due === null).map((line) => line.month),
    note: noteOf(lines, period, advance),
  };
}

/** A round of collection: the period of the branch's cycle that holds the month, with what is open. */
export async function round(read: Read, input: In): Promise<Out | null> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return null;
  const spans = cycleSpans(await cyclesOf(read, { orgIds: [input.orgId], knownAt: null }));
  const cycle = cycleAt(spans, input.month);
  const period = periodOf(cycle, input.month);
  const found = await duesOf(read, [place], {
    from: period.first,
    to: period.last,
    asOf: read.today,
  });
  const branch = found.get(input.orgId);
  if (branch === undefined) return null;
  const lines = branch.members.map((member) => lineOf(branch, member, period));
  const total = (field: 'due' | 'paid' | 'open' | 'before') =>
    lines.reduce((sum, line) => sum + line[field], 0);
  const sums = await collectedSums(
    read,
    input.orgId,
    firstDayOf(period.first),
    firstDayOf(addToMonth(period.last, 1)),
  );
  return {
    cycle,
    name: periodName(cycle, input.month),
    ...period,
    lines,
    due: total('due'),
    paid: total('paid'),
    open: total('open'),
    before: total('before'),
    notRemitted: sums.notRemitted,
  };
}
