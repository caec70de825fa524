import { addMoney, money, ZERO, type Money } from '#kernel/money';
import type { PlainDate, PlainMonth } from '#kernel/plain-date';
import type { DueLine } from './liability.ts';

/** Money taken for dues; cancelled receipts are left out by the caller. Fen, positive. */
export interface Receipt {
  readonly id: string;
  readonly on: PlainDate;
  readonly amount: Money;
}

export interface Share {
  readonly receiptId: string;
  readonly on: PlainDate;
  readonly amount: Money;
}

/** A line of what is due with what was paid on it. */
export interface SettledLine extends DueLine {
  readonly paid: Money;
  readonly open: Money;
  readonly shares: readonly Share[];
}

export interface Settlement {
  readonly lines: readonly SettledLine[];
  /** Paid beyond the lines given: an advance for later months. */
  readonly advance: Money;
  readonly due: Money;
  readonly paid: Money;
}

/**
 * Spreads receipts over the lines, oldest month first, earliest receipt first; what remains is an
 * advance. Lines without a fixed amount take nothing. Sum of shares + advance = sum of receipts.
 */
export function settle(lines: readonly DueLine[], receipts: readonly Receipt[]): Settlement {
  const queue = receipts
    .map((receipt) => ({ id: receipt.id, on: receipt.on, left: receipt.amount as number }))
    .sort((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1));
  let at = 0;
  const settled = lines.map((line) => {
    const shares: Share[] = [];
    let open: number = line.due ?? 0;
    while (open > 0) {
      const receipt = queue[at];
      if (receipt === undefined) break;
      const part = Math.min(open, receipt.left);
      if (part > 0) shares.push({ receiptId: receipt.id, on: receipt.on, amount: money(part) });
      receipt.left -= part;
      open -= part;
      if (receipt.left === 0) at += 1;
    }
    return { ...line, open: money(open), paid: money((line.due ?? 0) - open), shares };
  });
  return {
    lines: settled,
    advance: money(queue.reduce((sum, receipt) => sum + receipt.left, 0)),
    due: addMoney(ZERO, ...lines.map((line) => line.due ?? ZERO)),
    paid: addMoney(ZERO, ...receipts.map((receipt) => receipt.amount)),
  };
}

/** Months a receipt went to, for its face: `[first, last]`, or null where it is all advance. */
export function monthsOfReceipt(
  settlement: Settlement,
  receiptId: string,
): { readonly first: PlainMonth; readonly last: PlainMonth } | null {
  const months = settlement.lines
    .filter((line) => line.shares.some((share) => share.receiptId === receiptId))
    .map((line) => line.month);
  const [first] = months;
  const last = months.at(-1);
  return first === undefined || last === undefined ? null : { first, last };
}
