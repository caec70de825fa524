export { admissionIndicators } from './indicators.ts';
export { admissionsModule } from './module.ts';
export { admissionObligations } from './obligations.ts';
export { admissionsRoutes } from './routes.ts';
export { beginCase } from './commands/begin-case.ts';
export { doStep, type Doing } from './commands/do-step.ts';
export { detail } from './queries/detail.ts';
export { ADMISSION } from './rules/steps.ts';
export type { CaseId } from './store/cases.ts';
