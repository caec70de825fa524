import type { Inputs } from '#contract/lib';
import type { publicationContract } from '#contract/publication';
import type { Audience } from '#contract/publication-words';
import type { PublicationSource, PublicContent } from '#engines/publishing';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace } from '#modules/organisations';
import { catalogueOf, lineOf, type Line, type OrgCatalogue } from '../queries/catalogue.ts';
import { checkText, codeOf, sourceOf } from '../queries/text.ts';
import { isRegular, periodOf, type Period } from '../rules/period.ts';
import { contentOf } from '../rules/text.ts';
import {
  insertItem,
  insertStep,
  insertVersion,
  takenSources,
  type ItemId,
} from '../store/items.ts';

export type Proposal = Omit<Inputs<typeof publicationContract>['propose'], 'commandId'>;

/** The text: of the record as it stands, or as typed. */
async function textOf(
  write: Write,
  input: Proposal,
  line: Line,
  sources: readonly PublicationSource[],
): Promise<Result<{ readonly content: PublicContent; readonly period: Period | null }>> {
  const day = input.periodOf ?? write.today;
  const period = isRegular(line.rhythm) ? periodOf(line.rhythm, day) : null;
  if (input.source === undefined)
    return ok({ content: contentOf(input.title, input.text), period });
  const { module, sourceId } = input.source;
  const found = await sourceOf(sources, module)?.content(write, input.orgId, sourceId);
  if (found === null || found === undefined) return refuse('publication.record_gone');
  if (found.offer.kind !== line.kind) return refuse('publication.wrong_kind', { kind: line.name });
  const taken = await takenSources(write, input.orgId);
  if (taken.has(`${module} ${sourceId}`)) return refuse('publication.record_proposed');
  return ok({ content: found.content, period: found.offer.period });
}

function audienceOf(line: Line, wanted: Audience | undefined): Result<Audience> {
  if (wanted === undefined || wanted === line.audience) return ok(line.audience);
  if (line.audience === 'members') return refuse('publication.wider_than_catalogue');
  return ok(line.notice && wanted === 'members' ? line.audience : wanted);
}

async function enter(
  write: Write,
  catalogue: OrgCatalogue,
  one: {
    readonly line: Line;
    readonly audience: Audience;
    readonly content: PublicContent;
    readonly period: Period | null;
    readonly source: Proposal['source'];
  },
): Promise<ItemId> {
  const { place } = catalogue;
  const { title } = one.content;
  const itemId = await insertItem(write, place, {
    kind: one.line.kind,
    title,
    audience: one.audience,
    period: one.period,
    source: one.source ?? null,
  });
  const code = codeOf(itemId, 1, catalogue.name, one.content);
  await insertVersion(write, place, itemId, {
    version: 1,
    title,
    content: one.content,
    code,
    reason: '',
  });
  const { accountName, actingAs } = write.actor;
  const step = {
    seq: 1,
    version: 1,
    byName: accountName,
    byAs: actingAs,
    onPaper: false,
    note: '',
  };
  await insertStep(write, { itemId, place }, { ...step, move: 'propose' });
  await write.audit({
    action: 'publication.propose',
    objectKind: 'publication_item',
    objectId: itemId,
    place,
    fields: { kind: one.line.kind, source: one.source?.module ?? '' },
  });
  return itemId;
}

/**
 * 提出: a record as it stands, or a text written here, for one line of the catalogue. Refuses what is not
 * in the catalogue, a record that was proposed already, and a text with private facts in it.
 */
export async function propose(
  write: Write,
  input: Proposal,
  sources: readonly PublicationSource[],
): Promise<Result<{ itemId: ItemId }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  await write.tick(input.orgId);
  const catalogue = await catalogueOf(write, input.orgId);
  const line = catalogue === null ? undefined : lineOf(catalogue, input.kind);
  if (catalogue === null || line === undefined) return refuse('publication.unknown_kind');
  const audience = audienceOf(line, input.audience);
  if (!audience.ok) return audience;
  const text = await textOf(write, input, line, sources);
  if (!text.ok) return text;
  const checked = await checkText(write, input.orgId, text.value.content, line.section);
  if (!checked.ok) return checked;
  const itemId = await enter(write, catalogue, {
    line,
    audience: audience.value,
    content: checked.value,
    period: text.value.period,
    source: input.source,
  });
  return ok({ itemId });
}
