import type { PlainDate } from '#kernel/plain-date';
import { PERSON_FIELD_NAMES, PERSON_FIELDS, showField, type PersonFields } from './fields.ts';

/** One version of a person's state, superseded or not. */
export interface StateVersion {
  readonly fields: PersonFields;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly enteredAt: number;
  readonly supersededAt: number | null;
}

export interface HistoryLine {
  readonly field: string;
  readonly label: string;
  readonly old: string;
  readonly next: string;
}

/** What one act did to a file: old → new, true from a day, entered at an instant. */
export interface HistoryAct {
  readonly enteredAt: number;
  readonly trueFrom: PlainDate;
  /** The first act of a file. */
  readonly first: boolean;
  readonly lines: readonly HistoryLine[];
}

const covers = (version: StateVersion, day: PlainDate): boolean =>
  version.from <= day && (version.to === null || version.to > day);

/**
 * The acts behind a set of versions, newest first. Rows that only carry on what stood before (a cut, a
 * change running on) give no line of their own.
 */
export function historyOf(versions: readonly StateVersion[]): HistoryAct[] {
  const instants = [...new Set(versions.map((one) => one.enteredAt))].toSorted((a, b) => a - b);
  const acts = instants.map((at, index): HistoryAct => {
    const before = versions.filter(
      (one) => one.enteredAt < at && (one.supersededAt === null || one.supersededAt >= at),
    );
    const added = versions
      .filter((one) => one.enteredAt === at)
      .toSorted((a, b) => (a.from < b.from ? -1 : 1));
    const lines = new Map<string, HistoryLine>();
    let trueFrom = added[0]?.from ?? ('' as PlainDate);
    for (const next of added) {
      const old = before.find((one) => covers(one, next.from)) ?? null;
      if (old === null && index > 0) continue;
      for (const name of PERSON_FIELD_NAMES) {
        const was = old === null ? '' : showField(name, old.fields[name]);
        const is = showField(name, next.fields[name]);
        const usual = old === null && PERSON_FIELDS[name].kind === 'flag' && is === '否';
        if (was === is || usual || (old === null && is === '0')) continue;
        const key = `${name} ${was} ${is}`;
        if (lines.has(key)) continue;
        if (lines.size === 0) trueFrom = next.from;
        lines.set(key, { field: name, label: PERSON_FIELDS[name].label, old: was, next: is });
      }
    }
    return { enteredAt: at, trueFrom, first: index === 0, lines: [...lines.values()] };
  });
  return acts.filter((act) => act.lines.length > 0).toReversed();
}
