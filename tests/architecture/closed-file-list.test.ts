import { describe, expect, it } from 'vitest';
import { files, isCode, isTest, textOf } from './files.ts';

/** What may stand in the root. A new folder is a decision: ARCHITECTURE.md first, then here. */
const FOLDERS = [
  ...['.ci', 'bench', 'bin', 'contract', 'db', 'docs', 'engines', 'kernel', 'modules'],
  ...['platform', 'scripts', 'server', 'templates', 'tests', 'web'],
];
const ROOT_FILES = [
  ...['.editorconfig', '.gitattributes', '.gitignore', '.oxfmtrc.json', '.oxlintrc.json'],
  ...['ARCHITECTURE.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'LICENSE', 'README.md'],
  ...['README.zh-CN.md', 'SECURITY.md', 'knip.json', 'package-lock.json', 'package.json'],
  ...['tsconfig.json', 'vitest.config.ts'],
];

/** A module is always the same inside: whoever knows one finds everything in all. */
const IN_A_MODULE = [
  /^(README[.]md|index[.]ts|module[.]ts|policy[.]ts|routes[.]ts)$/,
  /^(events|procedures|obligations|indicators|jobs|refusals)[.]ts$/,
  /^(rules|queries|store|documents)([.]ts|\/[a-z0-9-]+[.]ts)$/,
  /^commands\/[a-z0-9-]+[.]ts$/,
  /^([a-z]+\/)?[a-z0-9-]+([.]db)?[.]test[.]ts$/,
];
const EVERY_MODULE_HAS = ['index.ts', 'module.ts', 'README.md'];

/**
 * Files over 400 lines, each with the reason why it is better whole. The list may only shrink:
 * split a file rather than enter it.
 */
const LONG: Readonly<Record<string, string>> = {
  'db/types.ts': 'generated',
};
const MOST_LINES = 400;

const modules = [...new Set(files.flatMap((path) => /^modules\/([^/]+)\//.exec(path)?.[1] ?? []))];
const inside = (name: string): string[] =>
  files
    .filter((path) => path.startsWith(`modules/${name}/`))
    .map((path) => path.slice(`modules/${name}/`.length));

describe('closed file list', () => {
  it('has read the tree', () => {
    expect(files.filter(isCode).length).toBeGreaterThan(150);
    expect(modules).toContain('dues');
  });

  it('keeps the root tidy', () => {
    const known = (path: string): boolean =>
      path.includes('/')
        ? FOLDERS.includes(path.slice(0, path.indexOf('/')))
        : ROOT_FILES.includes(path);
    expect(files.filter((path) => !known(path))).toEqual([]);
  });

  it.each(modules)('module %s has only files that every module may have', (name) => {
    const unknown = inside(name).filter((file) => !IN_A_MODULE.some((form) => form.test(file)));
    expect(unknown, 'see "A module" in ARCHITECTURE.md for where this belongs').toEqual([]);
  });

  it.each(modules)('module %s has its manifest, public face and page', (name) => {
    expect(EVERY_MODULE_HAS.filter((file) => !inside(name).includes(file))).toEqual([]);
  });

  it('names the folders of the web and the contract after modules', () => {
    const others = { web: ['home'], contract: ['lib', 'refusals', 'sentence', 'files', 'sheets'] };
    const features = files.flatMap((path) => /^web\/src\/features\/([^/]+)/.exec(path)?.[1] ?? []);
    const unknown = new Set(features.filter((name) => ![...modules, ...others.web].includes(name)));
    expect([...unknown]).toEqual([]);
    const contracts = files.flatMap((path) => /^contract\/([^/]+)[.]ts$/.exec(path)?.[1] ?? []);
    const known = [...modules, ...others.contract];
    // contract/meetings-words.ts belongs to contract/meetings.ts
    const strange = contracts.filter((file) => !known.includes(file.replace(/[-.].*$/, '')));
    expect(strange).toEqual([]);
  });

  it('lets ports and engines have a public face', () => {
    const units = files.flatMap((path) => /^(?:platform|engines)\/[^/]+/.exec(path)?.[0] ?? []);
    const closed = [...new Set(units)].filter((unit) => !files.includes(`${unit}/index.ts`));
    expect(closed).toEqual([]);
  });

  const counted = files
    .filter(isCode)
    .map((path) => ({ path, lines: textOf(path).split('\n').length - 1 }));

  it('has no file over 400 lines without a reason', () => {
    const long = counted.filter(({ path, lines }) => lines > MOST_LINES && !(path in LONG));
    expect(long, 'split it; a reason is entered only where a whole is really better').toEqual([]);
  });

  it('has no reason for a file that is short or gone', () => {
    const stale = Object.keys(LONG).filter(
      (path) => (counted.find((file) => file.path === path)?.lines ?? 0) <= MOST_LINES,
    );
    expect(stale).toEqual([]);
  });

  it('has a median file that can be read at one go', () => {
    const lengths = counted
      .filter(({ path }) => !isTest(path) && !(path in LONG))
      .map(({ lines }) => lines)
      .sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(85);
  });
});
