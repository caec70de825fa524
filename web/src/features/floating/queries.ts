import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { OrgId } from '#kernel/ids';
import { api, type Answer, type Api } from '../../api.ts';

export type AwayList = Answer<Api['floating']['away']>;
export type AwayRow = AwayList['rows'][number];
export type ArrivedRow = Answer<Api['floating']['arrived']>['rows'][number];
export type ContactRow = Answer<Api['floating']['contacts']>['rows'][number];
export type Thread = Answer<Api['floating']['thread']>;
export type KeptRow = Answer<Api['floating']['mine']>['rows'][number];
export type Branch = Answer<Api['floating']['branches']>['rows'][number];
export type AwayId = AwayRow['awayId'];

type In<Name extends keyof Api['floating']> = Parameters<Api['floating'][Name]>[0];

export const awayQuery = (input: In<'away'>) =>
  queryOptions({ queryKey: ['floating', 'away', input], queryFn: () => api.floating.away(input) });

export const arrivedQuery = (input: In<'arrived'>) =>
  queryOptions({
    queryKey: ['floating', 'arrived', input],
    queryFn: () => api.floating.arrived(input),
  });

export const contactsQuery = (input: In<'contacts'>) =>
  queryOptions({
    queryKey: ['floating', 'contacts', input],
    queryFn: () => api.floating.contacts(input),
  });

export const threadQuery = (awayId: string) =>
  queryOptions({
    queryKey: ['floating', 'thread', awayId],
    queryFn: () => api.floating.thread({ awayId }),
  });

export const mineQuery = () =>
  queryOptions({ queryKey: ['floating', 'mine'], queryFn: () => api.floating.mine({}) });

export const branchesQuery = (input: In<'branches'>) =>
  queryOptions({
    queryKey: ['floating', 'branches', input],
    queryFn: () => api.floating.branches(input),
  });

export const settingsQuery = (orgId: OrgId) =>
  queryOptions({
    queryKey: ['floating', 'settings', orgId],
    queryFn: () => api.floating.settings({ orgId }),
  });

export const proposalsQuery = (orgId: OrgId) =>
  queryOptions({
    queryKey: ['floating', 'proposals', orgId],
    queryFn: () => api.floating.proposals({ orgId }),
  });

/** After an act every list of this feature is read anew, and what is due with it. */
export const renewFloating = (queries: QueryClient): void => {
  void queries.invalidateQueries({ queryKey: ['floating'] });
  void queries.invalidateQueries({ queryKey: ['duties'] });
};

export function paperHref(
  path: 'away' | 'arrived' | 'contacts' | 'certificate',
  params: Readonly<Record<string, string | number | undefined>>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params))
    if (value !== undefined && value !== '') query.set(name, String(value));
  return `/api/floating/papers/${path}?${query.toString()}`;
}
