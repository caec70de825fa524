import type { QuestionState } from '#contract/publication-words';
import type { Id, OrgId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import type { PlainDate } from '#kernel/plain-date';
import { sql, type Kysely, type Read, type Write } from '#platform/db';
import type { DB } from '#db/types';
import type { OrgPlace } from '#modules/organisations';
import type { ItemId } from './items.ts';

export type QuestionId = Id<'PublicationQuestion'>;

export interface Question {
  readonly questionId: QuestionId;
  readonly place: OrgPlace;
  readonly number: number;
  readonly itemId: ItemId | null;
  readonly askedOn: PlainDate;
  readonly way: 'board' | 'told';
  readonly words: string;
  /** Encrypted; empty where none was given. */
  readonly asker: string;
  readonly dueOn: PlainDate;
  readonly state: QuestionState;
  readonly answeredOn: PlainDate | null;
  readonly answer: string;
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];
const rowsOf = (read: Read) =>
  read.db
    .selectFrom('publication_question')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .execute();

const toQuestion = (row: Row): Question => ({
  questionId: row.question_id as QuestionId,
  place: { orgId: row.org_id as OrgId, orgPath: row.org_path as OrgPath },
  number: row.number,
  itemId: row.item_id as ItemId | null,
  askedOn: row.asked_on,
  way: row.way,
  words: row.words,
  asker: row.asker,
  dueOn: row.due_on,
  state: row.state,
  answeredOn: row.answered_on,
  answer: row.answer,
});

export async function questionForUpdate(
  write: Write,
  questionId: QuestionId,
): Promise<Question | null> {
  const row = await write.db
    .selectFrom('publication_question')
    .selectAll()
    .where('tenant_id', '=', write.actor.tenantId)
    .where('question_id', '=', questionId)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : toQuestion(row);
}

/** How many questions an organisation got so far, and how many of them wait. */
export async function questionCounts(
  read: Read,
  orgId: OrgId,
): Promise<{ readonly last: number; readonly open: number }> {
  const row = await read.db
    .selectFrom('publication_question')
    .select((eb) => [
      eb.fn.coalesce(eb.fn.max('number'), eb.val(0)).as('last'),
      sql<number>`count(*) filter (where state = 'open')`.as('open'),
    ])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_id', '=', orgId)
    .executeTakeFirstOrThrow();
  return { last: Number(row.last), open: Number(row.open) };
}

export type NewQuestion = Omit<
  Question,
  'questionId' | 'place' | 'state' | 'answeredOn' | 'answer'
>;

export async function insertQuestion(
  write: Write,
  place: OrgPlace,
  question: NewQuestion,
): Promise<QuestionId> {
  const questionId = write.newId<'PublicationQuestion'>();
  await write.db
    .insertInto('publication_question')
    .values({
      ...write.stamp(place),
      question_id: questionId,
      number: question.number,
      item_id: question.itemId,
      asked_on: question.askedOn,
      way: question.way,
      words: question.words,
      asker: question.asker,
      due_on: question.dueOn,
      state: 'open',
    })
    .execute();
  return questionId;
}

export async function closeQuestion(
  write: Write,
  questionId: QuestionId,
  closed: { readonly state: QuestionState; readonly answer: string },
): Promise<void> {
  await write.db
    .updateTable('publication_question')
    .set({ state: closed.state, answer: closed.answer, answered_on: write.today })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('question_id', '=', questionId)
    .execute();
}

/** Questions at or below a place: those that wait first, by the day they are due. */
export async function questionsWithin(
  read: Read,
  path: string,
  state: QuestionState | undefined,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ readonly rows: Question[]; readonly total: number }> {
  const query = read.db
    .selectFrom('publication_question')
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_path', '>=', path)
    .where('org_path', '<', `${path}~`)
    .$if(state !== undefined, (qb) => qb.where('state', '=', state as QuestionState));
  const rows = await query
    .selectAll()
    .orderBy(sql`state = 'open'`, 'desc')
    .orderBy('due_on', 'desc')
    .orderBy('question_id')
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  const counted = await query
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { rows: rows.map(toQuestion), total: Number(counted.n) };
}

/** Questions of some organisations asked in a span of days: what duties look at. */
export async function questionsOver(read: Read, orgIds: readonly OrgId[], to: PlainDate) {
  if (orgIds.length === 0) return [];
  return read.db
    .selectFrom('publication_question')
    .select(['question_id', 'org_id', 'number', 'asked_on', 'due_on', 'answered_on', 'state'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(sql<boolean>`org_id = any(${[...orgIds]}::uuid[])`)
    .where('asked_on', '<=', to)
    .execute();
}

export interface ShownAnswer {
  readonly number: number;
  readonly question: string;
  readonly answer: string;
  readonly askedOn: PlainDate;
  readonly answeredOn: PlainDate;
}

/** Puts question and answer on the board. */
export async function insertAnswer(
  write: Write,
  place: OrgPlace,
  boardCode: string,
  questionId: QuestionId,
  shown: ShownAnswer,
): Promise<void> {
  await write.db
    .insertInto('publication_answer')
    .values({
      ...write.stamp(place),
      id: write.newId<'PublicationAnswer'>(),
      question_id: questionId,
      board_code: boardCode,
      number: shown.number,
      question: shown.question,
      answer: shown.answer,
      asked_on: shown.askedOn,
      answered_on: shown.answeredOn,
      published_at: write.enteredAt,
    })
    .execute();
}

/** Which of some questions stand on a board with their answer. */
export async function shownAmong(
  read: Read,
  questionIds: readonly QuestionId[],
): Promise<ReadonlySet<string>> {
  if (questionIds.length === 0) return new Set();
  const rows = await read.db
    .selectFrom('publication_answer')
    .select('question_id')
    .where('tenant_id', '=', read.actor.tenantId)
    .where('question_id', 'in', [...questionIds])
    .execute();
  return new Set(rows.map((row) => row.question_id));
}

/** Answered questions of a board, the newest first, for anybody. */
export async function publicAnswers(
  db: Kysely<DB>,
  boardCode: string,
  limit: number,
): Promise<ShownAnswer[]> {
  const rows = await db
    .selectFrom('publication_answer')
    .select(['number', 'question', 'answer', 'asked_on', 'answered_on'])
    .where('board_code', '=', boardCode)
    .where('published_at', 'is not', null)
    .orderBy('answered_on', 'desc')
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    number: row.number,
    question: row.question,
    answer: row.answer,
    askedOn: row.asked_on,
    answeredOn: row.answered_on,
  }));
}
