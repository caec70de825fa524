import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api.ts';
import type { HomeModel } from './model.ts';

/** What is due for whoever looks; asked anew whenever the first page is opened. */
export const homeQuery = queryOptions({
  queryKey: ['duties', 'home'],
  queryFn: async (): Promise<HomeModel> => {
    const { due, total, strip, below } = await api.duties.home({});
    return { due, total, strip, below };
  },
  staleTime: 0,
});

export const calendarsQuery = queryOptions({
  queryKey: ['duties', 'calendars'],
  queryFn: () => api.duties.calendars({}),
});
