import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query';
import type { OrgId } from '#kernel/ids';
import { QUESTION_STATES, SECTIONS, STATES } from '#contract/publication';
import { api, type Answer, type Api } from '../../api.ts';
import type { ListSearch } from '../../patterns/list-search.ts';
import type { ItemFilter } from './routes.ts';

export type ItemRow = Answer<Api['publication']['list']>['rows'][number];
export type ItemDetail = Answer<Api['publication']['detail']>;
export type Todo = Answer<Api['publication']['todo']>;
export type Offer = Todo['offers'][number];
export type QuestionRow = Answer<Api['publication']['questions']>['rows'][number];
export type Kind = Answer<Api['publication']['catalogue']>['kinds'][number];
export type Content = ItemDetail['versions'][number]['content'];
export type Board = Todo['board'];
export type Proof = ItemDetail['proofs'][number];

const oneOf = <T extends object>(table: T, word: string | undefined): keyof T | undefined =>
  word !== undefined && word in table ? (word as keyof T) : undefined;

export const itemsQuery = (own: OrgId, search: ListSearch<ItemFilter>) =>
  queryOptions({
    queryKey: ['publication', 'list', own, search],
    queryFn: () =>
      api.publication.list({
        orgId: (search.orgId as OrgId | undefined) ?? own,
        state: oneOf(STATES, search.state),
        section: oneOf(SECTIONS, search.section),
        ...(search.expired === 'true' ? { expired: 'true' as const } : {}),
        page: search.page ?? 1,
        pageSize: search.pageSize ?? 50,
      }),
    placeholderData: keepPreviousData,
  });

export const itemQuery = (itemId: string) =>
  queryOptions({
    queryKey: ['publication', 'item', itemId],
    queryFn: () => api.publication.detail({ itemId }),
  });

export const todoQuery = (orgId: OrgId) =>
  queryOptions({
    queryKey: ['publication', 'todo', orgId],
    queryFn: () => api.publication.todo({ orgId }),
  });

export const questionsQuery = (orgId: OrgId, search: ListSearch<'state'>) =>
  queryOptions({
    queryKey: ['publication', 'questions', orgId, search],
    queryFn: () =>
      api.publication.questions({
        orgId,
        state: oneOf(QUESTION_STATES, search.state),
        page: search.page ?? 1,
        pageSize: search.pageSize ?? 50,
      }),
    placeholderData: keepPreviousData,
  });

export const catalogueQuery = (orgId: OrgId) =>
  queryOptions({
    queryKey: ['publication', 'catalogue', orgId],
    queryFn: () => api.publication.catalogue({ orgId }),
  });

export const insideQuery = queryOptions({
  queryKey: ['publication', 'inside'],
  queryFn: () => api.publication.inside({}),
});

/** After an act every list of publication is read anew, what is due and the case an objection went to as well. */
export const renewPublication = (queries: QueryClient): void => {
  void queries.invalidateQueries({ queryKey: ['publication'] });
  void queries.invalidateQueries({ queryKey: ['duties'] });
  void queries.invalidateQueries({ queryKey: ['admissions'] });
};

export const optionsOf = (table: Readonly<Record<string, string>>) =>
  Object.entries(table).map(([value, label]) => ({ value, label }));
