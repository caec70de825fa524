import type { duesContract } from '#contract/dues';
import type { Inputs, Outputs } from '#contract/lib';
import type { OrgId } from '#kernel/ids';
import { firstDayOf, lastDayOf, type PlainDate } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { aliveOver, placeOf, treeBelow, type OrgPlace } from '#modules/organisations';
import { isBranch } from '../policy.ts';
import { moneySums } from '../store/figures.ts';
import { duesOf, settlementOf, type BranchDues } from './facts.ts';

type In = Inputs<typeof duesContract>['rollup'];
type Out = Outputs<typeof duesContract>['rollup'];
type Row = Out['rows'][number];

function sumsOf(branch: BranchDues, input: In) {
  const sums = { members: 0, due: 0, paid: 0, open: 0, unassessed: 0 };
  for (const member of branch.members) {
    const lines = settlementOf(member, input.toMonth, branch).lines.filter(
      (line) => line.month >= input.fromMonth,
    );
    if (lines.length === 0) continue;
    sums.members += 1;
    for (const line of lines) {
      sums.due += line.due ?? 0;
      sums.paid += line.paid;
      sums.open += line.open;
    }
    if (lines.some((line) => line.due === null)) sums.unassessed += 1;
  }
  return sums;
}

/**
 * Dues of everything below an organisation over a span of months: one row for each that stands
 * directly below it by the tree of the span's last day, each with all branches under it added up.
 */
export async function rollup(read: Read, input: In): Promise<Out | null> {
  if ((await placeOf(read, input.orgId)) === null) return null;
  const days = { from: firstDayOf(input.fromMonth), to: lastDayOf(input.toMonth) };
  const on: PlainDate = days.to < read.today ? days.to : read.today;
  const tree = await treeBelow(read, input.orgId, on);
  const children = Map.groupBy(tree, (edge) => edge.parentId);
  const orgIds = tree.map((edge) => edge.orgId);
  const alive = await aliveOver(read, orgIds, on, on);
  const places: OrgPlace[] = alive.map(({ orgId, orgPath }) => ({
    orgId,
    orgPath: orgPath as OrgPlace['orgPath'],
  }));
  const dues = await duesOf(read, places, {
    from: input.fromMonth,
    to: input.toMonth,
    asOf: read.today,
    summed: true,
  });
  const remitted = new Map<string, number>(
    (await moneySums(read, 'remitted', { orgIds, knownAt: null }, days)).map((row) => [
      row.orgId,
      row.amount,
    ]),
  );
  const about = new Map(alive.map((one) => [one.orgId, one]));
  const subtree = (orgId: OrgId): OrgId[] => [
    orgId,
    ...(children.get(orgId) ?? []).flatMap((edge) => subtree(edge.orgId)),
  ];
  const rowOf = (orgId: OrgId): Row => {
    const row = { orgId, name: about.get(orgId)?.name ?? '', isBranch: false, branches: 0 };
    const sums = { members: 0, due: 0, paid: 0, open: 0, remitted: 0, unassessed: 0 };
    const below = subtree(orgId);
    for (const id of below) {
      const branch = dues.get(id);
      const kind = about.get(id)?.kind ?? '';
      if (branch === undefined) continue;
      if (isBranch(kind)) row.branches += 1;
      for (const [field, value] of Object.entries(sumsOf(branch, input)))
        sums[field as keyof typeof sums] += value;
      sums.remitted += remitted.get(id) ?? 0;
    }
    row.isBranch = below.length === 1 && row.branches === 1;
    return { ...row, ...sums };
  };
  const rows = (children.get(input.orgId) ?? []).map((edge) => rowOf(edge.orgId));
  const total = (field: 'due' | 'paid' | 'open' | 'remitted') =>
    rows.reduce((sum, row) => sum + row[field], 0);
  return {
    rows: rows.toSorted((a, b) => a.name.localeCompare(b.name, 'zh')),
    due: total('due'),
    paid: total('paid'),
    open: total('open'),
    remitted: total('remitted'),
  };
}
