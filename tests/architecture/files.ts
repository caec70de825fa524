import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

/** Every file of the tree that is not ignored, with `/` and relative to the root. */
export const files: readonly string[] = execFileSync(
  'git',
  ['-C', ROOT, 'ls-files', '--cached', '--others', '--exclude-standard'],
  { encoding: 'utf8' },
)
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(ROOT, path)));

export const isCode = (path: string): boolean => /[.](ts|tsx|mjs|cjs)$/.test(path);
export const isTest = (path: string): boolean =>
  path.startsWith('tests/') || /([.]test|\/test-[^/]+)[.]tsx?$/.test(path);

export const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** The lines that are code, numbered from 1; comments and what only they say are left out. */
export function codeLines(path: string): { at: number; code: string }[] {
  const blank = (comment: string): string => comment.replace(/[^\n]/g, '');
  const text = textOf(path).replace(/\/\*[\s\S]*?\*\//g, blank);
  return text
    .split('\n')
    .map((line, index) => ({ at: index + 1, code: line.replace(/(^|\s)\/\/.*$/, '') }))
    .filter(({ code }) => code.trim() !== '');
}

/** `path:line` of each line of code that fits the pattern. */
export const linesWith = (paths: readonly string[], pattern: RegExp): string[] =>
  paths.flatMap((path) =>
    codeLines(path)
      .filter(({ code }) => pattern.test(code))
      .map(({ at, code }) => `${path}:${at}  ${code.trim()}`),
  );
