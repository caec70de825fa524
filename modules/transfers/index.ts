export { transfersModule } from './module.ts';
export { transferObligations } from './obligations.ts';
export { transfersRoutes } from './routes.ts';
export { beginOut } from './commands/begin-out.ts';
export { doStep as doTransferStep, type Doing } from './commands/do-step.ts';
export { exchangeMessages, proveRosters } from './jobs.ts';
export { detail } from './queries/detail.ts';
export { LETTER, ONLINE } from './rules/steps.ts';
