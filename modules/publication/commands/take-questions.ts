import type { Inputs } from '#contract/lib';
import type { publicationContract } from '#contract/publication';
import type { PublicationSource } from '#engines/publishing';
import { addDays, chineseDate, type PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import { nthWorkday, workCalendar } from '#kernel/work-days';
import type { Write } from '#platform/db';
import { ownPlace, type OrgPlace } from '#modules/organisations';
import { knownNames, sourceOf } from '../queries/text.ts';
import { lintLine, lintWords } from '../rules/lint.ts';
import { boardOf } from '../store/boards.ts';
import { itemOf, type ItemId } from '../store/items.ts';
import {
  closeQuestion,
  insertAnswer,
  insertQuestion,
  questionCounts,
  questionForUpdate,
  type Question,
  type QuestionId,
} from '../store/questions.ts';

type In = Inputs<typeof publicationContract>;

/** Answered within ten working days (`open.duration`: one local rule names it as the most). */
const ANSWER_WORKDAYS = 10;
/** More than these waiting at once are no questions any more. */
const MOST_OPEN = 300;

/** Until when a question asked on a day is answered. */
export const dueOn = (askedOn: PlainDate): PlainDate =>
  nthWorkday(workCalendar(), addDays(askedOn, 1), ANSWER_WORKDAYS).day;

/** Enters a question; the name is kept encrypted. Refuses numbers and the like in its words. */
export async function enterQuestion(
  write: Write,
  place: OrgPlace,
  question: {
    readonly words: string;
    readonly asker: string;
    readonly askedOn: PlainDate;
    readonly itemId: ItemId | null;
    readonly way: 'board' | 'told';
  },
): Promise<Result<{ questionId: QuestionId; number: number }>> {
  const counts = await questionCounts(write, place.orgId);
  if (counts.open >= MOST_OPEN) return refuse('publication.too_many_questions');
  const found = lintLine(question.words).filter((one) => one.sort !== 'hardship');
  if (found.length > 0) return refuse('publication.question_private', { found: lintWords(found) });
  const number = counts.last + 1;
  const { asker } = question;
  const questionId = await insertQuestion(write, place, {
    ...question,
    number,
    asker: asker === '' ? '' : write.secrets.encrypt(write.actor.tenantId, asker),
    dueOn: dueOn(question.askedOn),
  });
  await write.audit({
    action: 'publication.ask',
    objectKind: 'publication_question',
    objectId: questionId,
    place,
    fields: { number, way: question.way },
  });
  return ok({ questionId, number });
}

/** A question somebody asked face to face or by telephone, taken down by an officer. */
export async function recordQuestion(
  write: Write,
  input: Omit<In['recordQuestion'], 'commandId'>,
): Promise<Result<{ questionId: QuestionId; number: number }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  await write.tick(input.orgId);
  if (input.askedOn > write.today)
    return refuse('publication.in_future', { day: chineseDate(input.askedOn) });
  const itemId = input.itemId ?? null;
  if (itemId !== null && (await itemOf(write, itemId))?.place.orgId !== input.orgId)
    return refuse('common.not_found');
  return enterQuestion(write, own.value, {
    words: input.words,
    asker: input.asker,
    askedOn: input.askedOn,
    itemId,
    way: 'told',
  });
}

async function openQuestion(write: Write, questionId: QuestionId): Promise<Result<Question>> {
  const question = await questionForUpdate(write, questionId);
  if (question === null) return refuse('common.not_found');
  const own = await ownPlace(write, question.place.orgId);
  if (!own.ok) return own;
  await write.tick(question.place.orgId);
  return question.state === 'open' ? ok(question) : refuse('publication.answered');
}

/** 答复: kept, and shown on the board where the officer lets it be. What is shown is looked through first. */
export async function answerQuestion(
  write: Write,
  input: Omit<In['answerQuestion'], 'commandId'>,
): Promise<Result<Record<string, never>>> {
  const found = await openQuestion(write, input.questionId);
  if (!found.ok) return found;
  const question = found.value;
  const board = await boardOf(write, question.place.orgId);
  if (input.show) {
    if (board?.open !== true) return refuse('publication.no_board');
    const shownQuestion = input.shownQuestion ?? '';
    const words = shownQuestion === '' ? question.words : shownQuestion;
    const names = await knownNames(write, question.place.orgId);
    const seen = [words, input.answer].flatMap((text) =>
      lintLine(text, { names, dutyPhones: true }),
    );
    if (seen.length > 0) return refuse('publication.private_facts', { found: lintWords(seen) });
    await insertAnswer(write, question.place, board.code, question.questionId, {
      number: question.number,
      question: words,
      answer: input.answer,
      askedOn: question.askedOn,
      answeredOn: write.today,
    });
  }
  await closeQuestion(write, question.questionId, { state: 'answered', answer: input.answer });
  await write.audit({
    action: 'publication.answer',
    objectKind: 'publication_question',
    objectId: question.questionId,
    place: question.place,
    fields: { number: question.number, shown: input.show },
  });
  return ok({});
}

/** 转为公示意见: an objection to a running notice goes back into the procedure of its record. */
export async function passQuestion(
  write: Write,
  input: Omit<In['passQuestion'], 'commandId'>,
  sources: readonly PublicationSource[],
): Promise<Result<Record<string, never>>> {
  const found = await openQuestion(write, input.questionId);
  if (!found.ok) return found;
  const question = found.value;
  const item = question.itemId === null ? null : await itemOf(write, question.itemId);
  const source = item?.source ?? null;
  const object = source === null ? undefined : sourceOf(sources, source.module)?.object;
  if (source === null || object === undefined) return refuse('publication.no_objections_here');
  const passed = await object(write, source.sourceId, {
    receivedOn: question.askedOn,
    matter: question.words,
  });
  if (!passed.ok) return passed;
  await closeQuestion(write, question.questionId, { state: 'passed', answer: '' });
  await write.audit({
    action: 'publication.pass_question',
    objectKind: 'publication_question',
    objectId: question.questionId,
    place: question.place,
    fields: { number: question.number, module: source.module },
  });
  return ok({});
}
