import type { County } from './county.ts';
import { load, median, type Measured } from './load.ts';

const IN_FLIGHT = 20;
const COUNT = 400;
const ROUNDS = 5;

export interface AdmissionPages {
  readonly inbox: Measured;
  readonly pipeline: Measured;
  readonly oneCase: Measured;
  readonly structure: Measured;
  /** Seconds of a calendar a year ahead over all open cases. */
  readonly forecast: number;
  readonly cases: number;
}

/** What the county's secretary opens over all open cases: inbox, registers, a case, structure, the year ahead. */
export async function admissions(county: County): Promise<AdmissionPages> {
  const caller = await county.signIn('bench-county', 'secretary');
  const { acting } = (await caller.get('/me')) as { acting: { orgId: string } };
  const { orgId } = acting;
  const cookie = caller.cookie;
  const inFlight = { count: COUNT, inFlight: IN_FLIGHT, pid: county.pid };
  const measure = (path: (n: number) => string): Promise<Measured> =>
    load(county.url, path, cookie, inFlight);
  const open = (await caller.get(`/admissions?orgId=${orgId}&register=open&pageSize=200`)) as {
    rows: readonly { caseId: string }[];
    total: number;
  };
  const registers = ['applicants', 'activists', 'targets', 'probationary'];
  const inbox = await measure(
    (n) => `/api/admissions?orgId=${orgId}&register=open&nextActor=above&page=${1 + (n % 5)}`,
  );
  const pipeline = await measure(
    (n) => `/api/admissions?orgId=${orgId}&register=${registers[n % 4] ?? ''}&page=${1 + (n % 3)}`,
  );
  const oneCase = await measure(
    (n) => `/api/admissions/case?caseId=${open.rows[n % open.rows.length]?.caseId ?? ''}`,
  );
  const structure = await measure(() => `/api/admissions/structure?orgId=${orgId}`);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const begun = performance.now();
    await caller.get(`/admissions/calendar?orgId=${orgId}`);
    times.push(performance.now() - begun);
  }
  return { inbox, pipeline, oneCase, structure, forecast: median(times) / 1000, cases: open.total };
}
