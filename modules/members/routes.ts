import type { Handlers } from '#contract/lib';
import type { membersContract } from '#contract/members';
import { ok } from '#kernel/result';
import type { RequestContext } from '#platform/request';
import { answerRequest, askCorrection, withdrawRequest } from './commands/ask-correction.ts';
import { attach, endAttachment, receiveGuest } from './commands/attach.ts';
import { changeMember, correctMember } from './commands/change-member.ts';
import { endMembership } from './commands/end-membership.ts';
import { enterMember } from './commands/enter-member.ts';
import { exportRoster } from './commands/export-roster.ts';
import { mergePeople, unmergePeople } from './commands/merge-people.ts';
import { assign, moveMembership } from './commands/move-membership.ts';
import { endHardship, recordHardship } from './commands/record-hardship.ts';
import { regularise } from './commands/regularise.ts';
import { reveal, setSecrets } from './commands/set-secrets.ts';
import { codes } from './queries/codes.ts';
import { counts } from './queries/counts.ts';
import { file } from './queries/file.ts';
import { guests } from './queries/guests.ts';
import { duplicates, fiftyYears, hardships, quality } from './queries/lists.ts';
import { movement, movementPeople } from './queries/movement.ts';
import { movementPaper, rosterPaper } from './queries/print.ts';
import { mine, requests } from './queries/requests.ts';
import { roster } from './queries/roster.ts';

export const membersRoutes: Handlers<typeof membersContract, RequestContext> = {
  codes: async () => ok(codes()),
  roster: (input, context) => context.read((read) => roster(read, input)),
  counts: (input, context) => context.read((read) => counts(read, input)),
  exportRoster: (input, context) =>
    context.db.write(context.actor, { commandId: null, action: 'members.export' }, (write) =>
      exportRoster(write, input),
    ),
  printRoster: (input, context) =>
    context.db.read(context.actor, (read) => rosterPaper(read, input)),
  movement: (input, context) => context.read((read) => movement(read, input)),
  movementPeople: (input, context) => context.read((read) => movementPeople(read, input)),
  printMovement: (input, context) =>
    context.db.read(context.actor, (read) => movementPaper(read, input)),
  quality: (input, context) => context.read((read) => quality(read, input)),
  fiftyYears: (input, context) => context.read((read) => fiftyYears(read, input)),
  file: (input, context) => context.read((read) => file(read, input)),
  mine: (_input, context) => context.read(mine),
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
  setSecrets: (input, context) =>
    context.write(input, 'members.set_secrets', (write) => setSecrets(write, input)),
  reveal: (input, context) =>
    context.db.write(context.actor, { commandId: null, action: 'members.reveal' }, (write) =>
      reveal(write, input),
    ),
  askCorrection: (input, context) =>
    context.write(input, 'members.ask_correction', (write) => askCorrection(write, input)),
  withdrawRequest: (input, context) =>
    context.write(input, 'members.withdraw_request', (write) => withdrawRequest(write, input)),
  requests: (input, context) => context.read((read) => requests(read, input)),
  answerRequest: (input, context) =>
    context.write(input, 'members.answer_request', (write) => answerRequest(write, input)),
  regularise: (input, context) =>
    context.write(input, 'members.regularise', (write) => regularise(write, input)),
  end: (input, context) =>
    context.write(input, 'members.end', (write) => endMembership(write, input)),
  move: (input, context) =>
    context.write(input, 'members.move', (write) => moveMembership(write, input)),
  assign: (input, context) =>
    context.write(input, 'members.assign', (write) => assign(write, input)),
  attach: (input, context) =>
    context.write(input, 'members.attach', (write) => attach(write, input)),
  guests: (input, context) => context.read((read) => guests(read, input)),
  receiveGuest: (input, context) =>
    context.write(input, 'members.receive_guest', (write) => receiveGuest(write, input)),
  endAttachment: (input, context) =>
    context.write(input, 'members.end_attachment', (write) => endAttachment(write, input)),
  hardships: (input, context) => context.read((read) => hardships(read, input)),
  recordHardship: (input, context) =>
    context.write(input, 'members.record_hardship', (write) => recordHardship(write, input)),
  endHardship: (input, context) =>
    context.write(input, 'members.end_hardship', (write) => endHardship(write, input)),
  duplicates: (input, context) => context.read((read) => duplicates(read, input)),
  merge: (input, context) =>
    context.write(input, 'members.merge', (write) => mergePeople(write, input)),
  unmerge: (input, context) =>
    context.write(input, 'members.unmerge', (write) => unmergePeople(write, input)),
};
