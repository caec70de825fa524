import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Read } from '#platform/db';

export type Unit = '次' | '人' | '人次' | '元' | '学时' | '%' | '个' | '项';

/** A span of event days, both included, and the instant up to which entries are known. */
export interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Rows entered later, or superseded before, do not count. */
  readonly knownAt: Date;
}

/** One organisation's own figure: not that of organisations below it. */
export interface OrgFigure {
  readonly orgId: OrgId;
  /** Whole numbers; money in fen, hours in minutes, shares as numerator. */
  readonly value: number;
  /** Denominator where the unit is %, else 1. */
  readonly of: number;
}

/** One record behind a figure. */
export interface SourceRow {
  readonly id: string;
  readonly orgId: OrgId;
  readonly on: PlainDate;
  /** One line for the list of sources: `2023年3月12日 组织生活会（2022年度）`. */
  readonly label: string;
  /** What it adds to the value. */
  readonly adds: number;
  /** Web route that opens it. */
  readonly route: string;
  /** What stays the same while corrections give new row ids; the row id where absent. */
  readonly recordId?: string;
  /** Under which a difference is told, in Chinese: kind of meeting, purpose of spending. */
  readonly group?: string;
}

/**
 * A named figure. `figures` gives all organisations within sight in one pass; `rows` opens one
 * figure of a set of organisations. Sum of `adds` over the rows = sum of values.
 */
export interface Indicator {
  /** `meetings.general.count` */
  readonly id: string;
  /** Changes when the definition does; an issued report keeps the one it used. */
  readonly version: number;
  readonly name: string;
  readonly unit: Unit;
  /** What is counted, in Chinese, as printed in the list of sources. */
  readonly definition: string;
  /** Counted on the last day of a period (党员总数); otherwise over its days, so that periods add up. */
  readonly stock?: boolean;
  figures(read: Read, period: Period): Promise<readonly OrgFigure[]>;
  rows(read: Read, period: Period, orgIds: readonly OrgId[]): Promise<readonly SourceRow[]>;
}
