/**
 * Everything `npm test` runs, in order; the last line is `N passed, N failed`.
 *   --static   only the checks that need neither database nor browser tests
 */
import { parseArgs } from 'node:util';
import { ensureBrowser } from './browser.ts';
import { runChecks } from './checks.ts';
import { Tally } from './tally.ts';
import { runTests } from './vitest.ts';

/** Fewest tests of each project; raised as tests are added, never lowered without a reason in the commit. */
const FLOORS = { unit: 1200, db: 1800, journeys: 40 } as const;

const { values } = parseArgs({ options: { static: { type: 'boolean' } } });
const tally = new Tally();

await runChecks(tally);
if (values.static !== true) {
  await runTests('unit', FLOORS.unit, tally);
  await runTests('db', FLOORS.db, tally);
  const missing = await ensureBrowser();
  if (missing === null) await runTests('journeys', FLOORS.journeys, tally);
  else tally.add('browser', false, 0, missing);
}

for (const failure of tally.failures) console.log(`\n✗ ${failure}`);
console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
if (tally.failed > 0) process.exitCode = 1;
