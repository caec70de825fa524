import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CopiedTable } from '#platform/db';
import { withClient } from '#platform/postgres';

/** What a backup says of itself, beside its files. */
export interface Manifest {
  readonly format: 1;
  readonly version: string;
  readonly takenAt: string;
  /** Migrations the copied tables rest on, with their hashes. */
  readonly migrations: readonly { readonly name: string; readonly sha256: string }[];
  readonly tables: readonly CopiedTable[];
  readonly files: readonly { readonly tenantId: string; readonly hash: string }[];
  /** The master key under the passphrase; null where it has to be kept apart. */
  readonly key: string | null;
}

const NAME = 'manifest.json';

export async function migrationsOf(ownerUrl: string): Promise<Manifest['migrations']> {
  return withClient(ownerUrl, (client) =>
    client.query<{ name: string; sha256: string }>(
      'select name, sha256 from zhibu_migration order by name',
    ),
  );
}

/** Written last: a folder without it is no backup. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await writeFile(join(folder, NAME), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600 });
}

export async function readManifest(folder: string): Promise<Manifest> {
  let text: string;
  try {
    text = await readFile(join(folder, NAME), 'utf8');
  } catch {
    throw new Error(`${folder} 里没有完整的备份（缺少 ${NAME}）`);
  }
  const parsed = JSON.parse(text) as Manifest;
  if (parsed.format !== 1) throw new Error('这份备份是更新的版本做的，请用相同版本恢复');
  return parsed;
}
