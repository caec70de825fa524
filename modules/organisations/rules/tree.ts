import type { PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Refusal, type Result } from '#kernel/result';
import { mayStandUnder, type OrgKind } from './kinds.ts';

/** Days: `from` included, `to` excluded, null while it holds — as the tables keep them. */
export interface DaySpan {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

export interface TreeNode extends DaySpan {
  readonly id: string;
  readonly kind: OrgKind;
}

export interface TreeEdge extends DaySpan {
  readonly child: string;
  readonly parent: string;
}

export interface Tree {
  readonly nodes: readonly TreeNode[];
  readonly edges: readonly TreeEdge[];
}

export const holdsOn = (span: DaySpan, on: PlainDate): boolean =>
  span.from <= on && (span.to === null || on < span.to);

const overlaps = (a: DaySpan, b: DaySpan): boolean =>
  (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to);

const isInside = (inner: DaySpan, outer: DaySpan): boolean =>
  outer.from <= inner.from && (outer.to === null || (inner.to !== null && inner.to <= outer.to));

/** The body directly above on a day, or null for a root. */
export const parentOn = (tree: Tree, child: string, on: PlainDate): string | null =>
  tree.edges.find((edge) => edge.child === child && holdsOn(edge, on))?.parent ?? null;

/** Everything at or below a body on a day, the body first. Stops at a cycle instead of running on. */
export function subtreeOn(tree: Tree, root: string, on: PlainDate): string[] {
  const below = new Map<string, string[]>();
  for (const edge of tree.edges) {
    if (holdsOn(edge, on)) below.set(edge.parent, [...(below.get(edge.parent) ?? []), edge.child]);
  }
  const found = new Set([root]);
  for (const id of found) for (const child of below.get(id) ?? []) found.add(child);
  return [...found];
}

export type TreeRefusal = Refusal<
  | 'organisations.not_alive'
  | 'organisations.parent_not_alive'
  | 'organisations.parent_kind_not_allowed'
  | 'organisations.second_parent'
  | 'organisations.cycle'
>;

function isAncestorOn(tree: Tree, ancestor: string, of: string, on: PlainDate): boolean {
  const seen = new Set<string>();
  for (let at: string | null = of; at !== null && !seen.has(at); at = parentOn(tree, at, on)) {
    if (at === ancestor) return true;
    seen.add(at);
  }
  return false;
}

/**
 * Whether an edge fits into a tree (`org.tree`): both ends alive for all its days, the kind allowed below
 * the parent's, no other parent of the child on any of its days, and no cycle on any day.
 */
export function checkEdge(tree: Tree, edge: TreeEdge): Result<TreeEdge, TreeRefusal> {
  const child = tree.nodes.find((node) => node.id === edge.child);
  const parent = tree.nodes.find((node) => node.id === edge.parent);
  if (child === undefined || !isInside(edge, child))
    return refuse('organisations.not_alive', { from: edge.from });
  if (parent === undefined || !isInside(edge, parent)) {
    return refuse('organisations.parent_not_alive', { from: edge.from });
  }
  if (!mayStandUnder(child.kind, parent.kind)) {
    return refuse('organisations.parent_kind_not_allowed', {
      child: child.kind,
      parent: parent.kind,
    });
  }
  if (tree.edges.some((other) => other.child === edge.child && overlaps(other, edge))) {
    return refuse('organisations.second_parent', { from: edge.from });
  }
  // The way up from the parent changes only on days on which an edge begins.
  const days = new Set([
    edge.from,
    ...tree.edges.map((other) => other.from).filter((day) => holdsOn(edge, day)),
  ]);
  for (const day of days) {
    if (isAncestorOn(tree, edge.child, edge.parent, day))
      return refuse('organisations.cycle', { on: day });
  }
  return ok(edge);
}

/** Every edge that would be refused if it were added to the others last; empty for a sound tree. */
export function treeFindings(
  tree: Tree,
): { readonly edge: TreeEdge; readonly refusal: TreeRefusal }[] {
  return tree.edges.flatMap((edge) => {
    const rest = { nodes: tree.nodes, edges: tree.edges.filter((other) => other !== edge) };
    const found = checkEdge(rest, edge);
    return found.ok ? [] : [{ edge, refusal: found.refusal }];
  });
}

/** A move: the edge that holds on the day ends, a new one begins; refused as `checkEdge` would. */
export function moveUnder(
  tree: Tree,
  child: string,
  parent: string,
  on: PlainDate,
): Result<{ readonly ended: TreeEdge | null; readonly begun: TreeEdge }, TreeRefusal> {
  const old = tree.edges.find((edge) => edge.child === child && holdsOn(edge, on)) ?? null;
  const begun: TreeEdge = { child, parent, from: on, to: old?.to ?? null };
  const kept = tree.edges.filter((edge) => edge !== old);
  const ended = old === null || old.from === on ? null : { ...old, to: on };
  const checked = checkEdge(
    { nodes: tree.nodes, edges: ended === null ? kept : [...kept, ended] },
    begun,
  );
  return checked.ok ? ok({ ended, begun }) : checked;
}
