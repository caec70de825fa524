import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { readFailure } from '../api.ts';

/**
 * Reads are tried twice unless the server has answered; a session that has ended calls `onSignedOut`
 * once per read. Writes never retry by themselves and never leave the page: what was typed stays.
 */
export function makeQueryClient(onSignedOut: () => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (readFailure(error).kind === 'signed-out') onSignedOut();
      },
    }),
    mutationCache: new MutationCache(),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => count < 2 && error instanceof TypeError,
      },
      mutations: { retry: false },
    },
  });
}
