import type { PlainDate } from '#kernel/plain-date';

/** One thing that is due, with why and the way to do it. */
export interface DueItem {
  readonly key: string;
  /** 召开本月支委会 */
  readonly title: string;
  /** 本月还没有召开；上一次是4月12日 */
  readonly reason: string;
  /** 《…》第×条 */
  readonly basis: string;
  readonly dueOn: PlainDate;
  /** The button: 记一次会. */
  readonly act: string;
  /** The form, half filled, as an address within the application. */
  readonly to: string;
}

/** A day of the strip with what stands on it. */
export interface StripDay {
  readonly date: PlainDate;
  readonly entries: readonly {
    readonly key: string;
    readonly title: string;
    readonly to?: string;
  }[];
}

/** One kind of duty of the organisations below: how many have missed it. */
export interface BelowItem {
  readonly kind: string;
  readonly name: string;
  readonly missed: number;
  readonly of: number;
}

export interface HomeModel {
  /** By lateness; the page shows seven at most. */
  readonly due: readonly DueItem[];
  /** How many there are beside those shown. */
  readonly total: number;
  readonly strip: readonly StripDay[];
  /** Empty where nobody stands below. */
  readonly below: readonly BelowItem[];
  /** True while it is being reckoned for the first time. */
  readonly belowPending: boolean;
}

export const MOST_DUE = 7;

/** How far a due day is, in the words of the field; late is said, never blamed. */
export function distance(days: number): string {
  if (days === 0) return '今天到期';
  if (days === 1) return '明天到期';
  if (days > 1) return `还有${days}天`;
  return `已过${-days}天，可以补录`;
}
