import { plainCode } from '#engines/publishing';
import { today } from '#kernel/clock';
import type { AccountId, CommandId } from '#kernel/ids';
import { refuse, type Result } from '#kernel/result';
import type { Actor, Database } from '#platform/db';
import { askedHtml } from '../documents/ask-page.ts';
import { hangsOn } from '../queries/public-pages.ts';
import { publicBoard, type Board } from '../store/boards.ts';
import { publicPost } from '../store/posts.ts';
import { dueOn, enterQuestion } from './take-questions.ts';

const NOBODY = '00000000-0000-0000-0000-000000000000' as AccountId;

/** Whoever stands before the board: writes at its organisation, may do nothing, and has no name. */
const visitorAt = (board: Board): Actor => ({
  tenantId: board.tenantId,
  accountId: NOBODY,
  accountName: '公开栏',
  personId: null,
  post: 'system',
  actingAs: '公开栏提问',
  orgId: board.orgId,
  place: board.orgPath,
  scope: board.orgPath,
  permissions: new Set(),
});

/**
 * A question from the public board. Neither address nor browser is kept; the same form sent twice is one
 * question. Returns the page that tells its number.
 */
export async function ask(
  db: Database,
  asked: {
    readonly board: string;
    readonly about: string;
    readonly words: string;
    readonly asker: string;
    readonly commandId: CommandId;
  },
): Promise<Result<{ html: string }>> {
  const board = await db.system((plain) => publicBoard(plain, asked.board));
  if (board === null) return refuse('common.not_found');
  const day = today(db.clock);
  const code = plainCode(asked.about);
  const post = code === '' ? null : await db.system((plain) => publicPost(plain, code));
  const about = post !== null && post.boardCode === board.code && hangsOn(post, day);
  const call = { commandId: asked.commandId, action: 'publication.ask', orgId: board.orgId };
  const entered = await db.write(visitorAt(board), call, (write) =>
    enterQuestion(
      write,
      { orgId: board.orgId, orgPath: board.orgPath },
      {
        words: asked.words,
        asker: asked.asker,
        askedOn: day,
        itemId: about ? post.itemId : null,
        way: 'board',
      },
    ),
  );
  if (!entered.ok) return entered;
  return { ok: true, value: { html: askedHtml(board, entered.value.number, dueOn(day)) } };
}
