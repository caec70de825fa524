import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { TALK_KINDS, type TalkKind } from '#contract/talks';
import { api, type Answer, type Api } from '../../api.ts';

export type TalkRow = Answer<Api['talks']['list']>['rows'][number];
export type OwnTalk = Answer<Api['talks']['mine']>['rows'][number];
export type Coverage = Answer<Api['talks']['coverage']>;

export const kindOptions = (Object.keys(TALK_KINDS) as TalkKind[]).map((value) => ({
  value,
  label: TALK_KINDS[value].name,
}));

type List = Parameters<Api['talks']['list']>[0];

export const talksQuery = (input: List) =>
  queryOptions({ queryKey: ['talks', 'list', input], queryFn: () => api.talks.list(input) });

export const peopleQuery = (orgId: OrgId, on: PlainDate) =>
  queryOptions({
    queryKey: ['talks', 'people', orgId, on],
    queryFn: () => api.talks.people({ orgId, on }),
  });

export const coverageQuery = (orgId: OrgId, year: number) =>
  queryOptions({
    queryKey: ['talks', 'coverage', orgId, year],
    queryFn: () => api.talks.coverage({ orgId, year }),
  });

export const ownTalksQuery = (year: number) =>
  queryOptions({
    queryKey: ['talks', 'mine', year],
    queryFn: () => api.talks.mine({ year }),
  });

/** After an act on talks every list of them is read anew, and what is due with them. */
export const renewTalks = (queries: QueryClient): void => {
  void queries.invalidateQueries({ queryKey: ['talks'] });
  void queries.invalidateQueries({ queryKey: ['duties'] });
};

export function talkHref(
  path: string,
  params: Readonly<Record<string, string | number | undefined>>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params))
    if (value !== undefined && value !== '') query.set(name, String(value));
  return `/api/talks/papers/${path}?${query.toString()}`;
}

/** The years one may look at: this one and the five before. */
export const yearOptions = (thisYear: number) =>
  Array.from({ length: 6 }, (_, at) => ({
    value: String(thisYear - at),
    label: `${thisYear - at}年`,
  }));
