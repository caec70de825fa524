import {
  oc,
  type AnySchema,
  type InferContractRouterInputs,
  type InferContractRouterOutputs,
  type InferSchemaInput,
  type InferSchemaOutput,
} from '@orpc/contract';
import { z } from 'zod';
import { isUuid, type CommandId, type Id } from '#kernel/ids';
import {
  parsePlainDate,
  parsePlainMonth,
  type PlainDate,
  type PlainMonth,
} from '#kernel/plain-date';
import { MAX_PAGE_SIZE } from '#kernel/paging';
import type { Money } from '#kernel/money';
import type { Result } from '#kernel/result';

z.config(z.locales.zhCN());

/**
 * The contract's own words. The contract library is named here, in `server/http/api.ts` and in
 * `web/src/api.ts` only.
 */

// In the browser the content security policy forbids evaluated code; asking for it would be reported each time.
if ('document' in globalThis) z.config({ jitless: true });

/** Who may call: anybody, anybody signed in, or a post that has the permission. */
export type Access = 'public' | 'session' | { readonly permission: string };

export interface EndpointMeta {
  readonly access: Access;
  readonly writes: boolean;
}

export const zRefusal = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

const base = oc.$meta<EndpointMeta>({ access: 'session', writes: false }).errors({
  REFUSED: { status: 409, data: zRefusal },
  INVALID: { status: 400, data: z.object({ field: z.string(), value: z.string() }) },
  UNAUTHENTICATED: { status: 401 },
  FORBIDDEN: { status: 403 },
  NOT_FOUND: { status: 404 },
  FAILED: { status: 500, data: z.object({ incident: z.string() }) },
});

interface Described<I extends z.ZodType, O extends z.ZodType> {
  readonly path: `/${string}`;
  readonly access: Access;
  /** One Chinese line for the published contract. */
  readonly summary: string;
  readonly input: I;
  readonly output: O;
}

/** A read: GET, its input in path and query. */
export const read = <I extends z.ZodType, O extends z.ZodType>(d: Described<I, O>) =>
  base
    .meta({ access: d.access, writes: false })
    .route({ method: 'GET', path: d.path, summary: d.summary })
    .input(d.input)
    .output(d.output);

/** A write: POST, one command with an id made by the caller. */
export const write = <S extends z.ZodRawShape, O extends z.ZodType>(
  d: Omit<Described<z.ZodObject<S>, O>, 'input'> & { readonly input: S },
) =>
  base
    .meta({ access: d.access, writes: true })
    .route({ method: 'POST', path: d.path, summary: d.summary })
    .input(z.strictObject({ ...d.input, commandId: zCommandId }))
    .output(d.output);

/** A file to download: GET, opens as a plain link. */
export const download = <I extends z.ZodType>(d: Omit<Described<I, z.ZodType>, 'output'>) =>
  base
    .meta({ access: d.access, writes: false })
    .route({ method: 'GET', path: d.path, summary: d.summary })
    .input(d.input)
    .output(z.instanceof(File));

type Router = Parameters<typeof oc.router>[0];
interface Procedure<I, O> {
  readonly '~orpc': { readonly inputSchema?: I; readonly outputSchema?: O };
}

/** What a server's handler gets: inputs as parsed. */
export type Inputs<Contract> = {
  readonly [Name in keyof Contract]: Contract[Name] extends Procedure<
    infer I extends AnySchema,
    AnySchema
  >
    ? InferSchemaOutput<I>
    : never;
};

/** What a server's handler gives: outputs before they are checked. */
export type Outputs<Contract> = {
  readonly [Name in keyof Contract]: Contract[Name] extends Procedure<
    AnySchema,
    infer O extends AnySchema
  >
    ? InferSchemaInput<O>
    : never;
};

/** What a caller sends and gets, for the web. */
export type Sent<Contract extends Router> = InferContractRouterInputs<Contract>;
export type Got<Contract extends Router> = InferContractRouterOutputs<Contract>;

// Building blocks ------------------------------------------------------------------------------

export const zId = <Noun extends string>() =>
  z
    .string()
    .refine(isUuid, '编号格式不对')
    .transform((v) => v as Id<Noun>);
export const zCommandId = z
  .string()
  .refine(isUuid, '编号格式不对')
  .transform((v) => v as CommandId);

export const zDay = z
  .string()
  .refine((v) => parsePlainDate(v) !== null, '不是有效日期，应如 2026-05-11')
  .transform((v) => v as PlainDate);

export const zMonth = z
  .string()
  .refine((v) => parsePlainMonth(v) !== null, '不是有效月份，应如 2026-05')
  .transform((v) => v as PlainMonth);

export const zYear = z.coerce.number().int().min(1921).max(2199);

/** Fen; up to ten million yuan. */
export const zMoney = z
  .number()
  .int()
  .min(-1_000_000_000)
  .max(1_000_000_000)
  .transform((v) => v as Money);

/** Text of one line, tidied; `max` characters. */
export const zLine = (max = 200) =>
  z
    .string()
    .max(max)
    .refine((v) => !/[\u0000-\u0008\u000b-\u001f\u007f]/.test(v), '含有不可见字符')
    .trim();
export const zWords = (max = 200) => zLine(max).refine((v) => v.length > 0, '不能为空');
export const zText = (max = 20_000) =>
  z
    .string()
    .max(max)
    .refine((v) => !v.includes('\u0000'), '含有不可见字符');

export const zPage = {
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(50),
};

export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), total: z.number().int() });

/** What may be done with a thing now; a disabled button shows the refusal's sentence. */
export const zCan = z.record(z.string(), z.union([z.literal(true), zRefusal]));

/** A flag in a query string. */
export const zFlag = z.enum(['true', 'false']).transform((v) => v === 'true');

export { z };

/**
 * What a module's `routes.ts` gives: one handler per endpoint, from input and the request's context
 * to a result. The contract library itself stays at the edge.
 */
export type Handlers<Contract, Context> = {
  readonly [Name in keyof Contract]: (
    input: Inputs<Contract>[Name],
    context: Context,
  ) => Promise<Result<Outputs<Contract>[Name]>>;
};
