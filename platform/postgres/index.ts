import { chmodSync, mkdirSync, realpathSync } from 'node:fs';
import { postgresBinaries } from './binaries.ts';
import { adminPassword, endLeftOver, ensureCluster } from './cluster.ts';
import { chooseRunner, type RunAs } from './run-as.ts';
import { supervise } from './supervisor.ts';

export { quoteName, quoteText, withClient, type SqlClient } from './client.ts';
export type { RunAs } from './run-as.ts';

export interface PostgresOptions {
  /** Folder of the installation (made with mode 0700); the cluster is `pg` in it. */
  readonly dataDir: string;
  /** One line for the console, Chinese. */
  readonly log: (line: string) => void;
  /** Settings over the defaults, such as `fsync=off` in tests. */
  readonly settings?: Readonly<Record<string, string>>;
  /** How to run it; chosen by itself where absent. */
  readonly runAs?: RunAs;
}

export interface RunningPostgres {
  /** `postgres://postgres:…@127.0.0.1:PORT/postgres`, the superuser. */
  readonly adminUrl: string;
  readonly port: number;
  readonly runAs: RunAs;
  /** Process number of the postmaster. */
  pid(): number;
  /** Ends it cleanly (open connections are cut) and waits for it. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that comes along, on a free loopback port, and keeps it running: a killed
 * postmaster is started again on the same port. A left-over one of an earlier run is ended first.
 * The caller must hold the installation's lock. Call it from the main thread: the database is
 * told to stop when the thread that started it ends.
 * @throws with a Chinese sentence, or with PostgreSQL's own last lines
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  mkdirSync(options.dataDir, { recursive: true });
  chmodSync(options.dataDir, 0o700);
  const dataDir = realpathSync(options.dataDir);
  const runner = chooseRunner(dataDir, postgresBinaries(), options.runAs, options.log);
  const password = adminPassword(dataDir);
  const ended = await endLeftOver(runner.pgData);
  if (ended !== null) options.log(`发现上次遗留的数据库进程（${ended}），已正常停止。`);
  const url = (port: number): string =>
    `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  const server = await ensureCluster(runner, password)
    .then(() => supervise(runner, url, options.settings ?? {}, options.log))
    .catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`数据库没有启动（${runner.pgData}）：\n${why}`, { cause: error });
    });
  return {
    adminUrl: url(server.port),
    port: server.port,
    runAs: runner.kind,
    pid: server.pid,
    stop: server.stop,
  };
}
