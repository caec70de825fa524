import type { Id, OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Result } from '#kernel/result';
import type { Read, Write } from '#platform/db';
import type { Candidate } from '../rules/posts.ts';
import type { OrgPlace } from './place.ts';

export interface RosterMember {
  readonly personId: PersonId;
  readonly name: string;
  readonly full: boolean;
  readonly unit: string;
  readonly groupId: Id<'Group'> | null;
}

/**
 * What this module asks of the roster. Membership stands above organisations, so it is handed in
 * where the modules are put together; an act that concerns both stays one act in one transaction.
 */
export interface Roster {
  /** Members of each organisation on a day, within one's scope. */
  counts(
    read: Read,
    day: PlainDate,
  ): Promise<ReadonlyMap<OrgId, { readonly full: number; readonly probationary: number }>>;
  /** The roster of one organisation on a day, by name. */
  membersOn(read: Read, orgId: OrgId, day: PlainDate): Promise<readonly RosterMember[]>;
  /** Everybody whose membership there holds on a day or begins later, also with 停止党籍. */
  staysFrom(read: Read, orgId: OrgId, day: PlainDate): Promise<readonly PersonId[]>;
  /** Who somebody is on a day: name, roster, and what decides about a post. Null out of sight. */
  candidate(
    read: Read,
    personId: PersonId,
    day: PlainDate,
  ): Promise<(Candidate & { readonly name: string; readonly orgId: OrgId }) | null>;
  /** From a day on these people belong to another roster, without leaving the whole. */
  reassign(
    write: Write,
    from: OrgId,
    to: OrgPlace,
    people: readonly PersonId[],
    on: PlainDate,
    paper: string,
  ): Promise<Result<{ readonly moved: number }>>;
  /** From a day on these people stand in a group of their branch, or in none. */
  regroup(
    write: Write,
    orgId: OrgId,
    people: readonly PersonId[],
    groupId: Id<'Group'> | null,
    on: PlainDate,
  ): Promise<number>;
}
