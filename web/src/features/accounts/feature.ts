import type { Feature } from '../../app/features.ts';

/** Log-in, choice of post and sessions are reached from the header, not from the menu. */
export const accounts: Feature = { menu: [] };
