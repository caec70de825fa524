import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { ImportRowKind } from '#contract/imports';
import type { Id } from '#kernel/ids';
import { api, type Answer, type Api } from '../../api.ts';

export type ImportId = Id<'Import'>;
export type Case = Answer<Api['imports']['cases']>['rows'][number];
export type Look = Answer<Api['imports']['look']>;
export type Preview = Answer<Api['imports']['preview']>;
export type ImportRow = Answer<Api['imports']['rows']>['rows'][number];
export type Problem = Answer<Api['imports']['problems']>['rows'][number];
export type Difference = Answer<Api['imports']['differences']>['rows'][number];

export const PAGE = 20;

export interface LookAsked {
  readonly sheet?: string;
  readonly headerRow?: number;
  readonly headerRows?: number;
}

export const lookQuery = (importId: ImportId, asked: LookAsked) =>
  queryOptions({
    queryKey: ['imports', importId, 'look', asked],
    queryFn: () => api.imports.look({ importId, ...asked }),
    staleTime: Infinity,
  });

export const previewQuery = (importId: ImportId) =>
  queryOptions({
    queryKey: ['imports', importId, 'preview'],
    queryFn: () => api.imports.preview({ importId }),
  });

export const rowsQuery = (importId: ImportId, kind: ImportRowKind, page: number) =>
  queryOptions({
    queryKey: ['imports', importId, 'rows', kind, page],
    queryFn: () => api.imports.rows({ importId, kind, page, pageSize: PAGE }),
  });

export const problemsQuery = (importId: ImportId, page: number) =>
  queryOptions({
    queryKey: ['imports', importId, 'problems', page],
    queryFn: () => api.imports.problems({ importId, page, pageSize: PAGE }),
  });

export const progressQuery = (importId: ImportId) =>
  queryOptions({
    queryKey: ['imports', importId, 'progress'],
    queryFn: () => api.imports.progress({ importId }),
    refetchInterval: 1_000,
  });

/** After a case was decided on. */
export const renewCase = (queries: QueryClient): void => {
  void queries.invalidateQueries({ queryKey: ['imports'] });
};

/** After the roster was written. */
export const renewRoster = (queries: QueryClient): void => {
  renewCase(queries);
  void queries.invalidateQueries({ queryKey: ['members'] });
};
