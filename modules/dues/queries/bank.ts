import type { duesContract } from '#contract/dues';
import type { Inputs, Outputs } from '#contract/lib';
import type { Id, OrgId, PersonId } from '#kernel/ids';
import { formatYuan, money } from '#kernel/money';
import { addDays, chineseDate, monthOf, type PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import { fileOf, type FileId, type Read } from '#platform/db';
import type { FileStore } from '#platform/files';
import { openBook, readTable } from '#platform/sheets';
import { namesOf } from '#modules/members';
import {
  MATCH_DAYS,
  proposalsFor,
  readStatement,
  type KnownReceipt,
  type OpenMember,
  type Statement,
} from '../rules/bank.ts';
import { receiptsBetween, tiedLines } from '../store/bank.ts';
import { branchDues, settlementOf } from './facts.ts';

type In = Inputs<typeof duesContract>['bankLines'];
type Out = Outputs<typeof duesContract>['bankLines'];

const MOST_ROWS = 20_000;

/** The statement in an uploaded file, or why it cannot be read. */
export async function statementOf(
  read: Read,
  files: FileStore,
  fileId: FileId,
): Promise<Result<Statement>> {
  const row = await fileOf(read, fileId);
  const bytes = row === null ? null : await files.read(read.actor.tenantId, row.hash);
  if (bytes === null) return refuse('common.file_missing');
  const book = await openBook(bytes);
  if (!book.ok) return book;
  const table = await readTable(book.value, { maxRows: MOST_ROWS });
  if (!table.ok) return table;
  return readStatement(
    table.value.rows.map(({ number, cells }) => ({
      number,
      cells: cells.map((cell) => cell.text),
    })),
  );
}

/** Receipts near the days of a statement, and what each member owes. */
export async function othersOf(read: Read, orgId: OrgId, { lines }: Statement) {
  const days = lines.map((line) => line.on).toSorted();
  const first = days[0] ?? read.today;
  const last = days.at(-1) ?? read.today;
  const rows = await receiptsBetween(
    read,
    orgId,
    addDays(first, -MATCH_DAYS),
    addDays(last, MATCH_DAYS),
  );
  const names = await namesOf(
    read,
    rows.map((row) => row.person_id as PersonId),
  );
  const receipts = rows.map((row) => ({
    receiptId: row.id,
    personId: row.person_id,
    name: names.get(row.person_id) ?? '',
    payerName: row.payer_name,
    on: row.paid_on,
    amount: money(row.amount_fen),
    means: row.means,
  }));
  return { receipts, members: await openMembers(read, orgId, last) };
}

async function openMembers(read: Read, orgId: OrgId, on: PlainDate): Promise<OpenMember[]> {
  const month = monthOf(on);
  const branch = await branchDues(read, orgId, { from: month, to: month, asOf: read.today });
  if (branch === null) return [];
  return branch.members.map((member) => ({
    personId: member.personId,
    name: member.name,
    open: money(
      settlementOf(member, month, branch).lines.reduce((sum, line) => sum + line.open, 0),
    ),
  }));
}

/** Each payment of a statement with what it may belong to; receipts by transfer that no line meets. */
export async function bankLines(read: Read, files: FileStore, input: In): Promise<Result<Out>> {
  const statement = await statementOf(read, files, input.fileId);
  if (!statement.ok) return statement;
  const tied = await tiedLines(read, input.orgId);
  const { receipts, members } = await othersOf(read, input.orgId, statement.value);
  const taken = new Set(tied.values());
  const free = receipts.filter((receipt) => !taken.has(receipt.receiptId));
  const nameOf = new Map<string, string>(
    [...members, ...receipts].map(({ personId, name }) => [personId, name]),
  );
  const lines = statement.value.lines.map((line): Out['lines'][number] => {
    const found = tied.has(line.key) ? [] : proposalsFor(line, members, free);
    const proposals = found.map((one) => ({
      kind: one.kind,
      personId: one.personId as PersonId,
      receiptId: one.kind === 'receipt' ? (one.receiptId as Id<'DuesReceipt'>) : null,
      name: nameOf.get(one.personId) ?? '',
      words: wordsOf(one.kind === 'receipt' ? one.receiptId : null, free),
    }));
    const state = tied.has(line.key) ? 'tied' : proposals.length > 0 ? 'proposed' : 'unmatched';
    return { ...line, state, proposals };
  });
  return ok({
    lines,
    skipped: statement.value.skipped,
    receipts: free
      .filter((receipt) => receipt.means === 'transfer')
      .map((receipt) => ({
        receiptId: receipt.receiptId as Id<'DuesReceipt'>,
        name: receipt.name,
        paidOn: receipt.on,
        amount: receipt.amount,
      })),
  });
}

function wordsOf(receiptId: string | null, receipts: readonly KnownReceipt[]): string {
  const receipt = receipts.find((one) => one.receiptId === receiptId);
  return receipt === undefined
    ? '应交金额正好相同，登记为转账收款'
    : `与${chineseDate(receipt.on)}登记的收款${formatYuan(receipt.amount)}元对上`;
}
