export { reportsModule } from './module.ts';
export { reportsRoutes } from './routes.ts';
export { draftReport, type Drafted } from './commands/draft-report.ts';
export { reportDocument } from './documents/report.ts';
export { openReport, type Opened } from './queries/opened.ts';
export { figuresOf } from './queries/view.ts';
export { reportsOfPeriod } from './store/working.ts';
export type { Desk } from './queries/desk.ts';
