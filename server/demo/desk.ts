import { newId } from '#kernel/clock';
import type { OrgId, PersonId, TenantId, AccountId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import { todayAt, type PlainDate } from '#kernel/plain-date';
import { POSTS, type PostKind } from '#kernel/posts';
import { ok, unwrap, type Result } from '#kernel/result';
import type { z } from '#contract/lib';
import { describeRefusal } from '#contract/refusals';
import { simulatedClock, type SimulatedClock } from '#platform/clock';
import { Database, registerFile, type Actor, type FileId, type SecretsPort } from '#platform/db';
import type { FileStore } from '#platform/files';
import { Attempts, requestContext, type RequestContext } from '#platform/request';
import { CONTRACT, permissionsOf, ROUTES } from '../modules.ts';

export interface DeskParts {
  readonly appUrl: string;
  readonly secrets: SecretsPort;
  readonly files: FileStore;
  readonly tenantId: TenantId;
  readonly accountId: AccountId;
  /** Once it is given, no desk does anything more: another's story went wrong. */
  readonly stop?: AbortSignal;
}

export interface Seat {
  readonly orgId: OrgId;
  readonly path: OrgPath;
  readonly orgName: string;
  readonly post: PostKind;
  readonly personId: PersonId | null;
  readonly name: string;
}

type Modules = typeof CONTRACT;
interface Described {
  readonly '~orpc': { readonly inputSchema?: z.ZodType };
}

/**
 * Where the demonstration is lived: the product's own endpoints without HTTP, on a clock of its own.
 * Every organisation gets a desk, since its entries only ever go forward in time.
 */
export class Desk {
  readonly db: Database;
  readonly clock: SimulatedClock;
  readonly #parts: DeskParts;

  constructor(parts: DeskParts, start: PlainDate, seed: number) {
    this.#parts = parts;
    this.clock = simulatedClock(Date.parse(`${start}T08:00:00+08:00`), seed);
    // A power cut while loading leaves an empty demonstration behind; nothing waits for the disk here.
    const url = new URL(parts.appUrl);
    url.searchParams.set('options', '-c synchronous_commit=off');
    this.db = new Database({
      url: url.href,
      clock: this.clock,
      secrets: parts.secrets,
      poolSize: 1,
    });
  }

  get today(): PlainDate {
    return todayAt(this.clock.now());
  }

  /** It becomes that day, 17:00, unless it is later already. */
  until(day: PlainDate): void {
    const wanted = Date.parse(`${day}T17:00:00+08:00`);
    if (wanted > this.clock.now()) this.clock.set(wanted);
  }

  actor(seat: Seat): Actor {
    return {
      tenantId: this.#parts.tenantId,
      accountId: this.#parts.accountId,
      accountName: seat.name,
      personId: seat.personId,
      post: seat.post,
      actingAs: `${seat.orgName} ${POSTS[seat.post]}`,
      orgId: seat.orgId,
      place: seat.path,
      scope: seat.path,
      permissions: permissionsOf(seat.post),
    };
  }

  #context(acting: Actor): RequestContext {
    const never = (): never => {
      throw new Error('the demonstration has no browser');
    };
    return requestContext({
      db: this.db,
      files: this.#parts.files,
      today: this.today,
      visitor: { agent: 'demo', address: '', origin: '', giveToken: never },
      installation: {
        setupCode: () => null,
        attempts: new Attempts(),
        secrets: this.#parts.secrets,
        ssoAvailable: false,
        loadDemo: never,
      },
      who: null,
      acting,
    });
  }

  /** One endpoint, its input checked by the contract as a browser's would be. A refusal is thrown: the story is wrong then. */
  async call<M extends keyof Modules>(
    seat: Seat,
    module: M,
    endpoint: keyof Modules[M] & string,
    input: object,
  ): Promise<Record<string, unknown>> {
    const result = await this.ask(seat, module, endpoint, input);
    if (result.ok) return result.value;
    throw new Error(
      `${module}.${endpoint} on ${this.today} for ${seat.orgName}: ${describeRefusal(result.refusal)}`,
    );
  }

  async ask<M extends keyof Modules>(
    seat: Seat,
    module: M,
    endpoint: keyof Modules[M] & string,
    input: object,
  ): Promise<Result<Record<string, unknown>>> {
    this.#parts.stop?.throwIfAborted();
    const described = (CONTRACT[module] as Readonly<Record<string, Described>>)[endpoint];
    const handler = (ROUTES[module] as Readonly<Record<string, unknown>>)[endpoint] as (
      input: unknown,
      context: RequestContext,
    ) => Promise<Result<Record<string, unknown>>>;
    const commandId = newId<'Command'>(this.clock);
    const parsed: unknown = described?.['~orpc'].inputSchema?.parse({ ...input, commandId });
    return handler(parsed, this.#context(this.actor(seat)));
  }

  /** A file as a browser uploads it. */
  async upload(seat: Seat, bytes: Uint8Array, name: string): Promise<FileId> {
    const actor = this.actor(seat);
    const { tenantId } = actor;
    const put = { tenantId, kind: 'table', originalName: name } as const;
    const stored = unwrap(await this.#parts.files.put(bytes, put));
    const call = { commandId: null, action: 'files.upload' };
    const { hash, mime, size } = stored;
    return unwrap(
      await this.db.write(actor, call, async (write) =>
        ok(await registerFile(write, { hash, name: stored.name, mime, size })),
      ),
    );
  }

  close(): Promise<void> {
    return this.db.close();
  }
}
