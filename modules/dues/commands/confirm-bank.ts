import type { duesContract } from '#contract/dues';
import type { Inputs } from '#contract/lib';
import type { Id, PersonId } from '#kernel/ids';
import { addMoney, ZERO, type Money } from '#kernel/money';
import { ok, refuse, type Result } from '#kernel/result';
import { takeFile, type FileId, type Write } from '#platform/db';
import { ownPlace } from '#modules/organisations';
import type { BankLine, Statement } from '../rules/bank.ts';
import { insertBankLine, tiedLines } from '../store/bank.ts';
import { receiptForUpdate, type ReceiptId } from '../store/receipts.ts';
import { recordReceipts } from './record-receipts.ts';

type Input = Omit<Inputs<typeof duesContract>['confirmBank'], 'commandId'>;
type Match = Input['matches'][number]['match'];

async function receiptFor(
  write: Write,
  input: Input,
  line: BankLine,
  match: Match,
): Promise<Result<ReceiptId>> {
  if (match.kind === 'receipt') {
    const receipt = await receiptForUpdate(write, match.receiptId);
    if (receipt === null || receipt.org_id !== input.orgId || receipt.superseded_at !== null)
      return refuse('common.not_found');
    return receipt.amount_fen === line.amount
      ? ok(match.receiptId)
      : refuse('dues.bank_amount_differs', { row: line.row });
  }
  const taken = await recordReceipts(write, {
    orgId: input.orgId,
    receipts: [
      {
        personId: match.personId satisfies PersonId,
        paidOn: line.on,
        amount: line.amount,
        means: 'transfer',
        payer: { kind: 'self' },
        voluntary: false,
        note: '银行明细对账',
      },
    ],
  });
  if (!taken.ok) return taken;
  const [receiptId] = taken.value.receiptIds;
  return receiptId === undefined ? refuse('common.not_found') : ok(receiptId);
}

/**
 * Ties lines of a statement, each confirmed by a person, to receipts that stand, or takes a new receipt
 * by transfer. A line and a receipt are tied once. The lines are read from the file anew: nothing but
 * their keys is taken from the caller.
 */
export async function confirmBank(
  write: Write,
  input: Input,
  statement: Statement,
): Promise<Result<{ tied: number; received: Money }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  const place = own.value;
  const fileId = input.fileId as FileId;
  const file = await takeFile(write, fileId, `dues.bank:${input.orgId}`, place);
  if (!file.ok) return file;
  const lines = new Map(statement.lines.map((line) => [line.key, line]));
  const tied = new Map(await tiedLines(write, input.orgId));
  const used = new Set(tied.values());
  const received: Money[] = [];
  for (const { key, match } of input.matches) {
    const line = lines.get(key);
    if (line === undefined || tied.has(key))
      return refuse('dues.bank_line_unknown', { row: line?.row ?? 0 });
    const found = await receiptFor(write, input, line, match);
    if (!found.ok) return found;
    const receiptId: Id<'DuesReceipt'> = found.value;
    if (used.has(receiptId)) return refuse('dues.bank_receipt_tied', { row: line.row });
    used.add(receiptId);
    tied.set(key, receiptId);
    if (match.kind === 'member') received.push(line.amount);
    await insertBankLine(write, place, line, receiptId, fileId);
  }
  await write.audit({
    action: 'dues.confirm_bank',
    objectKind: 'file',
    objectId: fileId,
    place,
    fields: { lines: input.matches.length, received: received.length },
  });
  return ok({ tied: input.matches.length, received: addMoney(ZERO, ...received) });
}
