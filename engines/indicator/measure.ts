import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import type { Indicator, SourceRow } from './indicator.ts';
import type { Segment } from './tree.ts';

/** A figure with the records behind it. `of` is the denominator where the unit is %, else 1. */
export interface Measured {
  readonly value: number;
  readonly of: number;
  readonly rows: readonly SourceRow[];
}

const DATED = (a: SourceRow, b: SourceRow): number =>
  a.on.localeCompare(b.on) || a.id.localeCompare(b.id);

/** Segments by their days: one question each. */
const bySpan = (segments: readonly Segment[]): readonly Segment[][] => [
  ...Map.groupBy(segments, (one) => `${one.from} ${one.to}`).values(),
];

/**
 * One indicator over segments of organisations, as known at an instant; a stock counts only what
 * stands on `until`. The value is the sum of what its rows add, so that a figure always opens.
 */
export async function measure(
  indicator: Indicator,
  read: Read,
  segments: readonly Segment[],
  at: { readonly until: PlainDate; readonly knownAt: Date },
): Promise<Measured> {
  const counted =
    indicator.stock === true ? segments.filter((one) => one.to === at.until) : segments;
  const rows: SourceRow[] = [];
  let of = 0;
  for (const group of bySpan(counted)) {
    const [first] = group;
    if (first === undefined) continue;
    const period = { from: first.from, to: first.to, knownAt: at.knownAt };
    const orgIds = group.map((one) => one.orgId);
    // One by one: a county's year has more rows than a call takes arguments.
    for (const row of await indicator.rows(read, period, orgIds)) rows.push(row);
    if (indicator.unit === '%') {
      const wanted = new Set<OrgId>(orgIds);
      for (const figure of await indicator.figures(read, period))
        if (wanted.has(figure.orgId)) of += figure.of;
    }
  }
  return {
    value: rows.reduce((sum, row) => sum + row.adds, 0),
    of: indicator.unit === '%' ? of : 1,
    rows: rows.toSorted(DATED),
  };
}
