import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { DUTY_BODIES, DUTY_STATES, type DutyBody } from '#contract/duties';
import type { OrgId } from '#kernel/ids';
import { parsePlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import type { ListSearch } from '../../patterns/list-search.ts';

export type MatrixSearch = ListSearch<'q' | 'kind' | 'state' | 'body' | 'from' | 'to'>;
export type DutyState = keyof typeof DUTY_STATES;

const stateIn = (word: string | undefined): DutyState | undefined =>
  word !== undefined && word in DUTY_STATES ? (word as DutyState) : undefined;

const bodyIn = (word: string | undefined): DutyBody | undefined =>
  word !== undefined && word in DUTY_BODIES ? (word as DutyBody) : undefined;

const spanIn = (search: MatrixSearch) => ({
  from: parsePlainDate(search.from ?? '') ?? undefined,
  to: parsePlainDate(search.to ?? '') ?? undefined,
});

export const matrixQuery = (search: MatrixSearch) =>
  queryOptions({
    queryKey: ['duties', 'matrix', search],
    queryFn: () =>
      api.duties.matrix({
        page: search.page,
        pageSize: search.pageSize,
        kind: search.kind,
        state: stateIn(search.state),
        body: bodyIn(search.body),
        q: search.q,
        sort: search.sort === 'lateness' ? 'lateness' : 'name',
        ...spanIn(search),
      }),
    placeholderData: keepPreviousData,
  });

export const cellQuery = (orgId: OrgId, kind: string, search: MatrixSearch) =>
  queryOptions({
    queryKey: ['duties', 'cell', orgId, kind, search.from, search.to],
    queryFn: () => api.duties.cell({ orgId, kind, ...spanIn(search) }),
  });
