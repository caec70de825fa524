import type { PersonId } from '#kernel/ids';
import { money, type Money } from '#kernel/money';
import { plainDate, plainMonth } from '#kernel/plain-date';
import type { Refusal, Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { account, assessMembers, recordReceipts } from '#modules/dues';
import { buildWorld, type World } from './world.ts';

/** What tests of dues do over and over, as the secretary of a branch of eight with bases since January. */
export async function duesDesk(appUrl: string) {
  const world: World = await buildWorld(appUrl, { size: 8, today: plainDate('2026-01-02') });
  world.clock.set(Date.parse('2026-06-20T09:00:00+08:00'));
  const { orgId } = world.branch;
  const secretary = () => world.branch.as('secretary');
  const act = <T>(work: (write: Write) => Promise<Result<T>>): Promise<T> =>
    world.act(secretary(), work);
  await act((write) =>
    assessMembers(write, {
      orgId,
      fromMonth: plainMonth('2026-01'),
      lines: world.branch.people.map((personId) => ({
        personId,
        payerKind: 'wage' as const,
        base: money(480_000),
      })),
    }),
  );
  return {
    world,
    secretary,
    act,
    person: (index: number): PersonId => {
      const found = world.branch.people[index];
      if (found === undefined) throw new Error(`no person ${index}`);
      return found;
    },
    refusalOf: async <T>(
      work: (write: Write) => Promise<Result<T>>,
      who = secretary(),
    ): Promise<Refusal> => {
      const result = await world.db.write(who, { commandId: null, action: 't' }, work);
      if (result.ok) throw new Error('not refused');
      return result.refusal;
    },
    lineOf: async (personId: PersonId, from = '2026-01', to = '2026-06') => {
      const found = await world.db.read(secretary(), (read) =>
        account(read, { orgId, fromMonth: plainMonth(from), toMonth: plainMonth(to) }),
      );
      return found?.lines.find((line) => line.personId === personId);
    },
    pay: (personId: PersonId, amount: number, on = '2026-06-01') =>
      act((write) =>
        recordReceipts(write, {
          orgId,
          receipts: [
            {
              personId,
              paidOn: plainDate(on),
              amount: amount as Money,
              means: 'transfer',
              payer: { kind: 'self' },
              voluntary: false,
              note: '',
            },
          ],
        }),
      ),
  };
}

export type DuesDesk = Awaited<ReturnType<typeof duesDesk>>;
