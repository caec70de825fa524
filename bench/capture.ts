import type { Database } from '#platform/db';
import { systemActor, type Founded } from '#modules/accounts';
import { membersRoutes } from '#modules/members';
import { requestContext } from '#platform/request';
import { today } from '#kernel/clock';

/** Runs the roster page once, so that its statements can be had for the bare handler. */
export async function captureRoster(db: Database, founded: Founded): Promise<void> {
  const never = (): never => {
    throw new Error('not asked for');
  };
  const context = requestContext({
    db,
    files: { put: never, read: never, remove: never, sweep: never },
    today: today(db.clock),
    visitor: { agent: '', address: '', origin: '', giveToken: never },
    installation: {
      setupCode: () => null,
      attempts: never as never,
      secrets: never as never,
      ssoAvailable: false,
      loadDemo: () => Promise.resolve([]),
    },
    who: null,
    acting: systemActor(founded),
  });
  await membersRoutes.roster({ q: '', page: 1, pageSize: 50 }, context);
}
