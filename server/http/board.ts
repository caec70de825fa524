import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { describeRefusal } from '#contract/refusals';
import { zAsk } from '#contract/publication';
import { newId, today } from '#kernel/clock';
import { refuse } from '#kernel/result';
import type { Database } from '#platform/db';
import type { Attempts } from '#platform/request';
import {
  ask,
  askPage,
  boardPage,
  checkPage,
  isBoardCode,
  postPage,
  type PublicPage,
} from '#modules/publication';

const FORM_LIMIT = 16 * 1024;
/** Questions within a quarter of an hour from one address, and to one board from everywhere. */
const MOST_FROM_ONE = 5;
const MOST_TO_ONE = 60;

const FORM = /^application\/x-www-form-urlencoded\b/i;

/** What a form sends; a field sent twice counts once, line ends are those of one system. */
const fieldsOf = (body: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...new URLSearchParams(typeof body === 'string' ? body : '')].map(([name, value]) => [
      name,
      value.replace(/\r\n?/g, '\n'),
    ]),
  );

const send = (reply: FastifyReply, page: PublicPage): FastifyReply =>
  reply
    .status(page.status)
    .header('cache-control', 'no-cache')
    .header('x-robots-tag', 'noindex')
    .type('text/html; charset=utf-8')
    .send(page.html);

interface Asked {
  Params: { board: string; code: string };
  Querystring: { code?: unknown; about?: unknown };
}
const word = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 40) : '');

/**
 * The public boards: pages for anybody, made here, without a session, a script or a cookie. A question is
 * counted against its address in memory for a quarter of an hour, as a sign-in is; nothing of it is kept.
 */
export async function boardRoutes(
  app: FastifyInstance,
  db: Database,
  attempts: Attempts,
): Promise<void> {
  const day = () => today(db.clock);
  // A code that is none finds no board; the page says so.
  const boardOf = (request: FastifyRequest<Asked>): string => {
    const { board } = request.params;
    return isBoardCode(board) ? board : '';
  };
  await app.register(async (scope) => {
    scope.addContentTypeParser(
      FORM,
      { parseAs: 'string', bodyLimit: FORM_LIMIT },
      (_request, body, done) => done(null, body),
    );
    scope.get<Asked>('/board/check', async (request, reply) =>
      send(reply, await checkPage(db, word(request.query.code), day())),
    );
    scope.get<Asked>('/board/:board', async (request, reply) =>
      send(reply, await boardPage(db, boardOf(request), day())),
    );
    scope.get<Asked>('/board/:board/ask', async (request, reply) => {
      const asked = {
        board: boardOf(request),
        about: word(request.query.about),
        commandId: newId<'Command'>(db.clock),
      };
      return send(reply, await askPage(db, asked, day()));
    });
    scope.get<Asked>('/board/:board/:code', async (request, reply) =>
      send(
        reply,
        await postPage(db, { board: boardOf(request), code: request.params.code }, day()),
      ),
    );
    scope.post<Asked>('/board/:board/ask', async (request, reply) => {
      const board = boardOf(request);
      const fields = fieldsOf(request.body);
      const parsed = zAsk.safeParse(fields);
      const again = async (refused: string): Promise<FastifyReply> =>
        send(
          reply,
          await askPage(
            db,
            {
              board,
              about: word(fields['about']),
              commandId: newId<'Command'>(db.clock),
              words: (fields['words'] ?? '').slice(0, 1000),
              asker: (fields['asker'] ?? '').slice(0, 50),
              refused,
            },
            day(),
          ),
        );
      if (!parsed.success) return again('请写下想问的事，不超过一千字；称呼不超过五十字');
      const now = db.clock.now();
      const keys = [`ask ${request.ip}`, `ask-board ${board}`] as const;
      const [one, all] = keys.map((key) => attempts.soFar(key, now).count);
      if ((one ?? 0) >= MOST_FROM_ONE || (all ?? 0) >= MOST_TO_ONE)
        return again(describeRefusal(refuse('publication.too_many_questions').refusal));
      const done = await ask(db, { board, ...parsed.data });
      if (!done.ok) return again(describeRefusal(done.refusal));
      for (const key of keys) attempts.failed(key, now);
      return send(reply, { status: 200, html: done.value.html });
    });
  });
}
