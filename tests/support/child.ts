import { spawn, type ChildProcess } from 'node:child_process';

export interface Child {
  readonly process: ChildProcess;
  /** All it wrote so far, both streams. */
  output(): string;
  /** The first line on standard output. @throws with the output where it ends before that */
  readonly firstLine: Promise<string>;
  /** Exit code, or the signal's name. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

/** A TypeScript program of ours in its own process, with an environment of its own. */
export function runProgram(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Child {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let all = '';
  let out = '';
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once('close', (code, name) => resolve(code ?? name ?? -1));
  });
  child.stderr.on('data', (chunk: Buffer) => (all += chunk.toString()));
  const firstLine = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      all += chunk.toString();
      out += chunk.toString();
      if (out.includes('\n')) resolve(out.slice(0, out.indexOf('\n')));
    });
    void ended.then((how) => reject(new Error(`ended with ${how}: ${all}`)));
  });
  firstLine.catch(() => {}); // not everybody waits for it
  return { process: child, output: () => all, firstLine, ended };
}
