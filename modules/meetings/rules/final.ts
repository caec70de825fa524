import { ok, refuse, type Refusal, type Result } from '#kernel/result';
import type { MeetingKind } from './kinds.ts';

/** 计划 → 进行 → 待定稿 → 定稿; 取消 only before it was held. A final one changes by 更正 alone. */
export type MeetingState = 'planned' | 'held' | 'final' | 'cancelled';

export interface FinalFacts {
  readonly state: MeetingState;
  readonly kind: MeetingKind;
  readonly rollFrozen: boolean;
  /** From paper totals there are no names to mark. */
  readonly paperTotals: boolean;
  readonly unknownPresences: number;
  readonly chair: string;
  readonly recorder: string;
  /** Items without a decision or a word that there was none. */
  readonly itemsWithoutOutcome: number;
  readonly votes: number;
  readonly quorumMet: boolean;
  /** The secretary on screen, or a signed print uploaded (situation 4). */
  readonly confirmedBy: 'secretary' | 'signed_print' | null;
}

export type FinalRefusal = Refusal<
  | 'meetings.already_final'
  | 'meetings.not_held'
  | 'meetings.roll_not_frozen'
  | 'meetings.presence_open'
  | 'meetings.chair_or_recorder_missing'
  | 'meetings.items_without_outcome'
  | 'meetings.votes_without_quorum'
  | 'meetings.not_confirmed'
>;

/** Whether a record may be locked (定稿). */
export function checkFinal(facts: FinalFacts): Result<'final', FinalRefusal> {
  if (facts.state === 'final') return refuse('meetings.already_final');
  if (facts.state !== 'held') return refuse('meetings.not_held');
  if (!facts.rollFrozen) return refuse('meetings.roll_not_frozen');
  if (!facts.paperTotals && facts.unknownPresences > 0) {
    return refuse('meetings.presence_open', { people: facts.unknownPresences });
  }
  if (facts.chair.trim() === '' || facts.recorder.trim() === '')
    return refuse('meetings.chair_or_recorder_missing');
  if (facts.itemsWithoutOutcome > 0) {
    return refuse('meetings.items_without_outcome', { items: facts.itemsWithoutOutcome });
  }
  if (facts.votes > 0 && !facts.quorumMet)
    return refuse('meetings.votes_without_quorum', { votes: facts.votes });
  return facts.confirmedBy === null ? refuse('meetings.not_confirmed') : ok('final');
}

/** Whether the record may still be written to; a final one only by a correction. */
export const checkWritable = (
  state: MeetingState,
): Result<null, Refusal<'meetings.finalised' | 'meetings.cancelled'>> =>
  state === 'final'
    ? refuse('meetings.finalised')
    : state === 'cancelled'
      ? refuse('meetings.cancelled')
      : ok(null);

export interface Version {
  readonly version: number;
  /** Of the text as printed; differs from the one before. */
  readonly fingerprint: string;
  readonly reason: string;
}

/** 更正 of a final record: a new version beside the old, with a reason; the old one stays readable. */
export function correct(
  state: MeetingState,
  versions: readonly Version[],
  fingerprint: string,
  reason: string,
): Result<
  Version,
  Refusal<
    | 'meetings.correction_before_final'
    | 'meetings.correction_without_reason'
    | 'meetings.correction_changes_nothing'
  >
> {
  const last = versions.at(-1);
  if (state !== 'final' || last === undefined) return refuse('meetings.correction_before_final');
  if (reason.trim() === '') return refuse('meetings.correction_without_reason');
  if (last.fingerprint === fingerprint) return refuse('meetings.correction_changes_nothing');
  return ok({ version: last.version + 1, fingerprint, reason: reason.trim() });
}
