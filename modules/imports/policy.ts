import { isWithin } from '#kernel/org-path';
import { ok, refuse, type Result } from '#kernel/result';
import type { Database, Actor, Read } from '#platform/db';
import type { FileStore } from '#platform/files';
import type { Case } from './store/cases.ts';

/** What an import needs besides one transaction: it reads a file and works in several. */
export interface Desk {
  readonly db: Database;
  readonly files: FileStore;
  readonly actor: Actor;
}

/** A case may be worked on by whoever acts for its organisation or for one above. */
export function mayWorkOn(read: Read, found: Case | null): Result<Case> {
  if (found === null) return refuse('common.not_found');
  const { scope } = read.actor;
  return scope !== null && isWithin(found.place.orgPath, scope)
    ? ok(found)
    : refuse('common.not_allowed');
}
