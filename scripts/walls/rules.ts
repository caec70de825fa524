import type { IForbiddenRuleType } from 'dependency-cruiser';
import { LIBRARIES, PORT_USES, PURE_NODE, TABLE, type Row } from './table.ts';

/** One folder of the product that walls stand around. */
export interface Unit {
  readonly row: Row;
  /** `kernel`, `modules/dues`. */
  readonly path: string;
  readonly name: string;
  /** Of modules: what its manifest lists. */
  readonly dependsOn: readonly string[];
}

const PRODUCT = `^(${TABLE.map(({ folder }) => folder).join('|')})/`;
/** Tests may reach for whatever they need; nobody may reach for them. */
const TESTS = '([.]test|/test-[^/]+)[.]tsx?$';
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

function importsOf({ row, path, name, dependsOn }: Unit): IForbiddenRuleType {
  const ports = row.folder === 'platform' ? (PORT_USES[name] ?? []) : [];
  const allowed = [
    `^${escape(path)}/`,
    ...row.may.map((one) => one.replace('<own>', escape(name))),
    ...ports.map((port) => `^platform/${port}/index[.]ts$`),
    ...(path === 'platform/db' ? ['^db/types[.]ts$'] : []),
    ...dependsOn.map((other) => `^modules/${escape(other)}/index[.]ts$`),
    // The words of the modules below, as every caller of theirs sees them.
    ...dependsOn.flatMap((other) => [
      `^contract/${escape(other)}[.]ts$`,
      `^contract/${escape(other)}-`,
    ]),
  ];
  return {
    name: `imports of ${path}`,
    severity: 'error',
    comment: row.teach,
    from: { path: `^${escape(path)}/`, pathNot: TESTS },
    to: { path: `${PRODUCT}|^db/`, pathNot: allowed },
  };
}

function nodeOf(row: Row): IForbiddenRuleType[] {
  if (row.node === 'any') return [];
  return [
    {
      name: `Node in ${row.folder}`,
      severity: 'error',
      comment:
        'The world is touched behind a port only: files, processes, network, time belong to platform/.',
      from: { path: `^${row.folder}/`, pathNot: [TESTS, '[.]config[.]ts$'] },
      to: {
        dependencyTypes: ['core'],
        pathNot: row.node === 'pure' ? `^(node:)?(${PURE_NODE.join('|')})$` : '^$',
      },
    },
  ];
}

const packagePath = (library: string): string =>
  `^node_modules/(@types/)?${escape(library).replace(/\\\*$/, '[^/]+')}/`;

const libraryRules = (): IForbiddenRuleType[] => [
  ...Object.entries(LIBRARIES).map(([library, places]): IForbiddenRuleType => ({
    name: `place of ${library}`,
    severity: 'error',
    comment: `This library is named in one place only (${places.join(', ')}): use what that place exports, or extend it.`,
    from: { path: `${PRODUCT}|^db/`, pathNot: [TESTS, '^db/generate/', ...places] },
    to: { path: packagePath(library) },
  })),
  {
    name: 'library without a place',
    severity: 'error',
    comment:
      'Enter the library in LIBRARIES of scripts/walls/table.ts with the one folder that names it.',
    from: { path: PRODUCT, pathNot: TESTS },
    to: { path: '^node_modules/', pathNot: Object.keys(LIBRARIES).map(packagePath) },
  },
];

const UNIT_OF = `^((?:${TABLE.filter((row) => row.units === 'each')
  .map(({ folder }) => folder)
  .join('|')})/[^/]+|${TABLE.filter((row) => row.units === 'one')
  .map(({ folder }) => folder)
  .join('|')})/`;

const general: readonly IForbiddenRuleType[] = [
  {
    name: 'by its public name',
    severity: 'error',
    comment:
      'Another folder is imported by its public name (#kernel/x, #contract/x, #platform/x, #engines/x, #modules/x), never by a relative path.',
    from: { path: UNIT_OF, pathNot: TESTS },
    to: { path: PRODUCT, pathNot: '^$1/', dependencyTypesNot: ['aliased'] },
  },
  {
    name: 'rules are pure',
    severity: 'error',
    comment:
      'Rules decide from what they are given: kernel, other rules of the module, words of the contract, rules that lower modules publish; of ports and engines types only. Load first (store.ts), decide then, write last (commands/).',
    from: { path: '^modules/([^/]+)/rules([.]ts$|/)', pathNot: TESTS },
    to: {
      pathNot: [
        '^kernel/',
        '^modules/$1/rules([.]ts$|/)',
        '^contract/',
        '^engines/[^/]+/index[.]ts$',
        '^modules/[^/]+/index[.]ts$',
      ],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'no way back',
    severity: 'error',
    comment: 'Files that need each other are one file, or share a third one below both.',
    // A page and its route name each other: the router gives the page its typed parameters.
    from: { path: PRODUCT, pathNot: [TESTS, '^web/src/features/[^/]+/'] },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'does not resolve',
    severity: 'error',
    comment: 'The path leads nowhere; deep paths into a module or port are closed on purpose.',
    from: { path: PRODUCT },
    to: { couldNotResolve: true, pathNot: '[.](css|svg|png)' },
  },
  {
    name: 'product stands alone',
    severity: 'error',
    comment: 'Tests, benches and scripts know the product, never the other way round.',
    from: { path: PRODUCT, pathNot: TESTS },
    to: { path: ['^(tests|bench|scripts|bin)/', '^db/generate/', TESTS] },
  },
];

/** All walls for the units that exist. */
export const wallsOf = (units: readonly Unit[]): IForbiddenRuleType[] => [
  ...general,
  ...units.map(importsOf),
  ...TABLE.flatMap(nodeOf),
  ...libraryRules(),
];
