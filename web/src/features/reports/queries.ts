import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { REPORT_KINDS, type ReportKind } from '#contract/reports-words';
import type { Id, OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { api, type Answer, type Api } from '../../api.ts';
import type { ListSearch } from '../../patterns/list-search.ts';

export type ReportId = Id<'Report'>;
export type Report = Answer<Api['reports']['open']>;
export type Figure = Report['figures'][number];
export type Finding = Report['findings'][number];
export type Content = Report['content'];
export type ReportLine = Answer<Api['reports']['list']>['rows'][number];
export type Source = Answer<Api['reports']['rows']>['rows'][number];
export type Difference = Answer<Api['reports']['difference']>['differences'][number];
export type ReportsSearch = ListSearch<'kind' | 'year' | 'state'>;

export const kindIn = (word: string | undefined): ReportKind | undefined =>
  word !== undefined && word in REPORT_KINDS ? (word as ReportKind) : undefined;

export const reportsQuery = (search: ReportsSearch) =>
  queryOptions({
    queryKey: ['reports', 'list', search],
    queryFn: () =>
      api.reports.list({
        page: search.page,
        pageSize: search.pageSize,
        kind: kindIn(search.kind),
        year: search.year,
        state: search.state === 'draft' || search.state === 'issued' ? search.state : undefined,
      }),
    placeholderData: keepPreviousData,
  });

export const reportQuery = (reportId: string) =>
  queryOptions({
    queryKey: ['reports', 'one', reportId],
    queryFn: () => api.reports.open({ reportId }),
    // The editor holds what is being typed; it is read again when one asks for it.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });

export const rowsQuery = (reportId: string, indicator: string, body: number | undefined) =>
  queryOptions({
    queryKey: ['reports', 'rows', reportId, indicator, body],
    queryFn: () => api.reports.rows({ reportId, indicator, body }),
  });

export const authorsQuery = (orgId: OrgId, from: PlainDate, to: PlainDate) =>
  queryOptions({
    queryKey: ['reports', 'authors', orgId, from, to],
    queryFn: () => api.reports.propose({ orgId, from, to }),
  });

export const differenceQuery = (reportId: string) =>
  queryOptions({
    queryKey: ['reports', 'difference', reportId],
    queryFn: () => api.reports.difference({ reportId }),
  });

export const compareQuery = (reportId: string) =>
  queryOptions({
    queryKey: ['reports', 'compare', reportId],
    queryFn: () => api.reports.compare({ reportId }),
  });
