import type { Handlers } from '#contract/lib';
import type { organisationsContract } from '#contract/organisations';
import type { RequestContext } from '#platform/request';
import { establish } from './commands/establish.ts';
import { search, tree } from './queries.ts';

export const organisationsRoutes: Handlers<typeof organisationsContract, RequestContext> = {
  tree: (input, context) => context.read((read) => tree(read, input)),
  search: (input, context) => context.read((read) => search(read, input)),
  establish: (input, context) =>
    context.write(input, 'organisations.establish', (write) => establish(write, input)),
};
