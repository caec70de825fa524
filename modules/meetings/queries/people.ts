import type { OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { COMMITTEE, POSTS } from '#kernel/posts';
import type { Read } from '#platform/db';
import { attachedOn, membershipsOf, namesOf } from '#modules/members';
import { aliveOver, postsOver, subtreeIdsOn } from '#modules/organisations';
import { entitlementOf, type PersonOnDay } from '../rules/entitlement.ts';
import type { RollLine } from '../rules/minutes.ts';
import type { PlannedKind } from '../rules/own-kinds.ts';
import { BRANCH_KINDS } from './arrangement.ts';

interface Known {
  readonly person: PersonOnDay;
  readonly name: string;
  readonly unit: string;
  readonly post: string;
}

const NOBODY: Omit<PersonOnDay, 'personId'> = {
  place: 'none',
  category: 'full',
  standing: 'normal',
  rights: 'yes',
  floating: false,
  frail: false,
  onCommittee: false,
  inGroup: false,
  inLeadingBody: false,
  excluded: false,
};

/** A branch has its own roster; above it everybody in the branches below that day belongs to the meeting. */
async function rosterOrgs(read: Read, orgId: OrgId, day: PlainDate): Promise<OrgId[]> {
  const [state] = await aliveOver(read, [orgId], day, day);
  const isBranch = state === undefined || BRANCH_KINDS.includes(state.kind);
  return isBranch ? [orgId] : subtreeIdsOn(read, orgId, day);
}

async function fromRosters(
  read: Read,
  orgIds: readonly OrgId[],
  groupId: string | null,
  day: PlainDate,
): Promise<Map<PersonId, Known>> {
  const found = new Map<PersonId, Known>();
  for (const orgId of orgIds) {
    for (const row of await membershipsOf(read, orgId, day, day)) {
      const personId = row.person_id as PersonId;
      found.set(personId, {
        person: {
          ...NOBODY,
          personId,
          place: 'home',
          category: row.category,
          standing: row.standing,
          frail: row.frail,
          inGroup: groupId !== null && row.group_id === groupId,
        },
        name: row.name,
        unit: row.unit,
        post: '',
      });
    }
  }
  return found;
}

/** Holders of committee posts that day, added to whom the roster names; a leading body may have none in its own roster. */
async function withPosts(
  read: Read,
  orgId: OrgId,
  day: PlainDate,
  found: Map<PersonId, Known>,
): Promise<void> {
  const committee: readonly string[] = COMMITTEE;
  const posts = (await postsOver(read, [orgId], day, day)).filter((post) =>
    committee.includes(post.kind),
  );
  const unknown = posts.map((post) => post.personId).filter((id) => !found.has(id));
  const names = await namesOf(read, unknown);
  for (const { personId, kind } of posts) {
    const known = found.get(personId);
    found.set(personId, {
      person: {
        ...(known?.person ?? { ...NOBODY, personId }),
        onCommittee: true,
        inLeadingBody: true,
      },
      name: known?.name ?? names.get(personId) ?? '',
      unit: known?.unit ?? '',
      post: POSTS[kind],
    });
  }
}

/**
 * The sheet of a meeting of that kind on a day: 应到 by roster or posts of the day, and people attached
 * here under 列席 (situation 1). Order: posts of the committee first, then the roster's.
 */
export async function rollOn(
  read: Read,
  orgId: OrgId,
  kind: PlannedKind,
  groupId: string | null,
  day: PlainDate,
): Promise<RollLine[]> {
  const ofMembers = kind.body === 'members' || kind.body === 'group';
  const found = ofMembers
    ? await fromRosters(read, await rosterOrgs(read, orgId, day), groupId, day)
    : await fromRosters(read, [orgId], groupId, day);
  await withPosts(read, orgId, day, found);
  if (ofMembers) {
    for (const guest of await attachedOn(read, orgId, day)) {
      if (found.has(guest.personId)) continue;
      const person = { ...NOBODY, personId: guest.personId, place: 'guest' as const };
      found.set(guest.personId, { person, name: guest.name, unit: '', post: '' });
    }
  }
  const lines = [...found.values()].flatMap(({ person, name, unit, post }): RollLine[] => {
    const entry = entitlementOf(kind.like, person);
    if (entry === null) return [];
    return [
      {
        key: person.personId,
        personId: person.personId as PersonId,
        name,
        column: entry.column,
        voting: entry.voting,
        alarm: entry.alarm,
        frail: person.frail,
        unit,
        note: entry.note !== '' ? entry.note : post,
      },
    ];
  });
  const rank = (line: RollLine): number =>
    line.column === 'sit_in' ? 2 : Object.values(POSTS).some((post) => post === line.note) ? 0 : 1;
  return lines.toSorted((a, b) => rank(a) - rank(b));
}
