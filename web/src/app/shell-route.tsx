import { createRoute, Outlet, redirect, useNavigate, useRouter } from '@tanstack/react-router';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { ReactNode } from 'react';
import { newCommandId } from '../patterns/command-id.ts';
import { api, readFailure } from '../api.ts';
import { features } from './features.ts';
import { Fault } from './fault.tsx';
import { Layout } from './layout.tsx';
import { NotFound } from './not-found.tsx';
import { rootRoute } from './root-route.tsx';
import { actingKey, meIn, meQuery } from './session-query.ts';
import { TodayContext } from './today.ts';

/** Everything behind the log-in. Without a session it leads to the log-in page and, afterwards, back. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ context, location }) => {
    try {
      const answer = await context.queryClient.ensureQueryData(meQuery);
      if (answer.acting === null)
        redirect({ to: '/choose-post', search: { back: location.href }, throw: true });
    } catch (error) {
      if (readFailure(error).kind === 'signed-out')
        redirect({ to: '/login', search: { back: location.href }, throw: true });
      throw error;
    }
  },
  component: Shell,
  errorComponent: ({ error, reset }) => (
    <div className="shell-main">
      <Fault error={error} retry={reset} />
    </div>
  ),
  notFoundComponent: NotFound,
});

const menuEntries = features.flatMap((feature) => feature.menu);

function Shell(): ReactNode {
  const { data } = useQuery(meQuery);
  const queries = useQueryClient();
  const router = useRouter();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const me = data === undefined ? null : meIn(data);

  const actAs = useMutation({
    mutationFn: (key: string) => {
      const choice = data?.choices.find((one) => actingKey(one) === key);
      if (choice === undefined) throw new Error(`no such post: ${key}`);
      return api.accounts.actAs({ kind: choice.kind, id: choice.id, commandId: newCommandId() });
    },
    onSuccess: async () => {
      // Another post sees other rows: nothing read before may stay on screen.
      await navigate({ to: '/' });
      queries.clear();
      await router.invalidate();
    },
    onError: () => void message.error('没有能够切换，请再试一次'),
  });
  const signOut = useMutation({
    mutationFn: () => api.accounts.signOut({ commandId: newCommandId() }),
    onSettled: async () => {
      queries.clear();
      await navigate({ to: '/login' });
    },
  });

  if (data === undefined || me === null) return null;
  return (
    <TodayContext value={data.today}>
      <Layout
        me={me}
        entries={menuEntries}
        actAs={(key) => actAs.mutate(key)}
        signOut={() => signOut.mutate()}
      >
        <Outlet />
      </Layout>
    </TodayContext>
  );
}
