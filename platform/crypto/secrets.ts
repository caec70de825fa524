import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { keyIdOf, type MasterKey } from './master-key.ts';

/**
 * Secrets of a tenant: AES-256-GCM with a key of its own (HKDF of the master key). Every value
 * carries its algorithm and key id, so that a later algorithm or key can be told from this one.
 */
export interface Secrets {
  /** `1.<key id>.<base64url>`; the same text gives another value every time. */
  encrypt(tenantId: string, plaintext: string): string;
  /** Throws `BrokenSecret` where the value was changed, cut, or made by another key or tenant. */
  decrypt(tenantId: string, value: string): string;
  encryptBytes(tenantId: string, plain: Uint8Array): Buffer;
  decryptBytes(tenantId: string, value: Uint8Array): Buffer;
  /** Digest for finding a secret again by exact value; `purpose` keeps digests of two fields apart. */
  keyedHash(tenantId: string, purpose: string, value: string): string;
}

export class BrokenSecret extends Error {
  constructor(why: string) {
    super(`a secret cannot be read: ${why}`);
    this.name = 'BrokenSecret';
  }
}

/** 1 = AES-256-GCM, 96-bit random nonce, 128-bit tag. */
const ALGORITHM = 1;
const NONCE = 12;
const TAG = 16;
const NONCES = 512;
/** Bytes in front of the nonce: algorithm (1), key id (4). */
const HEADER = 5;

type Use = 'value' | 'hash';

/**
 * `retired` are earlier master keys: they still decrypt, they never encrypt.
 * The keyed hashes always use the current key, so a change of key rebuilds the search columns.
 */
export function secrets(masterKey: MasterKey, retired: readonly MasterKey[] = []): Secrets {
  const current = keyIdOf(masterKey);
  const masters = new Map([...retired, masterKey].map((key) => [keyIdOf(key), key]));
  const derived = new Map<string, KeyObject>();

  // A key made ready once: a plain buffer would be imported anew by every call, ten times the work.
  const tenantKey = (keyId: string, tenantId: string, use: Use): KeyObject => {
    const name = `${keyId}/${use}/${tenantId}`;
    const known = derived.get(name);
    if (known !== undefined) return known;
    const master = masters.get(keyId);
    if (master === undefined) throw new BrokenSecret(`no key ${keyId} here`);
    const bytes = hkdfSync('sha256', master, tenantId, `zhibu ${use} 1`, 32);
    const key = createSecretKey(Buffer.from(bytes));
    derived.set(name, key);
    return key;
  };

  const header = Buffer.concat([Buffer.from([ALGORITHM]), Buffer.from(current, 'hex')]);
  // Randomness is fetched for many nonces at once; each is used once.
  let pool = Buffer.alloc(0);
  const nextNonce = (): Buffer => {
    if (pool.length < NONCE) pool = randomBytes(NONCE * NONCES);
    const nonce = pool.subarray(0, NONCE);
    pool = pool.subarray(NONCE);
    return nonce;
  };

  /** Nonce, what was sealed, tag. */
  const seal = (tenantId: string, plain: Uint8Array | string): [Buffer, Buffer, Buffer] => {
    const nonce = nextNonce();
    const cipher = createCipheriv('aes-256-gcm', tenantKey(current, tenantId, 'value'), nonce);
    cipher.setAAD(header);
    const sealed = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
    // In this mode the end adds nothing but the tag.
    cipher.final();
    return [nonce, sealed, cipher.getAuthTag()];
  };

  const encryptBytes = (tenantId: string, plain: Uint8Array): Buffer =>
    Buffer.concat([header, ...seal(tenantId, plain)]);

  const decryptBytes = (tenantId: string, value: Uint8Array): Buffer => {
    const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    if (bytes.length < HEADER + NONCE + TAG) throw new BrokenSecret('too short');
    if (bytes[0] !== ALGORITHM) throw new BrokenSecret(`unknown algorithm ${bytes[0]}`);
    const key = tenantKey(bytes.toString('hex', 1, HEADER), tenantId, 'value');
    const nonce = bytes.subarray(HEADER, HEADER + NONCE);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
    decipher.setAAD(bytes.subarray(0, HEADER));
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG));
    const plain = decipher.update(bytes.subarray(HEADER + NONCE, bytes.length - TAG));
    try {
      return Buffer.concat([plain, decipher.final()]);
    } catch {
      throw new BrokenSecret('changed, or of another tenant');
    }
  };

  return {
    encryptBytes,
    decryptBytes,
    encrypt(tenantId, plaintext) {
      const body = Buffer.concat(seal(tenantId, plaintext));
      return `${ALGORITHM}.${current}.${body.toString('base64url')}`;
    },
    decrypt(tenantId, value) {
      const parts = /^(\d{1,2})\.([0-9a-f]{8})\.([A-Za-z0-9_-]+)$/.exec(value);
      if (parts === null) throw new BrokenSecret('not of its form');
      const header = [Buffer.from([Number(parts[1])]), Buffer.from(parts[2] ?? '', 'hex')];
      const body = Buffer.from(parts[3] ?? '', 'base64url');
      return decryptBytes(tenantId, Buffer.concat([...header, body])).toString('utf8');
    },
    keyedHash(tenantId, purpose, value) {
      const hmac = createHmac('sha256', tenantKey(current, tenantId, 'hash'));
      // The length keeps ('ab','c') and ('a','bc') apart.
      return hmac.update(`${purpose.length}:${purpose}:${value}`).digest('base64url');
    },
  };
}
