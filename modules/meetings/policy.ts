import { HEADS } from '#kernel/posts';
import { refuse, type Result } from '#kernel/result';
import type { Actor } from '#platform/db';
import { checkWritable, type MeetingState as FinalState } from './rules/final.ts';
import type { MeetingRow } from './store/working.ts';

/**
 * 定稿 is the head's own act: secretary, deputy or whoever is in charge of that very organisation.
 * An upper officer or 经办人 only prepares (situation 4).
 */
export const isHeadOf = (actor: Actor, orgId: string): boolean =>
  actor.orgId === orgId && actor.post !== 'member' && actor.post !== 'system'
    ? HEADS.includes(actor.post)
    : false;

/** The state of a working copy as the rules of 定稿 know it; one being corrected is written to like a new one. */
export const finalStateOf = (state: MeetingRow['state']): FinalState => {
  if (state === 'final' || state === 'cancelled') return state;
  return state === 'planned' || state === 'announced' ? 'planned' : 'held';
};

/** Whether the minutes may be written now: not once final or cancelled. */
export const mayWrite = (state: MeetingRow['state']): Result<null> => {
  const checked = checkWritable(finalStateOf(state));
  return checked.ok ? checked : checked;
};

/** Whether somebody else changed the row since it was read. */
export const unchanged = (row: { readonly version: number }, basedOn: number): Result<null> =>
  row.version === basedOn ? { ok: true, value: null } : refuse('common.changed_meanwhile');
