import type { Handlers } from '#contract/lib';
import type { talksContract } from '#contract/talks';
import type { RequestContext } from '#platform/request';
import { cancelTalk, correctTalk } from './commands/correct-talk.ts';
import { recordTalks } from './commands/record-talks.ts';
import { saveContent } from './commands/save-content.ts';
import { coverage } from './queries/coverage.ts';
import { content, list, mine } from './queries/lists.ts';
import { ledgerPaper, ownPaper, recordPaper } from './queries/papers.ts';
import { people } from './queries/people.ts';

export const talksRoutes: Handlers<typeof talksContract, RequestContext> = {
  list: (input, context) => context.read((read) => list(read, input)),
  people: (input, context) => context.read((read) => people(read, input)),
  coverage: (input, context) => context.read((read) => coverage(read, input)),
  record: (input, context) =>
    context.write(input, 'talks.record', (write) => recordTalks(write, input)),
  correct: (input, context) =>
    context.write(input, 'talks.correct', (write) => correctTalk(write, input)),
  cancel: (input, context) =>
    context.write(input, 'talks.cancel', (write) => cancelTalk(write, input)),
  mine: (input, context) => context.read((read) => mine(read, input)),
  content: (input, context) => context.read((read) => content(read, input)),
  saveContent: (input, context) =>
    context.write(input, 'talks.write_content', (write) => saveContent(write, input)),
  recordPaper: (input, context) =>
    context.db.read(context.actor, (read) => recordPaper(read, input)),
  ownPaper: (input, context) => context.db.read(context.actor, (read) => ownPaper(read, input)),
  ledgerPaper: (input, context) =>
    context.db.read(context.actor, (read) => ledgerPaper(read, input)),
};
