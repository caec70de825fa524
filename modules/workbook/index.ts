export { workbookModule } from './module.ts';
export { workbookRoutes } from './routes.ts';
export { workbookIndicators } from './indicators.ts';
