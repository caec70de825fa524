import type { Inputs, Outputs } from '#contract/lib';
import type { talksContract } from '#contract/talks';
import type { OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { POSTS, type PostKind } from '#kernel/posts';
import type { Read } from '#platform/db';
import { searchTokens } from '#platform/words';
import { attachedOn, facesOf, rosterIdsOn } from '#modules/members';
import { committeeOn, placeOf, postsOver } from '#modules/organisations';
import type { Side } from '../rules/kind.ts';

/** Who of an organisation may have talked on a day, and in which standing. */
export interface PeopleOn {
  readonly members: ReadonlySet<PersonId>;
  /** The committee in the order of posts. */
  readonly committee: readonly { personId: PersonId; name: string; kind: PostKind }[];
  readonly here: ReadonlySet<PersonId>;
}

export async function peopleOn(read: Read, orgId: OrgId, on: PlainDate): Promise<PeopleOn> {
  const roster = await rosterIdsOn(read, orgId, on);
  const attached = await attachedOn(read, orgId, on);
  const committee = await committeeOn(read, orgId, on);
  const posts = await postsOver(read, [orgId], on, on);
  const seen = new Set<PersonId>();
  return {
    members: new Set([...roster, ...attached.map((one) => one.personId)]),
    // Somebody with two posts stands once, with the first in rank.
    committee: committee.filter((one) => !seen.has(one.personId) && seen.add(one.personId)),
    here: new Set(posts.map((one) => one.personId)),
  };
}

export const sideIn = (people: PeopleOn, personId: PersonId | null): Side => ({
  member: personId !== null && people.members.has(personId),
  committee: people.committee.some((one) => one.personId === personId),
  here: personId !== null && people.here.has(personId),
});

type In = Inputs<typeof talksContract>;
type Out = Outputs<typeof talksContract>;

/** Who can be chosen for a talk of a day: the committee first, then the others by name. */
export async function people(read: Read, input: In['people']): Promise<Out['people'] | null> {
  if ((await placeOf(read, input.orgId)) === null) return null;
  const found = await peopleOn(read, input.orgId, input.on);
  const ids = [
    ...new Set([...found.committee.map((one) => one.personId), ...found.members, ...found.here]),
  ];
  const faces = await facesOf(read, ids);
  const rank = (id: PersonId): number => {
    const at = found.committee.findIndex((one) => one.personId === id);
    return at === -1 ? found.committee.length : at;
  };
  const name = (id: PersonId): string =>
    faces.get(id)?.name ?? found.committee.find((one) => one.personId === id)?.name ?? '';
  return {
    people: ids
      .filter((id) => name(id) !== '')
      .toSorted((a, b) => rank(a) - rank(b) || name(a).localeCompare(name(b), 'zh'))
      .map((personId) => {
        const post = found.committee.find((one) => one.personId === personId);
        return {
          personId,
          name: name(personId),
          post: post === undefined ? '' : POSTS[post.kind],
          committee: post !== undefined,
          member: found.members.has(personId),
          finds: searchTokens(name(personId)),
        };
      }),
  };
}
