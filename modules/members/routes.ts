import type { Handlers } from '#contract/lib';
import type { membersContract } from '#contract/members';
import type { RequestContext } from '#platform/request';
import { enterMember } from './commands/enter-member.ts';
import { roster } from './queries.ts';

export const membersRoutes: Handlers<typeof membersContract, RequestContext> = {
  roster: (input, context) => context.read((read) => roster(read, input)),
  enter: (input, context) =>
    context.write(input, 'members.enter', (write) => enterMember(write, input)),
};
