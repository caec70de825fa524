import { describe, expect, it } from 'vitest';
import { files, isCode, isTest, linesWith, textOf } from './files.ts';

const THIS = 'tests/architecture/source-rules.test.ts';
const PRODUCT = /^(kernel|contract|platform|engines|modules|server|web)\//;
const code = files.filter(isCode).filter((path) => path !== THIS);
const product = code.filter((path) => PRODUCT.test(path) && !isTest(path));

/** Where the real clock or real randomness is read, each with its reason. */
const READS_THE_CLOCK: Readonly<Record<string, string>> = {
  'platform/clock/': 'the port itself',
  'platform/crypto/': 'keys, salts and nonces are random by nature',
  'platform/db/patient.ts': 'waits for a database that is being started again',
  'platform/files/store.ts': 'ages of half-written files are measured against the disk',
  'platform/log/': 'an incident gets a number',
  'platform/postgres/': 'waits for a process',
  'server/lifecycle/': 'waits for a process',
  'web/src/app/today.ts': 'the browser shows today',
  'web/src/patterns/command-id.ts': 'a command id is made in the browser',
};

const CLOCK = /\bnew Date\(\)|\bDate\.now\(|\bperformance\.now\(|Temporal\.Now\b/;
const CHANCE = /\bMath\.random\(|\brandomUUID\(|\brandomBytes\(|\bgetRandomValues\(/;

interface Dependencies {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>
  >;
}

describe('source rules', () => {
  it('have read the tree', () => {
    expect(product.length).toBeGreaterThan(120);
  });

  it('time and randomness are passed in (kernel/clock.ts)', () => {
    const places = Object.keys(READS_THE_CLOCK);
    const others = product.filter((path) => !places.some((place) => path.startsWith(place)));
    expect(linesWith(others, CLOCK), 'take a Clock, or the day as a parameter').toEqual([]);
    expect(linesWith(others, CHANCE), 'take a Clock: newId(clock), clock.random(n)').toEqual([]);
  });

  it('has no exception that nobody needs', () => {
    const unused = Object.keys(READS_THE_CLOCK).filter((place) => {
      const there = product.filter((path) => path.startsWith(place));
      return linesWith(there, CLOCK).length + linesWith(there, CHANCE).length === 0;
    });
    expect(unused).toEqual([]);
  });

  it('no check is switched off in the code', () => {
    const off = /@ts-(ignore|nocheck|expect-error)|(ox|es)lint-disable|oxfmt-ignore|knip-ignore/;
    expect(code.filter((path) => off.test(textOf(path)))).toEqual([]);
  });

  it('nothing is left for later', () => {
    const mark = new RegExp(`\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')}|XXX)\\b`);
    expect(code.filter((path) => mark.test(textOf(path)))).toEqual([]);
    const tests = files.filter((path) => /[.](test|journey)[.]tsx?$/.test(path));
    const put = /\b(it|test|describe)\.(only|skip|todo)\b/;
    expect(
      linesWith(
        tests.filter((path) => path !== THIS),
        put,
      ),
    ).toEqual([]);
  });

  it('pages load nothing from outside', () => {
    const shipped = files.filter((path) =>
      /^(web|contract|kernel)\/.*[.](ts|tsx|css|html)$/.test(path),
    );
    expect(shipped.length).toBeGreaterThan(40);
    const outside = shipped
      .filter((path) => path !== 'web/vite.config.ts')
      .filter((path) =>
        /(https?:)?\/\/[a-z0-9-]+\.[a-z]/i.test(
          textOf(path).replace(/http:\/\/www\.w3\.org\/\d+\/(svg|xlink)/g, ''),
        ),
      );
    expect(outside).toEqual([]);
  });

  it('no file names a package registry', () => {
    const texts = files.filter((path) => /[.](json|ts|tsx|mjs|md|sh|npmrc)$|^[.]ci\//.test(path));
    expect(texts).toContain('package-lock.json');
    const host = new RegExp(
      ['registry', '[a-z.-]+', '(org|com|cn)\\b'].join('[.]') + `|_auth${'Token'}`,
    );
    expect(texts.filter((path) => host.test(textOf(path)))).toEqual([]);
  });

  it('dependencies are pinned, and the lock file is whole for every platform', () => {
    const named = JSON.parse(textOf('package.json')) as Dependencies;
    const versions = { ...named.dependencies, ...named.devDependencies };
    const loose = Object.entries(versions).filter(([, version]) => !/^(npm:.+@)?\d/.test(version));
    expect(loose).toEqual([]);

    // `npm ci` refuses a lock file that leaves out the optional packages of another platform;
    // `npm install` writes such a file where it cannot reach them.
    const { packages } = JSON.parse(textOf('package-lock.json')) as Lock;
    const missing = Object.values(packages)
      .flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
      .filter((name) => !Object.keys(packages).some((at) => at.endsWith(`node_modules/${name}`)));
    expect(missing, 'take these entries over from the lock file before').toEqual([]);
  });
});
