import { connect, type Socket } from 'node:net';
import { processorTime } from './processor.ts';

export interface Measured {
  readonly p50: number;
  readonly p95: number;
  readonly perSecond: number;
  /** Milliseconds of processor time a request: of the server, of what runs below it. */
  readonly own: number;
  readonly below: number;
}

const HEAD_END = '\r\n\r\n';
const CHUNKS_END = '0\r\n\r\n';

/** Bytes of a whole answer: 0 while it has not arrived. */
function answerLength(bytes: Buffer): number {
  const head = bytes.indexOf(HEAD_END);
  if (head < 0) return 0;
  const text = bytes.toString('latin1', 0, head).toLowerCase();
  const at = text.indexOf('content-length:');
  if (at < 0)
    return bytes.subarray(-CHUNKS_END.length).equals(Buffer.from(CHUNKS_END)) ? bytes.length : 0;
  const length = head + HEAD_END.length + Number.parseInt(text.slice(at + 15), 10);
  return bytes.length >= length ? length : 0;
}

/**
 * One connection that asks for pages one after another. By hand, since the client shares the processors
 * with what it measures: an HTTP library costs as much as a short answer of the server.
 */
class Asker {
  readonly #socket: Socket;
  readonly #cookie: string;
  readonly #host: string;

  private constructor(socket: Socket, host: string, cookie: string) {
    this.#socket = socket;
    this.#host = host;
    this.#cookie = cookie;
  }

  static async open(url: string, cookie: string): Promise<Asker> {
    const { hostname, port, host } = new URL(url);
    const socket = connect(Number(port), hostname).setNoDelay(true);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    return new Asker(socket, host, cookie);
  }

  /** Milliseconds until the last byte. @throws where the answer is not 200 */
  get(path: string): Promise<number> {
    const begun = performance.now();
    return new Promise((resolve, reject) => {
      let bytes: Buffer = Buffer.alloc(0);
      const read = (part: Buffer): void => {
        bytes = bytes.length === 0 ? part : Buffer.concat([bytes, part]);
        if (answerLength(bytes) === 0) return;
        this.#socket.off('data', read);
        if (bytes.toString('latin1', 9, 12) === '200') resolve(performance.now() - begun);
        else reject(new Error(`${path}: ${bytes.toString('utf8', 0, 500)}`));
      };
      this.#socket.on('data', read);
      this.#socket.write(
        `GET ${path} HTTP/1.1\r\nhost: ${this.#host}\r\ncookie: ${this.#cookie}\r\n\r\n`,
      );
    });
  }

  close(): void {
    this.#socket.destroy();
  }
}

export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** `count` pages with `inFlight` at a time, after a warm-up of as many; milliseconds. */
export async function load(
  url: string,
  pathOf: (n: number) => string,
  cookie: string,
  options: { readonly count: number; readonly inFlight: number; readonly pid: number },
): Promise<Measured> {
  const askers = await Promise.all(
    Array.from({ length: options.inFlight }, () => Asker.open(url, cookie)),
  );
  const round = async (count: number): Promise<number[]> => {
    const times: number[] = [];
    let next = 0;
    await Promise.all(
      askers.map(async (asker) => {
        for (let n = next; n < count; n = next) {
          next += 1;
          times.push(await asker.get(pathOf(n)));
        }
      }),
    );
    return times;
  };
  try {
    await round(options.count);
    const before = processorTime(options.pid);
    const begun = performance.now();
    const times = await round(options.count);
    const seconds = (performance.now() - begun) / 1000;
    const after = processorTime(options.pid);
    return {
      p50: median(times),
      p95: quantile(times, 0.95),
      perSecond: times.length / seconds,
      own: (after.own - before.own) / times.length,
      below: (after.below - before.below) / times.length,
    };
  } finally {
    for (const asker of askers) asker.close();
  }
}
