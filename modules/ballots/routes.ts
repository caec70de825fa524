import type { Handlers } from '#contract/lib';
import type { ballotsContract } from '#contract/ballots';
import { ok } from '#kernel/result';
import type { RequestContext } from '#platform/request';
import { changeRound } from './commands/change-round.ts';
import { countRound } from './commands/count-round.ts';
import { createBallot } from './commands/create-ballot.ts';
import { destroyBallot, nextRound, voidRound } from './commands/end-round.ts';
import { enterSheet } from './commands/enter-sheet.ts';
import { handOut, issueSlips } from './commands/issue-slips.ts';
import { closeRound, openRound } from './commands/open-close.ts';
import { printCodes } from './commands/print-codes.ts';
import { setRoll } from './commands/set-roll.ts';
import { setTellers, tellerSlips } from './commands/set-tellers.ts';
import { turnKey, turnKeyBySlip } from './commands/turn-key.ts';
import { detail } from './queries/detail.ts';
import { list, people, waiting } from './queries/lists.ts';
import {
  ballotPaper,
  certificate,
  closingList,
  recountFile,
  recountPage,
  rollPaper,
  sheetPaper,
} from './queries/papers.ts';

export const ballotsRoutes: Handlers<typeof ballotsContract, RequestContext> = {
  list: (input, context) => context.read((read) => list(read, input)),
  people: (input, context) => context.read((read) => people(read, input)),
  detail: (input, context) => context.read((read) => detail(read, input)),
  waiting: (_input, context) => context.read(waiting),
  create: (input, context) =>
    context.write(input, 'ballots.create', (write) => createBallot(write, input)),
  changeRound: (input, context) =>
    context.write(input, 'ballots.change_round', (write) => changeRound(write, input)),
  setTellers: (input, context) =>
    context.write(input, 'ballots.set_tellers', (write) => setTellers(write, input)),
  tellerSlips: (input, context) =>
    context.write(
      input,
      'ballots.teller_slips',
      (write) => tellerSlips(write, input, context.db.clock.random),
      { sealed: true },
    ),
  setRoll: (input, context) =>
    context.write(input, 'ballots.set_roll', (write) => setRoll(write, input)),
  issue: (input, context) =>
    context.write(input, 'ballots.issue', (write) => issueSlips(write, input)),
  handOut: (input, context) =>
    context.write(input, 'ballots.hand_out', (write) => handOut(write, input)),
  printCodes: (input, context) =>
    context.write(
      input,
      'ballots.print_codes',
      async (write) => {
        const printed = await printCodes(write, input, context.db.clock.random);
        return printed.ok
          ? ok({ ...printed.value, address: `${context.visitor.origin}/t` })
          : printed;
      },
      { sealed: true },
    ),
  open: (input, context) =>
    context.write(input, 'ballots.open', (write) => openRound(write, input)),
  close: (input, context) =>
    context.write(input, 'ballots.close', (write) => closeRound(write, input)),
  enterSheet: (input, context) =>
    context.write(input, 'ballots.enter_sheet', (write) => enterSheet(write, input)),
  turnKey: (input, context) =>
    context.write(input, 'ballots.turn_key', (write) => turnKey(write, input)),
  turnKeyBySlip: (input, context) =>
    context.write(input, 'ballots.turn_key', (write) => turnKeyBySlip(write, input)),
  count: (input, context) =>
    context.write(input, 'ballots.count', (write) => countRound(write, input)),
  voidRound: (input, context) =>
    context.write(input, 'ballots.void_round', (write) => voidRound(write, input)),
  nextRound: (input, context) =>
    context.write(input, 'ballots.next_round', (write) => nextRound(write, input)),
  destroy: (input, context) =>
    context.write(input, 'ballots.destroy', (write) => destroyBallot(write, input)),
  ballotPaper: (input, context) =>
    context.db.read(context.actor, (read) => ballotPaper(read, input)),
  sheetPaper: (input, context) => context.db.read(context.actor, (read) => sheetPaper(read, input)),
  rollPaper: (input, context) => context.db.read(context.actor, (read) => rollPaper(read, input)),
  closingList: (input, context) =>
    context.db.read(context.actor, (read) => closingList(read, input)),
  recountPage: (input, context) =>
    context.db.read(context.actor, (read) => recountPage(read, input)),
  recountFile: (input, context) =>
    context.db.read(context.actor, (read) => recountFile(read, input)),
  certificate: (input, context) =>
    context.db.read(context.actor, (read) => certificate(read, input)),
};
