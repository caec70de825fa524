import type { Inputs, Outputs } from '#contract/lib';
import type { talksContract } from '#contract/talks';
import type { OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { POSTS, type PostKind } from '#kernel/posts';
import type { Read } from '#platform/db';
import { searchTokens } from '#platform/words';
import { attachedOver, facesOf, membershipsOf } from '#modules/members';
import { bodyOver, placeOf, postsOver } from '#modules/organisations';
import type { Side } from '../rules/kind.ts';

/** Who of an organisation may have talked on a day, and in which standing. */
export interface PeopleOn {
  readonly members: ReadonlySet<PersonId>;
  /** The committee in the order of posts. */
  readonly committee: readonly { personId: PersonId; name: string; kind: PostKind }[];
  readonly here: ReadonlySet<PersonId>;
}

/** The same of any day of a span, both ends included, read once: a table of talks names many days. */
export async function peopleOver(
  read: Read,
  orgId: OrgId,
  from: PlainDate,
  to: PlainDate,
): Promise<(day: PlainDate) => PeopleOn> {
  const roster = await membershipsOf(read, orgId, from, to);
  const attached = await attachedOver(read, orgId, from, to);
  const body = await bodyOver(read, orgId, from, to);
  const posts = await postsOver(read, [orgId], from, to);
  return (day) => {
    const holds = (one: { readonly from: PlainDate; readonly to: PlainDate | null }): boolean =>
      one.from <= day && (one.to === null || one.to > day);
    const members = roster.filter(
      (row) => row.standing === 'normal' && holds({ from: row.valid_from, to: row.valid_to }),
    );
    const seen = new Set<PersonId>();
    return {
      members: new Set([
        ...members.map((row) => row.person_id as PersonId),
        ...attached.filter(holds).map((one) => one.personId),
      ]),
      // Somebody with two posts stands once, with the first in rank.
      committee: body
        .committeeOn(day)
        .filter((one) => !seen.has(one.personId) && seen.add(one.personId)),
      here: new Set(posts.filter(holds).map((one) => one.personId)),
    };
  };
}

export const peopleOn = async (read: Read, orgId: OrgId, on: PlainDate): Promise<PeopleOn> =>
  (await peopleOver(read, orgId, on, on))(on);

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
