import { systemActor } from '#modules/accounts';
import { plainDate } from '#kernel/plain-date';
import { INDICATORS } from '../server/modules.ts';
import type { County } from './county.ts';
import { median } from './load.ts';

const ROUNDS = 5;
const lastYear = (): number => new Date().getFullYear() - 1;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  return median(times);
}

/** All indicators of all organisations of the county over a year, anew each time; seconds. */
export async function indicators(
  county: County,
): Promise<{ readonly count: number; readonly seconds: number; readonly slowest: string }> {
  const actor = systemActor(county.founded);
  const [from, to] = [plainDate(`${lastYear()}-01-01`), plainDate(`${lastYear()}-12-31`)];
  const spent = new Map<string, number[]>();
  const milliseconds = await timed(() =>
    county.db.read(actor, async (read) => {
      const period = { from, to, knownAt: new Date() };
      for (const one of INDICATORS.all) {
        const begun = performance.now();
        await one.figures(read, period);
        spent.set(one.id, [...(spent.get(one.id) ?? []), performance.now() - begun]);
      }
    }),
  );
  const slowest = [...spent]
    .map(([id, times]) => [id, median(times)] as const)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 8)
    .map(([id, time]) => `${id} ${time.toFixed(0)} ms`)
    .join(', ');
  return { count: INDICATORS.all.length, seconds: milliseconds / 1000, slowest };
}

/** A secretary's annual report of last year over HTTP: drafted, then opened with every figure; seconds. */
export async function annualReport(
  county: County,
  who: string,
): Promise<{ readonly draft: number; readonly open: number; readonly rows: number }> {
  const caller = await county.signIn(who, 'secretary');
  const { acting } = (await caller.get('/me')) as { acting: { orgId: string } };
  const period = { from: `${lastYear()}-01-01`, to: `${lastYear()}-12-31` };
  let reportId = '';
  const draft = await timed(async () => {
    const made = await caller.post('/reports', { orgId: acting.orgId, kind: 'annual', ...period });
    if (made.status !== 200) throw new Error(JSON.stringify(made.body));
    reportId = String(made.body.reportId);
  });
  let rows = 0;
  const open = await timed(async () => {
    const { figures } = (await caller.get(`/reports/one?reportId=${reportId}`)) as {
      figures: { rows: number }[];
    };
    rows = figures.reduce((sum, one) => sum + one.rows, 0);
  });
  return { draft: draft / 1000, open: open / 1000, rows };
}
