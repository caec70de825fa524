/** One part of the soak run: a child of its own with the full dose of one promise. */
export interface Part {
  readonly name: string;
  readonly dose: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Minutes after which it is ended and has failed. */
  readonly limit: number;
}

/** A run of tests; `ZHIBU_PATIENCE` gives each test as many times more time. */
const tests = (
  name: string,
  dose: string,
  project: 'unit' | 'db' | 'journeys',
  files: readonly string[],
  limit: number,
  env: NodeJS.ProcessEnv = {},
): Part => ({
  name,
  dose,
  program: 'node_modules/.bin/vitest',
  args: ['run', '--project', project, '--reporter=default', ...files],
  env: { ZHIBU_PATIENCE: '30', ...env },
  limit,
});

/** Full doses; `npm test` takes small ones of the same. */
export const PARTS: readonly Part[] = [
  tests(
    'inputs',
    '200 malformed inputs for every endpoint',
    'db',
    ['tests/nets/endpoints.db.test.ts'],
    60,
    { ZHIBU_DOSE: '200' },
  ),
  tests(
    'ballots',
    'attacks on 1,000 ballots with the whole database',
    'db',
    ['tests/nets/ballot-secrecy.db.test.ts'],
    20,
    { ZHIBU_DOSE: '200' },
  ),
  tests(
    'reports',
    '500 late entries and corrections after issue',
    'db',
    ['modules/reports/reports.db.test.ts'],
    30,
    { ZHIBU_DOSE: '500' },
  ),
  tests(
    'matrix',
    'duties and matrix counted again on 200 days',
    'db',
    ['modules/meetings/duties.db.test.ts', 'modules/dues/figures.db.test.ts'],
    30,
    { ZHIBU_DATES: '200' },
  ),
  tests(
    'secrets',
    '200 identity numbers and phones looked for everywhere',
    'journeys',
    ['tests/journeys/secrets.journey.ts'],
    20,
    { ZHIBU_SECRETS: '200' },
  ),
  tests(
    'uploads',
    '2 GB unpacked, .exe as .docx, picture with GPS, 200 MB',
    'journeys',
    ['tests/journeys/uploads.journey.ts'],
    20,
    { ZHIBU_UNPACKED: '2048' },
  ),
  tests(
    'pages',
    'axe on every page in every mode, 360 px',
    'journeys',
    ['tests/journeys/every-page.journey.ts'],
    30,
    { ZHIBU_AXE: 'all' },
  ),
  tests(
    'postgres',
    'backup of the embedded database into PostgreSQL 15 and back, where it is installed',
    'journeys',
    ['tests/journeys/other-postgres.journey.ts'],
    20,
  ),
  {
    name: 'import',
    dose: '100,000 members x 20 columns',
    program: process.execPath,
    args: ['bench/import.ts', '100000'],
    env: {},
    limit: 20,
  },
  tests(
    'kills',
    'kill -9 of server and database at 200 moments',
    'journeys',
    ['tests/journeys/kills.journey.ts'],
    240,
    { ZHIBU_KILLS: '200' },
  ),
];
