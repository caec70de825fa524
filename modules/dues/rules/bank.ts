import { parseYuan, type Money } from '#kernel/money';
import { daysBetween, parsePlainDate, type PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Refusal, type Result } from '#kernel/result';

/** One payment received, as the bank's statement tells it. */
export interface BankLine {
  /** The line by its own words; the same line of another download has the same key. */
  readonly key: string;
  /** Number of the row as the spreadsheet program shows it. */
  readonly row: number;
  readonly on: PlainDate;
  readonly amount: Money;
  readonly payer: string;
  readonly note: string;
}

export interface Statement {
  readonly lines: readonly BankLine[];
  /** Rows with money going out, or without a readable day and amount. */
  readonly skipped: number;
}

const HEADERS = {
  day: ['交易日期', '记账日期', '入账日期', '交易时间', '日期'],
  incoming: ['收入金额', '贷方发生额', '贷方金额', '收入', '存入金额', '贷方'],
  amount: ['交易金额', '发生额', '金额'],
  direction: ['借贷标志', '收支标志', '借贷', '收支', '收/支'],
  payer: ['对方户名', '对方账户名称', '对方名称', '付款人', '付款人名称', '户名'],
  note: ['附言', '摘要', '用途', '备注'],
  serial: ['交易流水号', '流水号', '凭证号'],
} as const;
type Column = keyof typeof HEADERS;

const tidy = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/** `20260305`, `2026-3-5 10:11`, `2026/03/05`, `2026年3月5日`. */
export function statementDay(text: string): PlainDate | null {
  const plain = text.normalize('NFKC').trim();
  const match =
    /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(plain) ??
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)/.exec(plain);
  if (match === null) return null;
  const [, year = '', month = '', day = ''] = match;
  return parsePlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function columnsOf(cells: readonly string[]): Partial<Record<Column, number>> {
  const headers = cells.map((cell) => tidy(cell).replace(/[(（].*$/, ''));
  const found: Partial<Record<Column, number>> = {};
  for (const column of Object.keys(HEADERS) as Column[]) {
    for (const name of HEADERS[column]) {
      const at = headers.indexOf(name);
      if (at < 0) continue;
      found[column] = at;
      break;
    }
  }
  return found;
}

export type StatementRefusal = Refusal<'dues.bank_columns_unknown' | 'dues.bank_no_income'>;

/**
 * Reads a statement of any bank by its headers: lines above the header row and rows of money going out
 * are left out. `rows`: texts of the cells with the row's number. Refuses a table without day or amount.
 */
export function readStatement(
  rows: readonly { readonly number: number; readonly cells: readonly string[] }[],
): Result<Statement, StatementRefusal> {
  const start = rows.findIndex(({ cells }) => {
    const found = columnsOf(cells);
    return found.day !== undefined && (found.incoming ?? found.amount) !== undefined;
  });
  const header = rows[start];
  if (header === undefined) return refuse('dues.bank_columns_unknown');
  const columns = columnsOf(header.cells);
  const seen = new Map<string, number>();
  const lines: BankLine[] = [];
  let skipped = 0;
  for (const { number, cells } of rows.slice(start + 1)) {
    const text = (column: Column): string => {
      const at = columns[column];
      return at === undefined ? '' : (cells[at] ?? '').trim();
    };
    const on = statementDay(text('day'));
    const amount = parseYuan(text(columns.incoming === undefined ? 'amount' : 'incoming'));
    const outgoing = /^(借|支|出|D)/.test(tidy(text('direction')));
    if (on === null || amount === null || amount <= 0 || outgoing) {
      if (cells.some((cell) => cell.trim() !== '')) skipped += 1;
      continue;
    }
    const payer = tidy(text('payer')).slice(0, 60);
    const note = text('note').normalize('NFKC').slice(0, 120);
    const words = [on, amount, payer, tidy(note), tidy(text('serial')).slice(0, 60)].join('|');
    const nth = (seen.get(words) ?? 0) + 1;
    seen.set(words, nth);
    lines.push({
      key: nth === 1 ? words : `${words}#${nth}`,
      row: number,
      on,
      amount,
      payer,
      note,
    });
  }
  return lines.length === 0 ? refuse('dues.bank_no_income') : ok({ lines, skipped });
}

export interface OpenMember {
  readonly personId: string;
  readonly name: string;
  /** Fen that are open on the day of the statement, and the month's amount. */
  readonly open: Money;
}

export interface KnownReceipt {
  readonly receiptId: string;
  readonly personId: string;
  readonly name: string;
  /** Who handed it over where it was not the member. */
  readonly payerName: string;
  readonly on: PlainDate;
  readonly amount: Money;
}

export type Proposal =
  | { readonly kind: 'receipt'; readonly receiptId: string; readonly personId: string }
  | { readonly kind: 'member'; readonly personId: string };

/** Days between a receipt and its line of the statement. */
export const MATCH_DAYS = 7;

/**
 * What a line may belong to; a person decides. A receipt: same amount, within a week, its member or
 * payer named in the line. Else a member named in the line who owes exactly that amount. Nothing else.
 */
export function proposalsFor(
  line: BankLine,
  members: readonly OpenMember[],
  receipts: readonly KnownReceipt[],
): Proposal[] {
  const named = (name: string): boolean =>
    name !== '' && (line.payer === tidy(name) || tidy(line.note).includes(tidy(name)));
  const tied = receipts
    .filter(
      (receipt) =>
        receipt.amount === line.amount &&
        Math.abs(daysBetween(receipt.on, line.on)) <= MATCH_DAYS &&
        (named(receipt.name) || named(receipt.payerName)),
    )
    .map(({ receiptId, personId }): Proposal => ({ kind: 'receipt', receiptId, personId }));
  if (tied.length > 0) return tied;
  return members
    .filter((member) => member.open === line.amount && named(member.name))
    .map(({ personId }): Proposal => ({ kind: 'member', personId }));
}
