import type { Database } from '#platform/db';
import { takeCode } from '../store.ts';

/** Takes a one-time code right away, for accounts of a demonstration. Throws where the code is not good. */
export async function setFirstPassword(
  db: Database,
  codeHash: string,
  passwordHash: string,
): Promise<string> {
  const at = new Date(db.clock.now());
  const loginName = await db.system((plain) => takeCode(plain, codeHash, passwordHash, at));
  if (loginName === null) throw new Error('the code was not taken');
  return loginName;
}
