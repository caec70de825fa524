import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api.ts';
import type { HomeModel } from './model.ts';

/** What is due for whoever looks; asked anew whenever the first page is opened. */
export const homeQuery = queryOptions({
  queryKey: ['duties', 'home'],
  queryFn: async (): Promise<HomeModel> => {
    const { due, total, strip, below, belowPending } = await api.duties.home({});
    return { due, total, strip, below, belowPending };
  },
  staleTime: 0,
  refetchInterval: (query) => (query.state.data?.belowPending === true ? 5_000 : false),
});

export const calendarsQuery = queryOptions({
  queryKey: ['duties', 'calendars'],
  queryFn: () => api.duties.calendars({}),
});
