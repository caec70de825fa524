export { importsModule } from './module.ts';
export { importsRoutes } from './routes.ts';
export { confirmImport } from './commands/confirm-import.ts';
export { openImport } from './commands/open-import.ts';
export { prepareImport } from './commands/prepare-import.ts';
export { undoImport } from './commands/undo-import.ts';
export { look } from './queries/look.ts';
export { preview, problems, rows } from './queries/preview.ts';
export type { ImportId } from './store/cases.ts';
