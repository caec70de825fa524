import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, base64url: for sessions, invitations, one-time links. Shown once, never stored. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored instead of a token. A token has full entropy, so a plain digest is enough. */
export const hashToken = (token: string): string =>
  createHash('sha256').update(token, 'utf8').digest('base64url');
