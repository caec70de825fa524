import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, plainDate, type PlainDate } from '#kernel/plain-date';
import { unwrap } from '#kernel/result';
import { checkAct, type ActFacts } from './acts.ts';
import type { OrgKind } from './kinds.ts';
import { DEFAULT_ORG_SETTINGS as S } from './settings.ts';
import {
  checkEdge,
  moveUnder,
  parentOn,
  subtreeOn,
  treeFindings,
  type Tree,
  type TreeEdge,
  type TreeNode,
} from './tree.ts';

const d = plainDate;
const node = (
  id: string,
  kind: OrgKind,
  from = '2020-01-01',
  to: string | null = null,
): TreeNode => ({
  id,
  kind,
  from: d(from),
  to: to === null ? null : d(to),
});
const edge = (
  child: string,
  parent: string,
  from = '2020-01-01',
  to: string | null = null,
): TreeEdge => ({
  child,
  parent,
  from: d(from),
  to: to === null ? null : d(to),
});
const tree: Tree = {
  nodes: [
    node('county', 'committee'),
    node('town', 'committee'),
    node('office', 'working_committee'),
    node('general', 'general_branch'),
    node('one', 'branch'),
    node('old', 'branch', '2020-01-01', '2024-01-01'),
  ],
  edges: [
    edge('town', 'county'),
    edge('office', 'county'),
    edge('general', 'office'),
    edge('one', 'general', '2021-03-01'),
  ],
};
const codeOf = (e: TreeEdge, t: Tree = tree): string | null => {
  const found = checkEdge(t, e);
  return found.ok ? null : found.refusal.code;
};

describe('edges', () => {
  test('a sound tree has no findings', () => expect(treeFindings(tree)).toEqual([]));
  test('reads as of any day', () => {
    expect(parentOn(tree, 'one', d('2021-02-28'))).toBeNull();
    expect(parentOn(tree, 'one', d('2021-03-01'))).toBe('general');
    expect(subtreeOn(tree, 'office', d('2022-01-01'))).toEqual(['office', 'general', 'one']);
  });
  test('refuses what does not fit', () => {
    expect(codeOf(edge('old', 'general', '2020-01-01', '2024-01-01'))).toBeNull();
    expect(codeOf(edge('old', 'general'))).toBe('organisations.not_alive');
    expect(codeOf(edge('one', 'old', '2020-05-01', '2020-06-01'))).toBe(
      'organisations.parent_kind_not_allowed',
    );
    expect(codeOf(edge('one', 'office', '2022-01-01'))).toBe('organisations.second_parent');
    expect(codeOf(edge('county', 'town'))).toBe('organisations.cycle');
    expect(codeOf(edge('town', 'gone', '2020-01-01'), { ...tree, edges: [] })).toBe(
      'organisations.parent_not_alive',
    );
  });
  test('a cycle that only begins later is found', () => {
    const nodes = [node('a', 'committee'), node('b', 'committee')];
    const later = { nodes, edges: [edge('b', 'a', '2025-01-01')] };
    expect(codeOf(edge('a', 'b', '2020-01-01'), later)).toBe('organisations.cycle');
    expect(codeOf(edge('a', 'b', '2020-01-01', '2025-01-01'), later)).toBeNull();
  });
  test('a move ends the old edge and begins a new one', () => {
    const moved = unwrap(moveUnder(tree, 'one', 'town', d('2026-01-01')));
    expect(moved.ended).toEqual(edge('one', 'general', '2021-03-01', '2026-01-01'));
    expect(moved.begun).toEqual(edge('one', 'town', '2026-01-01'));
    expect(moveUnder(tree, 'county', 'town', d('2026-01-01'))).toMatchObject({
      refusal: { code: 'organisations.cycle' },
    });
  });
  test('property: however committees are moved, on every day all hang together under one root', () => {
    const ids = ['r', 'a', 'b', 'c', 'e', 'f'];
    const moves = fc.array(
      fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids), fc.nat(300)),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(moves, fc.nat(400), (list, probe) => {
        let now: Tree = {
          nodes: ids.map((id) => node(id, 'committee')),
          edges: ids.slice(1).map((id) => edge(id, 'r')),
        };
        for (const [child, parent, n] of list) {
          if (child === 'r') continue;
          const found = moveUnder(now, child, parent, addDays(d('2020-01-01'), n));
          if (!found.ok) continue;
          const old = now.edges.find(
            (x) =>
              x.child === child &&
              x.from <= found.value.begun.from &&
              (x.to === null || found.value.begun.from < x.to),
          );
          const kept = now.edges.filter((x) => x !== old);
          now = {
            ...now,
            edges: [
              ...kept,
              ...(found.value.ended === null ? [] : [found.value.ended]),
              found.value.begun,
            ],
          };
        }
        const on: PlainDate = addDays(d('2020-01-01'), probe);
        return treeFindings(now).length === 0 && subtreeOn(now, 'r', on).length === ids.length;
      }),
    );
  });
});

describe('acts and their papers', () => {
  const act = (changes: Partial<ActFacts> = {}): ActFacts => ({
    act: 'establish',
    sector: 'office',
    today: d('2026-06-01'),
    happenedOn: d('2026-05-20'),
    appliedOn: d('2026-04-25'),
    approvedOn: d('2026-05-10'),
    approvedBy: '县直机关工委',
    approvalPaper: '县直工委〔2026〕5号',
    approverIsTownshipOrHigher: true,
    membersLeft: 0,
    childrenLeft: 0,
    others: 0,
    ...changes,
  });
  const refused = (changes: Partial<ActFacts>): string | null => {
    const found = checkAct(act(changes), S);
    return found.ok ? null : found.refusal.code;
  };
  test('request ≤ approval ≤ act ≤ today', () => {
    expect(unwrap(checkAct(act(), S))).toEqual([]);
    expect(refused({ happenedOn: d('2026-06-02') })).toBe('organisations.act_in_future');
    expect(refused({ happenedOn: d('2026-06-01') })).toBeNull();
    expect(refused({ approvedOn: d('2026-05-20') })).toBeNull();
    expect(refused({ appliedOn: d('2026-05-10') })).toBeNull();
    expect(refused({ approvedOn: d('2026-05-21') })).toBe('organisations.approval_after_act');
    expect(refused({ appliedOn: d('2026-05-11') })).toBe('organisations.approval_before_request');
    expect(refused({ approvedOn: null })).toBe('organisations.approval_missing');
    expect(refused({ approvalPaper: ' ' })).toBe('organisations.approval_missing');
  });
  test('a change of particulars needs no paper', () => {
    expect(refused({ act: 'change', approvedOn: null, approvalPaper: '' })).toBeNull();
  });
  test('a village needs the township', () => {
    expect(refused({ sector: 'village', approverIsTownshipOrHigher: false })).toBe(
      'organisations.approval_too_low',
    );
    expect(
      refused({ sector: 'village', act: 'rename', approverIsTownshipOrHigher: false }),
    ).toBeNull();
  });
  test('nothing is revoked with people or bodies in it; merging and splitting name the others', () => {
    expect(refused({ act: 'revoke', membersLeft: 1 })).toBe('organisations.revoke_has_members');
    expect(refused({ act: 'revoke', childrenLeft: 1 })).toBe('organisations.revoke_has_children');
    expect(refused({ act: 'revoke' })).toBeNull();
    expect(refused({ act: 'merge' })).toBe('organisations.act_needs_others');
    expect(refused({ act: 'split', others: 1 })).toBe('organisations.act_needs_others');
    expect(refused({ act: 'split', others: 2 })).toBeNull();
  });
  test('a reply after more than a month is a warning', () => {
    expect(unwrap(checkAct(act({ appliedOn: d('2026-04-09') }), S))).toHaveLength(1);
    expect(unwrap(checkAct(act({ appliedOn: d('2026-04-10') }), S))).toHaveLength(0);
  });
});
