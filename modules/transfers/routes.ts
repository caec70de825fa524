import type { Handlers } from '#contract/lib';
import type { transfersContract } from '#contract/transfers';
import type { RequestContext } from '#platform/request';
import { beginIn } from './commands/begin-in.ts';
import { beginOut } from './commands/begin-out.ts';
import { closeCheck, markCheck, openChecks } from './commands/check-affiliations.ts';
import { doStep } from './commands/do-step.ts';
import { moveWhole } from './commands/move-whole.ts';
import { setSettings } from './commands/set-settings.ts';
import { undoStep } from './commands/undo-step.ts';
import { checkDetail, checks } from './queries/checks.ts';
import { check, detail } from './queries/detail.ts';
import { list } from './queries/list.ts';
import { directory, dues, letters, peers, people, settings, wholes } from './queries/look-up.ts';
import { casePaper, checkPaper, lettersPaper, wholePaper } from './queries/papers.ts';

export const transfersRoutes: Handlers<typeof transfersContract, RequestContext> = {
  list: (input, context) => context.read((read) => list(read, input)),
  detail: (input, context) => context.read((read) => detail(read, input)),
  check: (input, context) => context.read((read) => check(read, input)),
  people: (input, context) => context.read((read) => people(read, input)),
  directory: (input, context) => context.read((read) => directory(read, input)),
  dues: (input, context) => context.read((read) => dues(read, input)),
  peers: (_input, context) => context.read(peers),
  beginOut: (input, context) =>
    context.write(input, 'transfers.begin_out', (write) => beginOut(write, input)),
  beginIn: (input, context) =>
    context.write(input, 'transfers.begin_in', (write) => beginIn(write, input)),
  doStep: (input, context) =>
    context.write(input, 'transfers.do_step', (write) => doStep(write, input)),
  undoStep: (input, context) =>
    context.write(input, 'transfers.undo_step', (write) => undoStep(write, input)),
  letters: (input, context) => context.read((read) => letters(read, input)),
  lettersPaper: (input, context) =>
    context.db.read(context.actor, (read) => lettersPaper(read, input)),
  // A letter carries the identity number: each opening of it is kept in the log.
  casePaper: (input, context) =>
    context.db.write(context.actor, { commandId: null, action: 'transfers.print' }, (write) =>
      casePaper(write, input),
    ),
  settings: (input, context) => context.read((read) => settings(read, input)),
  setSettings: (input, context) =>
    context.write(input, 'transfers.set_settings', (write) => setSettings(write, input)),
  wholes: (input, context) => context.read((read) => wholes(read, input)),
  moveWhole: (input, context) =>
    context.write(input, 'transfers.move_whole', (write) => moveWhole(write, input), {
      alone: true,
    }),
  wholePaper: (input, context) => context.db.read(context.actor, (read) => wholePaper(read, input)),
  checks: (input, context) => context.read((read) => checks(read, input)),
  checkDetail: (input, context) => context.read((read) => checkDetail(read, input)),
  openChecks: (input, context) =>
    context.write(input, 'transfers.open_checks', (write) => openChecks(write, input)),
  markCheck: (input, context) =>
    context.write(input, 'transfers.mark_check', (write) => markCheck(write, input)),
  closeCheck: (input, context) =>
    context.write(input, 'transfers.close_check', (write) => closeCheck(write, input)),
  checkPaper: (input, context) => context.db.read(context.actor, (read) => checkPaper(read, input)),
};
