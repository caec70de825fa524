import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

interface Cost {
  /** KiB */
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** OWASP's second row for argon2id: 19 MiB, so that many sign-ins at once fit a small machine. */
const COST: Cost = { memory: 19_456, passes: 2, parallelism: 1 };
const SALT = 16;
const TAG = 32;
const FORM =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,})\$([A-Za-z0-9+/]{22,})$/;

const stretch = (password: string, salt: Uint8Array, cost: Cost, length: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    // NFKC: the same password typed by another input method is the same password.
    const message = Buffer.from(password.normalize('NFKC'), 'utf8');
    argon2('argon2id', { message, nonce: salt, tagLength: length, ...cost }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });

const unpadded = (bytes: Uint8Array): string =>
  Buffer.from(bytes).toString('base64').replace(/=+$/, '');

/** The usual text form, `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT);
  const hash = await stretch(password, salt, COST, TAG);
  const cost = `m=${COST.memory},t=${COST.passes},p=${COST.parallelism}`;
  return `$argon2id$v=19$${cost}$${unpadded(salt)}$${unpadded(hash)}`;
}

/**
 * Whether the password is the stored one. `null` (no such account) costs the same time, so that an
 * answer's duration does not tell which names exist. Throws on a stored value of another form.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  if (stored === null) {
    await stretch(password, Buffer.alloc(SALT), COST, TAG);
    return false;
  }
  const parts = FORM.exec(stored);
  if (parts === null) throw new Error('a stored password hash is not of its form');
  const [, memory, passes, parallelism, salt = '', hash = ''] = parts;
  const expected = Buffer.from(hash, 'base64');
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const given = await stretch(password, Buffer.from(salt, 'base64'), cost, expected.length);
  return timingSafeEqual(given, expected);
}
