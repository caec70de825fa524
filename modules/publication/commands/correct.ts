import type { Inputs } from '#contract/lib';
import type { publicationContract } from '#contract/publication';
import { contentText, type PublicationSource, type PublicContent } from '#engines/publishing';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { catalogueOf, lineOf } from '../queries/catalogue.ts';
import { checkText, codeOf, sourceOf } from '../queries/text.ts';
import { contentOf } from '../rules/text.ts';
import { insertStep, insertVersion, setItem, versionsOf, type Item } from '../store/items.ts';
import { ownItem } from './own-item.ts';

type Input = Omit<Inputs<typeof publicationContract>['correct'], 'commandId'>;

const GONE = new Set(['ended', 'withdrawn']);

async function nextText(
  write: Write,
  item: Item,
  input: Input,
  sources: readonly PublicationSource[],
): Promise<Result<PublicContent>> {
  if (item.source === null) return ok(contentOf(input.title, input.text));
  const { module, sourceId } = item.source;
  const found = await sourceOf(sources, module)?.content(write, item.place.orgId, sourceId);
  return found === null || found === undefined
    ? refuse('publication.record_gone')
    : ok(found.content);
}

/**
 * 更正: a new version, which goes through check and approval like the first. What hangs stays until the new
 * text takes its place. The text of a record is read anew from the record, never typed over.
 */
export async function correct(
  write: Write,
  input: Input,
  sources: readonly PublicationSource[],
): Promise<Result<{ version: number }>> {
  const held = await ownItem(write, input.itemId, input.edition);
  if (!held.ok) return held;
  const { item, steps } = held.value;
  if (GONE.has(item.state)) return refuse('publication.not_now');
  const catalogue = await catalogueOf(write, item.place.orgId);
  if (catalogue === null) return refuse('common.not_found');
  const text = await nextText(write, item, input, sources);
  if (!text.ok) return text;
  const section = lineOf(catalogue, item.kind)?.section ?? 'party';
  const checked = await checkText(write, item.place.orgId, text.value, section);
  if (!checked.ok) return checked;
  const content = checked.value;
  const [newest] = await versionsOf(write, item.itemId);
  if (newest !== undefined && contentText(newest.content) === contentText(content))
    return refuse('publication.nothing_changed');
  const version = item.version + 1;
  await insertVersion(write, item.place, item.itemId, {
    version,
    title: content.title,
    content,
    code: codeOf(item.itemId, version, catalogue.name, content),
    reason: input.reason,
  });
  const { accountName, actingAs } = write.actor;
  await insertStep(write, item, {
    seq: steps.length + 1,
    version,
    move: 'correct',
    byName: accountName,
    byAs: actingAs,
    onPaper: false,
    note: input.reason,
  });
  await setItem(write, item, { title: content.title, version, state: 'proposed' });
  await write.audit({
    action: 'publication.correct',
    objectKind: 'publication_item',
    objectId: item.itemId,
    place: item.place,
    fields: { version },
    reason: input.reason,
  });
  return ok({ version });
}
