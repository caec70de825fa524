import type { Caller } from '../tests/torture/client.ts';
import type { County } from './county.ts';
import { median } from './load.ts';

/** One act of one branch, again and again: each call is another act of the same size. */
interface Act {
  readonly name: string;
  prepare(caller: Caller): Promise<(n: number) => { path: string; input: object }>;
}

const dayBefore = (days: number): string =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

interface Acting {
  readonly acting: { readonly orgId: string };
}

const receipt: Act = {
  name: 'a receipt',
  prepare: async (caller) => {
    const { acting } = (await caller.get('/me')) as unknown as Acting;
    const { rows } = (await caller.get('/members?pageSize=50')) as { rows: { personId: string }[] };
    return (n) => ({
      path: '/dues/receipts',
      input: {
        orgId: acting.orgId,
        receipts: [
          {
            personId: rows[n % rows.length]?.personId,
            paidOn: dayBefore(1),
            amount: 100,
            means: 'cash',
          },
        ],
      },
    });
  },
};

const lateMeeting: Act = {
  name: 'a late meeting',
  prepare: async (caller) => {
    const { acting } = (await caller.get('/me')) as unknown as Acting;
    return (n) => ({
      path: '/meetings/late',
      input: {
        orgId: acting.orgId,
        rows: [
          {
            heldOn: dayBefore(40 + (n % 300)),
            kind: 'theme_day',
            title: `补录${Date.now()}-${n}`,
            startsAt: '19:00',
            endsAt: '20:00',
            items: ['学习', '讨论'],
            decision: '按计划办理',
          },
        ],
      },
    });
  },
};

export interface ActCost {
  readonly name: string;
  readonly small: number;
  readonly large: number;
}

const ROUNDS = 12;
const EACH = 15;

/** Milliseconds of acts of a branch in a county and in one ten times as large, in turn. */
export async function acts(small: County, large: County): Promise<ActCost[]> {
  const costs: ActCost[] = [];
  for (const act of [receipt, lateMeeting]) {
    const sides = await Promise.all(
      [small, large].map(async (county) => {
        const caller = await county.signIn('bench-branch', 'secretary');
        return { caller, call: await act.prepare(caller), times: [] as number[], n: 0 };
      }),
    );
    for (let round = 0; round < ROUNDS; round += 1)
      for (const side of round % 2 === 0 ? sides : sides.toReversed())
        for (let turn = 0; turn < EACH; turn += 1) {
          const { path, input } = side.call(side.n);
          side.n += 1;
          const begun = performance.now();
          const { status, body } = await side.caller.post(path, input);
          if (status !== 200) throw new Error(`${act.name}: ${JSON.stringify(body)}`);
          // The first round warms both servers up.
          if (round > 0) side.times.push(performance.now() - begun);
        }
    const [a, b] = sides;
    if (a === undefined || b === undefined) throw new Error('two sides');
    costs.push({ name: act.name, small: median(a.times), large: median(b.times) });
  }
  return costs;
}
