import { monthOf, type PlainDate } from '#kernel/plain-date';
import { collectionMonths, type CollectionSpan, type MembershipEnd } from '../rules/collection.ts';
import type { DuesSettings } from '../rules/settings.ts';

/** A row of the roster, as far as dues look at it. */
export interface Stay {
  readonly standing: string;
  readonly way_in: string;
  readonly way_out: string | null;
  readonly valid_from: PlainDate;
  readonly valid_to: PlainDate | null;
}

function endOf(row: Stay): MembershipEnd | null {
  if (row.valid_to === null) return null;
  if (row.way_out === 'transferred_out' || row.way_out === 'whole_out')
    return { kind: 'transferred_out', on: row.valid_to, paidThrough: null };
  return { kind: row.way_out === 'died' ? 'died' : 'left', on: row.valid_to };
}

/**
 * Months for which a branch collects from a member, from the rows of the roster in order. Rows that
 * follow each other (a change of category or group) are one span; 停止党籍 interrupts it. Who was
 * admitted here pays from the day of the members' meeting (入党日期), asked for from the approval on.
 */
export function spansOf(
  rows: readonly Stay[],
  joinedOn: PlainDate | null,
  settings: DuesSettings,
): CollectionSpan[] {
  const joined: Stay[] = [];
  for (const row of rows.filter((one) => one.standing === 'normal')) {
    const last = joined.at(-1);
    if (last !== undefined && last.valid_to === row.valid_from) {
      joined[joined.length - 1] = { ...last, valid_to: row.valid_to, way_out: row.way_out };
    } else joined.push(row);
  }
  return joined.flatMap((row) => {
    const admitted = row.way_in === 'admitted';
    const moved = row.way_in === 'transferred_in' || row.way_in === 'whole_in';
    const early = joinedOn !== null && joinedOn < row.valid_from;
    const span = collectionMonths(
      {
        acceptedOn: admitted ? (early ? joinedOn : row.valid_from) : null,
        approvedOn: admitted ? row.valid_from : null,
        paidThroughBefore: null,
        transferredInOn: moved ? row.valid_from : null,
        keptFrom: admitted || moved ? null : monthOf(row.valid_from),
        end: endOf(row),
      },
      settings,
    );
    return span === null ? [] : [span];
  });
}
