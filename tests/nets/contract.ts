import type { EndpointMeta, z } from '#contract/lib';
import { CONTRACT } from '../../server/modules.ts';

export interface Endpoint {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly meta: EndpointMeta;
  readonly input: z.ZodType;
}

interface Described {
  readonly '~orpc': {
    readonly route: { readonly method?: string; readonly path?: string };
    readonly meta: EndpointMeta;
    readonly inputSchema?: z.ZodType;
  };
}

/** Every endpoint of the product, as its contract says. */
export const ENDPOINTS: readonly Endpoint[] = Object.entries(CONTRACT).flatMap(
  ([module, endpoints]) =>
    Object.entries(endpoints as Record<string, Described>).map(([name, described]) => {
      const { route, meta, inputSchema } = described['~orpc'];
      if (inputSchema === undefined || route.path === undefined)
        throw new Error(`${name} is not described`);
      return {
        name: `${module}.${name}`,
        method: route.method === 'GET' ? 'GET' : 'POST',
        path: route.path,
        meta,
        input: inputSchema,
      };
    }),
);
