import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** One table in a copy: how many rows, and the SHA-256 of its rows as text. */
export interface CopiedTable {
  readonly table: string;
  readonly rows: number;
  readonly sha256: string;
}

const NOT_COPIED = new Set(['zhibu_migration']);
const fileOf = (folder: string, table: string): string => `${folder}/${table}.copy.gz`;

/** Tables in an order in which foreign keys find what they point at. */
async function tablesInOrder(client: pg.Client): Promise<string[]> {
  const found = await client.query<{ t: string; needs: string[] }>(
    `select c.relname as t,
            coalesce(array_agg(f.relname::text) filter (where f.relname is not null and f.oid <> c.oid), '{}') as needs
       from pg_class c
       left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f'
       left join pg_class f on f.oid = k.confrelid
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace group by c.oid, c.relname order by c.relname`,
  );
  const waiting = new Map(found.rows.map((row) => [row.t, row.needs]));
  const order: string[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].filter(([, needs]) => needs.every((n) => !waiting.has(n)));
    if (ready.length === 0) throw new Error('foreign keys go in a circle');
    for (const [table] of ready) {
      waiting.delete(table);
      if (!NOT_COPIED.has(table)) order.push(table);
    }
  }
  return order;
}

/** Counts rows (one line each in COPY's text form) and digests them on their way. */
function meter(): { through: Transform; rows: () => number; sha256: () => string } {
  const hash = createHash('sha256');
  let rows = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      for (const byte of chunk) if (byte === 10) rows += 1;
      done(null, chunk);
    },
  });
  return { through, rows: () => rows, sha256: () => hash.digest('hex') };
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    // The same text on every server, whatever its settings.
    await client.query(
      "set datestyle = 'ISO, YMD'; set timezone = 'UTC'; set intervalstyle = 'postgres'; set extra_float_digits = 3",
    );
    return await work(client);
  } finally {
    await client.end();
  }
}

/** All tables as they stand at one instant, while the server goes on. `ownerUrl` sees every row. */
export function copyOut(ownerUrl: string, folder: string): Promise<CopiedTable[]> {
  return connected(ownerUrl, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    const copied: CopiedTable[] = [];
    for (const table of await tablesInOrder(client)) {
      const counted = meter();
      const rows = client.query(
        copyTo(`copy (select * from ${pg.escapeIdentifier(table)}) to stdout`),
      );
      await pipeline(
        rows,
        counted.through,
        createGzip({ level: 6 }),
        createWriteStream(fileOf(folder, table), { mode: 0o600 }),
      );
      copied.push({ table, rows: counted.rows(), sha256: counted.sha256() });
    }
    await client.query('commit');
    return copied;
  });
}

/**
 * Puts a copy back, all or nothing: in one transaction that ends only if every table has the rows
 * and the digest it is said to have. Triggers rest meanwhile: what comes back was checked when written.
 * @throws Error with a Chinese sentence when the copy was changed
 */
export function copyIn(
  ownerUrl: string,
  folder: string,
  tables: readonly CopiedTable[],
): Promise<void> {
  return connected(ownerUrl, async (client) => {
    const said = new Map(tables.map((one) => [one.table, one]));
    await client.query('begin');
    const order = await tablesInOrder(client);
    const strange = [...said.keys()].filter((table) => !order.includes(table));
    if (strange.length > 0) throw new Error(`备份里有这个版本没有的表：${strange.join('、')}`);
    for (const table of order) {
      const expected = said.get(table);
      if (expected === undefined) throw new Error(`备份里缺少表 ${table}`);
      const name = pg.escapeIdentifier(table);
      await client.query(`alter table ${name} disable trigger user`);
      const counted = meter();
      const sink = client.query(copyFrom(`copy ${name} from stdin`));
      await pipeline(
        createReadStream(fileOf(folder, table)),
        createGunzip(),
        counted.through,
        sink,
      );
      await client.query(`alter table ${name} enable trigger user`);
      if (counted.rows() !== expected.rows || counted.sha256() !== expected.sha256) {
        throw new Error(`备份文件 ${table} 与清单不符，没有恢复任何内容`);
      }
    }
    await client.query(
      `select setval(pg_get_serial_sequence(quote_ident(table_name), column_name),
                     greatest(1, (xpath('/row/m/text()', query_to_xml(format('select coalesce(max(%I), 0) as m from %I', column_name, table_name), false, true, '')))[1]::text::bigint))
         from information_schema.columns where table_schema = 'public' and is_identity = 'YES'`,
    );
    await client.query('commit');
  });
}
