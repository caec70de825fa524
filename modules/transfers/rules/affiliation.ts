/** What a yearly check finds of a member (`transfer.check.yearly`; `transfer.when` for those away). */
export const RESULTS = [
  'present',
  'away',
  'should_transfer',
  'abroad',
  'not_found',
  'settled',
] as const;
export type CheckResult = (typeof RESULTS)[number];

/** Found but something is left to do: these stay on the list of those not settled. */
const UNSETTLED: ReadonlySet<CheckResult> = new Set(['should_transfer', 'not_found']);

export interface CheckLine {
  readonly personId: string;
  readonly result: CheckResult | null;
}

export interface CheckSums {
  readonly total: number;
  readonly marked: number;
  readonly unmarked: number;
  readonly unsettled: number;
  readonly by: Readonly<Record<CheckResult, number>>;
}

export const isUnsettled = (line: CheckLine): boolean =>
  line.result === null || UNSETTLED.has(line.result);

/** Counts of a round: every member once. Nothing is opened for anybody by these. */
export function sumUp(lines: readonly CheckLine[]): CheckSums {
  const by = Object.fromEntries(
    RESULTS.map((result) => [result, lines.filter((line) => line.result === result).length]),
  ) as Record<CheckResult, number>;
  const marked = lines.filter((line) => line.result !== null).length;
  return {
    total: lines.length,
    marked,
    unmarked: lines.length - marked,
    unsettled: lines.filter(isUnsettled).length,
    by,
  };
}
