export { meetingsModule } from './module.ts';
export { meetingsRoutes } from './routes.ts';
