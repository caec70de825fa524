import type { Handlers } from '#contract/lib';
import type { workbookContract } from '#contract/workbook';
import type { RequestContext } from '#platform/request';
import { printInspection } from './commands/print-inspection.ts';
import { handbook, inspection, overview } from './queries/papers.ts';

export const workbookRoutes: Handlers<typeof workbookContract, RequestContext> = {
  overview: (input, context) => context.read((read) => overview(read, input)),
  handbook: (input, context) => context.db.read(context.actor, (read) => handbook(read, input)),
  printInspection: (input, context) =>
    context.write(input, 'workbook.print_inspection', (write) => printInspection(write, input)),
  inspection: (input, context) => context.db.read(context.actor, (read) => inspection(read, input)),
};
