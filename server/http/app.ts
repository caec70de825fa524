import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { today } from '#kernel/clock';
import type { Database } from '#platform/db';
import type { Log } from '#platform/log';
import {
  requestContext,
  type Installation,
  type RequestContext,
  type Visitor,
} from '#platform/request';
import type { FileStore } from '#platform/files';
import type { Sso } from '#platform/sso';
import { resolveSession } from '#modules/accounts';
import { permissionsOf } from '../modules.ts';
import { boothRoutes } from './booth.ts';
import { makeApi, openApiDocument } from './api.ts';
import { boardRoutes } from './board.ts';
import { fileRoutes } from './files.ts';
import { ssoRoutes } from './sso.ts';

const COOKIE = 'zhibu_session';
const NO_TENANT = '00000000-0000-0000-0000-000000000000';
const BODY_LIMIT = 4 * 1024 * 1024;

export interface AppOptions {
  readonly db: Database;
  readonly files: FileStore;
  readonly log: Log;
  readonly installation: Installation;
  readonly sso: Sso | null;
  readonly version: string;
  readonly webDir: string;
  readonly https?: { readonly key: Buffer; readonly cert: Buffer };
  readonly behindProxy: boolean;
}

const HEADERS = {
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; frame-ancestors 'self'; object-src 'none'; base-uri 'self'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'SAMEORIGIN',
};

/** A page of another site may not act in the name of whoever is signed in here. */
function fromElsewhere(request: FastifyRequest): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false;
  const site = request.headers['sec-fetch-site'];
  if (typeof site === 'string') return site !== 'same-origin' && site !== 'none';
  const { origin } = request.headers;
  return typeof origin === 'string' && URL.parse(origin)?.host !== request.headers.host;
}

/** The HTTP server, not yet listening. */
export async function makeApp(options: AppOptions): Promise<FastifyInstance> {
  const { db, log } = options;
  const app = fastify({
    bodyLimit: BODY_LIMIT,
    trustProxy: options.behindProxy,
    ...(options.https === undefined ? {} : { https: options.https }),
  }) as FastifyInstance;
  const secure = options.https !== undefined || options.behindProxy;
  // First, so that nothing below reaches it: no cookies, no sessions, no hooks.
  await boothRoutes(app, { db, secrets: options.installation.secrets, log });
  await app.register(cookie);
  const api = makeApi();

  const visitorOf = (request: FastifyRequest, reply: FastifyReply): Visitor => ({
    agent: request.headers['user-agent'] ?? '',
    address: request.ip,
    origin: `${request.protocol}://${request.host}`,
    giveToken: (token) => {
      const shape = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
      if (token === null) reply.clearCookie(COOKIE, shape);
      else reply.setCookie(COOKIE, token, shape);
    },
  });

  app.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS);
    if (fromElsewhere(request)) {
      await reply
        .status(403)
        .send({ code: 'FORBIDDEN', message: '这个请求不是从本系统的页面发出的' });
    }
  });

  app.setErrorHandler(async (error: Error & { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) {
      const message = status === 413 ? '提交的内容太大' : '请求格式不对';
      return reply.status(status).send({ code: 'INVALID', message });
    }
    const incident = log.incident(error);
    return reply.status(500).send({
      code: 'FAILED',
      message: `系统出错了，没有保存。事件编号 ${incident}，请告诉管理员。`,
      data: { incident },
    });
  });

  app.get('/api/health', async () => {
    await db.system((plain) => plain.selectNoFrom((eb) => eb.val(1).as('one')).execute());
    return { status: 'ok', version: options.version };
  });

  const published = openApiDocument(options.version);
  app.get('/api/openapi.json', () => published);

  const contextOf = async (
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<RequestContext> => {
    const token = request.cookies[COOKIE];
    const session = token === undefined ? null : await resolveSession(db, token, permissionsOf);
    return requestContext({
      db,
      files: options.files,
      today: today(db.clock),
      visitor: visitorOf(request, reply),
      installation: options.installation,
      who: session?.who ?? null,
      acting: session?.actor ?? null,
    });
  };
  await fileRoutes(app, options.files, contextOf);
  await boardRoutes(app, db, options.installation.attempts);
  if (options.sso !== null) {
    // The browser keeps this value for a few minutes and belongs to no tenant yet.
    const { secrets } = options.installation;
    ssoRoutes(
      app,
      options.sso,
      secure,
      {
        seal: (value) => secrets.encrypt(NO_TENANT, value),
        unseal: (value) => secrets.decrypt(NO_TENANT, value),
      },
      contextOf,
    );
  }

  app.all('/api/*', async (request, reply) => {
    const context = await contextOf(request, reply);
    reply.header('cache-control', 'no-store');
    const answered = await api(request, reply, { context, report: (error) => log.incident(error) });
    if (!answered) await reply.status(404).send({ code: 'NOT_FOUND', message: '没有这个接口' });
    return reply;
  });

  const index = join(options.webDir, 'index.html');
  if (existsSync(index)) {
    await app.register(fastifyStatic, {
      root: options.webDir,
      wildcard: false,
      index: false,
      preCompressed: true,
      setHeaders: (response, path) => {
        response.header(
          'cache-control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    });
    const page = readFileSync(index);
    const serve = async (_request: FastifyRequest, reply: FastifyReply) =>
      reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page);
    app.get('/', serve);
    app.setNotFoundHandler(async (request, reply) =>
      request.method === 'GET'
        ? serve(request, reply)
        : reply.status(404).send({ code: 'NOT_FOUND', message: '没有这个页面' }),
    );
  }
  return app;
}
