import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ModuleManifest } from '#platform/db';
import { files, isTest, linesWith, ROOT, textOf } from './files.ts';

/** Tables that belong to no noun of the field but to a port; all reached through it. */
const OF_PORTS = [
  ...['audit_entry', 'audit_seal', 'command_log', 'file', 'org_clock', 'tenant'],
  'zhibu_migration',
];
/** The port's words for reading and writing rows. */
const TABLE_NAMED =
  /\b(?:selectFrom|insertInto|updateTable|deleteFrom|(?:inner|left|right|full)Join)\(\s*['"]([a-z_]+)/g;
const SQL =
  /\b(selectFrom|insertInto|updateTable|deleteFrom|(inner|left|right|full)Join)\(|\bsql(<[^>]*>)?`/;
const IN_STORE = /^modules\/[^/]+\/store([.]ts|\/)/;

const isManifest = (value: unknown): value is ModuleManifest =>
  typeof value === 'object' && value !== null && 'tables' in value && 'dependsOn' in value;

const manifests: ModuleManifest[] = [];
for (const path of files.filter((file) => /^modules\/[^/]+\/module[.]ts$/.test(file))) {
  const faces: unknown = await import(join(ROOT, path));
  manifests.push(...Object.values(faces as Record<string, unknown>).filter(isManifest));
}

const schema = textOf('db/schema.sql');
const tables = [...schema.matchAll(/^create table ([a-z_]+) \(/gm)].map((match) => match[1] ?? '');
const policies = new Map(
  [...schema.matchAll(/^comment on table ([a-z_]+) is 'policy: ([a-z+-]+)/gm)].map((match) => [
    match[1] ?? '',
    match[2],
  ]),
);

describe('module tables', () => {
  it('every module has one manifest under its own name', () => {
    const folders = files.flatMap(
      (path) => /^modules\/([^/]+)\/module[.]ts$/.exec(path)?.[1] ?? [],
    );
    expect(manifests.map(({ name }) => name)).toEqual(folders);
    expect(folders.length).toBeGreaterThan(3);
  });

  it('every table belongs to one module or to a port', () => {
    const owned = [...manifests.flatMap((one) => Object.keys(one.tables)), ...OF_PORTS];
    expect(
      tables.filter((table) => !owned.includes(table)),
      'no manifest lists it',
    ).toEqual([]);
    expect(
      owned.filter((table) => !tables.includes(table)),
      'does not exist',
    ).toEqual([]);
    expect(new Set(owned).size, 'one owner each').toBe(owned.length);
  });

  it.each(manifests)('$name declares the policy template its tables have', (manifest) => {
    const declared = Object.entries(manifest.tables);
    expect(declared.map(([table]) => [table, policies.get(table)])).toEqual(declared);
  });

  it('SQL stands in store.ts only', () => {
    const others = files.filter(
      (path) => /^(modules|engines)\/.*[.]ts$/.test(path) && !isTest(path) && !IN_STORE.test(path),
    );
    expect(linesWith(others, SQL), 'move the query into the store of its module').toEqual([]);
  });

  it.each(manifests)('the store of $name names only its own tables', ({ name, tables: own }) => {
    const stores = files.filter(
      (path) => path.startsWith(`modules/${name}/`) && IN_STORE.test(path) && !isTest(path),
    );
    const named = stores.flatMap((path) =>
      [...textOf(path).matchAll(TABLE_NAMED)].map((match) => match[1] ?? ''),
    );
    const foreign = named.filter((table) => tables.includes(table) && !(table in own));
    expect([...new Set(foreign)], 'ask the other module through #modules/x').toEqual([]);
  });
});
