import type { duesContract } from '#contract/dues';
import type { Handlers } from '#contract/lib';
import type { RequestContext } from '#platform/request';
import { assessMembers } from './commands/assess-members.ts';
import { cancelReceipt } from './commands/cancel-receipt.ts';
import { grantRelief } from './commands/grant-relief.ts';
import { recordReceipts } from './commands/record-receipts.ts';
import { remit } from './commands/remit.ts';
import { setCycle } from './commands/set-cycle.ts';
import { account } from './queries/account.ts';
import { assessment } from './queries/assessment.ts';
import { mine } from './queries/mine.ts';
import { receipts, remittances } from './queries/receipts.ts';

export const duesRoutes: Handlers<typeof duesContract, RequestContext> = {
  assessment: (input, context) => context.read((read) => assessment(read, input)),
  assess: (input, context) =>
    context.write(input, 'dues.assess', (write) => assessMembers(write, input)),
  setCycle: (input, context) =>
    context.write(input, 'dues.set_cycle', (write) => setCycle(write, input)),
  grantRelief: (input, context) =>
    context.write(input, 'dues.grant_relief', (write) => grantRelief(write, input)),
  account: (input, context) => context.read((read) => account(read, input)),
  receipts: (input, context) => context.read((read) => receipts(read, input)),
  recordReceipts: (input, context) =>
    context.write(input, 'dues.record_receipts', (write) => recordReceipts(write, input)),
  cancelReceipt: (input, context) =>
    context.write(input, 'dues.cancel_receipt', (write) => cancelReceipt(write, input)),
  remit: (input, context) => context.write(input, 'dues.remit', (write) => remit(write, input)),
  remittances: (input, context) => context.read((read) => remittances(read, input)),
  mine: (input, context) => context.read((read) => mine(read, input)),
};
