import type { Outputs } from '#contract/lib';
import type { publicationContract } from '#contract/publication';
import type { Read } from '#platform/db';
import { orgNames } from '#modules/organisations';
import { builtIn, catalogueFor } from '../rules/catalogue.ts';
import { fixedKinds } from '../store/kinds.ts';
import type { Item } from '../store/items.ts';
import { shownAmong, type Question } from '../store/questions.ts';
import { itemsByIds } from '../store/item-names.ts';
import { mayAct } from '../policy.ts';
import { refuse } from '#kernel/result';

type Row = Outputs<typeof publicationContract>['list']['rows'][number];
type QuestionRow = Outputs<typeof publicationContract>['questions']['rows'][number];

/** Items as lists show them. */
export async function itemRows(read: Read, items: readonly Item[]): Promise<Row[]> {
  const names = await orgNames(
    read,
    items.map((item) => item.place.orgId),
  );
  const added = items.some((item) => builtIn(item.kind) === undefined)
    ? catalogueFor(await fixedKinds(read), true)
    : [];
  return items.map((item) => {
    const line = builtIn(item.kind) ?? added.find((one) => one.kind === item.kind);
    return {
      itemId: item.itemId,
      orgId: item.place.orgId,
      orgName: names.get(item.place.orgId)?.shortName ?? '',
      title: item.title,
      kindName: line?.name ?? '',
      section: line?.section ?? 'party',
      audience: item.audience,
      state: item.state,
      shownFrom: item.shownFrom,
      shownUntil: item.shownUntil,
      expired:
        item.shownVersion > 0 &&
        item.endedOn === null &&
        item.shownUntil !== null &&
        item.shownUntil < read.today,
      correcting:
        item.shownVersion > 0 && item.version > item.shownVersion && item.state !== 'published',
    };
  });
}

/** Questions as their officers see them; the name only for who may answer. */
export async function questionRows(
  read: Read,
  questions: readonly Question[],
): Promise<QuestionRow[]> {
  const shown = await shownAmong(
    read,
    questions.map((one) => one.questionId),
  );
  const items = await itemsByIds(
    read,
    questions.flatMap((one) => one.itemId ?? []),
  );
  return questions.map((one) => {
    const may = mayAct(read.actor, one.place, 'publication.write');
    const item = one.itemId === null ? undefined : items.get(one.itemId);
    const open = one.state === 'open';
    const closed = refuse('publication.answered').refusal;
    return {
      questionId: one.questionId,
      number: one.number,
      askedOn: one.askedOn,
      way: one.way,
      words: one.words,
      asker:
        one.asker === '' || may !== true
          ? ''
          : read.secrets.decrypt(read.actor.tenantId, one.asker),
      dueOn: one.dueOn,
      state: one.state,
      answeredOn: one.answeredOn,
      answer: one.answer,
      shown: shown.has(one.questionId),
      itemId: one.itemId,
      itemTitle: item?.title ?? '',
      overdue: open && one.dueOn < read.today,
      can: {
        answer: open ? may : closed,
        pass: !open
          ? closed
          : item?.source === null || item === undefined
            ? refuse('publication.no_objections_here').refusal
            : may,
      },
    };
  });
}
