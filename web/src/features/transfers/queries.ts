import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query';
import { TABS } from '#contract/transfers';
import type { OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { api, type Answer, type Api } from '../../api.ts';
import type { ListSearch } from '../../patterns/list-search.ts';
import type { OrgChoice } from '../../patterns/pickers.tsx';
import type { TransferFilter } from './routes.ts';

export type TransferRow = Answer<Api['transfers']['list']>['rows'][number];
export type TransferDetail = Answer<Api['transfers']['detail']>;
export type TransferId = TransferDetail['caseId'];
export type TransferStep = TransferDetail['steps'][number];
export type Next = TransferDetail['nexts'][number];
export type Move = Next['move'];
export type Told = TransferStep['told'];
export type Finding = Next['findings'][number];
export type Letter = TransferDetail['letters'][number];
export type CheckRow = Answer<Api['transfers']['checks']>['rows'][number];
export type CheckDetail = Answer<Api['transfers']['checkDetail']>;
export type CheckLine = CheckDetail['lines'][number];
export type Settings = Answer<Api['transfers']['settings']>;
export type Peer = Answer<Api['transfers']['peers']>['peers'][number];
export type Tab = keyof typeof TABS;

const PAGE_SIZE = 50;

export const tabOf = (search: { readonly tab?: string }): Tab =>
  search.tab !== undefined && search.tab in TABS ? (search.tab as Tab) : 'inbox';

export const listQuery = (orgId: OrgId, search: ListSearch<TransferFilter>) =>
  queryOptions({
    queryKey: ['transfers', 'list', orgId, search],
    queryFn: () =>
      api.transfers.list({
        orgId,
        tab: tabOf(search),
        q: search.q,
        page: search.page ?? 1,
        pageSize: search.pageSize ?? PAGE_SIZE,
      }),
    placeholderData: keepPreviousData,
  });

export const detailQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['transfers', 'detail', caseId],
    queryFn: () => api.transfers.detail({ caseId }),
  });

export const checkQuery = (caseId: TransferId, move: Move, on: PlainDate, form: string) =>
  queryOptions({
    queryKey: ['transfers', 'check', caseId, move, on, form],
    queryFn: () => api.transfers.check({ caseId, move, on, form }),
    placeholderData: keepPreviousData,
  });

export const peopleQuery = (orgId: OrgId) =>
  queryOptions({
    queryKey: ['transfers', 'people', orgId],
    queryFn: () => api.transfers.people({ orgId }),
  });

/** Other tenants of this installation; usually none. */
export const peersQuery = queryOptions({
  queryKey: ['transfers', 'peers'],
  queryFn: () => api.transfers.peers({}),
});

export const duesQuery = (orgId: OrgId, personId: PersonId) =>
  queryOptions({
    queryKey: ['transfers', 'dues', orgId, personId],
    queryFn: () => api.transfers.dues({ orgId, personId }),
  });

export const lettersQuery = (orgId: OrgId, year: number, direction: 'out' | 'in') =>
  queryOptions({
    queryKey: ['transfers', 'letters', orgId, year, direction],
    queryFn: () => api.transfers.letters({ orgId, year, direction }),
    placeholderData: keepPreviousData,
  });

export const wholesQuery = (orgId: OrgId) =>
  queryOptions({
    queryKey: ['transfers', 'wholes', orgId],
    queryFn: () => api.transfers.wholes({ orgId }),
  });

export const checksQuery = (orgId: OrgId, year: number) =>
  queryOptions({
    queryKey: ['transfers', 'checks', orgId, year],
    queryFn: () => api.transfers.checks({ orgId, year }),
    placeholderData: keepPreviousData,
  });

export const checkDetailQuery = (checkId: string) =>
  queryOptions({
    queryKey: ['transfers', 'check-detail', checkId],
    queryFn: () => api.transfers.checkDetail({ checkId }),
  });

export const settingsQuery = (orgId: OrgId) =>
  queryOptions({
    queryKey: ['transfers', 'settings', orgId],
    queryFn: () => api.transfers.settings({ orgId }),
  });

/** Organisations of this installation by name; `internal` ones are told which way applies instead. */
export const findPlaces =
  (orgId: OrgId, caseId?: TransferId) =>
  async (q: string): Promise<(OrgChoice & { readonly internal: boolean })[]> => {
    if (q.trim() === '') return [];
    const { places } = await api.transfers.directory({
      orgId,
      q,
      ...(caseId === undefined ? {} : { caseId }),
    });
    return places.map((one) => ({
      id: one.orgId,
      label: one.name,
      internal: one.way === 'internal',
      detail: one.way === 'internal' ? '同一党委，不办接转' : one.committee,
    }));
  };

/** After an act everything shown of transfers is read anew; receiving changes rosters and admissions too. */
export const renewTransfers = async (queries: QueryClient): Promise<void> => {
  void queries.invalidateQueries({ queryKey: ['members'] });
  void queries.invalidateQueries({ queryKey: ['admissions'] });
  await queries.invalidateQueries({ queryKey: ['transfers'] });
};
