import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Attempts, type Installation } from '#platform/request';
import { makeSso, ssoSettings } from '#platform/sso';
import { today } from '#kernel/clock';
import { anyAccount } from '#modules/accounts';
import { loadDemo } from './demo/load.ts';
import { makeApp } from './http/app.ts';
import { startExchange, startProver, startSealer } from './jobs.ts';
import { freshStatistics, type Config } from './lifecycle/index.ts';
import { openRuntime, ROOT, say, version, type Runtime } from './runtime.ts';

const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** Eight letters without look-alikes, to be typed from the console into the first page. */
function oneTimeCode(random: (length: number) => Uint8Array): string {
  const letters = Array.from(random(8), (byte) => LETTERS[byte % LETTERS.length]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** Starts the server and stays until a signal; resolves to the exit code. */
export async function serve(): Promise<number> {
  const runtime = await openRuntime('serve');
  try {
    return await serveWith(runtime);
  } finally {
    await runtime.close();
  }
}

async function serveWith(runtime: Runtime): Promise<number> {
  const { instance, db, files, clock, log } = runtime;
  const { config } = instance;
  const code = (await db.system(anyAccount)) ? null : oneTimeCode(clock.random);
  const sso = ssoSettings(process.env);
  const installation: Installation = {
    setupCode: () => code,
    attempts: new Attempts(),
    secrets: runtime.secrets,
    ssoAvailable: sso !== null,
    loadDemo: async () => {
      const loaded = await loadDemo({
        appUrl: instance.appUrl,
        secrets: runtime.secrets,
        files,
        today: today(clock),
        random: clock.random,
        tell: say,
        count: () => freshStatistics(instance.ownerUrl),
      });
      await freshStatistics(instance.ownerUrl);
      return loaded.accounts;
    },
  };
  const app = await makeApp({
    db,
    files,
    log,
    installation,
    sso: sso === null ? null : makeSso(sso),
    version: version(),
    webDir: join(ROOT, 'web', 'dist'),
    behindProxy: config.behindProxy,
    ...(config.tls === null
      ? {}
      : {
          https: { key: readFileSync(config.tls.keyFile), cert: readFileSync(config.tls.certFile) },
        }),
  });
  // Listened for before the address is told: whoever reads it may ask for the end at once.
  const asked = new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  const sealer = startSealer(db, log);
  const prover = startProver(db, log);
  const exchange = startExchange(db, log);
  try {
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    await exchange.stop();
    await prover.stop();
    await sealer.stop();
    throw notListening(error, config);
  }
  const bound = app.server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : config.port;
  const address = `${config.tls === null ? 'http' : 'https'}://${config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${port}`;
  instance.announce(address);
  say(`支部已启动：${address}`);
  if (code !== null) say(`首次设置代码：${code}（在打开的页面上输入，只显示在这里）`);
  await asked;
  say('正在停止…');
  await app.close();
  await exchange.stop();
  await prover.stop();
  await sealer.stop();
  return 0;
}

/** The reason in words, where the address cannot be had. */
function notListening(error: unknown, { host, port }: Config): Error {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') {
    return new Error(`端口 ${port} 已被别的程序占用，请用 ZHIBU_PORT 换一个。`, { cause: error });
  }
  if (code === 'EACCES') {
    return new Error(`没有权限使用端口 ${port}，请用 ZHIBU_PORT 换一个 1024 以上的。`, {
      cause: error,
    });
  }
  if (code === 'EADDRNOTAVAIL') {
    return new Error(`本机没有 ${host} 这个地址，请检查 ZHIBU_HOST。`, { cause: error });
  }
  return error instanceof Error ? error : new Error(String(error));
}
