import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api.ts';

export const securityQuery = queryOptions({
  queryKey: ['accounts', 'security'],
  queryFn: () => api.accounts.security({}),
});

export const sessionsQuery = queryOptions({
  queryKey: ['accounts', 'sessions'],
  queryFn: () => api.accounts.sessions({}),
});

export const signInOptionsQuery = queryOptions({
  queryKey: ['accounts', 'sign-in-options'],
  queryFn: () => api.accounts.signInOptions({}),
  staleTime: 60_000,
});

export const accountsQuery = (q: string) =>
  queryOptions({
    queryKey: ['accounts', 'list', q],
    queryFn: async () => {
      const { accounts } = await api.accounts.list({ q });
      return { rows: accounts, total: accounts.length };
    },
  });
