import type { Runtime } from '../runtime.ts';
import { openRuntime, say } from '../runtime.ts';
import { check } from './check.ts';

export interface CommandLine {
  readonly args: readonly string[];
  /** Standard output: what was asked for, and nothing else. */
  print(line: string): void;
}

/** Runs with an open runtime; resolves to the exit code. */
export type Command = (line: CommandLine, runtime: Runtime) => Promise<number>;

const COMMANDS: Readonly<Record<string, { readonly run: Command; readonly help: string }>> = {
  check: { run: check, help: 'check — 检查：数据库、日志封印、每名党员恰在一个花名册' },
};

/** `zhibu <name> …`, with the server stopped or running. */
export async function runCommand(name: string, args: readonly string[]): Promise<number> {
  const command = COMMANDS[name];
  if (command === undefined) {
    say(name === 'help' ? '可用命令：' : `没有“${name}”这个命令。可用命令：`);
    for (const { help } of Object.values(COMMANDS)) say(`  ${help}`);
    return name === 'help' ? 0 : 2;
  }
  const runtime = await openRuntime('command');
  try {
    return await command.run({ args, print: (line) => process.stdout.write(`${line}\n`) }, runtime);
  } finally {
    await runtime.close();
  }
}
