import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { ok, refuse, type Refusal, type Result } from '#kernel/result';
import { masterKeyOf, type MasterKey } from './master-key.ts';

/** 128 MiB and about half a second per try: a stolen backup is guessed slowly. */
const COST = { N: 2 ** 17, r: 8, p: 1 };
const HEAD = `zhibu-key$1$scrypt$${COST.N}$${COST.r}$${COST.p}`;
const SALT = 16;
const NONCE = 12;
const TAG = 16;
const KEY = 32;

const stretch = (passphrase: string, salt: Uint8Array): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options = { ...COST, maxmem: 256 * 1024 * 1024 };
    scrypt(passphrase.normalize('NFKC'), salt, KEY, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });

/** The master key under a passphrase, one line of text, for the manifest of a backup. */
export async function wrapKey(key: MasterKey, passphrase: string): Promise<string> {
  const salt = randomBytes(SALT);
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', await stretch(passphrase, salt), nonce);
  cipher.setAAD(Buffer.from(HEAD));
  const sealed = Buffer.concat([cipher.update(key.export()), cipher.final()]);
  const body = Buffer.concat([salt, nonce, sealed, cipher.getAuthTag()]);
  return `${HEAD}$${body.toString('base64url')}`;
}

/** The key again; a wrong passphrase and a changed line look alike and are refused. */
export async function unwrapKey(
  wrapped: string,
  passphrase: string,
): Promise<Result<MasterKey, Refusal<'key.not_opened'>>> {
  const at = wrapped.lastIndexOf('$');
  const body = Buffer.from(wrapped.trim().slice(at + 1), 'base64url');
  if (wrapped.slice(0, at) !== HEAD || body.length !== SALT + NONCE + KEY + TAG) {
    return refuse('key.not_opened');
  }
  const nonce = body.subarray(SALT, SALT + NONCE);
  const stretched = await stretch(passphrase, body.subarray(0, SALT));
  const decipher = createDecipheriv('aes-256-gcm', stretched, nonce, { authTagLength: TAG });
  decipher.setAAD(Buffer.from(HEAD));
  decipher.setAuthTag(body.subarray(body.length - TAG));
  const sealed = body.subarray(SALT + NONCE, body.length - TAG);
  try {
    return ok(masterKeyOf(Buffer.concat([decipher.update(sealed), decipher.final()])));
  } catch {
    return refuse('key.not_opened');
  }
}
