import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Unit } from './rules.ts';
import { TABLE } from './table.ts';

/** `dependsOn` of a module's manifest, read as text: the wall must stand before the code runs. */
export function dependsOnIn(manifest: string): readonly string[] {
  const list = /\bdependsOn:\s*\[([^\]]*)\]/.exec(manifest)?.[1] ?? '';
  return [...list.matchAll(/['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '');
}

/** The units below a root folder that exist, with what their manifests say. */
export function unitsBelow(root: string): Unit[] {
  return TABLE.filter(({ folder }) => existsSync(join(root, folder))).flatMap((row): Unit[] => {
    if (row.units === 'one') return [{ row, path: row.folder, name: row.folder, dependsOn: [] }];
    const entries = readdirSync(join(root, row.folder), { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => {
        const path = `${row.folder}/${name}`;
        const manifest = join(root, path, 'module.ts');
        const text = existsSync(manifest) ? readFileSync(manifest, 'utf8') : '';
        return { row, path, name, dependsOn: dependsOnIn(text) };
      });
  });
}

/** The first circle among manifests as `a → b → a`, or null. */
export function circleAmong(units: readonly Unit[]): string | null {
  const below = new Map(units.map(({ name, dependsOn }) => [name, dependsOn]));
  const done = new Set<string>();
  const walk = (name: string, way: readonly string[]): string | null => {
    if (way.includes(name)) return [...way.slice(way.indexOf(name)), name].join(' → ');
    if (done.has(name)) return null;
    for (const other of below.get(name) ?? []) {
      const circle = walk(other, [...way, name]);
      if (circle !== null) return circle;
    }
    done.add(name);
    return null;
  };
  for (const { name } of units) {
    const circle = walk(name, []);
    if (circle !== null) return circle;
  }
  return null;
}
