import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { run, tail } from './run.ts';
import type { Tally } from './tally.ts';

/** The part of vitest's JSON report that is read here. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

const FEW = 12;
/** Seconds for one project; all of them together stay well below twenty minutes. */
const LIMIT = 1800;

/** Leaves out the way through the test runner and Node itself. */
const isOurs = (line: string): boolean =>
  !/^\s+at (new Promise |.*(node_modules|node:internal))/.test(line);

function sayFailures(report: Report, project: string, tally: Tally): number {
  let broken = 0;
  for (const file of report.testResults) {
    const name = relative(process.cwd(), file.name);
    // A file that does not even load has no tests to count.
    if (file.status === 'failed' && file.assertionResults.length === 0) {
      broken += 1;
      tally.fail(`${project}: ${name}`, tail(file.message));
    }
    for (const test of file.assertionResults) {
      if (test.status !== 'failed') continue;
      const said = (test.failureMessages ?? []).join('\n').split('\n').filter(isOurs);
      tally.fail(`${project}: ${name} > ${test.fullName}`, said.slice(0, FEW).join('\n'));
    }
  }
  return broken;
}

/**
 * Runs one project of vitest.config.ts and counts its tests. Fewer tests than the floor is a
 * failure of its own: tests that quietly no longer run prove nothing.
 */
export async function runTests(project: string, floor: number, tally: Tally): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'zhibu-report-'));
  const file = join(folder, 'report.json');
  try {
    const { code, output, seconds } = await run(
      'node_modules/.bin/vitest',
      [
        ...['run', '--project', project, '--passWithNoTests', '--silent=passed-only'],
        ...['--reporter=json', `--outputFile.json=${file}`, '--reporter=dot'],
      ],
      { limit: LIMIT },
    );
    const text = await readFile(file, 'utf8').catch(() => null);
    const report = text === null ? null : (JSON.parse(text) as Report);
    const passed = report?.numPassedTests ?? 0;
    const broken = report === null ? 0 : sayFailures(report, project, tally);
    let failed = (report?.numFailedTests ?? 0) + broken;
    if (code !== 0 && failed === 0) {
      failed = 1;
      tally.fail(project, tail(output));
    }
    if (passed + failed < floor) {
      tally.fail(project, `only ${passed + failed} tests ran, at least ${floor} were expected`);
      failed += 1;
    }
    tally.count(`${project} tests`, passed, failed, seconds);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
