import type { Handlers } from '#contract/lib';
import type { floatingContract } from '#contract/floating';
import type { RequestContext } from '#platform/request';
import { arrive, leave, receive } from './commands/arrive.ts';
import { cancelAway, comeBack } from './commands/come-back.ts';
import { cancelContact, recordContacts, showPhone } from './commands/record-contacts.ts';
import { changeAway, registerAway } from './commands/register-away.ts';
import { setSettings } from './commands/set-settings.ts';
import {
  cancelLife,
  recordLife,
  reviewCertificates,
  tellGrade,
  tellLife,
} from './commands/tell-home.ts';
import { arrived, branches } from './queries/arrived.ts';
import { away } from './queries/away.ts';
import { contacts, mine } from './queries/contacts.ts';
import { arrivedPaper, awayPaper, certificatePaper, contactPaper } from './queries/papers.ts';
import { hosts, proposals, settings } from './queries/proposals.ts';
import { thread } from './queries/thread.ts';

export const floatingRoutes: Handlers<typeof floatingContract, RequestContext> = {
  away: (input, context) => context.read((read) => away(read, input)),
  thread: (input, context) => context.read((read) => thread(read, input)),
  proposals: (input, context) => context.read((read) => proposals(read, input)),
  hosts: (input, context) => context.read((read) => hosts(read, input)),
  register: (input, context) =>
    context.write(input, 'floating.register', (write) => registerAway(write, input)),
  change: (input, context) =>
    context.write(input, 'floating.change', (write) => changeAway(write, input)),
  comeBack: (input, context) =>
    context.write(input, 'floating.back', (write) => comeBack(write, input)),
  cancel: (input, context) =>
    context.write(input, 'floating.cancel', (write) => cancelAway(write, input)),
  // The answer is a secret shown once.
  phone: (input, context) =>
    context.write(input, 'floating.show_phone', (write) => showPhone(write, input), {
      sealed: true,
    }),
  contacts: (input, context) => context.read((read) => contacts(read, input)),
  recordContacts: (input, context) =>
    context.write(input, 'floating.contact', (write) => recordContacts(write, input)),
  cancelContact: (input, context) =>
    context.write(input, 'floating.cancel_contact', (write) => cancelContact(write, input)),
  mine: (_, context) => context.read((read) => mine(read)),
  arrived: (input, context) => context.read((read) => arrived(read, input)),
  arrive: (input, context) =>
    context.write(input, 'floating.arrive', (write) => arrive(write, input)),
  receive: (input, context) =>
    context.write(input, 'floating.receive', (write) => receive(write, input)),
  leave: (input, context) => context.write(input, 'floating.leave', (write) => leave(write, input)),
  tell: (input, context) =>
    context.write(input, 'floating.tell', (write) => tellLife(write, input)),
  evaluate: (input, context) =>
    context.write(input, 'floating.evaluate', (write) => tellGrade(write, input)),
  recordLife: (input, context) =>
    context.write(input, 'floating.record_life', (write) => recordLife(write, input)),
  review: (input, context) =>
    context.write(input, 'floating.review', (write) => reviewCertificates(write, input)),
  cancelLife: (input, context) =>
    context.write(input, 'floating.cancel_life', (write) => cancelLife(write, input)),
  branches: (input, context) => context.read((read) => branches(read, input)),
  settings: (input, context) => context.read((read) => settings(read, input)),
  setSettings: (input, context) =>
    context.write(input, 'floating.set_settings', (write) => setSettings(write, input)),
  awayPaper: (input, context) => context.db.read(context.actor, (read) => awayPaper(read, input)),
  arrivedPaper: (input, context) =>
    context.db.read(context.actor, (read) => arrivedPaper(read, input)),
  contactPaper: (input, context) =>
    context.db.read(context.actor, (read) => contactPaper(read, input)),
  certificatePaper: (input, context) =>
    context.db.read(context.actor, (read) => certificatePaper(read, input)),
};
