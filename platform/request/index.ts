import type { CommandId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { refuse, type Result } from '#kernel/result';
import type { Actor, Database, Read, Write } from '#platform/db';

/** What a request gives to a module's routes. Made at the edge, once the session is known. */
export interface RequestContext {
  /** Throws where nobody is signed in; the edge has checked what the contract says. */
  readonly actor: Actor;
  readonly db: Database;
  readonly today: PlainDate;
  /** Reads as the actor. Null becomes the refusal "not found", which also hides what one may not see. */
  read<T>(work: (read: Read) => Promise<T | null>): Promise<Result<T>>;
  /** One command in one transaction; `action` is the audit's name for it. */
  write<T>(input: { commandId: CommandId; orgId?: string }, action: string, work: (write: Write) => Promise<Result<T>>): Promise<Result<T>>;
}

export function requestContext(db: Database, actor: Actor, today: PlainDate): RequestContext {
  return {
    actor,
    db,
    today,
    read: async (work) => {
      const value = await db.read(actor, work);
      return value === null ? refuse('common.not_found') : { ok: true, value };
    },
    write: (input, action, work) => db.write(actor, { commandId: input.commandId, action, orgId: input.orgId }, work),
  };
}
