import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { OrgId } from '#kernel/ids';
import { api, type Answer, type Api } from '../../api.ts';
import type { ListSearch } from '../../patterns/list-search.ts';
import { readAge } from './words.ts';
import type { RosterFilter } from './routes.ts';

export type MemberRow = Answer<Api['members']['roster']>['rows'][number];
export type MemberFile = Answer<Api['members']['file']>;
export type MemberField = MemberFile['fields'][number];
export type RequestRow = Answer<Api['members']['requests']>['rows'][number];

/** The code tables change with the program only. */
export const codesQuery = queryOptions({
  queryKey: ['members', 'codes'],
  queryFn: () => api.members.codes({}),
  staleTime: Number.POSITIVE_INFINITY,
});

type Roster = Parameters<Api['members']['roster']>[0];

/** Filters in the address as the server takes them; ones it does not know fall away there. */
export function rosterInput(search: ListSearch<RosterFilter>): Roster {
  const { age, page, pageSize, q, sort: _, ...rest } = search;
  return {
    ...rest,
    ...readAge(age),
    q: q ?? '',
    page: page ?? 1,
    pageSize: pageSize ?? 50,
  } as Roster;
}

export const rosterQuery = (search: ListSearch<RosterFilter>) =>
  queryOptions({
    queryKey: ['members', 'roster', search],
    queryFn: () => api.members.roster(rosterInput(search)),
  });

/** 党小组 of a branch as they stand today. */
export const groupsQuery = (orgId: OrgId) =>
  queryOptions({
    queryKey: ['organisations', 'groups', orgId, undefined],
    queryFn: () => api.organisations.groups({ orgId }),
    staleTime: 60_000,
  });

export const countsQuery = (orgId: string | undefined, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['members', 'counts', orgId, asOf],
    queryFn: () =>
      api.members.counts({
        orgId: orgId,
        asOf: asOf,
      }),
  });

export const fileQuery = (personId: string) =>
  queryOptions({
    queryKey: ['members', 'file', personId],
    queryFn: () => api.members.file({ personId: personId }),
  });

export const ownFileQuery = queryOptions({
  queryKey: ['members', 'mine'],
  queryFn: () => api.members.mine({}),
});

/** After an act on members every list of members is read anew. */
export const renewMembers = (queries: QueryClient): void =>
  void queries.invalidateQueries({ queryKey: ['members'] });

/** The address of a download with its parameters; empty ones are left out. */
export function downloadHref(
  path: string,
  params: Readonly<Record<string, string | number | undefined>>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params))
    if (value !== undefined && value !== '') query.set(name, String(value));
  return `/api${path}?${query.toString()}`;
}
