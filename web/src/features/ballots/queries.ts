import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { api, type Answer, type Api } from '../../api.ts';

export type Ballot = Answer<Api['ballots']['detail']>;
export type Round = Ballot['rounds'][number];
export type BallotRow = Answer<Api['ballots']['list']>['rows'][number];
export type BallotForm = Round['form'];
export type Threshold = NonNullable<Round['threshold']>;

export const ballotsQuery = (orgId: OrgId, year: number, below: boolean) =>
  queryOptions({
    queryKey: ['ballots', 'list', orgId, year, below],
    queryFn: () => api.ballots.list({ orgId, year, ...(below ? { below: 'true' as const } : {}) }),
  });

export const ballotQuery = (ballotId: string) =>
  queryOptions({
    queryKey: ['ballots', 'detail', ballotId],
    queryFn: () => api.ballots.detail({ ballotId }),
  });

export const votersQuery = (orgId: string, on: PlainDate) =>
  queryOptions({
    queryKey: ['ballots', 'people', orgId, on],
    queryFn: () => api.ballots.people({ orgId, on }),
  });

export const turnsQuery = () =>
  queryOptions({ queryKey: ['ballots', 'waiting'], queryFn: () => api.ballots.waiting({}) });

/** After an act on ballots all of them are read anew. */
export const renewBallots = (queries: QueryClient): void => {
  void queries.invalidateQueries({ queryKey: ['ballots'] });
};

export const paperHref = (
  path: string,
  params: Readonly<Record<string, string | number | undefined>>,
): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params))
    if (value !== undefined) query.set(name, String(value));
  return `/api/ballots/papers/${path}?${query.toString()}`;
};
