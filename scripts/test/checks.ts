import { run, tail } from './run.ts';
import type { Tally } from './tally.ts';

interface Check {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
}

const tool = (name: string): string => `node_modules/.bin/${name}`;
const node = process.execPath;

/** Files the walls must have read at least; grows with the product. */
const WALLS_READ = '1000';

const CHECKS: readonly Check[] = [
  { name: 'types', program: tool('tsc'), args: ['-p', '.'] },
  { name: 'lint', program: tool('oxlint'), args: ['--type-aware', '--deny-warnings'] },
  { name: 'format', program: tool('oxfmt'), args: ['--check'] },
  { name: 'walls', program: node, args: ['scripts/walls/main.ts', '--floor', WALLS_READ] },
  { name: 'database files', program: node, args: ['db/generate/main.ts', '--check'] },
  { name: 'procedure pages', program: node, args: ['scripts/procedures/main.ts', '--check'] },
  { name: 'unused code', program: tool('knip'), args: ['--no-progress'] },
];

/** Runs the checks that need no test runner, two at a time; each counts as one. */
export async function runChecks(tally: Tally): Promise<void> {
  const waiting = [...CHECKS];
  const worker = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const { code, output, seconds } = await run(check.program, check.args);
      tally.add(check.name, code === 0, seconds, code === 0 ? '' : tail(output));
    }
  };
  await Promise.all([worker(), worker()]);
}
