/**
 * Checks the walls: `node scripts/walls/main.ts [--root FOLDER] [--floor N]`. Prints each breach with
 * what to do instead; fails on any, and where fewer than N files were read (a checker that
 * reads nothing passes everything).
 */
import { registerHooks } from 'node:module';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ICruiseResult } from 'dependency-cruiser';
import { circleAmong, unitsBelow } from './manifests.ts';
import { wallsOf } from './rules.ts';
import { TABLE } from './table.ts';

// dependency-cruiser reads TypeScript through the compiler's API, which TypeScript 7 does not
// have; without this it silently reads no module at all.
registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier.replace(/^typescript(?=$|\/)/, 'ts6'), context),
});

const { values } = parseArgs({
  options: { root: { type: 'string', default: '.' }, floor: { type: 'string', default: '1' } },
});
const root = resolve(values.root);
const units = unitsBelow(root);
const walls = wallsOf(units);
const teaching = new Map(walls.map(({ name, comment }) => [name, comment]));

async function graph(): Promise<ICruiseResult> {
  const { cruise } = await import('dependency-cruiser');
  const folders = [...TABLE.map(({ folder }) => folder), 'db'];
  const { output } = await cruise(
    folders.filter((folder) => existsSync(join(root, folder))),
    {
      baseDir: root,
      ruleSet: { forbidden: walls },
      validate: true,
      tsPreCompilationDeps: true,
      // A library is known by its place in node_modules, wherever that folder really lies.
      preserveSymlinks: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '^web/dist' },
      enhancedResolveOptions: {
        exportsFields: ['exports'],
        conditionNames: ['node', 'import', 'default', 'types'],
        extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      },
    },
  );
  if (typeof output === 'string') throw new Error('dependency-cruiser gave no graph');
  return output;
}

const { modules, summary } = await graph();
const breaches = summary.violations.map(({ from, to, rule, cycle }) => {
  const way = cycle === undefined ? to : cycle.map(({ name }) => name).join(' → ');
  return `${from} → ${way}\n  ${rule.name}: ${teaching.get(rule.name)}`;
});
const circle = circleAmong(units.filter(({ row }) => row.folder === 'modules'));
if (circle !== null) {
  breaches.push(
    `dependsOn runs in a circle: ${circle}\n  Something that needs both sides is an event.`,
  );
}
const read = modules.filter(
  ({ source }) => /[.]tsx?$/.test(source) && !/node_modules/.test(source),
);
if (read.length < Number(values.floor)) {
  breaches.push(`only ${read.length} files were read, at least ${values.floor} were expected`);
}
for (const breach of breaches) console.error(breach);
console.log(`walls: ${read.length} files read, ${breaches.length} breaches`);
if (breaches.length > 0) process.exitCode = 1;
