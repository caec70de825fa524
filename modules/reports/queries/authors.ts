import type { OrgId, PersonId } from '#kernel/ids';
import { addDays, type PlainDate } from '#kernel/plain-date';
import { POSTS } from '#kernel/posts';
import { namesOf } from '#modules/members';
import { bodiesHeadedBy, orgNames, placeOf, postsOver } from '#modules/organisations';
import { isWithin, type OrgPath } from '#kernel/org-path';
import type { Body } from '../rules/content.ts';
import { choicesAt, type Desk } from './desk.ts';
import { readerOf } from '../policy.ts';
import type { Actor, Read } from '#platform/db';

/** Somebody who headed an organisation in a period, and all bodies they headed then (situation 10). */
export interface Author {
  readonly personId: PersonId;
  readonly name: string;
  readonly bodies: readonly Body[];
}

interface Found extends Body {
  readonly path: OrgPath;
}

/** Kinds of organisations that have others below them, so that their report speaks of those too. */
const ABOVE: readonly string[] = [
  'committee',
  'working_committee',
  'general_branch',
  'temporary_committee',
  'temporary_general_branch',
];

async function headedOf(
  read: Read,
  personId: PersonId,
  from: PlainDate,
  to: PlainDate,
): Promise<Found[]> {
  const headed = await bodiesHeadedBy(read, personId, { from, to });
  const names = await orgNames(
    read,
    headed.map((one) => one.orgId),
  );
  const found: Found[] = [];
  for (const one of headed) {
    const place = await placeOf(read, one.orgId);
    const named = names.get(one.orgId);
    if (place === null || named === undefined) continue;
    found.push({
      orgId: one.orgId,
      name: named.shortName,
      role: POSTS[one.kind],
      from: one.from,
      to: one.until === null || one.until > to ? to : addDays(one.until, -1),
      below: ABOVE.includes(named.kind),
      path: place.orgPath,
    });
  }
  return found;
}

const keyOf = (body: Body): string => `${body.orgId} ${body.from}`;

/**
 * Who headed an organisation in a period, the latest first, with all bodies each of them headed: as
 * 党组书记, 党总支书记 and 支部书记 of one house, say. A body counts what is below it only where no other body
 * headed stands below it, since that has figures of its own.
 */
export async function authorsOf(
  desk: Desk,
  orgId: OrgId,
  from: PlainDate,
  to: PlainDate,
): Promise<readonly Author[]> {
  const heads = await desk.db.read(desk.actor, async (read) => {
    const posts = await postsOver(read, [orgId], from, to);
    const people = posts
      .filter((post) => post.kind === 'secretary' || post.kind === 'acting_secretary')
      .toSorted((a, b) => b.from.localeCompare(a.from))
      .map((post) => post.personId);
    return { people: [...new Set(people)], names: await namesOf(read, people) };
  });
  const choices = await choicesAt(desk);
  const authors: Author[] = [];
  for (const personId of heads.people) {
    const own = personId === desk.actor.personId;
    const readers = new Set<Actor>([
      desk.actor,
      ...(own
        ? choices.flatMap((choice) => readerOf(desk.actor, choices, choice.orgPath) ?? [])
        : []),
    ]);
    const found = new Map<string, Found>();
    for (const reader of readers)
      for (const body of await desk.db.read(reader, (read) => headedOf(read, personId, from, to)))
        found.set(keyOf(body), body);
    const bodies = [...found.values()].filter(
      (body) => readerOf(desk.actor, own ? choices : [], body.path) !== null,
    );
    if (bodies.length === 0) continue;
    authors.push({
      personId,
      name: heads.names.get(personId) ?? '',
      bodies: inOrder(bodies, orgId),
    });
  }
  return authors;
}

/** The organisation reported for first, then by place in the tree. */
function inOrder(bodies: readonly Found[], first: OrgId): readonly Body[] {
  const rank = (one: Found): string => `${one.orgId === first ? 0 : 1}${one.path}${one.from}`;
  return bodies
    .toSorted((a, b) => rank(a).localeCompare(rank(b)))
    .map(({ path, ...body }) => ({
      ...body,
      below:
        body.below && !bodies.some((other) => other.path !== path && isWithin(other.path, path)),
    }));
}
