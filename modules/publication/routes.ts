import type { Handlers } from '#contract/lib';
import type { publicationContract } from '#contract/publication';
import type { PublicationSource } from '#engines/publishing';
import type { RequestContext } from '#platform/request';
import { correct } from './commands/correct.ts';
import { closeBoard, openBoard } from './commands/manage-board.ts';
import { moveItem } from './commands/move-item.ts';
import { propose } from './commands/propose.ts';
import { endProof, recordProof } from './commands/prove-posting.ts';
import { dropKind, setKind } from './commands/set-kind.ts';
import { answerQuestion, passQuestion, recordQuestion } from './commands/take-questions.ts';
import { catalogue } from './queries/catalogue.ts';
import { detail } from './queries/detail.ts';
import { inside, list, questions } from './queries/lists.ts';
import * as papers from './queries/papers.ts';
import { todo } from './queries/todo.ts';

/** Publication stands above the modules whose records it shows: they are handed in where everything is known. */
export const publicationRoutes = (
  sources: readonly PublicationSource[],
): Handlers<typeof publicationContract, RequestContext> => ({
  list: (input, context) => context.read((read) => list(read, input)),
  detail: (input, context) => context.read((read) => detail(read, input, sources)),
  todo: (input, context) => context.read((read) => todo(read, input, sources)),
  questions: (input, context) => context.read((read) => questions(read, input)),
  catalogue: (input, context) => context.read((read) => catalogue(read, input)),
  inside: (_, context) => context.read((read) => inside(read)),
  openBoard: (input, context) =>
    context.write(input, 'publication.open_board', (write) => openBoard(write, input)),
  closeBoard: (input, context) =>
    context.write(input, 'publication.close_board', (write) => closeBoard(write, input)),
  setKind: (input, context) =>
    context.write(input, 'publication.set_kind', (write) => setKind(write, input)),
  dropKind: (input, context) =>
    context.write(input, 'publication.drop_kind', (write) => dropKind(write, input)),
  propose: (input, context) =>
    context.write(input, 'publication.propose', (write) => propose(write, input, sources)),
  correct: (input, context) =>
    context.write(input, 'publication.correct', (write) => correct(write, input, sources)),
  move: (input, context) =>
    context.write(input, 'publication.move', (write) => moveItem(write, input, sources)),
  recordProof: (input, context) =>
    context.write(input, 'publication.prove', (write) => recordProof(write, input)),
  endProof: (input, context) =>
    context.write(input, 'publication.end_proof', (write) => endProof(write, input)),
  recordQuestion: (input, context) =>
    context.write(input, 'publication.record_question', (write) => recordQuestion(write, input)),
  answerQuestion: (input, context) =>
    context.write(input, 'publication.answer', (write) => answerQuestion(write, input)),
  passQuestion: (input, context) =>
    context.write(input, 'publication.pass_question', (write) =>
      passQuestion(write, input, sources),
    ),
  sheet: (input, context) =>
    context.db.read(context.actor, (read) => papers.sheet(read, input, context.visitor.origin)),
  approvalPaper: (input, context) =>
    context.db.read(context.actor, (read) => papers.approvalPaper(read, input)),
  cataloguePaper: (input, context) =>
    context.db.read(context.actor, (read) => papers.cataloguePaper(read, input)),
});
