import { createHash, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** 256 bits; a `KeyObject`, so that printing or logging it shows nothing of the key. */
export type MasterKey = KeyObject;

const BYTES = 32;

export function masterKeyOf(bytes: Uint8Array): MasterKey {
  if (bytes.length !== BYTES) throw new RangeError(`a master key has ${BYTES} bytes`);
  return createSecretKey(bytes);
}

export const randomMasterKey = (): MasterKey => masterKeyOf(randomBytes(BYTES));

/** Names a key in the values it made, without telling anything about it: 8 hex digits. */
export const keyIdOf = (key: MasterKey): string =>
  createHash('sha256').update('zhibu key id').update(key.export()).digest('hex').slice(0, 8);

function parseKey(text: string, where: string): MasterKey {
  const plain = text.trim();
  if (/^[0-9a-f]{64}$/i.test(plain)) return masterKeyOf(Buffer.from(plain, 'hex'));
  if (/^[A-Za-z0-9+/_-]{43}=?$/.test(plain)) return masterKeyOf(Buffer.from(plain, 'base64'));
  throw new Error(
    `${where} holds no key: 64 hexadecimal digits or 32 bytes in base64 are expected`,
  );
}

/** Two first starts at once must end with one key: written aside, then linked into place. */
async function createKeyFile(file: string): Promise<void> {
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = await open(aside, 'wx', 0o600);
  try {
    await handle.writeFile(`${randomBytes(BYTES).toString('base64')}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

/**
 * The installation's key: `ZHIBU_KEY` (base64 or hex) where set, else `<dataDir>/key`, made at the
 * first start. Throws on a malformed key: a start with a wrong key would hide every secret.
 */
export async function loadMasterKey(from: {
  readonly dataDir: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}): Promise<MasterKey> {
  const given = from.env.ZHIBU_KEY;
  if (given !== undefined && given.trim() !== '') return parseKey(given, 'ZHIBU_KEY');
  await mkdir(from.dataDir, { recursive: true });
  const file = join(from.dataDir, 'key');
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await createKeyFile(file);
    text = await readFile(file, 'utf8');
  }
  // A copied data folder may have lost the file's mode.
  if (((await stat(file)).mode & 0o077) !== 0) await chmod(file, 0o600);
  return parseKey(text, file);
}
