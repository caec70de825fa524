import { Kysely, PostgresDialect, sql, type LogEvent, type PostgresPool } from 'kysely';
import pg from 'pg';
import { today as todayOf, type Clock } from '#kernel/clock';
import type { CommandId } from '#kernel/ids';
import { refuse, type Result } from '#kernel/result';
import type { DB } from '#db/types';
import type { Actor } from './actor.ts';
import { enterAt, Overtaken } from './entry-clock.ts';
import { Held } from './held.ts';
import { patient } from './patient.ts';
import { prepared } from './prepared.ts';
import {
  beginRead,
  readHandle,
  setActor,
  writeHandle,
  type Read,
  type SecretsPort,
  type Write,
} from './session.ts';
import { plainTypes } from './types.ts';

export interface DatabaseOptions {
  readonly url: string;
  readonly clock: Clock;
  readonly secrets: SecretsPort;
  readonly poolSize?: number;
  /** Each statement with its values, for tests that look at plans. */
  readonly onQuery?: (sql: string, values: readonly unknown[]) => void;
  /** Called when an idle connection breaks; the pool opens a new one by itself. */
  readonly onIdleError?: (error: Error) => void;
}

export interface CommandCall {
  /** Made by the caller; the same id returns the stored answer instead of acting twice. */
  readonly commandId: CommandId | null;
  readonly action: string;
  /** The organisation whose entry clock ticks; the acting one when absent. */
  readonly orgId?: string;
  /** The answer holds a secret shown once: it is stored encrypted. */
  readonly sealed?: boolean;
  /** The act moves access paths: all others of the tenant wait for it. */
  readonly alone?: boolean;
}

/** What the database itself refuses in words of its own. */
const TOLD: Readonly<Record<string, string>> = {
  ZB003: 'common.command_reused',
  ZB004: 'common.changed_meanwhile',
  '23P01': 'common.overlaps',
};
const RETRIED = new Set(['40001', '40P01']);

export const sqlState = (error: unknown): string | undefined =>
  error instanceof pg.DatabaseError ? error.code : undefined;

/** Name of the violated constraint, so that a store can turn it into a refusal. */
export const constraintOf = (error: unknown): string | undefined =>
  error instanceof pg.DatabaseError ? error.constraint : undefined;

class Rollback extends Error {
  readonly result: Result<never>;
  constructor(result: Result<never>) {
    super('refused');
    this.result = result;
  }
}

export class Database {
  readonly clock: Clock;
  readonly #secrets: SecretsPort;
  readonly #db: Kysely<DB>;
  readonly #pool: PostgresPool;
  readonly #held: Held;

  constructor(options: DatabaseOptions) {
    this.clock = options.clock;
    this.#secrets = options.secrets;
    const pool = new pg.Pool({
      connectionString: options.url,
      max: options.poolSize ?? 16,
      types: plainTypes,
      application_name: 'zhibu',
      // A statement need not wait for the answer to the one before it; each is still ended by its own sync.
      pipeline: true,
    });
    pool.on('error', (error) => options.onIdleError?.(error));
    // One in use may break between two statements; whoever holds it hears of it by the next.
    pool.on('connect', (client) => client.on('error', () => {}));
    const { onQuery } = options;
    const log =
      onQuery === undefined
        ? undefined
        : ({ query }: LogEvent) => onQuery(query.sql, query.parameters);
    this.#pool = prepared(patient(pool));
    this.#held = new Held(log);
    this.#db = new Kysely<DB>({
      dialect: new PostgresDialect({ pool: this.#pool }),
      ...(log === undefined ? {} : { log }),
    });
  }

  /**
   * Reads as one actor in one read-only transaction. Statements that `work` asks for together
   * (`Promise.all`) are sent together, with the beginning of the transaction before the first.
   */
  async read<T>(actor: Actor, work: (read: Read) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    try {
      const db = this.#held.on(client);
      const begun = beginRead(client, actor);
      begun.catch(() => {}); // told below
      try {
        return await work(readHandle(db, actor, todayOf(this.clock), this.#secrets));
      } finally {
        // Where the beginning failed, nothing after it means anything: its error is the one to tell.
        await begun;
      }
    } finally {
      try {
        // Nothing was written: ending it the one way or the other is the same, also after a failure.
        await client.query('commit', []);
      } finally {
        client.release();
      }
    }
  }

  /**
   * One act: everything `work` writes, its audit entries and its answer are committed together.
   * A refusal rolls back. A repeated `commandId` returns the first answer.
   */
  async write<T>(
    actor: Actor,
    call: CommandCall,
    work: (write: Write) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    // Grows as the act meets organisations: the next attempt has them all before it takes its instant.
    const orgs = new Set<string>([call.orgId ?? actor.orgId]);
    for (let failures = 0; ;) {
      try {
        return await this.#writeOnce(actor, call, orgs, work);
      } catch (error) {
        if (error instanceof Rollback) return error.result;
        if (error instanceof Overtaken) continue;
        const told = TOLD[sqlState(error) ?? ''];
        if (told !== undefined) return refuse(told);
        failures += 1;
        if (failures >= 4 || !RETRIED.has(sqlState(error) ?? '')) throw error;
      }
    }
  }

  #writeOnce<T>(
    actor: Actor,
    call: CommandCall,
    orgs: Set<string>,
    work: (write: Write) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    return this.#db.transaction().execute(async (trx) => {
      await setActor(trx, actor);
      if (call.alone === true) await sql`select org_tree_lock()`.execute(trx);
      const { commandId, action } = call;
      if (commandId !== null) {
        const known = await sql<{ stored: { answer: unknown } | null }>`
          select command_begin(${commandId}::uuid, ${actor.accountId}::uuid, ${action}, ${new Date(this.clock.now())}) as stored`.execute(
          trx,
        );
        const stored = known.rows[0]?.stored;
        if (stored) return { ok: true, value: this.#open<T>(actor, call, stored.answer) };
      }
      const enteredAt = await enterAt(trx, orgs, this.clock);
      if (enteredAt === null) throw new Rollback(refuse('common.clock_behind'));
      const options = {
        clock: this.clock,
        today: todayOf(this.clock),
        enteredAt,
        orgs,
        commandId,
        secrets: this.#secrets,
      };
      const result = await work(writeHandle(trx, actor, options));
      if (!result.ok) throw new Rollback(result);
      if (commandId !== null) {
        await sql`select command_end(${commandId}::uuid, ${this.#keep(actor, call, result.value)}::jsonb)`.execute(
          trx,
        );
      }
      return result;
    });
  }

  #keep(actor: Actor, call: CommandCall, value: unknown): string {
    const plain = JSON.stringify(value ?? null);
    return call.sealed === true
      ? JSON.stringify(this.#secrets.encrypt(actor.tenantId, plain))
      : plain;
  }

  #open<T>(actor: Actor, call: CommandCall, answer: unknown): T {
    if (call.sealed !== true || typeof answer !== 'string') return answer as T;
    return JSON.parse(this.#secrets.decrypt(actor.tenantId, answer)) as T;
  }

  /** For named security-definer functions that no actor stands behind (sign-in, set-up, seals). */
  system<T>(work: (db: Kysely<DB>) => Promise<T>): Promise<T> {
    return work(this.#db);
  }

  async close(): Promise<void> {
    await this.#db.destroy();
  }
}
