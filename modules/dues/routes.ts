import type { duesContract } from '#contract/dues';
import type { Handlers } from '#contract/lib';
import { ok } from '#kernel/result';
import type { FileId } from '#platform/db';
import type { RequestContext } from '#platform/request';
import { assessMembers } from './commands/assess-members.ts';
import { cancelEntry } from './commands/cancel-entry.ts';
import { cancelReceipt } from './commands/cancel-receipt.ts';
import { cancelRemittance } from './commands/cancel-remittance.ts';
import { changePay } from './commands/change-pay.ts';
import { confirmBank } from './commands/confirm-bank.ts';
import { endRelief } from './commands/end-relief.ts';
import { grantRelief } from './commands/grant-relief.ts';
import { publishDues } from './commands/publish-dues.ts';
import { recordAllotment } from './commands/record-allotment.ts';
import { recordReceipts } from './commands/record-receipts.ts';
import { recordUse } from './commands/record-use.ts';
import { remit } from './commands/remit.ts';
import { setCycle } from './commands/set-cycle.ts';
import { setSettings } from './commands/set-settings.ts';
import * as papers from './queries/papers.ts';
import { account } from './queries/account.ts';
import { arrears } from './queries/arrears.ts';
import { assessment, baseItems, baseSum, reckon } from './queries/assessment.ts';
import { bankLines, statementOf } from './queries/bank.ts';
import { publications, publishedLines, uses } from './queries/means.ts';
import { memberYear, mine } from './queries/member-year.ts';
import { receipts, remittances } from './queries/receipts.ts';
import { rollup } from './queries/rollup.ts';
import { round } from './queries/round.ts';
import { reliefs, settings, supplements } from './queries/standing.ts';

type Routes = Handlers<typeof duesContract, RequestContext>;

const assessing = {
  assessment: (input, context) => context.read((read) => assessment(read, input)),
  assess: (input, context) =>
    context.write(input, 'dues.assess', (write) => assessMembers(write, input)),
  reckon: (input, { db, actor }) => db.read(actor, (read) => reckon(read, input)),
  baseItems: (input) => Promise.resolve(ok(baseItems(input))),
  baseSum: (input) => Promise.resolve(baseSum(input)),
  changePay: (input, context) =>
    context.write(input, 'dues.change_pay', (write) => changePay(write, input)),
  setCycle: (input, context) =>
    context.write(input, 'dues.set_cycle', (write) => setCycle(write, input)),
  settings: (input, context) => context.read((read) => settings(read, input)),
  setSettings: (input, context) =>
    context.write(input, 'dues.set_settings', (write) => setSettings(write, input)),
  reliefs: (input, context) => context.read((read) => reliefs(read, input)),
  grantRelief: (input, context) =>
    context.write(input, 'dues.grant_relief', (write) => grantRelief(write, input)),
  endRelief: (input, context) =>
    context.write(input, 'dues.end_relief', (write) => endRelief(write, input)),
  supplements: (input, context) => context.read((read) => supplements(read, input)),
} satisfies Partial<Routes>;

const collecting = {
  account: (input, context) => context.read((read) => account(read, input)),
  round: (input, context) => context.read((read) => round(read, input)),
  arrears: (input, context) => context.read((read) => arrears(read, input)),
  receipts: (input, context) => context.read((read) => receipts(read, input)),
  recordReceipts: (input, context) =>
    context.write(input, 'dues.record_receipts', (write) => recordReceipts(write, input)),
  cancelReceipt: (input, context) =>
    context.write(input, 'dues.cancel_receipt', (write) => cancelReceipt(write, input)),
  remit: (input, context) => context.write(input, 'dues.remit', (write) => remit(write, input)),
  cancelRemittance: (input, context) =>
    context.write(input, 'dues.cancel_remittance', (write) => cancelRemittance(write, input)),
  remittances: (input, context) => context.read((read) => remittances(read, input)),
  memberYear: (input, context) => context.read((read) => memberYear(read, input)),
  rollup: (input, context) => context.read((read) => rollup(read, input)),
  mine: (input, context) => context.read((read) => mine(read, input)),
} satisfies Partial<Routes>;

const spending = {
  uses: (input, context) => context.read((read) => uses(read, input)),
  recordUse: (input, context) =>
    context.write(input, 'dues.record_use', (write) => recordUse(write, input)),
  recordAllotment: (input, context) =>
    context.write(input, 'dues.record_allotment', (write) => recordAllotment(write, input)),
  cancelEntry: (input, context) =>
    context.write(input, 'dues.cancel_entry', (write) => cancelEntry(write, input)),
  publications: (input, context) => context.read((read) => publications(read, input)),
  previewPublication: (input, context) => context.read((read) => publishedLines(read, input)),
  publish: (input, context) =>
    context.write(input, 'dues.publish', (write) => publishDues(write, input)),
  bankLines: (input, { db, actor, files }) =>
    db.read(actor, (read) => bankLines(read, files, input)),
  confirmBank: async (input, context) => {
    const statement = await context.db.read(context.actor, (read) =>
      statementOf(read, context.files, input.fileId as FileId),
    );
    if (!statement.ok) return statement;
    return context.write(input, 'dues.confirm_bank', (write) =>
      confirmBank(write, input, statement.value),
    );
  },
} satisfies Partial<Routes>;

const printing = {
  assessmentPaper: (input, context) => context.read((read) => papers.assessmentPaper(read, input)),
  ledgerPaper: (input, context) => context.read((read) => papers.ledgerPaper(read, input)),
  memberPaper: (input, context) => context.read((read) => papers.memberPaper(read, input)),
  myPaper: (input, context) => context.read((read) => papers.myPaper(read, input)),
  receiptPaper: (input, context) => context.read((read) => papers.receiptPaper(read, input)),
  remittancePaper: (input, context) => context.read((read) => papers.remittancePaper(read, input)),
  reliefPaper: (input, context) => context.read((read) => papers.reliefPaper(read, input)),
  publicationPaper: (input, context) =>
    context.read((read) => papers.publicationPaper(read, input)),
} satisfies Partial<Routes>;

export const duesRoutes: Routes = { ...assessing, ...collecting, ...spending, ...printing };
