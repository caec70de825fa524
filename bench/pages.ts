import type { County } from './county.ts';
import { load, median, type Measured } from './load.ts';
import { bareServer } from './bare-server.ts';

const SEARCHES = ['wang', 'lx', '张伟', 'chenj', '刘', 'zhaomin', 'sunjianguo', '马'];
const IN_FLIGHT = { count: 600, inFlight: 20 };

export interface Pages {
  readonly home: Measured;
  readonly search: Measured;
  readonly meeting: Measured;
  readonly list: Measured;
  /** Requests a second of the roster page, and of the same statements by a bare handler. */
  readonly roster: number;
  readonly bare: number;
}

/** Pages as an officer of the county opens them, twenty at a time. */
export async function pages(county: County): Promise<Pages> {
  const caller = await county.signIn('bench', 'officer');
  const { cookie } = caller;
  const year = new Date().getFullYear();
  const { orgId } = county.founded;
  const list = `/meetings?orgId=${orgId}&below=true&from=${year}-01-01&pageSize=50`;
  const ids: string[] = [];
  for (const page of [1, 40, 200, 400]) {
    const { rows } = (await caller.get(`${list}&page=${page}`)) as {
      rows: { meetingId: string }[];
    };
    ids.push(...rows.map((row) => row.meetingId));
  }
  const open = (pathOf: (n: number) => string): Promise<Measured> =>
    load(county.url, (n) => `/api${pathOf(n)}`, cookie, { ...IN_FLIGHT, pid: county.pid });
  // The first call begins the county's board; what is measured is the page as it stands then.
  await settled(caller);
  const home = await open(() => '/duties/home');
  const search = await open(
    (n) => `/members?q=${encodeURIComponent(SEARCHES[n % SEARCHES.length] ?? '')}`,
  );
  const meeting = await open((n) => `/meetings/detail?meetingId=${ids[n % ids.length] ?? ''}`);
  const listed = await open(() => list);
  // The pair that is compared runs in turn, so that a noisy minute hits both.
  const bare = await bareServer(county);
  const ours: number[] = [];
  const plain: number[] = [];
  try {
    for (let round = 0; round < 3; round += 1) {
      ours.push((await open(() => '/members')).perSecond);
      plain.push((await load(bare.url, () => '/', '', { ...IN_FLIGHT, pid: bare.pid })).perSecond);
    }
  } finally {
    await bare.stop();
  }
  return { home, search, meeting, list: listed, roster: median(ours), bare: median(plain) };
}

/** Waits until the first page shows the organisations below. */
async function settled(caller: Awaited<ReturnType<County['signIn']>>): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const { belowPending } = await caller.get('/duties/home');
    if (belowPending === false) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the board of the county was not reckoned in two minutes');
}
