import type { OrgId, PersonId } from '#kernel/ids';
import { ok, refuse, type Result } from '#kernel/result';
import type { Advice } from '#kernel/rule';
import type { Write } from '#platform/db';
import { ownPlace } from '../policy.ts';
import { ORG_KIND_FACTS } from '../rules/kinds.ts';
import { endTenure, tenures } from '../store/posts.ts';
import { placeOf, type OrgPlace } from '../store/place.ts';
import type { Roster, RosterMember } from '../store/roster.ts';
import { changeState, endOrganisation, parentOn, stateOn, type OrgState } from '../store/tree.ts';
import { setUp } from './establish.ts';
import { checkPapers, recordAct, type ActPapers } from './record-act.ts';
import { endOffices } from './revoke.ts';

interface Part {
  readonly name: string;
  readonly shortName: string;
  readonly units: readonly string[];
  readonly personIds: readonly PersonId[];
}

type Input = ActPapers & {
  readonly orgId: OrgId;
  readonly old: 'stays' | 'general_branch' | 'revoked';
  readonly parts: readonly Part[];
};

/** Whether the parts fit the roster: everybody once, nobody from elsewhere, and the old branch as wished. */
function checkParts(
  input: Input,
  members: readonly RosterMember[],
  stays: readonly PersonId[],
): Result<readonly PersonId[]> {
  const placed = input.parts.flatMap((part) => part.personIds);
  if (new Set(placed).size !== placed.length) return refuse('organisations.split_person_twice');
  const here = new Set(members.map((one) => one.personId));
  if (placed.some((person) => !here.has(person))) return refuse('organisations.split_not_here');
  const moving = new Set(placed);
  const left = stays.filter((person) => !moving.has(person)).length;
  if (input.old === 'stays' && left === 0) return refuse('organisations.split_leaves_nobody');
  if (input.old !== 'stays' && left > 0) {
    return refuse('organisations.split_leaves_somebody', { members: left });
  }
  return ok(placed);
}

/** New branches stand beside the old one, or below it where it becomes a general branch. */
async function makeParts(
  write: Write,
  input: Input,
  parent: OrgPlace,
  state: OrgState,
  members: readonly RosterMember[],
  roster: Roster,
): Promise<Result<{ places: OrgPlace[]; moved: number; advice: Advice[] }>> {
  const places: OrgPlace[] = [];
  const advice: Advice[] = [];
  let moved = 0;
  for (const part of input.parts) {
    const people = new Set(part.personIds);
    const full = members.filter((one) => one.full && people.has(one.personId)).length;
    const made = await setUp(write, parent, {
      ...input,
      ...part,
      parentId: parent.orgId,
      kind: 'branch',
      sector: state.sector,
      memberKind: state.member_kind,
      planned: { members: people.size, fullMembers: full },
    });
    if (!made.ok) return made;
    const { place } = made.value;
    const gone = await roster.reassign(
      write,
      input.orgId,
      place,
      part.personIds,
      input.on,
      input.approvalPaper,
    );
    if (!gone.ok) return gone;
    const recorded = await recordAct(write, 'establish', place, input, { others: [input.orgId] });
    if (!recorded.ok) return recorded;
    places.push(place);
    advice.push(...made.value.advice);
    moved += gone.value.moved;
  }
  return ok({ places, moved, advice });
}

/**
 * 拆分 of a branch that grew too large (BR18 art. 4, case 7). Posts of whoever leaves end that day; a
 * new branch elects its own. Made `alone`.
 */
export async function split(
  write: Write,
  input: Input,
  roster: Roster,
): Promise<Result<{ orgIds: OrgId[]; moved: number; advice: readonly Advice[] }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  const state = await stateOn(write, input.orgId, input.on);
  if (state === null) return refuse('organisations.not_alive');
  if (!ORG_KIND_FACTS[state.kind].holdsMembers) return refuse('organisations.not_a_branch');
  const parentId = await parentOn(write, input.orgId, input.on);
  if (parentId === null) return refuse('organisations.root_stays');
  const above = await ownPlace(write, input.old === 'general_branch' ? input.orgId : parentId);
  if (!above.ok) return above;
  const papers = checkPapers(write, 'split', state.sector, input, {
    others: input.parts.length + (input.old === 'stays' ? 1 : 0),
  });
  if (!papers.ok) return papers;
  const members = await roster.membersOn(write, input.orgId, input.on);
  const stays = await roster.staysFrom(write, input.orgId, input.on);
  const placed = checkParts(input, members, stays);
  if (!placed.ok) return placed;
  if (input.old === 'general_branch') {
    await changeState(write, input.orgId, input.on, { kind: 'general_branch' });
  }
  const made = await makeParts(write, input, above.value, state, members, roster);
  if (!made.ok) return made;
  if (input.old === 'stays') {
    const gone = new Set(placed.value);
    for (const one of await tenures(write, { orgIds: [input.orgId], from: input.on })) {
      if (gone.has(one.personId)) await endTenure(write, one.postId, input.on, '编入新支部');
    }
  } else {
    await endOffices(write, input.orgId, input.on, '党支部拆分');
    if (input.old === 'revoked') await endOrganisation(write, input.orgId, input.on);
  }
  const orgIds = made.value.places.map((place) => place.orgId);
  const advice = [...papers.value, ...made.value.advice];
  const recorded = await recordAct(
    write,
    'split',
    (await placeOf(write, input.orgId)) ?? own.value,
    input,
    {
      advice,
      others: orgIds,
      fields: { moved: made.value.moved, old: input.old },
    },
  );
  if (!recorded.ok) return recorded;
  return ok({ orgIds, moved: made.value.moved, advice });
}
