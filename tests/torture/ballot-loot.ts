import pg from 'pg';
import type { Row } from './ballot-attacks.ts';

/** Reads the database as whoever has its files does: past all policies, with the system columns. */
export class Looter {
  readonly #client: pg.Client;
  #tables: string[] = [];
  #ofBallots: string[] = [];

  constructor(ownerUrl: string) {
    this.#client = new pg.Client({
      connectionString: ownerUrl,
      types: { getTypeParser: () => String },
    });
  }

  async open(): Promise<void> {
    await this.#client.connect();
    // Where builds that leak on purpose put what they leak.
    await this.#client.query('create table leak (ballot_id uuid, id uuid, paper text)');
    const found = await this.#client.query<{ t: string; of: string }>(
      `select t.tablename as t, exists (select 1 from information_schema.columns c
          where c.table_name = t.tablename and c.column_name = 'ballot_id') as of
         from pg_tables t where t.schemaname = 'public' order by 1`,
    );
    this.#tables = found.rows.map(({ t }) => t);
    this.#ofBallots = found.rows.filter(({ of }) => of === 'true' || of === 't').map(({ t }) => t);
  }

  /** All rows that belong to a ballot, and what the audit log says of it. */
  async of(ballotId: string): Promise<Row[]> {
    const rows: Row[] = [];
    for (const table of this.#ofBallots)
      rows.push(...(await this.#rows(table, 'where ballot_id = $1', [ballotId])));
    rows.push(...(await this.#rows('audit_entry', 'where object_id = $1', [ballotId])));
    return rows;
  }

  /** The whole database: each table's rows, and the sequences. */
  async all(): Promise<ReadonlyMap<string, readonly string[]>> {
    const found = new Map<string, readonly string[]>();
    for (const table of this.#tables) {
      const rows = await this.#rows(table, '', []);
      found.set(
        table,
        rows.map(({ values }) => JSON.stringify({ ...values, ctid: '', xmin: '' })).toSorted(),
      );
    }
    const sequences = await this.#client.query<Record<string, string>>(
      'select sequencename, last_value from pg_sequences order by 1',
    );
    found.set(
      'sequences',
      sequences.rows.map((row) => JSON.stringify(row)),
    );
    return found;
  }

  async run(text: string, values: readonly unknown[] = []): Promise<void> {
    await this.#client.query(text, [...values]);
  }

  close(): Promise<void> {
    return this.#client.end();
  }

  async #rows(table: string, where: string, values: readonly unknown[]): Promise<Row[]> {
    const found = await this.#client.query<Record<string, string | null>>(
      `select ctid::text as ctid, xmin::text as xmin, t.* from ${table} t ${where} order by ctid`,
      [...values],
    );
    return found.rows.map((row) => ({ table, values: row }));
  }
}
