import { daysBetween, type PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Refusal, type Result } from '#kernel/result';
import type { MeetingSettings } from './kinds.ts';

/** 补录: entered so many days after the event. A neutral mark, never a figure. */
export const isBackfill = (
  heldOn: PlainDate,
  enteredOn: PlainDate,
  settings: MeetingSettings,
): boolean => daysBetween(heldOn, enteredOn) > settings.backfillAfterDays;

export interface BackfillFacts {
  readonly heldOn: PlainDate;
  readonly today: PlainDate;
  readonly aliveFrom: PlainDate;
  readonly aliveTo: PlainDate | null;
  /** Names are known (roll as of the event date), or only the totals on paper. */
  readonly roll: 'names' | 'totals';
  readonly shouldAttend: number;
  readonly present: number;
  readonly hasScan: boolean;
}

export interface BackfillEffect {
  /** `names`: the roll of that day, with people who have left since. */
  readonly mark: 'backfilled' | 'paper_totals';
  readonly countsAsMeeting: true;
  readonly givesHours: boolean;
  /** Whether votes on persons may rest on it. */
  readonly usableForVotesOnPersons: boolean;
}

export type BackfillRefusal = Refusal<
  | 'meetings.held_in_future'
  | 'meetings.body_did_not_exist'
  | 'meetings.totals_need_scan'
  | 'meetings.totals_invalid'
>;

/** What a late entry from the paper book is worth (situation 6): with totals only it is 据纸质记录. */
export function checkBackfill(facts: BackfillFacts): Result<BackfillEffect, BackfillRefusal> {
  if (facts.heldOn > facts.today)
    return refuse('meetings.held_in_future', { heldOn: facts.heldOn });
  const alive =
    facts.aliveFrom <= facts.heldOn && (facts.aliveTo === null || facts.heldOn < facts.aliveTo);
  if (!alive) return refuse('meetings.body_did_not_exist', { heldOn: facts.heldOn });
  if (facts.roll === 'names') {
    return ok({
      mark: 'backfilled',
      countsAsMeeting: true,
      givesHours: true,
      usableForVotesOnPersons: true,
    });
  }
  const { shouldAttend, present } = facts;
  if (
    !Number.isInteger(shouldAttend) ||
    !Number.isInteger(present) ||
    present < 0 ||
    present > shouldAttend
  ) {
    return refuse('meetings.totals_invalid', { shouldAttend, present });
  }
  if (!facts.hasScan) return refuse('meetings.totals_need_scan');
  return ok({
    mark: 'paper_totals',
    countsAsMeeting: true,
    givesHours: false,
    usableForVotesOnPersons: false,
  });
}
