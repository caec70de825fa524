import fastify from 'fastify';
import pg from 'pg';

/**
 * What the roster page is measured against: the same statements by a bare handler, without session, row
 * security, contract or transaction. Arguments: connection, what is asked (base64 of JSON).
 */
const [url = '', packed = ''] = process.argv.slice(2);
const { statements, tenant, scope } = JSON.parse(Buffer.from(packed, 'base64').toString()) as {
  statements: { sql: string; values: unknown[] }[];
  tenant: string;
  scope: string;
};
// Functions that count look at these; they are set once a connection, not once a request.
const options = `-c app.tenant=${tenant} -c app.scope=${scope}`;
const pool = new pg.Pool({ connectionString: url, max: 16, options });
const app = fastify();
app.get('/', async () => {
  const results = [];
  for (const { sql, values } of statements) results.push((await pool.query(sql, values)).rows);
  return results;
});
await app.listen({ host: '127.0.0.1', port: 0 });
const address = app.server.address();
process.stdout.write(`${typeof address === 'object' && address !== null ? address.port : 0}\n`);
