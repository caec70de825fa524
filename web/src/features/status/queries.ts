import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query';
import type { STATUS_KINDS } from '#contract/status';
import type { OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { api, type Answer, type Api } from '../../api.ts';
import type { ListSearch } from '../../patterns/list-search.ts';
import type { CaseFilterName, LostFilterName } from './routes.ts';

export type CaseRow = Answer<Api['status']['list']>['rows'][number];
export type CaseDetail = Answer<Api['status']['detail']>;
export type CaseId = CaseDetail['caseId'];
export type CaseStep = CaseDetail['steps'][number];
export type Next = CaseDetail['nexts'][number];
export type Finding = Next['findings'][number];
export type Move = CaseStep['move'];
export type Told = CaseStep['told'];
export type Asked = Next['asks'][number];
export type PaperKey = Next['papers'][number]['key'];
export type Kind = keyof typeof STATUS_KINDS;
export type LostRow = Answer<Api['status']['lost']>['rows'][number];
export type PersonStatus = Answer<Api['status']['person']>;
export type Settings = Answer<Api['status']['settings']>;

export const listQuery = (own: OrgId, search: ListSearch<CaseFilterName>) =>
  queryOptions({
    queryKey: ['status', 'list', own, search],
    queryFn: () =>
      api.status.list({
        orgId: (search.orgId as OrgId | undefined) ?? own,
        q: search.q,
        ended: search.ended === 'true' || search.ended === 'false' ? search.ended : undefined,
      }),
    placeholderData: keepPreviousData,
  });

/** Each reading is written down, so it is read when the page opens or something was done, never by itself. */
export const detailQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['status', 'detail', caseId],
    queryFn: () => api.status.detail({ caseId }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export const meetingsQuery = (caseId: CaseId, body: 'members' | 'committee') =>
  queryOptions({
    queryKey: ['status', 'meetings', caseId, body],
    queryFn: () => api.status.meetings({ caseId, body }),
  });

export const checkQuery = (caseId: CaseId, move: Move, on: PlainDate, form: string) =>
  queryOptions({
    queryKey: ['status', 'check', caseId, move, on, form],
    queryFn: () => api.status.check({ caseId, move, on, form }),
    placeholderData: keepPreviousData,
  });

export const lostQuery = (own: OrgId, search: ListSearch<LostFilterName>) =>
  queryOptions({
    queryKey: ['status', 'lost', own, search.orgId, search.state],
    queryFn: () =>
      api.status.lost({
        orgId: (search.orgId as OrgId | undefined) ?? own,
        all: search.state === 'open' ? 'false' : 'true',
      }),
    placeholderData: keepPreviousData,
  });

export const personQuery = (personId: PersonId) =>
  queryOptions({
    queryKey: ['status', 'person', personId],
    queryFn: () => api.status.person({ personId }),
  });

export const ownQuery = queryOptions({
  queryKey: ['status', 'own'],
  queryFn: () => api.status.own({}),
});

export const settingsQuery = (orgId: OrgId) =>
  queryOptions({
    queryKey: ['status', 'settings', orgId],
    queryFn: () => api.status.settings({ orgId }),
  });

/** After an act everything shown of status is read anew; the roster may have changed too. */
export const renewStatus = async (queries: QueryClient): Promise<void> => {
  void queries.invalidateQueries({ queryKey: ['members'] });
  await queries.invalidateQueries({ queryKey: ['status'] });
};
