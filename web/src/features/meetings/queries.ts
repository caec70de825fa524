import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { api, type Answer, type Api } from '../../api.ts';
import type { ListSearch } from '../../patterns/list-search.ts';
import type { MeetingFilter } from './routes.ts';

export type MeetingDetail = Answer<Api['meetings']['detail']>;
export type MeetingRow = Answer<Api['meetings']['list']>['rows'][number];
export type RollLine = MeetingDetail['roll'][number];
export type Item = MeetingDetail['items'][number];
export type Kind = MeetingDetail['kind'];
export type FollowUp = Answer<Api['meetings']['followUps']>['rows'][number];
export type Presence = RollLine['state'];

type List = Parameters<Api['meetings']['list']>[0];

const PAGE_SIZE = 50;

/** Filters in the address as the server takes them. */
export const listQuery = (
  orgId: OrgId,
  search: ListSearch<MeetingFilter>,
  fixed: { readonly below?: 'true'; readonly kind?: string; readonly set?: List['set'] } = {},
) =>
  queryOptions({
    queryKey: ['meetings', 'list', orgId, fixed, search],
    queryFn: () =>
      api.meetings.list({
        orgId,
        year: search.year,
        state: search.state as List['state'],
        kind: search.kind,
        ...fixed,
        page: search.page ?? 1,
        pageSize: search.pageSize ?? PAGE_SIZE,
      }),
  });

/** What still stands in the plan, the nearest first. */
export const waitingQuery = (orgId: OrgId) =>
  queryOptions({
    queryKey: ['meetings', 'waiting', orgId],
    queryFn: () => api.meetings.list({ orgId, waiting: 'true', page: 1, pageSize: 100 }),
  });

export const draftsQuery = (orgId: OrgId) =>
  queryOptions({
    queryKey: ['meetings', 'drafts', orgId],
    queryFn: () => api.meetings.drafts({ orgId }),
  });

export const versionQuery = (meetingId: MeetingDetail['meetingId'], version: number) =>
  queryOptions({
    queryKey: ['meetings', 'version', meetingId, version],
    queryFn: () => api.meetings.versionText({ meetingId, version }),
  });

export const kindsQuery = (orgId: OrgId, on?: PlainDate) =>
  queryOptions({
    queryKey: ['meetings', 'kinds', orgId, on],
    queryFn: () => api.meetings.kinds({ orgId, on }),
    staleTime: 60_000,
  });

export const detailQuery = (meetingId: string) =>
  queryOptions({
    queryKey: ['meetings', 'detail', meetingId],
    queryFn: () => api.meetings.detail({ meetingId: meetingId }),
  });

export const yearQuery = (orgId: OrgId, year: number) =>
  queryOptions({
    queryKey: ['meetings', 'year', orgId, year],
    queryFn: () => api.meetings.year({ orgId, year }),
  });

export const noticeQuery = (sittingId: string) =>
  queryOptions({
    queryKey: ['meetings', 'notice', sittingId],
    queryFn: () => api.meetings.notice({ sittingId: sittingId }),
  });

export const followUpsQuery = (orgId: OrgId, search: ListSearch<'open'>) =>
  queryOptions({
    queryKey: ['meetings', 'follow-ups', orgId, search],
    queryFn: () =>
      api.meetings.followUps({
        orgId,
        open: search.open === 'no' ? 'false' : 'true',
        page: search.page ?? 1,
        pageSize: search.pageSize ?? PAGE_SIZE,
      }),
  });

export const hoursQuery = (orgId: OrgId, year: number) =>
  queryOptions({
    queryKey: ['meetings', 'hours', orgId, year],
    queryFn: () => api.meetings.hours({ orgId, year }),
  });

export const mineQuery = (year: number) =>
  queryOptions({
    queryKey: ['meetings', 'mine', year],
    queryFn: () => api.meetings.mine({ year }),
  });

/** Groups of a branch on a day, for 党小组会. */
export const groupsQuery = (orgId: OrgId, on?: PlainDate) =>
  queryOptions({
    queryKey: ['organisations', 'groups', orgId, on],
    queryFn: () => api.organisations.groups({ orgId, asOf: on }),
    staleTime: 60_000,
  });

/** After an act on meetings everything shown of them is read anew. */
export const renewMeetings = (queries: QueryClient): Promise<void> =>
  queries.invalidateQueries({ queryKey: ['meetings'] });
