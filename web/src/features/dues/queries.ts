import { queryOptions } from '@tanstack/react-query';
import type { OrgId, PersonId } from '#kernel/ids';
import { plainMonth, type PlainMonth } from '#kernel/plain-date';
import { api } from '../../api.ts';

/** Everything of this module: a write renews all of it. */
export const DUES = ['dues'] as const;

export const roundQuery = (orgId: OrgId, month: PlainMonth) =>
  queryOptions({
    queryKey: [...DUES, 'round', orgId, month],
    queryFn: () => api.dues.round({ orgId, month }),
  });

/** 党小组 of the branch as they stand today; who collects may go group by group. */
export const groupsQuery = (orgId: OrgId) =>
  queryOptions({
    queryKey: ['organisations', 'groups', orgId, undefined],
    queryFn: () => api.organisations.groups({ orgId }),
    staleTime: 60_000,
  });

export const arrearsQuery = (orgId: OrgId) =>
  queryOptions({
    queryKey: [...DUES, 'arrears', orgId],
    queryFn: () => api.dues.arrears({ orgId }),
  });

export const assessmentQuery = (orgId: OrgId, month: PlainMonth) =>
  queryOptions({
    queryKey: [...DUES, 'assessment', orgId, month],
    queryFn: () => api.dues.assessment({ orgId, month }),
  });

export const reliefsQuery = (orgId: OrgId, year: number) =>
  queryOptions({
    queryKey: [...DUES, 'reliefs', orgId, year],
    queryFn: () => api.dues.reliefs({ orgId, year }),
  });

export const supplementsQuery = (orgId: OrgId, year: number) =>
  queryOptions({
    queryKey: [...DUES, 'supplements', orgId, year],
    queryFn: () => api.dues.supplements({ orgId, year }),
  });

export const remittancesQuery = (orgId: OrgId, year: number) =>
  queryOptions({
    queryKey: [...DUES, 'remittances', orgId, year],
    queryFn: () => api.dues.remittances({ orgId, year }),
  });

const EVER = plainMonth('2000-01');

/** Receipts that stand and have not gone up, of all times. */
export const keptQuery = (orgId: OrgId, until: PlainMonth) =>
  queryOptions({
    queryKey: [...DUES, 'kept', orgId, until],
    queryFn: () =>
      api.dues.receipts({
        orgId,
        fromMonth: EVER,
        toMonth: until,
        notRemitted: 'true',
        pageSize: 500,
      }),
  });

export const usesQuery = (orgId: OrgId, year: number) =>
  queryOptions({
    queryKey: [...DUES, 'uses', orgId, year],
    queryFn: () => api.dues.uses({ orgId, year }),
  });

export const publicationsQuery = (orgId: OrgId, year: number) =>
  queryOptions({
    queryKey: [...DUES, 'publications', orgId, year],
    queryFn: () => api.dues.publications({ orgId, year }),
  });

export const memberYearQuery = (orgId: OrgId, personId: PersonId, year: number) =>
  queryOptions({
    queryKey: [...DUES, 'member-year', orgId, personId, year],
    queryFn: () => api.dues.memberYear({ orgId, personId, year }),
  });

export const mineQuery = (year: number) =>
  queryOptions({
    queryKey: [...DUES, 'mine', year],
    queryFn: () => api.dues.mine({ year }),
  });
