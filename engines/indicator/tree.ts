import type { OrgId } from '#kernel/ids';
import { addDays, type PlainDate } from '#kernel/plain-date';
import type { OrgFigure } from './indicator.ts';

/** That `orgId` stood below `parentId` from a day until before another (null: still does). */
export interface Edge {
  readonly orgId: OrgId;
  readonly parentId: OrgId;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** Days of one organisation, both included. */
export interface Segment {
  readonly orgId: OrgId;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

const later = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b);
const earlier = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b);

/**
 * An organisation with all that stood below it on the days of a span: who joined in mid-year counts
 * from that day on. Segments of one organisation that follow each other are one.
 */
export function spansBelow(edges: readonly Edge[], root: Segment): readonly Segment[] {
  const children = Map.groupBy(edges, (edge) => edge.parentId);
  const found: Segment[] = [];
  const visit = (at: Segment, above: ReadonlySet<OrgId>): void => {
    found.push(at);
    for (const edge of children.get(at.orgId) ?? []) {
      if (above.has(edge.orgId)) continue;
      const from = later(at.from, edge.from);
      const to = edge.to === null ? at.to : earlier(at.to, addDays(edge.to, -1));
      if (from <= to) visit({ orgId: edge.orgId, from, to }, new Set([...above, edge.orgId]));
    }
  };
  visit(root, new Set([root.orgId]));
  return joined(found);
}

/** Overlapping and adjoining segments of one organisation made one. */
export function joined(segments: readonly Segment[]): readonly Segment[] {
  return [...Map.groupBy(segments, (one) => one.orgId).values()].flatMap((own) => {
    const result: Segment[] = [];
    for (const next of own.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
      const last = result.at(-1);
      if (last !== undefined && next.from <= addDays(last.to, 1)) {
        result[result.length - 1] = { ...last, to: later(last.to, next.to) };
      } else result.push(next);
    }
    return result;
  });
}

/**
 * Own figures added up over the tree of a day: each organisation's value is its own and that of all
 * below it. Organisations without a parent among the edges are roots.
 */
export function rollUp(
  own: readonly OrgFigure[],
  edges: readonly Pick<Edge, 'orgId' | 'parentId'>[],
): ReadonlyMap<OrgId, { readonly value: number; readonly of: number }> {
  const parents = new Map(edges.map((edge) => [edge.orgId, edge.parentId]));
  const sums = new Map<OrgId, { value: number; of: number }>();
  for (const figure of own) {
    const seen = new Set<OrgId>();
    for (let at: OrgId | undefined = figure.orgId; at !== undefined; at = parents.get(at)) {
      if (seen.has(at)) throw new RangeError(`the tree goes in a circle at ${at}`);
      seen.add(at);
      const sum = sums.get(at) ?? { value: 0, of: 0 };
      sums.set(at, { value: sum.value + figure.value, of: sum.of + figure.of });
    }
  }
  return sums;
}
