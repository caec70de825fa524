import { OpenAPIGenerator } from '@orpc/openapi';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { ValidationError, type AnyContractProcedure } from '@orpc/contract';
import { implement, ORPCError } from '@orpc/server';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { describeRefusal } from '#contract/refusals';
import type { EndpointMeta } from '#contract/lib';
import type { Refusal, Result } from '#kernel/result';
import { NotActing, type RequestContext } from '#platform/request';
import { CONTRACT, ROUTES } from '../modules.ts';

/** What the edge hands to each call: made once per request. */
interface Edge {
  readonly context: RequestContext;
  readonly report: (error: unknown) => string;
}

type Handler = (input: unknown, context: RequestContext) => Promise<Result<unknown>>;

/** Known refusals become their HTTP status and always carry their sentence. */
function refused(refusal: Refusal): ORPCError<string, unknown> {
  const message = describeRefusal(refusal);
  if (refusal.code === 'common.not_found')
    return new ORPCError('NOT_FOUND', { status: 404, message });
  if (refusal.code === 'common.not_allowed')
    return new ORPCError('FORBIDDEN', { status: 403, message });
  return new ORPCError('REFUSED', {
    status: 409,
    message,
    data: { code: refusal.code, params: refusal.params },
  });
}

/** The first thing wrong with an input, named by field and value. */
function invalid(error: ValidationError, input: unknown): ORPCError<string, unknown> {
  const [issue] = error.issues;
  const path = (issue?.path ?? []).map((part) =>
    String(typeof part === 'object' ? part.key : part),
  );
  let value: unknown = input;
  for (const part of path)
    value = typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined;
  const field = path.join('.');
  const shown = value === undefined ? '' : String(JSON.stringify(value)).slice(0, 80);
  const message = `填写有误：${field === '' ? '内容' : `“${field}”`}${issue?.message ?? '格式不对'}${shown === '' ? '' : `（填写的是 ${shown}）`}`;
  return new ORPCError('INVALID', { status: 400, message, data: { field, value: shown } });
}

function accessRefusal(
  meta: EndpointMeta,
  { who, acting }: RequestContext,
): ORPCError<string, unknown> | null {
  if (meta.access === 'public') return null;
  if (who === null) return new ORPCError('UNAUTHENTICATED', { status: 401, message: '请先登录' });
  if (meta.access === 'session') return null;
  if (acting === null || !acting.permissions.has(meta.access.permission)) {
    return refused({ code: 'common.not_allowed', params: {} });
  }
  return null;
}

function toOrpc(error: unknown, input: unknown, report: Edge['report']): unknown {
  if (error instanceof ORPCError && error.status < 500) {
    return error.cause instanceof ValidationError ? invalid(error.cause, input) : error;
  }
  const cause = error instanceof ORPCError ? error.cause : error;
  if (error instanceof NotActing || cause instanceof NotActing) {
    return refused({ code: 'common.not_allowed', params: {} });
  }
  const incident = report(
    error instanceof ORPCError && error.cause !== undefined ? error.cause : error,
  );
  const message = `系统出错了，没有保存。事件编号 ${incident}，请告诉管理员。`;
  return new ORPCError('FAILED', { status: 500, message, data: { incident } });
}

function procedure(contract: AnyContractProcedure, handler: Handler) {
  return implement(contract)
    .$context<Edge>()
    .handler(async ({ input, context }: { input: unknown; context: Edge }) => {
      const result = await handler(input, context.context);
      if (!result.ok) throw refused(result.refusal);
      return result.value;
    });
}

function buildRouter() {
  const router: Record<string, Record<string, ReturnType<typeof procedure>>> = {};
  for (const [module, endpoints] of Object.entries(CONTRACT)) {
    const handlers: Record<string, unknown> = ROUTES[module as keyof typeof ROUTES];
    router[module] = Object.fromEntries(
      Object.entries(endpoints).map(([name, contract]) => {
        const handler = handlers[name];
        if (handler === undefined) throw new Error(`no handler for ${module}.${name}`);
        return [name, procedure(contract as AnyContractProcedure, handler as Handler)];
      }),
    );
  }
  return router;
}

/** Answers `/api/*`; resolves to false where no endpoint fits. */
export function makeApi(): (
  request: FastifyRequest,
  reply: FastifyReply,
  edge: Edge,
) => Promise<boolean> {
  const api = new OpenAPIHandler<Edge>(buildRouter(), {
    clientInterceptors: [
      async (options) => {
        const { context, report } = options.context;
        const meta = options.procedure['~orpc'].meta as EndpointMeta;
        const no = accessRefusal(meta, context);
        if (no !== null) throw no;
        try {
          return await options.next();
        } catch (error) {
          throw toOrpc(error, options.input, report);
        }
      },
    ],
  });
  return async (request, reply, edge) => {
    const { matched } = await api.handle(request, reply, { prefix: '/api', context: edge });
    return matched;
  };
}

/** The published contract, OpenAPI 3.1. */
export async function openApiDocument(version: string): Promise<unknown> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  return generator.generate(CONTRACT, {
    info: { title: '支部', version },
    servers: [{ url: '/api' }],
  });
}
