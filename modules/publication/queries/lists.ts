import type { Inputs, Outputs } from '#contract/lib';
import type { publicationContract } from '#contract/publication';
import { offsetOf } from '#kernel/paging';
import type { PublicContent } from '#engines/publishing';
import type { OrgId } from '#kernel/ids';
import type { Read } from '#platform/db';
import { bodiesAbove, orgNames, placeOf } from '#modules/organisations';
import { boardPath } from '../rules/address.ts';
import { mayAct } from '../policy.ts';
import { boardOf } from '../store/boards.ts';
import { itemsWithin } from '../store/items.ts';
import { insidePosts } from '../store/posts.ts';
import { questionsWithin } from '../store/questions.ts';
import { shownBoard } from './board.ts';
import { catalogueOf } from './catalogue.ts';
import { itemRows, questionRows } from './rows.ts';

type In = Inputs<typeof publicationContract>;
type Out = Outputs<typeof publicationContract>;

/** 公开栏: items at or below an organisation, with the address of its own board. */
export async function list(read: Read, input: In['list']): Promise<Out['list'] | null> {
  const found = await catalogueOf(read, input.orgId);
  if (found === null) return null;
  const { place } = found;
  const kinds =
    input.section === undefined
      ? undefined
      : found.lines.filter((line) => line.section === input.section).map((line) => line.kind);
  const page = await itemsWithin(
    read,
    {
      path: place.orgPath,
      states: input.state === undefined ? undefined : [input.state],
      kinds,
      endedBefore: input.expired === undefined ? undefined : read.today,
    },
    { offset: offsetOf(input), limit: input.pageSize },
  );
  return {
    rows: await itemRows(read, page.rows),
    total: page.total,
    board: shownBoard(await boardOf(read, input.orgId)),
    can: {
      propose: mayAct(read.actor, place, 'publication.write'),
      board: mayAct(read.actor, place, 'publication.settings'),
    },
  };
}

/** 提问与答复 at or below an organisation. */
export async function questions(
  read: Read,
  input: In['questions'],
): Promise<Out['questions'] | null> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return null;
  const page = await questionsWithin(read, place.orgPath, input.state, {
    offset: offsetOf(input),
    limit: input.pageSize,
  });
  return {
    rows: await questionRows(read, page.rows),
    total: page.total,
    can: { record: mayAct(read.actor, place, 'publication.write') },
  };
}

/** 党内公开: what one's own organisation and those above opened inside the Party. */
export async function inside(read: Read): Promise<Out['inside']> {
  const posts = await insidePosts(read, read.today);
  const orgId: OrgId = read.actor.orgId;
  const above = await bodiesAbove(read, orgId, read.today);
  const names = await orgNames(read, [orgId, ...above.map((one) => one.orgId)]);
  const board = await boardOf(read, orgId);
  return {
    boardPath: board?.open === true ? boardPath(board.code) : '',
    posts: posts.map((post) => {
      const content = post.content as PublicContent;
      return {
        code: post.code,
        orgName: names.get(post.org_id)?.name ?? '',
        kindName: post.kind_name,
        content: content as Out['inside']['posts'][number]['content'],
        shownFrom: post.shown_from,
        shownUntil: post.shown_until,
      };
    }),
  };
}
