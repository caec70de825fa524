import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query';
import { DOERS, PLAN_SPANS, REGISTERS, type PortraitTable } from '#contract/admissions';
import type { OrgId } from '#kernel/ids';
import type { PlainDate, PlainMonth } from '#kernel/plain-date';
import { api, type Answer, type Api } from '../../api.ts';
import type { ListSearch } from '../../patterns/list-search.ts';
import type { Names } from './case-names.tsx';
import type { CaseListFilter } from './routes.ts';

export type CaseRow = Answer<Api['admissions']['list']>['rows'][number];
export type CaseDetail = Answer<Api['admissions']['detail']>;
export type CaseId = CaseDetail['caseId'];
export type CaseStep = CaseDetail['steps'][number];
export type Next = CaseDetail['nexts'][number];
export type Finding = Next['findings'][number];
export type Move = CaseStep['move'];
export type Told = CaseStep['told'];
export type PaperKey = CaseDetail['papers'][number]['key'];
export type PlanRow = Answer<Api['admissions']['plans']>['rows'][number];
export type PlanSpan = keyof typeof PLAN_SPANS;
export type CaseName = Answer<Api['admissions']['structurePeople']>['rows'][number];
export type LocalStep = Answer<Api['admissions']['locals']>['steps'][number];
export type IdleRow = Answer<Api['admissions']['idle']>['rows'][number];
export type CalendarLine = Answer<Api['admissions']['calendar']>['lines'][number];
export type Settings = Answer<Api['admissions']['settings']>;
export type Doer = keyof typeof DOERS;
export type Register = keyof typeof REGISTERS;

const PAGE_SIZE = 50;

const oneOf = <T extends object>(table: T, word: string | undefined): keyof T | undefined =>
  word !== undefined && word in table ? (word as keyof T) : undefined;

export const registerOf = (search: { readonly register?: string }): Register =>
  oneOf(REGISTERS, search.register) ?? 'applicants';

export const doerOf = (search: { readonly nextActor?: string }): Doer | undefined =>
  oneOf(DOERS, search.nextActor);

/** One register, or with `open` all that have not ended. */
export const listQuery = (
  own: OrgId,
  search: ListSearch<CaseListFilter>,
  register: Register | 'open',
  nextActor: Doer | 'above' | undefined,
) =>
  queryOptions({
    queryKey: ['admissions', 'list', own, search, register, nextActor],
    queryFn: () =>
      api.admissions.list({
        orgId: (search.orgId as OrgId | undefined) ?? own,
        register,
        q: search.q,
        nextActor,
        page: search.page ?? 1,
        pageSize: search.pageSize ?? PAGE_SIZE,
      }),
    placeholderData: keepPreviousData,
  });

export const detailQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['admissions', 'detail', caseId],
    queryFn: () => api.admissions.detail({ caseId }),
  });

/** The chart changes with the program only. */
export const usualQuery = queryOptions({
  queryKey: ['admissions', 'usual'],
  queryFn: () => api.admissions.usual({}),
  staleTime: Number.POSITIVE_INFINITY,
});

export const meetingsQuery = (caseId: CaseId, body: 'members' | 'committee') =>
  queryOptions({
    queryKey: ['admissions', 'meetings', caseId, body],
    queryFn: () => api.admissions.meetings({ caseId, body }),
  });

export const helpersQuery = (caseId: CaseId, role: 'contact' | 'introducer', on: PlainDate) =>
  queryOptions({
    queryKey: ['admissions', 'helpers', caseId, role, on],
    queryFn: () => api.admissions.helpers({ caseId, role, on }),
    placeholderData: keepPreviousData,
  });

export const checkQuery = (caseId: CaseId, move: Move, on: PlainDate, form: string) =>
  queryOptions({
    queryKey: ['admissions', 'check', caseId, move, on, form],
    queryFn: () => api.admissions.check({ caseId, move, on, form }),
    placeholderData: keepPreviousData,
  });

export const groupsQuery = (orgId: OrgId) =>
  queryOptions({
    queryKey: ['organisations', 'groups', orgId, undefined],
    queryFn: () => api.organisations.groups({ orgId }),
    staleTime: 60_000,
  });

/** Full members of a branch, to be named in what is taken over from paper. */
export const fullMembersQuery = (orgId: OrgId) =>
  queryOptions({
    queryKey: ['members', 'full', orgId],
    queryFn: () => api.members.roster({ q: '', orgId, category: 'full', pageSize: 500 }),
  });

export const spanOf = (search: { readonly span?: string }): PlanSpan =>
  oneOf(PLAN_SPANS, search.span) ?? 'one';

/** Without a year: the plan that covers today. */
export const plansQuery = (orgId: OrgId, span: PlanSpan, year: number | undefined) =>
  queryOptions({
    queryKey: ['admissions', 'plans', orgId, span, year],
    queryFn: () => api.admissions.plans({ orgId, span, ...(year === undefined ? {} : { year }) }),
    placeholderData: keepPreviousData,
  });

export const acceptedNames = (orgId: OrgId, from: number, to: number): Names => ({
  key: ['accepted', orgId, from, to],
  load: () => api.admissions.accepted({ orgId, from, to }),
});

export const structureQuery = (orgId: OrgId) =>
  queryOptions({
    queryKey: ['admissions', 'structure', orgId],
    queryFn: () => api.admissions.structure({ orgId }),
  });

export const structureNames = (
  orgId: OrgId,
  register: Register,
  table: PortraitTable,
  key: string,
): Names => ({
  key: ['structure', orgId, register, table, key],
  load: () => api.admissions.structurePeople({ orgId, register, table, key }),
});

export const idleQuery = (orgId: OrgId) =>
  queryOptions({
    queryKey: ['admissions', 'idle', orgId],
    queryFn: () => api.admissions.idle({ orgId }),
  });

export const localsQuery = (orgId: OrgId) =>
  queryOptions({
    queryKey: ['admissions', 'locals', orgId],
    queryFn: () => api.admissions.locals({ orgId }),
  });

export const calendarQuery = (orgId: OrgId, month: PlainMonth | undefined) =>
  queryOptions({
    queryKey: ['admissions', 'calendar', orgId, month],
    queryFn: () => api.admissions.calendar({ orgId, ...(month === undefined ? {} : { month }) }),
    placeholderData: keepPreviousData,
  });

export const settingsQuery = (orgId: OrgId) =>
  queryOptions({
    queryKey: ['admissions', 'settings', orgId],
    queryFn: () => api.admissions.settings({ orgId }),
  });

/** After an act on a case everything shown of admissions is read anew; a step may have changed the roster too. */
export const renewAdmissions = async (queries: QueryClient): Promise<void> => {
  void queries.invalidateQueries({ queryKey: ['members'] });
  await queries.invalidateQueries({ queryKey: ['admissions'] });
};
