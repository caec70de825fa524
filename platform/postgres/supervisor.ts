import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { withClient } from './client.ts';
import { endLeftOver, serverArguments } from './cluster.ts';
import { freePort } from './free-port.ts';
import { signal } from './process-table.ts';
import type { Runner } from './run-as.ts';

export interface Supervised {
  readonly port: number;
  /** Process number of the postmaster now running; changes when it had to be started again. */
  pid(): number;
  stop(): Promise<void>;
}

const READY_WITHIN = 120_000; // recovery after a power cut reads back the whole log

/** Starts the postmaster, and again on the same port whenever it ends without being asked to. */
export async function supervise(
  runner: Runner,
  url: (port: number) => string,
  settings: Readonly<Record<string, string>>,
  log: (line: string) => void,
): Promise<Supervised> {
  let stopping = false;
  let stopped: Promise<void> | null = null;
  let port = await freePort();
  let child = await attempt();

  async function attempt(): Promise<ChildProcess> {
    for (let tries = 0; ; tries += 1) {
      try {
        return await launch(runner, port, url(port), settings, log);
      } catch (error) {
        if (!(error instanceof PortTaken) || tries >= 5) throw error;
        port = await freePort();
      }
    }
  }

  function watch(): void {
    child.once('exit', (code, name) => {
      if (stopping) return;
      log(`数据库进程意外结束（${name ?? code}），正在重新启动。`);
      void restart();
    });
  }

  async function restart(): Promise<void> {
    for (let wait = 200; !stopping; wait = Math.min(wait * 2, 10_000)) {
      try {
        await endLeftOver(runner.pgData);
        if (stopping) return;
        child = await launch(runner, port, url(port), settings, log);
        log('数据库已重新启动。');
        watch();
        return;
      } catch (error) {
        log(`数据库没有启动：${error instanceof Error ? error.message : String(error)}`);
        await sleep(wait);
      }
    }
  }

  watch();
  return {
    port,
    pid: () => child.pid ?? 0,
    stop() {
      stopping = true;
      // By the folder, not by the child: a restart may just be on its way.
      return (stopped ??= endLeftOver(runner.pgData).then(() => {}));
    },
  };
}

const hasEnded = (child: ChildProcess): boolean =>
  child.exitCode !== null || child.signalCode !== null;

class PortTaken extends Error {}

/** Resolves when the database answers; rejects with PostgreSQL's own last lines. */
async function launch(
  runner: Runner,
  port: number,
  url: string,
  settings: Readonly<Record<string, string>>,
  log: (line: string) => void,
): Promise<ChildProcess> {
  const child = runner.run(
    runner.binaries.postgres,
    serverArguments(runner.pgData, port, settings),
  );
  const lines: string[] = [];
  let failed = null as Error | null;
  const keep = (chunk: Buffer): void => {
    for (const line of chunk.toString().split('\n').filter(Boolean)) {
      lines.push(line);
      if (lines.length > 20) lines.shift();
      if (/ (FATAL|PANIC): /.test(line) && failed === null && ready) log(`PostgreSQL: ${line}`);
    }
  };
  let ready = false;
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  child.once('error', (error) => (failed = error));
  for (const end = Date.now() + READY_WITHIN; ; await sleep(30)) {
    if (failed !== null) throw failed;
    if (hasEnded(child)) {
      const text = lines.join('\n');
      throw /could not (bind|create any TCP)/.test(text) ? new PortTaken(text) : new Error(text);
    }
    if (await answers(url)) break;
    if (Date.now() > end) {
      if (child.pid !== undefined) signal(child.pid, 'SIGQUIT');
      throw new Error(`${READY_WITHIN / 1000} 秒内没有就绪。\n${lines.join('\n')}`);
    }
  }
  ready = true;
  return child;
}

async function answers(url: string): Promise<boolean> {
  try {
    return await withClient(url, async (client) => (await client.query('select 1')).length === 1);
  } catch {
    return false;
  }
}
