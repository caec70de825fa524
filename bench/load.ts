import { Agent, request } from 'node:http';

export interface Measured {
  readonly name: string;
  readonly p50: number;
  readonly p95: number;
  readonly perSecond: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

export interface Got {
  readonly status: number;
  readonly body: string;
}

export function get(url: string, cookie: string): Promise<Got> {
  return new Promise((resolve, reject) => {
    const call = request(url, { agent, headers: { cookie } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString() }),
      );
    });
    call.on('error', reject);
    call.end();
  });
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** `count` requests with `inFlight` at a time, after a short warm-up; milliseconds. */
export async function load(
  name: string,
  urlOf: (n: number) => string,
  cookie: string,
  options: { readonly count: number; readonly inFlight: number },
): Promise<Measured> {
  const one = async (n: number): Promise<number> => {
    const begun = performance.now();
    const answer = await get(urlOf(n), cookie);
    if (answer.status !== 200)
      throw new Error(`${urlOf(n)}: ${answer.status} ${answer.body.slice(0, 200)}`);
    return performance.now() - begun;
  };
  for (let n = 0; n < 30; n += 1) await one(n);
  const times: number[] = [];
  let next = 0;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: options.inFlight }, async () => {
      for (let n = next; n < options.count; n = next) {
        next += 1;
        times.push(await one(n));
      }
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  const sorted = times.toSorted((a, b) => a - b);
  return { name, p50: at(sorted, 0.5), p95: at(sorted, 0.95), perSecond: times.length / seconds };
}
