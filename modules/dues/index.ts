export { duesModule } from './module.ts';
export { duesRoutes } from './routes.ts';
export { recordReceipts } from './commands/record-receipts.ts';
export { assessMembers } from './commands/assess-members.ts';
export { account } from './queries/account.ts';
