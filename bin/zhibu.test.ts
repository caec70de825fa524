import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { runProgram, type Child } from '../tests/support/child.ts';

vi.setConfig({ testTimeout: 60_000 });
const root = await mkdtemp(join(tmpdir(), 'zhibu-bin-'));
afterAll(() => rm(root, { recursive: true, force: true }));

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}
const read = (path: string): Promise<string> => readFile(join(root, path), 'utf8');
const zhibu = (...args: string[]): Child => runProgram(join(root, 'bin/zhibu.mjs'), args, {});
const builds = async (): Promise<number> => (await read('builds.log').catch(() => '')).length;

/** Stands in for vite: takes a moment, leaves a trace, and fails where the page says so. */
const VITE = `
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
const out = process.argv[process.argv.indexOf('--outDir') + 1];
appendFileSync('../builds.log', 'x');
mkdirSync(out, { recursive: true });
const page = readFileSync('index.html', 'utf8');
await new Promise((done) => setTimeout(done, 300));
if (page === 'broken') process.exit(1);
writeFileSync(out + '/index.html', page);
`;
/** Stands in for the server. */
const SERVER = `
const [command, ...args] = process.argv.slice(2);
process.once('SIGTERM', () => process.exit(9));
console.log(JSON.stringify({ command, args, pid: process.pid }));
if (command === 'start') setInterval(() => {}, 1000);
else process.exit(7);
`;

beforeEach(async () => {
  await rm(root, { recursive: true, force: true });
  await put('package.json', '{"type":"module"}');
  await put('package-lock.json', '{"packages":{"":{},"node_modules/a":{"version":"1.0.0"}}}');
  await put(
    'node_modules/.package-lock.json',
    '{"packages":{"node_modules/a":{"version":"1.0.0"}}}',
  );
  await put('node_modules/vite/bin/vite.js', VITE);
  await put('node_modules/vite/package.json', '{"type":"module"}');
  await put('server/main.ts', SERVER);
  await put('web/vite.config.ts', '');
  await put('web/index.html', 'one');
  await cp(import.meta.dirname, join(root, 'bin'), { recursive: true });
});

async function started(): Promise<{ child: Child; pid: number }> {
  const child = zhibu('start');
  const { pid } = JSON.parse(await child.firstLine) as { pid: number };
  return { child, pid };
}

async function startAndStop(): Promise<void> {
  const { child } = await started();
  child.process.kill('SIGTERM');
  await child.ended;
}

const lives = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('zhibu.mjs', () => {
  it('hands arguments over, gives the exit code back, and leaves standard output to the command', async () => {
    const child = zhibu('annual-report', '--org', '县发展和改革局党支部');
    const line = JSON.parse(await child.firstLine) as { args: string[]; command: string };
    expect(line).toMatchObject({
      command: 'annual-report',
      args: ['--org', '县发展和改革局党支部'],
    });
    expect(await child.ended).toBe(7);
    expect(await builds()).toBe(0);
  });

  it('builds the pages once, and again when a source has changed', async () => {
    await startAndStop();
    expect(await read('web/dist/index.html')).toBe('one');
    await startAndStop();
    expect(await builds()).toBe(1);
    await put('contract/dues.ts', 'export {}');
    await put('web/index.html', 'two');
    await startAndStop();
    expect(await builds()).toBe(2);
    expect(await read('web/dist/index.html')).toBe('two');
    await put('contract/dues.test.ts', 'export {}');
    await startAndStop();
    expect(await builds()).toBe(2);
  });

  it('two starts at once build once', async () => {
    const both = await Promise.all([started(), started()]);
    expect(await builds()).toBe(1);
    expect(await read('web/dist/index.html')).toBe('one');
    for (const { child } of both) child.process.kill('SIGTERM');
    await Promise.all(both.map(({ child }) => child.ended));
  });

  it('keeps the old pages and says so where a build fails', async () => {
    await startAndStop();
    await put('web/index.html', 'broken');
    const child = zhibu('start');
    expect(await child.ended).toBe(1);
    expect(child.output()).toContain('网页没有生成成功');
    expect(await read('web/dist/index.html')).toBe('one');
    expect((await readdir(join(root, 'web'))).sort()).toEqual([
      'dist',
      'index.html',
      'vite.config.ts',
    ]);
  });

  it('passes a signal on, and ends the server when it is itself killed', async () => {
    const first = await started();
    first.child.process.kill('SIGTERM');
    expect(await first.child.ended).toBe(9);
    const second = await started();
    second.child.process.kill('SIGKILL');
    for (let tries = 0; lives(second.pid) && tries < 200; tries += 1) await sleep(50);
    expect(lives(second.pid)).toBe(false);
  });

  it('installs and builds nothing in a packed folder', async () => {
    await put('.packed', '1');
    await put('package-lock.json', '{"packages":{"node_modules/b":{"version":"2.0.0"}}}');
    await startAndStop();
    expect(await builds()).toBe(0);
  });
});
