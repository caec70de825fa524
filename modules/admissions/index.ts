export { admissionIndicators } from './indicators.ts';
export { admissionsModule } from './module.ts';
export { admissionObligations } from './obligations.ts';
export { admissionsRoutes } from './routes.ts';
export { ADMISSION } from './rules/steps.ts';
