import type { OrgId } from '#kernel/ids';
import type { SourceRow } from './indicator.ts';

/**
 * Why a figure is another one than before. `new`, `omitted`: a group of records (or an organisation)
 * that stands on one side only · `more`, `fewer`: another number of records of one group · `changed`:
 * the same records count another amount.
 */
export interface Cause {
  readonly kind: 'new' | 'omitted' | 'more' | 'fewer' | 'changed';
  readonly orgId: OrgId;
  /** Group of the records as the module names it, '' where it names none. */
  readonly group: string;
  /** What it adds to the difference; causes add up to it exactly. */
  readonly amount: number;
  /** Records that stand on one side only, or count another amount. */
  readonly added: readonly SourceRow[];
  readonly removed: readonly SourceRow[];
  readonly changed: readonly { readonly before: SourceRow; readonly after: SourceRow }[];
}

const keyOf = (row: SourceRow): string => `${row.orgId} ${row.recordId ?? row.id}`;
const bucketOf = (row: SourceRow): string => `${row.orgId} ${row.group ?? ''}`;
const sum = (rows: readonly SourceRow[]): number => rows.reduce((all, row) => all + row.adds, 0);

/** Rows that both sides have, and those of one side only. A record may stand in several rows. */
function pair(before: readonly SourceRow[], after: readonly SourceRow[]) {
  const open = new Map<string, SourceRow[]>();
  for (const row of before) open.set(keyOf(row), [...(open.get(keyOf(row)) ?? []), row]);
  const added: SourceRow[] = [];
  const changed: { before: SourceRow; after: SourceRow }[] = [];
  for (const row of after) {
    const twin = open.get(keyOf(row))?.shift();
    if (twin === undefined) added.push(row);
    else if (twin.adds !== row.adds) changed.push({ before: twin, after: row });
  }
  return { added, removed: [...open.values()].flat(), changed };
}

/**
 * The difference of two figures split into causes: sum of the causes = sum(after) − sum(before), always.
 * Largest first.
 */
export function causesOf(
  before: readonly SourceRow[],
  after: readonly SourceRow[],
): readonly Cause[] {
  const paired = pair(before, after);
  const stood = new Set(before.map(bucketOf));
  const stands = new Set(after.map(bucketOf));
  const added = Map.groupBy(paired.added, bucketOf);
  const removed = Map.groupBy(paired.removed, bucketOf);
  const changed = Map.groupBy(paired.changed, ({ after: row }) => bucketOf(row));
  const causes: Cause[] = [];
  for (const bucket of new Set([...added.keys(), ...removed.keys()])) {
    const came = added.get(bucket) ?? [];
    const went = removed.get(bucket) ?? [];
    const amount = sum(came) - sum(went);
    const [sample] = [...came, ...went];
    if (amount === 0 || sample === undefined) continue;
    const kind = !stood.has(bucket)
      ? 'new'
      : !stands.has(bucket)
        ? 'omitted'
        : amount > 0
          ? 'more'
          : 'fewer';
    const { orgId, group = '' } = sample;
    causes.push({ kind, orgId, group, amount, added: came, removed: went, changed: [] });
  }
  for (const rows of changed.values()) {
    const amount = rows.reduce((all, row) => all + row.after.adds - row.before.adds, 0);
    const [sample] = rows;
    if (amount === 0 || sample === undefined) continue;
    const { orgId, group = '' } = sample.after;
    causes.push({ kind: 'changed', orgId, group, amount, added: [], removed: [], changed: rows });
  }
  return causes.toSorted(
    (a, b) => Math.abs(b.amount) - Math.abs(a.amount) || a.group.localeCompare(b.group),
  );
}
