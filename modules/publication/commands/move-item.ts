import type { Inputs } from '#contract/lib';
import type { publicationContract } from '#contract/publication';
import type { ItemState } from '#contract/publication-words';
import type { PublicationSource } from '#engines/publishing';
import type { PlainDate } from '#kernel/plain-date';
import { chineseDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import { tidyName } from '#kernel/text';
import type { Write } from '#platform/db';
import { catalogueOf, lineOf, type Line } from '../queries/catalogue.ts';
import { factsOf } from '../queries/item-facts.ts';
import { sourceOf } from '../queries/text.ts';
import { lastDay } from '../rules/period.ts';
import { nextState } from '../rules/steps.ts';
import { boardOf } from '../store/boards.ts';
import { insertStep, setItem, versionsOf, type Item } from '../store/items.ts';
import { insertInside, insertPost, takeDown } from '../store/posts.ts';
import { ownItem } from './own-item.ts';

type Input = Omit<Inputs<typeof publicationContract>['move'], 'commandId'>;

/** Last day a record itself fixes; null where it fixes none. */
async function fixedUntil(
  write: Write,
  item: Item,
  sources: readonly PublicationSource[],
): Promise<Result<PlainDate | null>> {
  if (item.source === null) return ok(null);
  const { module, sourceId } = item.source;
  const found = await sourceOf(sources, module)?.content(write, item.place.orgId, sourceId);
  if (found === null || found === undefined) return refuse('publication.record_gone');
  return ok(found.offer.until);
}

/** Hangs the approved text on the board, or opens it inside the Party; an older text gives way. */
async function publish(
  write: Write,
  item: Item,
  line: Line,
  until: PlainDate | null,
): Promise<void> {
  const version = (await versionsOf(write, item.itemId)).find(
    (one) => one.version === item.version,
  );
  if (version === undefined) throw new Error(`no text of ${item.itemId}`);
  const post = {
    itemId: item.itemId,
    code: version.code,
    version: item.version,
    section: line.section,
    kindName: line.name,
    notice: line.notice,
    title: version.title,
    content: version.content,
    shownFrom: write.today,
    shownUntil: until,
  };
  if (item.shownVersion > 0) await takeDown(write, item.itemId, version.code);
  const board = await boardOf(write, item.place.orgId);
  if (item.audience === 'members') await insertInside(write, item.place, post);
  else if (board !== null) await insertPost(write, item.place, board.code, post);
  await setItem(write, item, {
    state: 'published',
    shownVersion: item.version,
    shownFrom: item.shownFrom ?? write.today,
    shownUntil: until,
  });
}

/** Why what hangs may not be taken down yet; a written reason is enough where it is no notice. */
function mayEnd(write: Write, item: Item, line: Line | undefined, note: string): Result<null> {
  const until = item.shownUntil;
  if (until === null || until < write.today) return ok(null);
  if (line?.notice === true)
    return refuse('publication.notice_running', { day: chineseDate(until) });
  return note === '' ? refuse('publication.still_running', { day: chineseDate(until) }) : ok(null);
}

/** 审核、退回、审批、公开、撤下、撤回: one move of an item, by two people at least, each kept with name and post. */
export async function moveItem(
  write: Write,
  input: Input,
  sources: readonly PublicationSource[],
): Promise<Result<{ state: ItemState }>> {
  const held = await ownItem(write, input.itemId, input.edition);
  if (!held.ok) return held;
  const { item, steps } = held.value;
  const { move, note } = input;
  const { accountId, accountName, actingAs, post } = write.actor;
  const signed = tidyName(input.signedBy);
  const onPaper = signed !== '' && (move === 'check' || move === 'approve');
  const who = { accountId, name: onPaper ? signed : accountName, onPaper };
  const facts = await factsOf(write, item, steps);
  const next = nextState(facts, { move, post, who });
  if (!next.ok) return next;
  if ((move === 'return' || move === 'withdraw') && note === '')
    return refuse('publication.note_missing');
  const catalogue = await catalogueOf(write, item.place.orgId);
  const line = catalogue === null ? undefined : lineOf(catalogue, item.kind);
  if (move === 'end') {
    const may = mayEnd(write, item, line, note);
    if (!may.ok) return may;
    await takeDown(write, item.itemId, '');
    await setItem(write, item, { state: next.value, endedOn: write.today });
  } else if (move === 'publish') {
    if (line === undefined) return refuse('publication.unknown_kind');
    const fixed = await fixedUntil(write, item, sources);
    if (!fixed.ok) return fixed;
    const until = lastDay({
      from: write.today,
      wanted: input.until ?? null,
      fixed: fixed.value,
      postingDays: line.postingDays,
    });
    if (!until.ok) return until;
    await publish(write, item, line, until.value);
  } else if (move === 'withdraw' && item.shownVersion > 0) {
    // The corrected text goes; what hangs is told by its own version again.
    const shown = (await versionsOf(write, item.itemId)).find(
      (one) => one.version === item.shownVersion,
    );
    await setItem(write, item, { state: next.value, title: shown?.title ?? item.title });
  } else await setItem(write, item, { state: next.value });
  await insertStep(write, item, {
    seq: steps.length + 1,
    version: item.version,
    move,
    byName: who.name,
    byAs: onPaper ? '据纸质记录' : actingAs,
    onPaper,
    note,
  });
  await write.audit({
    action: `publication.${move}`,
    objectKind: 'publication_item',
    objectId: item.itemId,
    place: item.place,
    fields: { version: item.version, ...(onPaper ? { signedBy: signed } : {}) },
    ...(note === '' ? {} : { reason: note }),
  });
  return ok({ state: next.value });
}
