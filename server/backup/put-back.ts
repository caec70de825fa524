import { copyFile, mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unwrapKey } from '#platform/crypto';
import { copyIn } from '#platform/db';
import { withClient } from '#platform/postgres';
import { freshStatistics, type Instance } from '../lifecycle/index.ts';
import { migrationsOf, readManifest, type Manifest } from './manifest.ts';
import { pathOfFile } from './take.ts';

async function refuseUsed(ownerUrl: string): Promise<void> {
  const used = await withClient(ownerUrl, (client) =>
    client.query<{ used: boolean }>('select exists (select 1 from tenant) as used'),
  );
  if (used[0]?.used === true) {
    throw new Error('这个数据库里已有内容。恢复只能在空的数据目录（或空的数据库）里进行。');
  }
}

async function refuseOtherTables(ownerUrl: string, manifest: Manifest): Promise<void> {
  const here = JSON.stringify(await migrationsOf(ownerUrl));
  if (here !== JSON.stringify(manifest.migrations)) {
    throw new Error(
      `备份是 ${manifest.version} 版做的，表结构与现在的程序不同。请先用 ${manifest.version} 版恢复，再升级。`,
    );
  }
}

/** The key goes in before the data: data without their key could never be read. */
async function putKeyBack(
  dataDir: string,
  manifest: Manifest,
  passphrase: string | null,
): Promise<void> {
  if (manifest.key === null) return;
  if (passphrase === null) {
    throw new Error('这份备份带有密钥，恢复需要做备份时的口令（环境变量 ZHIBU_BACKUP_PASSPHRASE）');
  }
  const key = await unwrapKey(manifest.key, passphrase);
  if (!key.ok) throw new Error('口令不对，或备份的密钥被改动过。没有恢复任何内容。');
  const aside = join(dataDir, 'key.new');
  await writeFile(aside, `${key.value.export().toString('base64')}\n`, { mode: 0o600 });
  await rename(aside, join(dataDir, 'key'));
}

/**
 * Puts a backup back into an empty installation. Where the backup has no key of its own, the key of
 * this installation (`ZHIBU_KEY` or `<data>/key`) must be the one it was taken with.
 * @throws Error with a Chinese sentence; nothing is restored then
 */
export async function putBack(
  instance: Instance,
  folder: string,
  passphrase: string | null,
): Promise<Manifest> {
  const manifest = await readManifest(folder);
  await refuseUsed(instance.ownerUrl);
  await refuseOtherTables(instance.ownerUrl, manifest);
  await putKeyBack(instance.dataDir, manifest, passphrase);
  for (const file of manifest.files) {
    const target = join(instance.dataDir, 'files', pathOfFile(file));
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await copyFile(join(folder, 'files', pathOfFile(file)), target);
  }
  await copyIn(instance.ownerUrl, join(folder, 'tables'), manifest.tables);
  await freshStatistics(instance.ownerUrl);
  return manifest;
}
