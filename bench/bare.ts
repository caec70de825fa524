import fastify from 'fastify';
import pg from 'pg';

/**
 * What the roster page is measured against: the same query by a bare handler, without session, row
 * security, contract or transaction. Arguments: connection, statement (base64 of JSON with sql and values).
 */
const [url = '', statement = ''] = process.argv.slice(2);
const { statements } = JSON.parse(Buffer.from(statement, 'base64').toString()) as {
  statements: { sql: string; values: unknown[] }[];
};
const pool = new pg.Pool({ connectionString: url, max: 16 });
const app = fastify();
app.get('/', async () => {
  const results = [];
  for (const { sql, values } of statements) results.push((await pool.query(sql, values)).rows);
  return results;
});
await app.listen({ host: '127.0.0.1', port: 0 });
const address = app.server.address();
process.stdout.write(`${typeof address === 'object' && address !== null ? address.port : 0}\n`);
