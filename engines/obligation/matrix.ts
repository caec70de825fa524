import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Duty, DutyState } from './duty.ts';

/** Duties of one kind and one organisation: how many stand how. */
export interface MatrixCell {
  readonly done: number;
  readonly enteredLater: number;
  readonly ahead: number;
  readonly missed: number;
  /** What the cell shows: what is missed before what is ahead, before what was entered later. */
  readonly state: DutyState;
  /** Earliest day that was missed, null while none was. */
  readonly missedSince: PlainDate | null;
}

export type Matrix = ReadonlyMap<OrgId, ReadonlyMap<string, MatrixCell>>;

const EMPTY = { done: 0, enteredLater: 0, ahead: 0, missed: 0 };
const COUNTED = {
  done: 'done',
  entered_later: 'enteredLater',
  ahead: 'ahead',
  missed: 'missed',
} as const satisfies Record<DutyState, keyof typeof EMPTY>;

const shown = (cell: typeof EMPTY): DutyState =>
  cell.missed > 0
    ? 'missed'
    : cell.ahead > 0
      ? 'ahead'
      : cell.enteredLater > 0
        ? 'entered_later'
        : 'done';

/** 履职一览表: duties × organisations in one pass. Cells without a duty are absent: nothing was due. */
export function matrixOf(duties: readonly Duty[]): Matrix {
  const counts = new Map<OrgId, Map<string, typeof EMPTY & { since: PlainDate | null }>>();
  for (const duty of duties) {
    const row = counts.get(duty.orgId) ?? new Map<string, typeof EMPTY & { since: null }>();
    counts.set(duty.orgId, row);
    const cell = row.get(duty.kind) ?? { ...EMPTY, since: null };
    cell[COUNTED[duty.state]] += 1;
    if (duty.state === 'missed' && (cell.since === null || duty.until < cell.since))
      cell.since = duty.until;
    row.set(duty.kind, cell);
  }
  return new Map(
    [...counts].map(([orgId, row]) => [
      orgId,
      new Map(
        [...row].map(([kind, { since, ...cell }]) => [
          kind,
          { ...cell, state: shown(cell), missedSince: since },
        ]),
      ),
    ]),
  );
}

/** Earliest missed day of an organisation, null while nothing is missed: rows are sorted by it, never by a score. */
export function latenessOf(row: ReadonlyMap<string, MatrixCell> | undefined): PlainDate | null {
  let since: PlainDate | null = null;
  for (const cell of row?.values() ?? [])
    if (cell.missedSince !== null && (since === null || cell.missedSince < since))
      since = cell.missedSince;
  return since;
}
