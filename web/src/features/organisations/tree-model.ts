import type { OrgNode } from './queries.ts';

export interface TreeRow {
  readonly node: OrgNode;
  readonly level: number;
  readonly children: readonly string[];
  /** Members of this body and all below it; null where a roster is out of sight. */
  readonly total: number | null;
}

/** Rows of a tree in reading order, each with its level: parents first, sisters by their name. */
export function treeRows(nodes: readonly OrgNode[]): TreeRow[] {
  const known = new Set<string>(nodes.map((node) => node.orgId));
  const below = Map.groupBy(nodes, (node): string =>
    node.parentId !== null && known.has(node.parentId) ? node.parentId : '',
  );
  const rows: TreeRow[] = [];
  const walk = (node: OrgNode, level: number): number | null => {
    const children = (below.get(node.orgId) ?? []).toSorted((a, b) =>
      a.name.localeCompare(b.name, 'zh'),
    );
    const at = rows.length;
    rows.push({ node, level, children: children.map((child) => child.orgId), total: null });
    let total = node.members;
    for (const child of children) {
      const sum = walk(child, level + 1);
      if (total !== null && sum !== null) total += sum;
    }
    rows[at] = { node, level, children: children.map((child) => child.orgId), total };
    return total;
  };
  for (const root of below.get('') ?? []) walk(root, 1);
  return rows;
}

/** What a search shows: matches, and the bodies above them so that one sees where they stand. */
export function matching(rows: readonly TreeRow[], q: string): readonly TreeRow[] {
  if (q === '') return rows;
  const byId = new Map<string, TreeRow>(rows.map((row) => [row.node.orgId, row]));
  const kept = new Set<string>();
  for (const { node } of rows) {
    const fits = node.name.includes(q) || node.shortName.includes(q);
    for (let at: OrgNode | undefined = fits ? node : undefined; at !== undefined;) {
      if (kept.has(at.orgId)) break;
      kept.add(at.orgId);
      at = at.parentId === null ? undefined : byId.get(at.parentId)?.node;
    }
  }
  return rows.filter((row) => kept.has(row.node.orgId));
}

/** Rows whose ancestors are all open. */
export function visible(rows: readonly TreeRow[], closed: ReadonlySet<string>): TreeRow[] {
  const shown: TreeRow[] = [];
  let hiddenBelow = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    if (row.level > hiddenBelow) continue;
    hiddenBelow = closed.has(row.node.orgId) ? row.level : Number.POSITIVE_INFINITY;
    shown.push(row);
  }
  return shown;
}
