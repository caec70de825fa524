import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

export interface Outcome {
  readonly code: number;
  /** Standard output and error, in the order they came. */
  readonly output: string;
  readonly seconds: number;
}

export interface RunOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** After so many seconds it is ended with all its children, and has failed. */
  readonly limit?: number;
}

/** Runs a program to its end and keeps what it says; nothing is read from the console. */
export function run(
  program: string,
  args: readonly string[],
  { env = {}, limit = 300 }: RunOptions = {},
): Promise<Outcome> {
  const began = performance.now();
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that a hanging program can be ended with its children.
      detached: true,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...env },
    });
    const parts: string[] = [];
    const keep = (part: Buffer): void => void parts.push(part.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const overdue = setTimeout(() => {
      parts.push(`\nended after ${limit} seconds`);
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, limit * 1000);
    const end = (code: number): void => {
      clearTimeout(overdue);
      resolve({
        code,
        output: stripVTControlCharacters(parts.join('')),
        seconds: (performance.now() - began) / 1000,
      });
    };
    child.once('error', (error) => {
      parts.push(error.message);
      end(127);
    });
    child.once('close', (code) => end(code ?? 1));
  });
}

const MOST = 6000;

/** What fits into a log: the end, where tools say what matters. */
export const tail = (output: string): string =>
  output.length <= MOST ? output.trimEnd() : `…${output.slice(-MOST).trimEnd()}`;
