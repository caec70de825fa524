import type { Handlers } from '#contract/lib';
import type { organisationsContract } from '#contract/organisations';
import { ok, type Result } from '#kernel/result';
import type { Advice } from '#kernel/rule';
import type { RequestContext } from '#platform/request';
import { appoint } from './commands/appoint.ts';
import { assignGroup, dissolveGroup, foundGroup, renameGroup } from './commands/arrange-groups.ts';
import { changeOrganisation, rename } from './commands/change-organisation.ts';
import { approvePost, changeDuties, endPost } from './commands/change-post.ts';
import { electCommittee } from './commands/elect-committee.ts';
import { establish } from './commands/establish.ts';
import { remind, shiftTerm } from './commands/keep-term.ts';
import { loadWorkYears } from './commands/load-work-years.ts';
import { merge } from './commands/merge.ts';
import { move } from './commands/move.ts';
import { recordHandover } from './commands/record-handover.ts';
import { revoke } from './commands/revoke.ts';
import { split } from './commands/split.ts';
import { withBasis } from './queries/advice.ts';
import { detail } from './queries/detail.ts';
import { groups } from './queries/groups.ts';
import { handovers } from './queries/handovers.ts';
import { posts } from './queries/office.ts';
import {
  chartPaper,
  committeePaper,
  groupsPaper,
  handoverPaper,
  termsPaper,
} from './queries/papers.ts';
import { splitProposal } from './queries/split-proposal.ts';
import { terms } from './queries/terms.ts';
import { acts, search, setupCheck, tree } from './queries/tree.ts';
import { workYears } from './queries/work-years.ts';
import type { HandoverSource } from './store/handovers.ts';
import type { Roster } from './store/roster.ts';

const told = <T extends { readonly advice: readonly Advice[] }>(result: Result<T>) =>
  result.ok ? ok({ ...result.value, advice: result.value.advice.map(withBasis) }) : result;

/** Contract to commands and queries. `roster` and `handover` are given by the modules above; acts that move paths run alone. */
export const organisationsRoutes = (
  roster: Roster,
  handover: HandoverSource = () => Promise.resolve([]),
): Handlers<typeof organisationsContract, RequestContext> => ({
  tree: (input, context) => context.read((read) => tree(read, input, roster)),
  search: (input, context) => context.read((read) => search(read, input)),
  detail: (input, context) => context.read((read) => detail(read, input, roster)),
  setupCheck: (input) => Promise.resolve(ok(setupCheck(input))),
  acts: (input, context) => context.read((read) => acts(read, input)),
  splitProposal: (input, context) => context.read((read) => splitProposal(read, input, roster)),
  establish: async (input, context) =>
    told(await context.write(input, 'organisations.establish', (write) => establish(write, input))),
  rename: async (input, context) =>
    told(await context.write(input, 'organisations.rename', (write) => rename(write, input))),
  change: async (input, context) =>
    told(
      await context.write(input, 'organisations.change', (write) =>
        changeOrganisation(write, input, roster),
      ),
    ),
  move: async (input, context) =>
    told(
      await context.write(input, 'organisations.move', (write) => move(write, input), {
        alone: true,
      }),
    ),
  merge: async (input, context) =>
    told(
      await context.write(input, 'organisations.merge', (write) => merge(write, input, roster), {
        alone: true,
      }),
    ),
  split: async (input, context) =>
    told(
      await context.write(input, 'organisations.split', (write) => split(write, input, roster), {
        alone: true,
      }),
    ),
  revoke: async (input, context) =>
    told(
      await context.write(input, 'organisations.revoke', (write) => revoke(write, input, roster)),
    ),
  workYears: (_input, context) => context.read((read) => workYears(read)),
  loadWorkYears: (input, context) =>
    context.write(input, 'organisations.load_work_years', (write) => loadWorkYears(write, input)),
  posts: (input, context) => context.read((read) => posts(read, input, roster)),
  appoint: async (input, context) =>
    told(
      await context.write(input, 'organisations.appoint', (write) => appoint(write, input, roster)),
    ),
  electCommittee: async (input, context) =>
    told(
      await context.write(input, 'organisations.elect_committee', (write) =>
        electCommittee(write, input, roster),
      ),
    ),
  approvePost: (input, context) =>
    context.write(input, 'organisations.approve_post', (write) => approvePost(write, input)),
  endPost: (input, context) =>
    context.write(input, 'organisations.end_post', (write) => endPost(write, input)),
  changeDuties: (input, context) =>
    context.write(input, 'organisations.change_duties', (write) => changeDuties(write, input)),
  terms: (input, context) => context.read((read) => terms(read, input)),
  shiftTerm: async (input, context) =>
    told(
      await context.write(input, 'organisations.shift_term', (write) => shiftTerm(write, input)),
    ),
  remind: (input, context) =>
    context.write(input, 'organisations.remind', (write) => remind(write, input)),
  groups: (input, context) => context.read((read) => groups(read, input, roster)),
  foundGroup: (input, context) =>
    context.write(input, 'organisations.found_group', (write) => foundGroup(write, input)),
  renameGroup: (input, context) =>
    context.write(input, 'organisations.rename_group', (write) => renameGroup(write, input)),
  dissolveGroup: (input, context) =>
    context.write(input, 'organisations.dissolve_group', (write) =>
      dissolveGroup(write, input, roster),
    ),
  assignGroup: (input, context) =>
    context.write(input, 'organisations.assign_group', (write) =>
      assignGroup(write, input, roster),
    ),
  handovers: (input, context) => context.read((read) => handovers(read, input, roster, handover)),
  recordHandover: (input, context) =>
    context.write(input, 'organisations.record_handover', (write) => recordHandover(write, input)),
  handoverPaper: (input, context) => context.read((read) => handoverPaper(read, input)),
  committeePaper: (input, context) => context.read((read) => committeePaper(read, input, roster)),
  groupsPaper: (input, context) => context.read((read) => groupsPaper(read, input, roster)),
  termsPaper: (input, context) => context.read((read) => termsPaper(read, input)),
  chartPaper: (input, context) => context.read((read) => chartPaper(read, input, roster)),
});
