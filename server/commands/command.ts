import type { Runtime } from '../runtime.ts';

export interface CommandLine {
  readonly args: readonly string[];
  /** Standard output: what was asked for, and nothing else. */
  print(line: string): void;
}

/** Runs with an open runtime; resolves to the exit code. */
export type Command = (line: CommandLine, runtime: Runtime) => Promise<number>;
