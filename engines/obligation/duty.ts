import type { OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { RuleEntry } from '#kernel/rule';

/** 已开 · 待开 · 未开 · 补录: done in time, still ahead, not done when it was due, done and entered later. */
export type DutyState = 'done' | 'ahead' | 'missed' | 'entered_later';

/**
 * One thing that is due to one organisation: why, until when, and which record fulfils it.
 * A duty looks at the day something happened, never at the day it was entered (situation 6).
 */
export interface Duty {
  /** Stable over days: `meetings.general:2026-Q1:<orgId>`. */
  readonly key: string;
  /** What kind of duty, for the matrix of duties × organisations: `meetings.general`. */
  readonly kind: string;
  readonly orgId: OrgId;
  /** Set where one person has to do it; null: whoever holds a post that may. */
  readonly personId: PersonId | null;
  /** `第一季度支部党员大会` */
  readonly title: string;
  /** `本季度还没有召开，离季度末还有 12 天` */
  readonly reason: string;
  readonly rule: RuleEntry;
  /** First day on which it can be done for this period, and last day on which it is in time. */
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly state: DutyState;
  readonly fulfilledBy: { readonly id: string; readonly on: PlainDate } | null;
  /** Which form opens, half filled: a web route and its search parameters. */
  readonly opens: { readonly route: string; readonly search: Readonly<Record<string, string>> };
  /** What an officer must be allowed in order to do it; who may not is not reminded. */
  readonly permission: string;
}

/** Earliest day first shown: duties further ahead are in the calendar, not on the first page. */
export const isOpen = (duty: Duty): boolean => duty.state === 'ahead' || duty.state === 'missed';

/** By lateness: what is missed longest first, then what ends next; equal ones by key. */
export const byLateness = (a: Duty, b: Duty): number =>
  order(a.until, b.until) || order(a.key, b.key);

/** A county has tens of thousands: plain comparison of code units, no collation. */
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
