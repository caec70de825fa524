import pg from 'pg';

/** The little that start, migration and tests need of a connection. */
export interface SqlClient {
  /** Runs one statement (with values) or several (without). */
  query<Row extends object = Record<string, unknown>>(
    sql: string,
    values?: readonly unknown[],
  ): Promise<readonly Row[]>;
}

/** One connection for the time of `use`; closed whatever happens. */
export async function withClient<T>(
  url: string,
  use: (client: SqlClient) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  // A database that ends while the connection idles must not end this process; the next query fails.
  client.on('error', () => {});
  await client.connect();
  try {
    return await use({
      async query<Row extends object>(
        sql: string,
        values?: readonly unknown[],
      ): Promise<readonly Row[]> {
        const result: unknown = await client.query(
          sql,
          values === undefined ? undefined : [...values],
        );
        return Array.isArray(result) ? [] : (result as pg.QueryResult<Row>).rows;
      },
    });
  } finally {
    await client.end();
  }
}

export const quoteName = (name: string): string => pg.escapeIdentifier(name);
export const quoteText = (text: string): string => pg.escapeLiteral(text);
