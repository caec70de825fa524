/**
 * The import table of ARCHITECTURE.md as data. Every folder of the product is a unit; a unit may
 * import itself and what its row names. `<own>` stands for the unit's own name.
 */
export interface Row {
  /** Top-level folder. */
  readonly folder: string;
  /** One unit per sub-folder (`platform/db`, `modules/dues`) or one for the whole folder. */
  readonly units: 'each' | 'one';
  /** Regular expressions over file paths. */
  readonly may: readonly string[];
  /** What to do instead; shown with each breach. */
  readonly teach: string;
  /** Whether Node's own modules may be named. */
  readonly node: 'any' | 'pure' | 'none';
}

const KERNEL = '^kernel/';
const CONTRACT = '^contract/';
const PORTS = '^platform/[^/]+/index[.]ts$';
const ENGINES = '^engines/[^/]+/index[.]ts$';
const MODULES = '^modules/[^/]+/index[.]ts$';
const TABLE_TYPES = '^db/types[.]ts$';

export const TABLE: readonly Row[] = [
  {
    folder: 'kernel',
    units: 'one',
    may: [],
    node: 'none',
    teach:
      'The kernel knows only itself and the date polyfill. What touches the world belongs to platform/, what knows a noun of the field to its module.',
  },
  {
    folder: 'contract',
    units: 'one',
    may: [KERNEL],
    node: 'none',
    teach:
      'The contract runs in the browser too: kernel and zod only. Move types both sides need into kernel/ or into the contract file itself.',
  },
  {
    folder: 'platform',
    units: 'each',
    may: [KERNEL],
    node: 'any',
    teach:
      'A port knows the kernel and itself. What needs two ports is wired in server/; what needs a noun of the field belongs to a module. A port that truly stands on another is entered in PORT_USES with its reason.',
  },
  {
    folder: 'engines',
    units: 'each',
    may: [KERNEL, PORTS, TABLE_TYPES],
    node: 'pure',
    teach:
      'Engines know no module and no contract: let the module hand over data and functions (module.ts), and name ports by #platform/x.',
  },
  {
    folder: 'modules',
    units: 'each',
    // contract/lib.ts gives the types of one's own contract file: what goes in, what comes out.
    may: [
      KERNEL,
      '^contract/(<own>|lib|sentence)[.]ts$',
      '^contract/<own>-',
      PORTS,
      ENGINES,
      TABLE_TYPES,
    ],
    node: 'none',
    teach:
      'A module knows kernel, its own contract file, ports, engines, and other modules by #modules/x when dependsOn in its module.ts lists them. Something that needs both sides is an event, or belongs to the lower module.',
  },
  {
    folder: 'server',
    units: 'one',
    may: [KERNEL, CONTRACT, PORTS, ENGINES, MODULES, TABLE_TYPES],
    node: 'any',
    teach:
      'The server composes public faces (#modules/x, #platform/x, #engines/x). If something is missing there, export it from that index.ts.',
  },
  {
    folder: 'web',
    units: 'one',
    may: [KERNEL, CONTRACT],
    node: 'none',
    teach:
      'The web knows kernel and contract only. Decisions come from the server as `can`; types come from the contract.',
  },
];

/** Ports that stand on another port, with the reason. */
export const PORT_USES: Readonly<Record<string, readonly string[]>> = {
  // The handle a command works with is made of a transaction.
  request: ['db', 'files'],
  // The sheet of a second factor carries its code as a picture.
  totp: ['qr'],
};

/** Node modules that compute and touch nothing. */
export const PURE_NODE = ['buffer', 'crypto', 'util'];

/**
 * Each npm library is named in one place, so that it can be replaced there.
 * Regular expressions over the files that may name it.
 */
export const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  '@ant-design/icons': ['^web/'],
  '@fastify/cookie': ['^server/http/'],
  '@fastify/multipart': ['^server/http/'],
  '@fastify/static': ['^server/http/'],
  '@orpc/*': ['^contract/lib[.]ts$', '^server/http/api[.]ts$', '^web/src/api[.]ts$'],
  '@tanstack/*': ['^web/'],
  '@vitejs/plugin-react': ['^web/vite[.]config[.]ts$'],
  '@xmldom/xmldom': ['^engines/document/'],
  antd: ['^web/'],
  cnchar: ['^platform/words/'],
  'cnchar-order': ['^platform/words/'],
  dayjs: ['^web/'],
  docx: ['^engines/document/'],
  docxtemplater: ['^engines/document/'],
  echarts: ['^engines/document/', '^web/'],
  fastify: ['^server/http/'],
  fflate: ['^platform/files/'],
  hucre: ['^platform/sheets/'],
  // Generated table types name Kysely's column types; everything else asks #platform/db.
  kysely: ['^platform/db/', '^db/types[.]ts$'],
  'openid-client': ['^platform/sso/'],
  otpauth: ['^platform/totp/'],
  // Starting a database and serving requests from it are two ports of one library.
  pg: ['^platform/db/', '^platform/postgres/'],
  'pg-boss': ['^platform/jobs/'],
  'pg-copy-streams': ['^platform/db/'],
  pino: ['^platform/log/'],
  'pinyin-pro': ['^platform/words/'],
  pizzip: ['^engines/document/'],
  // Slips with codes are laid out in the browser that prints them.
  qrcode: ['^platform/qr/', '^web/src/features/ballots/'],
  react: ['^web/'],
  'react-dom': ['^web/'],
  saxes: ['^platform/sheets/'],
  'temporal-polyfill': ['^kernel/plain-date[.]ts$'],
  vite: ['^web/vite[.]config[.]ts$', '^server/lifecycle/'],
  zod: ['^contract/'],
};
