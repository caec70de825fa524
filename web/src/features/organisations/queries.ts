import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { PlainDate } from '#kernel/plain-date';
import { api, type Answer, type Api } from '../../api.ts';
import type { ListSearch } from '../../patterns/list-search.ts';
import type { ActFilter, TermFilter } from './routes.ts';

export type OrgNode = Answer<Api['organisations']['tree']>['organisations'][number];
export type OrgDetail = Answer<Api['organisations']['detail']>;
export type Posts = Answer<Api['organisations']['posts']>;
export type Post = Posts['posts'][number];
export type Groups = Answer<Api['organisations']['groups']>;
export type Term = Answer<Api['organisations']['terms']>['rows'][number];
export type Act = Answer<Api['organisations']['acts']>['rows'][number];
export type Advice = OrgDetail['advice'][number];
export type Handovers = Answer<Api['organisations']['handovers']>;
export type SplitProposal = Answer<Api['organisations']['splitProposal']>;

/** Days come from the address as plain text; the server says what is wrong with one that is no day. */
const day = (text: string | undefined): PlainDate | undefined => text as PlainDate | undefined;

export const treeQuery = (asOf: string | undefined) =>
  queryOptions({
    queryKey: ['organisations', 'tree', asOf],
    queryFn: () => api.organisations.tree({ asOf: day(asOf), counts: 'true' }),
  });

export const detailQuery = (orgId: string, asOf?: string) =>
  queryOptions({
    queryKey: ['organisations', 'detail', orgId, asOf],
    queryFn: () => api.organisations.detail({ orgId, asOf: day(asOf) }),
  });

export const postsQuery = (orgId: string, asOf?: string, history = false) =>
  queryOptions({
    queryKey: ['organisations', 'posts', orgId, asOf, history],
    queryFn: () =>
      api.organisations.posts({ orgId, asOf: day(asOf), ...(history ? { history: 'true' } : {}) }),
  });

export const groupsQuery = (orgId: string, asOf?: string) =>
  queryOptions({
    queryKey: ['organisations', 'groups', orgId, asOf],
    queryFn: () => api.organisations.groups({ orgId, asOf: day(asOf) }),
  });

export const handoversQuery = (orgId: string) =>
  queryOptions({
    queryKey: ['organisations', 'handovers', orgId],
    queryFn: () => api.organisations.handovers({ orgId }),
  });

export const splitQuery = (orgId: string) =>
  queryOptions({
    queryKey: ['organisations', 'split', orgId],
    queryFn: () => api.organisations.splitProposal({ orgId }),
  });

type Terms = Parameters<Api['organisations']['terms']>[0];
type Acts = Parameters<Api['organisations']['acts']>[0];

export const termsQuery = (search: ListSearch<TermFilter>) => {
  const { sort: _, ...filters } = search;
  return queryOptions({
    queryKey: ['organisations', 'terms', filters],
    queryFn: () => api.organisations.terms(filters as Terms),
  });
};

export const actsQuery = (search: ListSearch<ActFilter>) => {
  const { sort: _, ...filters } = search;
  return queryOptions({
    queryKey: ['organisations', 'acts', filters],
    queryFn: () => api.organisations.acts(filters as Acts),
  });
};

/** An act on bodies or posts changes what lists of members and one's own choice of posts show too. */
export const renewOrganisations = (queries: QueryClient): void => {
  for (const key of ['organisations', 'members', 'me']) {
    void queries.invalidateQueries({ queryKey: [key] });
  }
};

/** The address of a paper. */
export function paperHref(
  kind: string,
  params: Readonly<Record<string, string | undefined>>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params))
    if (value !== undefined) query.set(name, value);
  return `/api/organisations/papers/${kind}?${query.toString()}`;
}
