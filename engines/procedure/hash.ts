import { createHash } from 'node:crypto';
import type { Procedure } from './definition.ts';

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, held]) => held !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, held]) => [key, sorted(held)]),
  );
};

/** Sixteen hexadecimal characters that stand for a version: a released one must keep them. */
export const hashOf = (procedure: Procedure): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(procedure)))
    .digest('hex')
    .slice(0, 16);
