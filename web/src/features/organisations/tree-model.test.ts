import { describe, expect, it } from 'vitest';
import type { OrgNode } from './queries.ts';
import { matching, treeRows, visible } from './tree-model.ts';

const node = (orgId: string, parentId: string | null, members: number | null = 0): OrgNode => ({
  orgId: orgId as OrgNode['orgId'],
  parentId: parentId as OrgNode['parentId'],
  name: `${orgId}党支部`,
  shortName: orgId,
  kind: 'branch',
  sector: 'office',
  memberKind: 'general',
  units: [],
  members,
  fullMembers: members,
});
const NODES = [node('a', 'out', 1), node('c', 'b', 5), node('b', 'a', 2), node('d', 'a', 3)];
const ids = (rows: readonly { readonly node: OrgNode }[]): string[] =>
  rows.map((row) => row.node.orgId);

describe('the tree on screen', () => {
  it('reads parents first and adds up what stands below', () => {
    const rows = treeRows(NODES);
    expect(ids(rows)).toEqual(['a', 'b', 'c', 'd']);
    expect(rows.map((row) => row.level)).toEqual([1, 2, 3, 2]);
    expect(rows.map((row) => row.total)).toEqual([11, 7, 5, 3]);
  });

  it('adds nothing up where a roster is out of sight', () => {
    expect(treeRows([node('a', null, null), node('b', 'a', 2)])[0]?.total).toBeNull();
  });

  it('shows where a match stands', () => {
    expect(ids(matching(treeRows(NODES), 'c'))).toEqual(['a', 'b', 'c']);
    expect(matching(treeRows(NODES), 'x')).toEqual([]);
  });

  it('hides all below a closed body, and nothing beside it', () => {
    expect(ids(visible(treeRows(NODES), new Set(['b'])))).toEqual(['a', 'b', 'd']);
  });
});
