import type { OrgPath } from '#kernel/org-path';
import { isWithin } from '#kernel/org-path';
import type { Actor, Side } from './words.ts';

/** One end of a transfer as access sees it. The committee is the nearest above; null where none is known. */
export interface EndPlace {
  readonly orgPath: OrgPath;
  readonly committeePath: OrgPath | null;
}

const SENDING: readonly Actor[] = ['from_branch', 'from_committee'];

/** Whether a step belongs to an end outside this tenant: then the end inside records it (据对方办理情况). */
export const isOfOther = (side: Side, doer: Actor): boolean =>
  side === 'outward' ? !SENDING.includes(doer) : side === 'inward' && SENDING.includes(doer);

/**
 * Whether somebody with a scope does the steps of a doer. A branch's steps may be entered from above (代录);
 * those of a committee only by it or above. What the other end outside did is recorded by the branch or above.
 */
export function mayDo(
  scope: OrgPath | null,
  side: Side,
  ends: { readonly from: EndPlace; readonly to: EndPlace; readonly peer?: boolean },
  doer: Actor,
): boolean {
  if (scope === null) return false;
  const near = side === 'inward' ? ends.to : ends.from;
  // Another tenant of this installation tells what it did by itself.
  if (isOfOther(side, doer)) return ends.peer !== true && isWithin(near.orgPath, scope);
  const end = SENDING.includes(doer) ? ends.from : ends.to;
  const committee = doer === 'from_committee' || doer === 'to_committee';
  return isWithin(committee ? (end.committeePath ?? end.orgPath) : end.orgPath, scope);
}

/** The longest path above both ends: what one act at both ends has to see. Six characters a level. */
export function pathAbove(one: OrgPath, other: OrgPath): OrgPath {
  let length = 0;
  while (
    length < Math.min(one.length, other.length) &&
    one.slice(length, length + 6) === other.slice(length, length + 6)
  )
    length += 6;
  return one.slice(0, length) as OrgPath;
}
