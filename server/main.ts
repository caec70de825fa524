import { AlreadyRunning, ConfigError } from './lifecycle/index.ts';
import { runCommand } from './commands/index.ts';
import { say } from './runtime.ts';
import { serve } from './serve.ts';

const [name = 'start', ...args] = process.argv.slice(2);

try {
  process.exitCode = name === 'start' ? await serve() : await runCommand(name, args);
} catch (error) {
  if (error instanceof AlreadyRunning || error instanceof ConfigError) {
    say(error.message);
    process.exitCode = 2;
  } else if (error instanceof Error && /[\u4e00-\u9fff]/.test(error.message)) {
    say(error.message);
    process.exitCode = 1;
  } else throw error;
}
