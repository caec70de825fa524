import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';

/** Statements that are prepared; each takes some ten kilobytes in every connection. */
const MOST = 250;
/** Lists of values make statements of every length: only what comes again is worth it. */
const SEEN = 3;
const MOST_SEEN = 5_000;

/** How much of a table lies between two paths or words, only the values tell: these are planned for them. */
const BY_VALUE = /(path|token|name)"? (>=|<) \$|names_found\(\$/u;

/** Names of statements by their text, the same for all connections of a pool. */
class Names {
  readonly #names = new Map<string, string>();
  readonly #seen = new Map<string, number>();

  of(text: string): string | null {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    if (this.#names.size >= MOST || BY_VALUE.test(text)) return null;
    const seen = (this.#seen.get(text) ?? 0) + 1;
    if (seen < SEEN) {
      if (this.#seen.size >= MOST_SEEN) this.#seen.clear();
      this.#seen.set(text, seen);
      return null;
    }
    this.#seen.delete(text);
    const name = `z${this.#names.size}`;
    this.#names.set(text, name);
    return name;
  }
}

/** What `pg` takes beside what kysely knows of it. */
type Ask = (asked: {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}) => ReturnType<PostgresPoolClient['query']>;

/**
 * Holds back what is written to a connection until all that is asked for in this turn is there: the
 * beginning of a transaction and its first statements go to the database in one piece.
 */
function gatherer(client: PostgresPoolClient): () => void {
  if (!(client instanceof pg.Client)) return () => {};
  const { stream } = client.connection;
  let held = false;
  return () => {
    if (held) return;
    held = true;
    stream.cork();
    // Runs once no promise is left to go on with.
    process.nextTick(() => {
      held = false;
      stream.uncork();
    });
  };
}

/**
 * A pool whose statements are parsed and planned once a connection, not once a call: with row security
 * planning takes longer than finding a few rows.
 */
export function prepared(pool: PostgresPool): PostgresPool {
  const names = new Names();
  // The same object for the same connection, since kysely keeps what it knows by it.
  const wrapped = new WeakMap<object, PostgresPoolClient>();
  const wrap = (client: PostgresPoolClient): PostgresPoolClient => {
    const plain = client.query.bind(client) as (
      text: unknown,
      values?: unknown,
    ) => ReturnType<PostgresPoolClient['query']>;
    const ask = plain as Ask;
    const gather = gatherer(client);
    return Object.assign(Object.create(client) as PostgresPoolClient, {
      query: (text: unknown, values?: readonly unknown[]) => {
        gather();
        if (typeof text !== 'string' || values === undefined || values.length === 0)
          return plain(text, values);
        const name = names.of(text);
        return name === null ? plain(text, values) : ask({ name, text, values });
      },
      release: (destroy?: boolean) => client.release(destroy),
    });
  };
  return {
    async connect() {
      const client = await pool.connect();
      const known = wrapped.get(client) ?? wrap(client);
      wrapped.set(client, known);
      return known;
    },
    end: () => pool.end(),
    options: pool.options,
  };
}
