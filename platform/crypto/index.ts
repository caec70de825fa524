/** Keys, secrets, passwords, tokens. The only folder that names `node:crypto` for secrets. */
export {
  keyIdOf,
  loadMasterKey,
  masterKeyOf,
  randomMasterKey,
  type MasterKey,
} from './master-key.ts';
export { BrokenSecret, secrets, type Secrets } from './secrets.ts';
export { unwrapKey, wrapKey } from './wrap.ts';
export { hashPassword, verifyPassword } from './passwords.ts';
export { hashToken, newToken } from './tokens.ts';
