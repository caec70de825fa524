import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isUuid } from '#kernel/ids';
import { ok, type Result } from '#kernel/result';
import { MIME, type FileKind, type FileType } from './kinds.ts';
import { receive, type FileSource } from './receive.ts';
import { Refused, type FileRefusal } from './refusals.ts';

/** Encryption is passed in, so that this port knows no keys. */
export interface Vault {
  seal(tenantId: string, plain: Uint8Array): Uint8Array;
  /** Throws where the bytes were changed or belong to another tenant. */
  unseal(tenantId: string, sealed: Uint8Array): Uint8Array;
  /** Keyed digest of a content's digest: a file's name tells nobody which known document it is. */
  nameOf(tenantId: string, digest: string): string;
}

export interface StoredFile {
  /** 64 hex digits; the same content of one tenant has the same hash, also a picture sent twice. */
  readonly hash: string;
  /** Bytes after cleaning. */
  readonly size: number;
  readonly type: FileType;
  readonly mime: string;
  /** Safe to offer for download; its ending is that of the content. */
  readonly name: string;
  /** The content was there before. */
  readonly known: boolean;
}

export interface FileStore {
  /**
   * Checks, cleans, encrypts and writes; when it returns, the file outlives a power cut. Then the
   * caller commits its row; a file without a row is swept later. Stops reading at the size limit.
   */
  put(
    source: FileSource,
    about: { readonly tenantId: string; readonly kind: FileKind; readonly originalName: string },
  ): Promise<Result<StoredFile, FileRefusal>>;
  /** The content, or null where there is none. */
  read(tenantId: string, hash: string): Promise<Buffer | null>;
  remove(tenantId: string, hash: string): Promise<void>;
  /**
   * Removes a tenant's files that no row names, and left-overs of broken writes, if last written
   * before `writtenBefore` (epoch ms; leave an hour for uploads whose row is not committed yet).
   */
  sweep(tenantId: string, keep: ReadonlySet<string>, writtenBefore: number): Promise<number>;
}

const HASH = /^[0-9a-f]{64}$/;
const PARTIAL = '.partial';

const missing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

async function syncFolder(folder: string): Promise<void> {
  // Windows has no handle on folders.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const aside = `${path}.${randomBytes(6).toString('hex')}${PARTIAL}`;
  const handle = await open(aside, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(aside, path);
  await syncFolder(folder);
  await syncFolder(dirname(folder));
}

/** `root`: usually `<dataDir>/files`. */
export function fileStore(root: string, vault: Vault): FileStore {
  const folderOf = (tenantId: string): string => {
    if (!isUuid(tenantId)) throw new RangeError('not a tenant');
    return join(root, tenantId);
  };
  const pathOf = (tenantId: string, hash: string): string => {
    if (!HASH.test(hash)) throw new RangeError('not the hash of a file');
    return join(folderOf(tenantId), hash.slice(0, 2), hash);
  };

  /** A file that is asked for again must not be swept before its new row is committed. */
  const touch = async (path: string): Promise<boolean> => {
    try {
      const now = new Date();
      await utimes(path, now, now);
      return true;
    } catch (error) {
      if (missing(error)) return false;
      throw error;
    }
  };

  return {
    async put(source, { tenantId, kind, originalName }) {
      folderOf(tenantId);
      try {
        const { bytes, type, name } = await receive(source, kind, originalName);
        const digest = createHash('sha256').update(bytes).digest('hex');
        const keyed = vault.nameOf(tenantId, digest);
        const hash = createHash('sha256').update(keyed).digest('hex');
        const path = pathOf(tenantId, hash);
        const known = await touch(path);
        if (!known) await writeDurably(path, vault.seal(tenantId, bytes));
        return ok({ hash, size: bytes.length, type, mime: MIME[type], name, known });
      } catch (error) {
        if (error instanceof Refused) return { ok: false, refusal: error.refusal };
        throw error;
      }
    },

    async read(tenantId, hash) {
      try {
        const plain = vault.unseal(tenantId, await readFile(pathOf(tenantId, hash)));
        return Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength);
      } catch (error) {
        if (missing(error)) return null;
        throw error;
      }
    },

    remove: (tenantId, hash) => rm(pathOf(tenantId, hash), { force: true }),

    async sweep(tenantId, keep, writtenBefore) {
      let removed = 0;
      const folder = folderOf(tenantId);
      const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
        (error: unknown) => {
          if (missing(error)) return [];
          throw error;
        },
      );
      for (const entry of entries) {
        if (!entry.isFile() || keep.has(entry.name)) continue;
        if (!HASH.test(entry.name) && !entry.name.endsWith(PARTIAL)) continue;
        const path = join(entry.parentPath, entry.name);
        if ((await stat(path)).mtimeMs >= writtenBefore) continue;
        await rm(path, { force: true });
        removed += 1;
      }
      return removed;
    },
  };
}
