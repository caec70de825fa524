/**
 * `npm run soak [-- PART…]`: the full doses of what `npm test` takes small ones of, one part after another,
 * and a table at the end. Exit code 1 where a part failed.
 *   --list   names the parts and does nothing
 */
import { parseArgs } from 'node:util';
import { run, tail, type Outcome } from '../test/run.ts';
import { PARTS, type Part } from './parts.ts';

interface Result {
  readonly part: Part;
  readonly outcome: Outcome;
  /** What the part says of itself, in lines that begin with `soak:`, else how many tests passed. */
  readonly seen: string;
}

function seenIn(output: string): string {
  const said = output
    .split('\n')
    .flatMap((line) => /^soak: (.*)$/.exec(line.trim())?.[1] ?? [])
    .join('; ');
  const tests = /^\s*Tests\s+(.*)$/m.exec(output)?.[1] ?? '';
  const last = output.trimEnd().split('\n').at(-1) ?? '';
  return [said, tests].filter((text) => text !== '').join('; ') || last;
}

const { values, positionals } = parseArgs({
  options: { list: { type: 'boolean' } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !PARTS.some((part) => part.name === name));
if (values.list === true || unknown.length > 0) {
  for (const name of unknown) console.error(`no part ${name}`);
  for (const part of PARTS) console.log(`${part.name.padEnd(9)}${part.dose}`);
  process.exit(unknown.length > 0 ? 1 : 0);
}

const results: Result[] = [];
for (const part of PARTS) {
  if (positionals.length > 0 && !positionals.includes(part.name)) continue;
  console.log(`${part.name}: ${part.dose} …`);
  const outcome = await run(part.program, part.args, { env: part.env, limit: part.limit * 60 });
  results.push({ part, outcome, seen: seenIn(outcome.output) });
  if (outcome.code !== 0) console.log(tail(outcome.output));
}

console.log('');
for (const { part, outcome, seen } of results) {
  const mark = outcome.code === 0 ? 'ok  ' : 'FAIL';
  const time = `${outcome.seconds.toFixed(0)} s`.padStart(8);
  console.log(`${mark} ${part.name.padEnd(9)}${time}  ${part.dose}: ${seen}`);
}
if (results.some(({ outcome }) => outcome.code !== 0)) process.exitCode = 1;
