import type { Inputs, Outputs } from '#contract/lib';
import type { organisationsContract } from '#contract/organisations';
import type { OrgId } from '#kernel/ids';
import { addDays } from '#kernel/plain-date';
import { refuse } from '#kernel/result';
import type { Advice } from '#kernel/rule';
import type { Read } from '#platform/db';
import { mayChange } from '../policy.ts';
import { profileFrom, profileMarks } from '../rules/profile.ts';
import { DEFAULT_ORG_SETTINGS } from '../rules/settings.ts';
import { checkSetup, jointUnitsAdvice } from '../rules/setup.ts';
import { advise } from '../rules/catalogue.ts';
import { subtreeIdsOn } from '../store/look-up.ts';
import { placeOf } from '../store/place.ts';
import { tenures } from '../store/posts.ts';
import type { Roster } from '../store/roster.ts';
import { lifeOf, stateOn, type OrgState } from '../store/tree.ts';
import { withBasis } from './advice.ts';
import { leadershipAdvice } from './office.ts';
import { committeeStands } from './profile.ts';
import { nodesOn, type OrgNode } from './tree.ts';

type Out = Outputs<typeof organisationsContract>['detail'];

/** From the top down to the one directly above. */
function aboveOf(nodes: readonly OrgNode[], orgId: OrgId): Out['above'] {
  const byId = new Map<string, OrgNode>(nodes.map((node) => [node.orgId, node]));
  const way: Out['above'] = [];
  const seen = new Set<string>([orgId]);
  for (let at: string | null = byId.get(orgId)?.parentId ?? null; at !== null && !seen.has(at);) {
    seen.add(at);
    const node = byId.get(at);
    if (node === undefined) break;
    way.unshift({ orgId: node.orgId, name: node.name, kind: node.kind });
    at = node.parentId;
  }
  return way;
}

/** What the numbers of a standing body say: too large, too small, too many units. */
function sizeAdvice(state: OrgState, node: OrgNode): readonly Advice[] {
  if (node.members === null || node.fullMembers === null) return [];
  const joint = state.kind === 'joint_branch';
  if (state.kind !== 'branch' && !joint) return [];
  const found = checkSetup(
    {
      kind: 'branch',
      sector: state.sector,
      fullMembers: node.fullMembers,
      members: node.members,
      units: [],
      exception: null,
    },
    DEFAULT_ORG_SETTINGS,
  );
  const text = `正式党员${node.fullMembers}人，不足${DEFAULT_ORG_SETTINGS.branchMinFull}人，应当及时调整或者撤销`;
  return [
    ...(found.ok ? found.value : [advise('organisations.branch_too_small', 'org.adjust', text)]),
    ...(joint ? jointUnitsAdvice(state.units.length, DEFAULT_ORG_SETTINGS) : []),
  ];
}

/** 概况 of a body on a day. Null where it did not stand or is out of sight. */
export async function detail(
  read: Read,
  input: Inputs<typeof organisationsContract>['detail'],
  roster: Roster,
): Promise<Out | null> {
  const place = await placeOf(read, input.orgId);
  const life = await lifeOf(read, input.orgId);
  if (place === null || life === null) return null;
  // Of a body that ended, the last day on which it stood is shown.
  const ended = life.to !== null && life.to <= read.today;
  const asked = input.asOf ?? (ended && life.to !== null ? addDays(life.to, -1) : read.today);
  const state = await stateOn(read, input.orgId, asked);
  if (state === null) return null;
  const nodes = await nodesOn(read, asked, roster);
  const node = nodes.find((one) => one.orgId === input.orgId);
  if (node === undefined) return null;
  const standing = await tenures(read, { orgIds: [input.orgId], from: asked, to: asked });
  const below = new Set<string>(await subtreeIdsOn(read, input.orgId, asked));
  const sums = nodes.filter((one) => below.has(one.orgId));
  const profile = profileFrom({
    kind: state.kind,
    sector: state.sector,
    memberKind: state.member_kind,
    fullMembers: node.fullMembers,
    committeeInOffice: committeeStands(standing),
  });
  const advice = [
    ...sizeAdvice(state, node),
    ...leadershipAdvice(state.kind, standing, node.fullMembers, asked),
  ];
  const not = refuse('common.not_allowed').refusal;
  return {
    asOf: asked,
    organisation: node,
    contact: state.contact,
    from: life.from,
    endedOn: life.to,
    above: aboveOf(nodes, input.orgId),
    children: nodes.filter((one) => one.parentId === input.orgId),
    allMembers:
      node.members === null ? null : sums.reduce((sum, one) => sum + (one.members ?? 0), 0),
    worksBy: profile.decider,
    marks: profileMarks(profile),
    advice: advice.map(withBasis),
    can: { change: mayChange(read, place, 'organisations.change') ? true : not },
  };
}
