import type { Inputs, Outputs } from '#contract/lib';
import type { publicationContract } from '#contract/publication';
import { groupedCode, type PublicationSource } from '#engines/publishing';
import { basisOf } from '#kernel/rule';
import { refuse, type Refusal } from '#kernel/result';
import type { Read } from '#platform/db';
import { boardPath } from '../rules/address.ts';
import { builtIn, ruleNamed } from '../rules/catalogue.ts';
import { nextState, STATE_MOVES } from '../rules/steps.ts';
import { typedOf } from '../rules/text.ts';
import { mayAct } from '../policy.ts';
import { boardOf } from '../store/boards.ts';
import { itemOf, stepsOf, versionsOf, type Item, type Step } from '../store/items.ts';
import { proofsOf } from '../store/posts.ts';
import { MOVES } from '#contract/publication-words';
import { catalogueOf, lineOf } from './catalogue.ts';
import { factsOf } from './item-facts.ts';
import { itemRows } from './rows.ts';
import { sourceOf } from './text.ts';

type Out = Outputs<typeof publicationContract>['detail'];

const SOURCE_NAMES: Readonly<Record<string, string>> = {
  admissions: '发展党员',
  dues: '党费',
  meetings: '会议',
  elections: '换届选举',
  decisions: '四议两公开',
};

/** What somebody may do with an item now; a second person is told by name and account. */
async function canOf(
  read: Read,
  item: Item,
  steps: readonly Step[],
): Promise<Record<string, true | Refusal>> {
  const facts = await factsOf(read, item, steps);
  const { accountId, accountName, post } = read.actor;
  const move = mayAct(read.actor, item.place, 'publication.move');
  const write = mayAct(read.actor, item.place, 'publication.write');
  const who = { accountId, name: accountName, onPaper: false };
  const moves = STATE_MOVES.map((one): [string, true | Refusal] => {
    if (move !== true) return [one, move];
    const next = nextState(facts, { move: one, post, who });
    return [one, next.ok ? true : next.refusal];
  });
  const gone = item.state === 'ended' || item.state === 'withdrawn';
  return {
    ...Object.fromEntries(moves),
    correct: gone ? refuse('publication.not_now').refusal : write,
    prove: item.shownVersion === 0 ? refuse('publication.not_published').refusal : write,
  };
}

/** One item: every version of its text, its steps, where its paper hung, and what can be done. */
export async function detail(
  read: Read,
  input: Inputs<typeof publicationContract>['detail'],
  sources: readonly PublicationSource[],
): Promise<Out | null> {
  const item = await itemOf(read, input.itemId);
  if (item === null) return null;
  const [row] = await itemRows(read, [item]);
  const catalogue = await catalogueOf(read, item.place.orgId);
  if (row === undefined || catalogue === null) return null;
  const line = lineOf(catalogue, item.kind) ?? builtIn(item.kind);
  const versions = await versionsOf(read, item.itemId);
  const steps = await stepsOf(read, item.itemId);
  const { source } = item;
  const record =
    source === null
      ? null
      : ((await sourceOf(sources, source.module)?.content(
          read,
          item.place.orgId,
          source.sourceId,
        )) ?? null);
  const board = await boardOf(read, item.place.orgId);
  return {
    ...row,
    edition: item.edition,
    basis: line === undefined ? '按上级规定' : basisOf(ruleNamed(line.rule)),
    period: item.period,
    endedOn: item.endedOn,
    fixedUntil: record?.offer.until ?? null,
    postingDays: line?.postingDays ?? 0,
    source: source === null ? null : { ...source, name: SOURCE_NAMES[source.module] ?? '' },
    boardPath: board?.open === true && item.audience !== 'members' ? boardPath(board.code) : '',
    shownCode: groupedCode(versions.find((one) => one.version === item.shownVersion)?.code ?? ''),
    versions: versions.map((one) => ({
      version: one.version,
      title: one.title,
      content: one.content as Out['versions'][number]['content'],
      code: groupedCode(one.code),
      reason: one.reason,
      enteredAt: one.enteredAt.toISOString(),
      typed: typedOf(one.content),
    })),
    steps: steps.map((step) => ({
      move: MOVES[step.move],
      on: step.on,
      byName: step.byName,
      byAs: step.byAs,
      onPaper: step.onPaper,
      note: step.note,
      version: step.version,
    })),
    proofs: (await proofsOf(read, item.itemId)).map(({ itemId: _, ...proof }) => ({
      ...proof,
      fileId: proof.fileId,
    })),
    places: [...(record?.offer.places ?? [])],
    can: await canOf(read, item, steps),
  };
}
