import type { OrgId } from '#kernel/ids';
import { isWithin, type OrgPath } from '#kernel/org-path';
import type { PostKind } from '#kernel/posts';
import type { Actor } from '#platform/db';

/** What an account may act as: a post it holds today. */
export interface Acting {
  readonly post: PostKind | 'member';
  readonly orgId: OrgId;
  readonly orgPath: OrgPath;
}

const HEADING: readonly Acting['post'][] = ['secretary', 'acting_secretary'];

/**
 * As what the records of a body are read. One acts in one post at a time; a report on several bodies
 * reads each in the post in which one heads it, so that nobody sees more than their posts let them.
 * Null where neither the post acted in nor another post of the same person reaches the body.
 */
export function readerOf(actor: Actor, choices: readonly Acting[], place: OrgPath): Actor | null {
  if (actor.scope !== null && isWithin(place, actor.scope)) return actor;
  const headed = choices.find((one) => HEADING.includes(one.post) && isWithin(place, one.orgPath));
  if (headed === undefined) return null;
  return {
    ...actor,
    post: headed.post,
    orgId: headed.orgId,
    place: headed.orgPath,
    scope: headed.orgPath,
  };
}
