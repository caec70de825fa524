import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router';
import { Fault } from './fault.tsx';
import { NotFound } from './not-found.tsx';

/** Every route hangs below; none of them draws the frame by itself. */
export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  errorComponent: ({ error, reset }) => (
    <div className="gate">
      <div className="gate-card">
        <Fault error={error} retry={reset} />
      </div>
    </div>
  ),
  notFoundComponent: NotFound,
});
