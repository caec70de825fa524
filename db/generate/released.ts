import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

const MIGRATIONS = new URL('../migrations/', import.meta.url);

/**
 * `db/migrations/RELEASED` lists, one a line, `sha256  name` of every migration that has left the
 * house (the form of `sha256sum`). Such a file never changes again: somebody's database has it.
 * @returns one sentence per broken line
 */
export async function releasedProblems(folder: URL = MIGRATIONS): Promise<string[]> {
  const list = await readFile(new URL('RELEASED', folder), 'utf8').catch(() => null);
  if (list === null) return ['db/migrations/RELEASED is missing'];
  const found: string[] = [];
  for (const line of list.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [digest = '', name = ''] = line.split(/\s+/);
    const text = await readFile(new URL(name, folder)).catch(() => null);
    if (text === null) {
      found.push(`released migration ${name} is gone: restore it, changes go into a new file`);
    } else if (createHash('sha256').update(text).digest('hex') !== digest) {
      found.push(`released migration ${name} was changed: restore it, changes go into a new file`);
    }
  }
  return found;
}
