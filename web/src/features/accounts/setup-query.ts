import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api.ts';

/** Whether the database is still empty. */
export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: () => api.accounts.setupState({}),
  staleTime: 60_000,
});
