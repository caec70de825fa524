export { admissionsModule } from './module.ts';
export { admissionsRoutes } from './routes.ts';
