import { Kysely, PostgresDialect, type LogConfig, type PostgresPoolClient } from 'kysely';
import type { DB } from '#db/types';

/**
 * Queries on a connection that is held for a while. Kysely's own way of holding one waits for each
 * answer before it sends the next statement; here statements asked for together travel together.
 */
export class Held {
  readonly #log: LogConfig | undefined;
  readonly #known = new WeakMap<PostgresPoolClient, Kysely<DB>>();

  constructor(log: LogConfig | undefined) {
    this.#log = log;
  }

  on(client: PostgresPoolClient): Kysely<DB> {
    const known = this.#known.get(client);
    if (known !== undefined) return known;
    // Whoever took the connection gives it back; the same object, since kysely keeps what it knows by it.
    const kept = Object.assign(Object.create(client) as PostgresPoolClient, { release: () => {} });
    const pool = { connect: async () => kept, end: async () => {}, options: {} };
    const made = new Kysely<DB>({
      dialect: new PostgresDialect({ pool }),
      ...(this.#log === undefined ? {} : { log: this.#log }),
    });
    this.#known.set(client, made);
    return made;
  }
}
