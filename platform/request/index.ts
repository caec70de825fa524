import type { AccountId, CommandId, Id, PersonId, TenantId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { refuse, type Result } from '#kernel/result';
import type { Actor, Database, Read, SecretsPort, Write } from '#platform/db';
import type { FileStore } from '#platform/files';
import type { Attempts } from './attempts.ts';

export { Attempts } from './attempts.ts';

/** Who is signed in, whether or not a post is chosen. */
export interface SignedIn {
  readonly tenantId: TenantId;
  readonly sessionId: Id<'Session'>;
  readonly accountId: AccountId;
  readonly personId: PersonId | null;
  readonly name: string;
}

/** The browser at the other end. */
export interface Visitor {
  readonly agent: string;
  readonly address: string;
  /** What this installation is called from there: `https://zhibu.example:8420`. */
  readonly origin: string;
  /** Hands out the session cookie; `null` takes it away. */
  giveToken(token: string | null): void;
}

/** An account of the demonstration, to be shown once. */
export interface DemoAccount {
  readonly who: string;
  readonly loginName: string;
  readonly password: string;
}

/** What holds for the whole running installation. */
export interface Installation {
  /** Shown on the console while nobody has an account; null afterwards. */
  setupCode(): string | null;
  readonly attempts: Attempts;
  readonly secrets: SecretsPort;
  readonly ssoAvailable: boolean;
  /** Fills an empty installation with the demonstration county. */
  loadDemo(): Promise<readonly DemoAccount[]>;
}

/** What a request gives to a module's routes. Made at the edge, once the session is known. */
export interface RequestContext {
  readonly db: Database;
  readonly files: FileStore;
  readonly today: PlainDate;
  readonly visitor: Visitor;
  readonly installation: Installation;
  readonly who: SignedIn | null;
  /** As what one acts; null while no post is chosen, or once the chosen one has ended. */
  readonly acting: Actor | null;
  /** Throws where no post is acted in; the edge has checked what the contract asks for. */
  readonly actor: Actor;
  /** Reads as the actor. Null becomes the refusal "not found", which also hides what one may not see. */
  read<T>(work: (read: Read) => Promise<T | null>): Promise<Result<T>>;
  /** One command in one transaction; `action` is the audit's name. `sealed`, `alone`: as in `CommandCall`. */
  write<T>(
    input: { readonly commandId: CommandId; readonly orgId?: string },
    action: string,
    work: (write: Write) => Promise<Result<T>>,
    options?: { readonly sealed?: boolean; readonly alone?: boolean },
  ): Promise<Result<T>>;
}

/** No post is chosen, or the chosen one has ended; the edge turns it into the refusal. */
export class NotActing extends Error {
  constructor() {
    super('no post is acted in');
  }
}

export interface RequestParts {
  readonly db: Database;
  readonly files: FileStore;
  readonly today: PlainDate;
  readonly visitor: Visitor;
  readonly installation: Installation;
  readonly who: SignedIn | null;
  readonly acting: Actor | null;
}

export function requestContext(parts: RequestParts): RequestContext {
  const actor = (): Actor => {
    if (parts.acting === null) throw new NotActing();
    return parts.acting;
  };
  return {
    ...parts,
    get actor() {
      return actor();
    },
    read: async (work) => {
      // Signed in, but the post one acted in has ended since, or none was chosen yet.
      if (parts.acting === null) return refuse('common.not_allowed');
      const value = await parts.db.read(parts.acting, work);
      return value === null ? refuse('common.not_found') : { ok: true, value };
    },
    write: async (input, action, work, write) =>
      parts.acting === null
        ? refuse('common.not_allowed')
        : parts.db.write(
            parts.acting,
            { commandId: input.commandId, action, orgId: input.orgId, ...write },
            work,
          ),
  };
}
