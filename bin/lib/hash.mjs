import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** One hash over names and contents of all files below the given paths, in name order. */
export function hashOf(base, paths, skip = () => false) {
  const hash = createHash('sha256');
  const files = paths.flatMap((path) => filesBelow(join(base, path), skip)).sort();
  for (const file of files) {
    hash
      .update(`${relative(base, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesBelow(path, skip) {
  if (!existsSync(path) || skip(path)) return [];
  try {
    return readdirSync(path).flatMap((name) => filesBelow(join(path, name), skip));
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path];
    throw error;
  }
}

export const readText = (path) => {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
};
