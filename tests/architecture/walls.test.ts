import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const HERE = resolve(import.meta.dirname, '../..');
const planted: string[] = [];

/** A small tree of the product's form in a temporary folder. */
function plant(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'zhibu-walls-'));
  planted.push(root);
  cpSync(join(HERE, 'package.json'), join(root, 'package.json'));
  symlinkSync(join(HERE, 'node_modules'), join(root, 'node_modules'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

function check(root: string, floor = 1): { status: number | null; said: string } {
  const script = join(HERE, 'scripts/walls/main.ts');
  const run = spawnSync(process.execPath, [script, '--root', root, '--floor', `${floor}`], {
    encoding: 'utf8',
  });
  return { status: run.status, said: run.stdout + run.stderr };
}

const SOUND = {
  'kernel/ids.ts': 'export const id = 1;',
  'contract/dues.ts': `import { z } from 'zod'; export const duesContract = z.string();`,
  'contract/members.ts': `export const membersContract = 1;`,
  'platform/db/index.ts': `import { sql } from 'kysely'; export const db = sql;`,
  'platform/clock/index.ts': `export const clock = 1;`,
  'engines/document/index.ts': `import { clock } from '#platform/clock'; export const write = clock;`,
  'modules/members/module.ts': `export const membersModule = { name: 'members', dependsOn: [] };`,
  'modules/members/index.ts': `export { find } from './store.ts';`,
  'modules/members/store.ts': `import { db } from '#platform/db'; export const find = db;`,
  'modules/dues/module.ts': `export const duesModule = { name: 'dues', dependsOn: ['members'] };`,
  'modules/dues/index.ts': `import { find } from '#modules/members'; import { duesContract } from '#contract/dues'; export const dues = [find, duesContract];`,
  'server/main.ts': `import { dues } from '#modules/dues'; export const start = dues;`,
  'web/src/page.tsx': `import { id } from '#kernel/ids'; import { Button } from 'antd'; export const page = [id, Button];`,
};

/** What somebody might write, the file it stands in, and the wall that must stop it. */
const BREACHES: readonly (readonly [path: string, text: string, wall: string])[] = [
  ['kernel/a.ts', `import { z } from 'zod'; export const a = z;`, 'place of zod'],
  ['kernel/b.ts', `export { membersContract } from '#contract/members';`, 'imports of kernel'],
  [
    'kernel/c.ts',
    `import { readFileSync } from 'node:fs'; export const c = readFileSync;`,
    'Node in kernel',
  ],
  ['contract/a.ts', `export { db } from '#platform/db';`, 'imports of contract'],
  ['contract/b.ts', `export { oc } from '@orpc/contract';`, 'place of @orpc/*'],
  ['platform/clock/a.ts', `export { db } from '#platform/db';`, 'imports of platform/clock'],
  ['platform/clock/b.ts', `export { find } from '#modules/members';`, 'imports of platform/clock'],
  [
    'engines/document/a.ts',
    `export { find } from '#modules/members';`,
    'imports of engines/document',
  ],
  [
    'engines/document/b.ts',
    `import type { find } from '#modules/members'; export type Find = typeof find;`,
    'imports of engines/document',
  ],
  ['modules/members/a.ts', `export { dues } from '#modules/dues';`, 'imports of modules/members'],
  ['modules/dues/a.ts', `export { find } from '../members/store.ts';`, 'imports of modules/dues'],
  ['modules/dues/b.ts', `export { find } from '../members/index.ts';`, 'by its public name'],
  ['modules/dues/c.ts', `export { find } from '#modules/members/store';`, 'does not resolve'],
  [
    'modules/members/d.ts',
    `export { duesContract } from '#contract/dues';`,
    'imports of modules/members',
  ],
  ['modules/dues/e.ts', `export { sql } from 'kysely';`, 'place of kysely'],
  [
    'modules/dues/f.ts',
    `import { randomUUID } from 'node:crypto'; export const f = randomUUID;`,
    'Node in modules',
  ],
  ['modules/dues/g.ts', `import { h } from './h.ts'; export const g = () => h;`, 'no way back'],
  [
    'modules/dues/i.ts',
    `export const i = () => import('../../server/main.ts');`,
    'imports of modules/dues',
  ],
  ['modules/dues/rules.ts', `export { db } from '#platform/db';`, 'rules are pure'],
  ['server/a.ts', `export { find } from '../modules/members/store.ts';`, 'imports of server'],
  ['server/b.ts', `export { default as typescript } from 'typescript';`, 'library without a place'],
  ['server/c.ts', `export { find } from '../modules/members/a.test.ts';`, 'product stands alone'],
  ['web/src/a.tsx', `export { db } from '#platform/db';`, 'imports of web'],
];

describe('walls', () => {
  afterAll(() => {
    for (const root of planted) rmSync(root, { recursive: true, force: true });
  });

  it('let a sound tree pass', () => {
    expect(check(plant(SOUND))).toEqual({
      status: 0,
      said: `walls: ${Object.keys(SOUND).length} files read, 0 breaches\n`,
    });
  });

  const tree = {
    ...SOUND,
    ...Object.fromEntries(BREACHES.map(([path, text]) => [path, text])),
    'modules/dues/h.ts': `import { g } from './g.ts'; export const h = () => g;`,
    'modules/members/a.test.ts': 'export const find = 1;',
  };
  const { status, said } = check(plant(tree));
  it.each(BREACHES)('stop %s: %s', (path, _, wall) => {
    const lines = said.split('\n');
    const found = lines.filter(
      (line, index) => line.startsWith(`${path} →`) && lines[index + 1]?.startsWith(`  ${wall}: `),
    );
    expect(found, said).toHaveLength(1);
    expect(status).toBe(1);
  });

  it('stop manifests that run in a circle', () => {
    const circle = { 'modules/members/module.ts': `export const m = { dependsOn: ['dues'] };` };
    const run = check(plant({ ...SOUND, ...circle }));
    expect(run.said).toContain('dependsOn runs in a circle: dues → members → dues');
    expect(run.status).toBe(1);
  });

  it('do not pass what they could not read', () => {
    const run = check(plant(SOUND), 100);
    expect(run.said).toContain('at least 100 were expected');
    expect(run.status).toBe(1);
  });
});
