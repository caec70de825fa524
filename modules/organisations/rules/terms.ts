import {
  addDays,
  addMonths,
  addYears,
  chineseDate,
  daysBetween,
  type PlainDate,
} from '#kernel/plain-date';
import { ok, refuse, type Refusal, type Result } from '#kernel/result';
import type { Advice } from '#kernel/rule';
import { advise } from './catalogue.ts';
import { ORG_KIND_FACTS, type OrgKind, type Sector } from './kinds.ts';
import type { OrgSettings } from './settings.ts';

/** Years of a term; null where there is none (党组, 工委, temporary bodies). */
export function termYears(kind: OrgKind, sector: Sector, settings: OrgSettings): number | null {
  if (ORG_KIND_FACTS[kind].temporary || kind === 'leading_group' || kind === 'working_committee')
    return null;
  if (kind === 'committee') return settings.termYears.committee;
  if (sector === 'village' || sector === 'community') return settings.termYears.village;
  return kind === 'general_branch' ? settings.termYears.generalBranch : settings.termYears.branch;
}

/** Day on which a term begun on `electedOn` is full: the same day so many years later. */
export function termEnd(
  electedOn: PlainDate,
  kind: OrgKind,
  sector: Sector,
  settings: OrgSettings,
): PlainDate | null {
  const years = termYears(kind, sector, settings);
  return years === null ? null : addYears(electedOn, years);
}

/** `notice`: the level above reminds; 180, 90, 30: days left; `over`: the term is full. */
export type TermStage = 'running' | 'notice' | 'within_180' | 'within_90' | 'within_30' | 'over';

export interface TermState {
  readonly stage: TermStage;
  /** Negative once over. */
  readonly daysLeft: number;
  /** From this day the level above reminds (`org.term.remind`). */
  readonly noticeFrom: PlainDate;
  readonly advice: readonly Advice[];
}

/** Where a term stands on a day. The stages only ever advance as days pass. */
export function termState(endsOn: PlainDate, on: PlainDate, settings: OrgSettings): TermState {
  const daysLeft = daysBetween(on, endsOn);
  const noticeFrom = addMonths(endsOn, -settings.noticeMonths);
  const stage: TermStage =
    daysLeft <= 0
      ? 'over'
      : daysLeft <= 30
        ? 'within_30'
        : daysLeft <= 90
          ? 'within_90'
          : daysLeft <= 180
            ? 'within_180'
            : on >= noticeFrom
              ? 'notice'
              : 'running';
  const text =
    daysLeft <= 0
      ? `任期已于${chineseDate(endsOn)}届满，请换届或报批延期`
      : `任期${chineseDate(endsOn)}届满，还有${daysLeft}天，请准备换届`;
  const advice =
    stage === 'running' ? [] : [advise('organisations.term_ends', 'org.term.remind', text)];
  return { stage, daysLeft, noticeFrom, advice };
}

export type ElectionDateRefusal = Refusal<
  'organisations.election_shift_unapproved' | 'organisations.election_shift_approved_late'
>;

/**
 * An early or late election needs upper approval beforehand (EL20 art. 3); late: before the term was
 * over. Within `onTimeDays` before the end it is neither. A shift above one year is a warning.
 */
export function checkElectionDate(
  endsOn: PlainDate,
  electedOn: PlainDate,
  approvedOn: PlainDate | null,
  settings: OrgSettings,
): Result<readonly Advice[], ElectionDateRefusal> {
  const shift =
    electedOn > endsOn
      ? 'late'
      : electedOn < addDays(endsOn, -settings.onTimeDays)
        ? 'early'
        : null;
  if (shift === null) return ok([]);
  if (approvedOn === null)
    return refuse('organisations.election_shift_unapproved', { shift, endsOn });
  const before = shift === 'late' ? endsOn : electedOn;
  if (approvedOn > before)
    return refuse('organisations.election_shift_approved_late', { approvedOn, before });
  const far =
    electedOn > addYears(endsOn, settings.shiftYears) ||
    electedOn < addYears(endsOn, -settings.shiftYears);
  const text = `提前或者延期一般不超过${settings.shiftYears}年`;
  return ok(far ? [advise('organisations.election_shift_long', 'org.term.extend', text)] : []);
}
