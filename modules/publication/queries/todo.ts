import type { Inputs, Outputs } from '#contract/lib';
import type { publicationContract } from '#contract/publication';
import { dutiesOf, isOpen } from '#engines/obligation';
import type { Offer, PublicationSource } from '#engines/publishing';
import type { OrgId } from '#kernel/ids';
import { addMonths, type PlainDate } from '#kernel/plain-date';
import { basisOf } from '#kernel/rule';
import type { Read } from '#platform/db';
import { mayAct } from '../policy.ts';
import { publicationObligations } from '../obligations.ts';
import { boardOf } from '../store/boards.ts';
import { itemsWithin, takenSources } from '../store/items.ts';
import { questionsWithin } from '../store/questions.ts';
import { shownBoard } from './board.ts';
import { catalogueOf, lineOf, type OrgCatalogue } from './catalogue.ts';
import { itemRows, questionRows } from './rows.ts';

type Out = Outputs<typeof publicationContract>['todo'];

const ALL = { offset: 0, limit: 100 };
/** Records older than this are no longer offered. */
const MONTHS = 4;

/** Records that could go out and were not proposed yet, the newest first. */
async function offersOf(
  read: Read,
  orgId: OrgId,
  catalogue: OrgCatalogue,
  sources: readonly PublicationSource[],
): Promise<Out['offers']> {
  const since: PlainDate = addMonths(read.today, -MONTHS);
  const taken = await takenSources(read, orgId);
  const found: (Offer & { readonly module: string })[] = [];
  for (const source of sources)
    for (const offer of await source.offers(read, orgId, since))
      if (!taken.has(`${source.module} ${offer.sourceId}`))
        found.push({ ...offer, module: source.module });
  return found
    .filter((offer) => lineOf(catalogue, offer.kind) !== undefined)
    .toSorted((a, b) => b.on.localeCompare(a.on))
    .map((offer) => ({
      module: offer.module,
      sourceId: offer.sourceId,
      kind: offer.kind,
      kindName: lineOf(catalogue, offer.kind)?.name ?? '',
      title: offer.title,
      on: offer.on,
      until: offer.until,
    }));
}

/** 公开待办 of an organisation: what waits for whom, what is due, what came to its end, what could go out. */
export async function todo(
  read: Read,
  input: Inputs<typeof publicationContract>['todo'],
  sources: readonly PublicationSource[],
): Promise<Out | null> {
  const catalogue = await catalogueOf(read, input.orgId);
  if (catalogue === null) return null;
  const { place } = catalogue;
  const path = place.orgPath;
  const waiting = await itemsWithin(
    read,
    { path, states: ['proposed', 'checked', 'approved'] },
    ALL,
  );
  const expired = await itemsWithin(read, { path, endedBefore: read.today }, ALL);
  const questions = await questionsWithin(read, path, 'open', ALL);
  const span = { from: addMonths(read.today, -12), to: read.today };
  const duties = await dutiesOf([publicationObligations], read, [input.orgId], span, read.today);
  return {
    board: shownBoard(await boardOf(read, input.orgId)),
    waiting: await itemRows(read, waiting.rows),
    expired: await itemRows(read, expired.rows),
    missing: duties
      .filter((duty) => duty.kind === 'publication.regular' && isOpen(duty))
      .map((duty) => ({
        kind: duty.opens.search['kind'] ?? '',
        name: duty.title.replace(/^公开：/u, ''),
        period: duty.reason,
        from: duty.from,
        until: duty.until,
        overdue: duty.state === 'missed',
        basis: basisOf(duty.rule),
      })),
    offers: await offersOf(read, input.orgId, catalogue, sources),
    questions: await questionRows(read, questions.rows),
    can: {
      propose: mayAct(read.actor, place, 'publication.write'),
      board: mayAct(read.actor, place, 'publication.settings'),
    },
  };
}
