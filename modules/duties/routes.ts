import type { Handlers } from '#contract/lib';
import type { dutiesContract } from '#contract/duties';
import type { ObligationSource } from '#engines/obligation';
import { newId } from '#kernel/clock';
import type { PostKind } from '#kernel/posts';
import { ok, refuse, type Result } from '#kernel/result';
import { hashToken } from '#platform/crypto';
import type { RequestContext } from '#platform/request';
import { actingChoices } from '#modules/accounts';
import { boards } from './queries/below.ts';
import { calendar } from './queries/calendar.ts';
import type { Desk } from './queries/desk.ts';
import { home } from './queries/home.ts';
import { cell, matrix } from './queries/matrix.ts';
import { matrixSheet, weekPrint, weekWord } from './queries/papers.ts';
import { calendarsOf, endCalendar, makeCalendar } from './store.ts';

const nameOf = (post: string, orgName: string): string => `${orgName} ${post}`;

/** Duties stand above all modules: their sources, and who may what, are handed in where everything is known. */
export function dutiesRoutes(
  sources: readonly ObligationSource[],
  permissionsOf: (post: PostKind | 'member') => ReadonlySet<string>,
): Handlers<typeof dutiesContract, RequestContext> {
  const shared = { sources, boards: boards(sources) };
  const deskOf = ({ db, acting, today }: RequestContext): Result<Desk> =>
    acting === null ? refuse('duties.no_post') : ok({ ...shared, db, actor: acting, today });
  const at = async <T>(
    context: RequestContext,
    work: (desk: Desk) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const desk = deskOf(context);
    return desk.ok ? work(desk.value) : desk;
  };
  const signedIn = (context: RequestContext) => {
    if (context.who === null) throw new Error('nobody is signed in');
    return context.who;
  };

  return {
    home: (_, context) => at(context, async (desk) => ok(await home(desk))),
    matrix: (input, context) => at(context, (desk) => matrix(desk, input)),
    cell: (input, context) => at(context, (desk) => cell(desk, input)),
    matrixSheet: (input, context) => at(context, (desk) => matrixSheet(desk, input)),
    week: ({ day }, context) =>
      at(context, async (desk) => ok(await weekPrint(desk, day ?? desk.today))),
    weekWord: ({ day }, context) =>
      at(context, async (desk) => ok(await weekWord(desk, day ?? desk.today))),
    calendars: async (_, context) => {
      const who = signedIn(context);
      const rows = await context.db.system((plain) =>
        calendarsOf(plain, who.tenantId, who.accountId),
      );
      const choices = await actingChoices(context.db, who.tenantId, who.accountId, context.today);
      return ok({
        calendars: rows.map((row) => {
          const choice = choices.find(
            (one) => one.kind === row.acting_kind && one.id === row.acting_id,
          );
          return {
            calendarId: row.id,
            name: choice === undefined ? '（任职已结束）' : nameOf(choice.postName, choice.orgName),
            madeAt: row.made_at.toISOString(),
          };
        }),
      });
    },
    makeCalendar: (input, context) =>
      at(context, async (desk) => {
        const { accountId, tenantId, orgId, post } = desk.actor;
        const choices = await actingChoices(context.db, tenantId, accountId, context.today);
        const choice = choices.find((one) => one.post === post && one.orgId === orgId);
        if (choice === undefined) return refuse('duties.no_post');
        // The same press gives the same address; it is stored sealed, as every secret shown once.
        return context.write(
          input,
          'duties.make_calendar',
          async (write) => {
            const token = Buffer.from(context.db.clock.random(32)).toString('base64url');
            await makeCalendar(
              write.db,
              {
                tenantId,
                calendarId: newId<'DutyCalendar'>(context.db.clock),
                accountId,
                kind: choice.kind,
                actingId: choice.id,
                tokenHash: hashToken(token),
              },
              write.enteredAt,
            );
            await write.audit({
              action: 'duties.make_calendar',
              objectKind: 'account',
              objectId: accountId,
            });
            return ok({ path: `/api/duties/calendar?key=${token}` });
          },
          { sealed: true },
        );
      }),
    endCalendar: (input, context) =>
      at(context, () =>
        context.write(input, 'duties.end_calendar', async (write) => {
          const { tenantId, accountId } = write.actor;
          const ended = await endCalendar(
            write.db,
            tenantId,
            accountId,
            input.calendarId,
            write.enteredAt,
          );
          if (!ended) return refuse('common.not_found');
          await write.audit({
            action: 'duties.end_calendar',
            objectKind: 'account',
            objectId: accountId,
          });
          return ok({});
        }),
      ),
    calendar: async ({ key }, context) => {
      const file = await calendar(
        { ...shared, db: context.db },
        key,
        permissionsOf,
        context.visitor.origin,
      );
      return file === null ? refuse('common.not_found') : ok(file);
    },
  };
}
