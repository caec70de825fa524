import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { wrapKey, loadMasterKey } from '#platform/crypto';
import { copyOut } from '#platform/db';
import { withClient } from '#platform/postgres';
import type { Instance } from '../lifecycle/index.ts';
import { migrationsOf, writeManifest, type Manifest } from './manifest.ts';

/** Where a stored file stands below `files/`. */
export const pathOfFile = (file: { tenantId: string; hash: string }): string =>
  join(file.tenantId, file.hash.slice(0, 2), file.hash);

/**
 * A copy of everything at one instant, while the server goes on: tables first, then the files their
 * rows name (which are never taken away while named). `folder` must be empty or new.
 * @throws Error with a Chinese sentence
 */
export async function takeBackup(
  instance: Instance,
  folder: string,
  about: { readonly version: string; readonly takenAt: string; readonly passphrase: string | null },
): Promise<Manifest> {
  await mkdir(join(folder, 'tables'), { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).some((name) => name !== 'tables')) {
    throw new Error(`${folder} 不是空文件夹，请换一个`);
  }
  const tables = await copyOut(instance.ownerUrl, join(folder, 'tables'));
  const files = await withClient(instance.ownerUrl, (client) =>
    client.query<{ tenantId: string; hash: string }>(
      'select distinct tenant_id as "tenantId", hash from file order by 1, 2',
    ),
  );
  for (const file of files) {
    const target = join(folder, 'files', pathOfFile(file));
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await copyFile(join(instance.dataDir, 'files', pathOfFile(file)), target);
  }
  const key =
    about.passphrase === null
      ? null
      : await wrapKey(
          await loadMasterKey({ dataDir: instance.dataDir, env: process.env }),
          about.passphrase,
        );
  const manifest: Manifest = {
    format: 1,
    version: about.version,
    takenAt: about.takenAt,
    migrations: await migrationsOf(instance.ownerUrl),
    tables,
    files,
    key,
  };
  await writeManifest(folder, manifest);
  return manifest;
}
