import { plainCode } from '#engines/publishing';
import type { PlainDate } from '#kernel/plain-date';
import type { Database } from '#platform/db';
import { boardHtml, checkHtml, pageHtml, postHtml } from '../documents/board-page.ts';
import { askHtml } from '../documents/ask-page.ts';
import { publicBoard } from '../store/boards.ts';
import { publicPost, publicPosts, type Post } from '../store/posts.ts';
import { publicAnswers } from '../store/questions.ts';

/** A page for anybody. What these functions read is what row security shows without a session: published rows. */
export interface PublicPage {
  readonly status: 200 | 404 | 409;
  readonly html: string;
}

const ANSWERS = 60;

const page = (html: string, status: PublicPage['status'] = 200): PublicPage => ({ status, html });

const noBoard = (): PublicPage =>
  page(
    pageHtml(
      null,
      '没有这个公开栏',
      '<h1>没有这个公开栏</h1><p>地址可能抄错了，或者公开栏已经关闭。请向张贴地址的单位查问。</p>',
    ),
    404,
  );

export const hangsOn = (post: Post, day: PlainDate): boolean =>
  post.endedOn === null && (post.shownUntil === null || post.shownUntil >= day);

/** The board at an address. */
export async function boardPage(db: Database, code: string, day: PlainDate): Promise<PublicPage> {
  return db.system(async (plain) => {
    const board = await publicBoard(plain, code);
    if (board === null) return noBoard();
    const posts = await publicPosts(plain, code, day);
    return page(boardHtml(board, posts, await publicAnswers(plain, code, ANSWERS)));
  });
}

/** One text of a board; one that was taken down tells what became of it. */
export async function postPage(
  db: Database,
  asked: { readonly board: string; readonly code: string },
  day: PlainDate,
): Promise<PublicPage> {
  return db.system(async (plain) => {
    const board = await publicBoard(plain, asked.board);
    if (board === null) return noBoard();
    const code = plainCode(asked.code);
    const post = await publicPost(plain, code);
    if (post === null || post.boardCode !== board.code)
      return page(checkHtml(null, code, null, false), 404);
    return hangsOn(post, day)
      ? page(postHtml(board, post))
      : page(checkHtml(board, code, post, false));
  });
}

/** 核验公开编号: the text a code stands for, on whichever open board. */
export async function checkPage(db: Database, typed: string, day: PlainDate): Promise<PublicPage> {
  const code = plainCode(typed);
  return db.system(async (plain) => {
    const post = code === '' ? null : await publicPost(plain, code);
    const board = post === null ? null : await publicBoard(plain, post.boardCode);
    if (post === null || board === null) return page(checkHtml(null, code, null, false), 404);
    return page(checkHtml(board, code, post, hangsOn(post, day)));
  });
}

/** The form for a question, fresh or with what was typed and why it was not taken. */
export async function askPage(
  db: Database,
  asked: {
    readonly board: string;
    readonly about: string;
    readonly commandId: string;
    readonly words?: string;
    readonly asker?: string;
    readonly refused?: string;
  },
  day: PlainDate,
): Promise<PublicPage> {
  return db.system(async (plain) => {
    const board = await publicBoard(plain, asked.board);
    if (board === null) return noBoard();
    const code = plainCode(asked.about);
    const post = code === '' ? null : await publicPost(plain, code);
    const about = post !== null && post.boardCode === board.code && hangsOn(post, day);
    const refused = asked.refused ?? '';
    const html = askHtml({
      board,
      commandId: asked.commandId,
      about: about ? { code, title: post.title } : null,
      words: asked.words ?? '',
      asker: asked.asker ?? '',
      refused,
    });
    return page(html, refused === '' ? 200 : 409);
  });
}
