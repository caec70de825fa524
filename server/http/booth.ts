import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { describeRefusal } from '#contract/refusals';
import type { Database, SecretsPort } from '#platform/db';
import type { Log } from '#platform/log';
import {
  BallotSlots,
  BOOTH_SCRIPT,
  brakeOf,
  codePage,
  donePage,
  lookPage,
  marksOf,
  paperByCode,
  paperPage,
} from '#modules/ballots';

export interface BoothParts {
  readonly db: Database;
  readonly secrets: SecretsPort;
  readonly log: Log;
}

/** A survey of sixty long answers, percent-encoded. */
const BODY_LIMIT = 512 * 1024;

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
};

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });

type Fields = ReadonlyMap<string, readonly string[]>;

const fieldsOf = (body: unknown): Fields => (body instanceof Map ? (body as Fields) : new Map());

/** What was typed, or the address of a slip that a scanner typed whole. */
const codeIn = (fields: Fields): string => (fields.get('code')?.[0] ?? '').split('#').at(-1) ?? '';

/**
 * The polling booth `/t`: plain pages of its own, set apart from the application. It is a server of its own
 * that the first hook hands the request to, before cookies, sessions and whatever else the application does:
 * no cookie is read or set, no address or browser is looked at, nothing is logged but a failure without its
 * values. A proxy before the server has to be told the same (README).
 */
export async function boothRoutes(app: FastifyInstance, parts: BoothParts): Promise<void> {
  const booth = makeBooth(parts);
  await booth.ready();
  app.addHook('onRequest', (request, reply, next) => {
    if (!/^\/t(?:[/?]|$)/.test(request.raw.url ?? '')) {
      next();
      return;
    }
    reply.hijack();
    booth.routing(request.raw, reply.raw);
  });
  app.addHook('onClose', () => booth.close());
}

/** The booth's own server, never listening by itself. */
function makeBooth({ db, secrets, log }: BoothParts): FastifyInstance {
  const booth = fastify({ bodyLimit: BODY_LIMIT });
  const brake = brakeOf(db.clock, wait);
  const slots = new BallotSlots(db, secrets);
  booth.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: BODY_LIMIT },
    (_request, body, done) => {
      const fields = new Map<string, string[]>();
      for (const [name, value] of new URLSearchParams(String(body)))
        fields.set(name, [...(fields.get(name) ?? []), value]);
      done(null, fields);
    },
  );
  booth.setErrorHandler(async (error: Error & { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    const message =
      status < 500
        ? '提交的内容格式不对，请重新打开票。'
        : `系统出错了，这张票没有投出。事件编号 ${log.incident(error)}，请告诉监票人。`;
    return answer(reply.status(status < 500 ? 400 : 500), codePage({ kiosk: false }, message));
  });
  const answer = (reply: FastifyReply, page: string) =>
    reply.headers(HEADERS).type('text/html; charset=utf-8').send(page);

  booth.get<{ Querystring: { kiosk?: string } }>('/t', async (request, reply) =>
    answer(reply, codePage({ kiosk: request.query.kiosk === '1' }, null)),
  );
  booth.get('/t/booth.js', async (_request, reply) =>
    reply
      .headers({ ...HEADERS, 'cache-control': 'max-age=300' })
      .type('text/javascript; charset=utf-8')
      .send(BOOTH_SCRIPT),
  );

  for (const step of ['paper', 'look', 'cast'] as const)
    booth.post(`/t/${step}`, async (request, reply) => {
      const fields = fieldsOf(request.body);
      const set = { kiosk: fields.has('kiosk') };
      const code = codeIn(fields);
      const found = await paperByCode(db, secrets, brake, code);
      if (!found.ok)
        return answer(reply.status(409), codePage(set, describeRefusal(found.refusal)));
      const paper = found.value;
      const marks = marksOf(paper.form, fields);
      if (step === 'paper' || marks === null) {
        const unread = marks === null && step !== 'paper';
        const told = unread
          ? describeRefusal({ code: 'ballots.paper_unreadable', params: {} })
          : null;
        return answer(reply.status(unread ? 409 : 200), paperPage(set, paper, code, marks, told));
      }
      if (step === 'look') return answer(reply, lookPage(set, paper, code, marks));
      const cast = await slots.cast(paper, marks);
      return cast.ok
        ? answer(reply, donePage(set))
        : answer(reply.status(409), codePage(set, describeRefusal(cast.refusal)));
    });
  return booth;
}
