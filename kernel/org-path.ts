/**
 * Where an organisation stands for access today: fixed-width segments, the first unique to the
 * tenant. A subtree is the range `path <= x < path + '~'`. Figures never use it (they use the dated tree).
 */
declare const path: unique symbol;
export type OrgPath = string & { readonly [path]: true };

const WIDTH = 6;

/** Segment of the n-th organisation (or tenant), base 36, fixed width. */
export function segment(sequence: number): string {
  const text = sequence.toString(36);
  if (!Number.isSafeInteger(sequence) || sequence < 0 || text.length > WIDTH) {
    throw new RangeError(`no segment for ${sequence}`);
  }
  return text.padStart(WIDTH, '0');
}

export const rootPath = (tenantSequence: number): OrgPath => segment(tenantSequence) as OrgPath;
export const childPath = (parent: OrgPath, sequence: number): OrgPath =>
  (parent + segment(sequence)) as OrgPath;
/** The tenant's own segment, in which everything of it stands. */
export const tenantOf = (value: OrgPath): OrgPath => value.slice(0, WIDTH) as OrgPath;

export const isWithin = (inner: OrgPath, scope: OrgPath): boolean => inner.startsWith(scope);
export const depthOf = (value: OrgPath): number => value.length / WIDTH;
export const subtreeEnd = (scope: OrgPath): string => `${scope}~`;
