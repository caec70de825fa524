import type { Handlers } from '#contract/lib';
import type { membersContract } from '#contract/members';
import type { RequestContext } from '#platform/request';
import { changeMember, correctMember } from './commands/change-member.ts';
import { enterMember } from './commands/enter-member.ts';
import { roster } from './queries/roster.ts';

export const membersRoutes: Handlers<typeof membersContract, RequestContext> = {
  roster: (input, context) => context.read((read) => roster(read, input)),
  enter: (input, context) =>
    context.write(input, 'members.enter', (write) => enterMember(write, input)),
  change: (input, context) =>
    context.write(input, 'members.change', (write) =>
      changeMember(write, input.personId, input.from, input.changes, input),
    ),
  correct: (input, context) =>
    context.write(input, 'members.correct', (write) =>
      correctMember(write, input.personId, input.changes, input),
    ),
};
