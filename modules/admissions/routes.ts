import type { admissionsContract } from '#contract/admissions';
import type { Handlers } from '#contract/lib';
import { ok, refuse } from '#kernel/result';
import type { RequestContext } from '#platform/request';
import { setPlan, setSettings } from './commands/arrange.ts';
import { attachPaper, detachPaper } from './commands/attach-paper.ts';
import { beginCase } from './commands/begin-case.ts';
import { doLocalStep, undoLocalStep } from './commands/do-local-step.ts';
import { doStep } from './commands/do-step.ts';
import { addLocalStep, dropLocalStep } from './commands/fix-local-step.ts';
import { pause, resume } from './commands/pause.ts';
import { answerObjection, recordObjection } from './commands/record-objection.ts';
import { undoStep } from './commands/undo-step.ts';
import { check, helpers } from './queries/check.ts';
import { detail, meetings } from './queries/detail.ts';
import { list, usual } from './queries/list.ts';
import { booksPaper, casePaper, registerPaper } from './queries/papers.ts';
import { calendarPaper, idlePaper } from './queries/arrange-papers.ts';
import { calendar } from './queries/calendar.ts';
import { idle } from './queries/idle.ts';
import { locals } from './queries/locals.ts';
import { accepted, plans, settings, YEARS_OF } from './queries/plans.ts';
import { structure, structurePeople } from './queries/structure.ts';

export const admissionsRoutes: Handlers<typeof admissionsContract, RequestContext> = {
  list: (input, context) => context.read((read) => list(read, input)),
  detail: (input, context) => context.read((read) => detail(read, input)),
  usual: () => Promise.resolve(ok(usual())),
  check: (input, context) => context.read((read) => check(read, input)),
  meetings: (input, context) => context.read((read) => meetings(read, input)),
  helpers: (input, context) => context.read((read) => helpers(read, input)),
  casePaper: (input, context) => context.db.read(context.actor, (read) => casePaper(read, input)),
  registerPaper: (input, context) =>
    context.db.read(context.actor, (read) => registerPaper(read, input)),
  booksPaper: (input, context) => context.db.read(context.actor, (read) => booksPaper(read, input)),
  begin: (input, context) =>
    context.write(input, 'admissions.begin', async (write) => {
      const { personId, name, orgId, mobile, league, steps, ...fields } = input;
      const rest = { orgId, mobile, league, steps };
      if (personId !== undefined) return beginCase(write, { ...rest, person: { personId } });
      return name === undefined
        ? refuse('admissions.nobody')
        : beginCase(write, { ...rest, person: { ...fields, name } });
    }),
  doStep: (input, context) =>
    context.write(input, 'admissions.do_step', (write) => doStep(write, input)),
  undoStep: (input, context) =>
    context.write(input, 'admissions.undo_step', (write) => undoStep(write, input)),
  locals: (input, context) => context.read((read) => locals(read, input)),
  addLocal: (input, context) =>
    context.write(input, 'admissions.add_local', (write) => addLocalStep(write, input)),
  dropLocal: (input, context) =>
    context.write(input, 'admissions.drop_local', (write) => dropLocalStep(write, input)),
  doLocal: (input, context) =>
    context.write(input, 'admissions.do_local', (write) => doLocalStep(write, input)),
  undoLocal: (input, context) =>
    context.write(input, 'admissions.undo_local', (write) => undoLocalStep(write, input)),
  pause: (input, context) =>
    context.write(input, 'admissions.pause', (write) => pause(write, input)),
  resume: (input, context) =>
    context.write(input, 'admissions.resume', (write) => resume(write, input)),
  object: (input, context) =>
    context.write(input, 'admissions.object', (write) => recordObjection(write, input)),
  answer: (input, context) =>
    context.write(input, 'admissions.answer', (write) => answerObjection(write, input)),
  attach: (input, context) =>
    context.write(input, 'admissions.attach', (write) => attachPaper(write, input)),
  detach: (input, context) =>
    context.write(input, 'admissions.detach', (write) => detachPaper(write, input)),
  plans: (input, context) => context.read((read) => plans(read, input)),
  setPlan: (input, context) =>
    context.write(input, 'admissions.set_plan', (write) => {
      const { span, ...plan } = input;
      return setPlan(write, { ...plan, years: YEARS_OF[span] });
    }),
  accepted: (input, context) => context.read((read) => accepted(read, input)),
  structure: (input, context) => context.read((read) => structure(read, input)),
  structurePeople: (input, context) => context.read((read) => structurePeople(read, input)),
  idle: (input, context) => context.read((read) => idle(read, input)),
  idlePaper: (input, context) => context.db.read(context.actor, (read) => idlePaper(read, input)),
  calendar: (input, context) => context.read((read) => calendar(read, input)),
  calendarPaper: (input, context) =>
    context.db.read(context.actor, (read) => calendarPaper(read, input)),
  settings: (input, context) => context.read((read) => settings(read, input)),
  setSettings: (input, context) =>
    context.write(input, 'admissions.set_settings', (write) => setSettings(write, input)),
};
