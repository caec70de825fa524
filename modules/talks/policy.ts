import { isWithin, type OrgPath } from '#kernel/org-path';
import { refuse, type Refusal } from '#kernel/result';
import type { Actor } from '#platform/db';

/** Whether somebody may enter talks of the organisation at a place of the tree, and why not. */
export const mayRecord = (actor: Actor, at: OrgPath): true | Refusal =>
  actor.scope !== null && isWithin(at, actor.scope) && actor.permissions.has('talks.write')
    ? true
    : refuse('common.not_allowed').refusal;
