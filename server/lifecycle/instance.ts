import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { startPostgres, type RunAs } from '#platform/postgres';
import { readConfig, type Config, type Environment } from './config.ts';
import {
  checkExternal,
  embeddedUrls,
  ensureDatabase,
  refuseUnfitRole,
  rolePasswords,
  type DatabaseUrls,
} from './database-access.ts';
import { readHolder, takeLock, tellHolder, type Holder, type Lock } from './lock.ts';
import { migrate } from './migrate.ts';

export interface InstanceOptions {
  readonly env: Environment;
  /** `serve` holds the data folder alone; a `command` uses the running server's database where there is one. */
  readonly use: 'serve' | 'command';
  /** One line for the console, Chinese. */
  readonly log: (line: string) => void;
  /** How to run the embedded PostgreSQL; chosen by itself where absent. */
  readonly runAs?: RunAs;
}

export interface Instance extends DatabaseUrls {
  readonly config: Config;
  readonly dataDir: string;
  /** True where a running server's database is used. */
  readonly attached: boolean;
  /** Names of the migrations applied by this opening. */
  readonly migrated: readonly string[];
  /** Lets a second start and `check` know where the server answers. */
  announce(address: string): void;
  /** Stops what this opening started. Safe to call twice. */
  close(): Promise<void>;
}

/** The folder is in use; the message is a Chinese sentence with process number and address. */
export class AlreadyRunning extends Error {
  readonly holder: Holder | null;
  constructor(dataDir: string, holder: Holder | null) {
    const who =
      holder === null
        ? ''
        : `（进程号 ${holder.pid}${holder.address === null ? '' : `，地址 ${holder.address}`}）`;
    const what = holder?.use === 'command' ? '正被一条命令使用' : '已经在运行';
    super(
      `数据目录 ${dataDir} 上的系统${what}${who}。一个数据目录只能运行一份；要另开一份，请设置不同的 ZHIBU_DATA 和 ZHIBU_PORT。`,
    );
    this.holder = holder;
  }
}

/** A server gives a short command this long to end; a command waits this long for a starting server or for another command. */
const PATIENCE = { serve: 60_000, command: 600_000 } as const;

/** A server that has just been told to stop may still be closing. */
const STOPPING = 2_000;

/**
 * Opens the installation that the environment names: takes the data folder, starts or attaches to
 * PostgreSQL, makes roles and database, migrates, and refuses a request role that bypasses row security.
 * @throws ConfigError, AlreadyRunning, or an Error with a Chinese sentence
 */
export async function openInstance(options: InstanceOptions): Promise<Instance> {
  const config = readConfig(options.env);
  const { dataDir } = config;
  const got = await lockOrHolder(options, dataDir);
  if ('attach' in got) return attach(config, got.attach);
  const undo: (() => Promise<void> | void)[] = [() => got.lock.release()];
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => (closing ??= unwind(undo));
  const me = { pid: process.pid, use: options.use };
  try {
    tellHolder(dataDir, { ...me, ready: false, address: null, databasePort: null });
    let databasePort: number | null = null;
    let urls: DatabaseUrls;
    if (config.external === null) {
      options.log('正在启动数据库…');
      const postgres = await startPostgres({ dataDir, log: options.log, runAs: options.runAs });
      undo.push(() => postgres.stop());
      databasePort = postgres.port;
      urls = await ensureDatabase(postgres.adminUrl, rolePasswords(dataDir));
    } else {
      urls = await externalUrls(config.external);
    }
    const migrated = await migrate(urls.ownerUrl);
    await refuseUnfitRole(urls.appUrl);
    const tell = (address: string | null): void =>
      tellHolder(dataDir, { ...me, ready: true, address, databasePort });
    tell(null);
    return { ...urls, config, dataDir, attached: false, migrated, announce: tell, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function lockOrHolder(
  options: InstanceOptions,
  dataDir: string,
): Promise<{ lock: Lock } | { attach: Holder }> {
  let told = false;
  const begun = Date.now();
  for (const end = begun + PATIENCE[options.use]; ; await sleep(100)) {
    const lock = takeLock(dataDir);
    if (lock !== null) return { lock };
    const holder = readHolder(dataDir);
    if (holder?.use === 'serve') {
      if (options.use === 'command' && holder.ready) return { attach: holder };
      if (options.use === 'serve' && Date.now() > begun + STOPPING) {
        throw new AlreadyRunning(dataDir, holder);
      }
    }
    if (Date.now() > end) throw new AlreadyRunning(dataDir, holder);
    if (!told && holder?.use === 'command')
      options.log(`另一条命令（进程号 ${holder.pid}）正在使用数据目录，等待它结束…`);
    told = told || holder !== null;
  }
}

async function attach(config: Config, holder: Holder): Promise<Instance> {
  const { dataDir } = config;
  let urls: DatabaseUrls;
  if (holder.databasePort === null) {
    if (config.external === null)
      throw new Error(
        '正在运行的系统使用的是外部数据库，请设置同样的 DATABASE_URL 和 DATABASE_OWNER_URL。',
      );
    urls = await externalUrls(config.external);
  } else {
    const password = readFileSync(join(dataDir, 'pg.secret'), 'utf8').trim();
    const adminUrl = `postgres://postgres:${password}@127.0.0.1:${holder.databasePort}/postgres`;
    urls = embeddedUrls(adminUrl, rolePasswords(dataDir));
  }
  await refuseUnfitRole(urls.appUrl);
  return {
    ...urls,
    config,
    dataDir,
    attached: true,
    migrated: [],
    announce: () => {},
    close: async () => {},
  };
}

async function externalUrls(external: NonNullable<Config['external']>): Promise<DatabaseUrls> {
  await checkExternal(external.appUrl, 'DATABASE_URL');
  await refuseUnfitRole(external.appUrl);
  if (external.ownerUrl === null) {
    throw new Error(
      '使用外部数据库还要设置 DATABASE_OWNER_URL（zhibu_owner，用来升级表结构）。三个角色的语句用 npm run zhibu -- db-roles 打印。',
    );
  }
  await checkExternal(external.ownerUrl, 'DATABASE_OWNER_URL');
  return { adminUrl: null, ownerUrl: external.ownerUrl, appUrl: external.appUrl };
}

async function unwind(undo: readonly (() => Promise<void> | void)[]): Promise<void> {
  for (const step of undo.toReversed()) await step();
}
