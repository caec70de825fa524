import type { statusContract } from '#contract/status';
import type { Handlers } from '#contract/lib';
import { ok, refuse } from '#kernel/result';
import type { RequestContext } from '#platform/request';
import { beginCase } from './commands/begin-case.ts';
import { doStep } from './commands/do-step.ts';
import { recordDeath, takeBackDeath } from './commands/record-death.ts';
import { recordContactFound, recordLostContact, recordSearch } from './commands/search.ts';
import { setSettings } from './commands/set-settings.ts';
import { takeOver } from './commands/take-over.ts';
import { undoStep } from './commands/undo-step.ts';
import { check, detail, meetings } from './queries/detail.ts';
import { list } from './queries/list.ts';
import { lost, settings } from './queries/lost.ts';
import { casePaper, lostPaper } from './queries/papers.ts';
import { own, person, type ContactSource } from './queries/person.ts';

/** Looking into a case writes who looked: such a read is an act. */
const viewed = { commandId: null, action: 'status.view' } as const;

export const statusRoutes = (
  contacts: ContactSource,
): Handlers<typeof statusContract, RequestContext> => ({
  list: (input, context) => context.read((read) => list(read, input)),
  detail: (input, context) =>
    context.db.write(context.actor, viewed, async (write) => {
      const found = await detail(write, input);
      return found === null ? refuse('common.not_found') : ok(found);
    }),
  check: (input, context) => context.read((read) => check(read, input)),
  meetings: (input, context) => context.read((read) => meetings(read, input)),
  begin: (input, context) =>
    context.write(input, 'status.begin', (write) => beginCase(write, input)),
  takeOver: (input, context) =>
    context.write(input, 'status.take_over', (write) => takeOver(write, input)),
  doStep: (input, context) =>
    context.write(input, 'status.do_step', (write) => doStep(write, input)),
  undoStep: (input, context) =>
    context.write(input, 'status.undo_step', (write) => undoStep(write, input)),
  casePaper: (input, context) =>
    context.db.write(context.actor, viewed, (write) => casePaper(write, input)),
  person: (input, context) => context.read((read) => person(read, input, contacts)),
  own: (_input, context) => context.read((read) => own(read)),
  lost: (input, context) => context.read((read) => lost(read, input)),
  lostPaper: (input, context) => context.db.read(context.actor, (read) => lostPaper(read, input)),
  recordLost: (input, context) =>
    context.write(input, 'status.record_lost', (write) => recordLostContact(write, input)),
  recordSearch: (input, context) =>
    context.write(input, 'status.search', (write) => recordSearch(write, input)),
  recordFound: (input, context) =>
    context.write(input, 'status.found', (write) => recordContactFound(write, input)),
  recordDeath: (input, context) =>
    context.write(input, 'status.death', (write) => recordDeath(write, input)),
  takeBackDeath: (input, context) =>
    context.write(input, 'status.take_back_death', (write) => takeBackDeath(write, input)),
  settings: (input, context) => context.read((read) => settings(read, input)),
  setSettings: (input, context) =>
    context.write(input, 'status.set_settings', (write) => setSettings(write, input)),
});
