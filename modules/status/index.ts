export { statusModule } from './module.ts';
export { statusObligations } from './obligations.ts';
export { statusRoutes } from './routes.ts';
export { beginCase } from './commands/begin-case.ts';
export { doStep, type Doing } from './commands/do-step.ts';
export { rejoinBar, type ContactSource, type RejoinBar } from './queries/person.ts';
export { look } from './queries/detail.ts';
export { STATUS_PROCEDURES } from './rules/steps.ts';
