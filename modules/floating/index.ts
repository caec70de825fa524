export { floatingModule } from './module.ts';
export { floatingRoutes } from './routes.ts';
export { floatingIndicators } from './indicators.ts';
export { floatingObligations } from './obligations.ts';
export { awayOf as awayOn, lastContacts, type Away } from './queries/around.ts';
