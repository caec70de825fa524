/** Wrong tries by key, forgotten after a quarter of an hour. In memory: a restart forgives. */
const FORGOTTEN = 15 * 60_000;
const MOST = 10_000;

interface Tries {
  count: number;
  last: number;
}

export class Attempts {
  readonly #tries = new Map<string, Tries>();

  /** Wrong tries so far, and milliseconds since the last. */
  soFar(key: string, now: number): { readonly count: number; readonly since: number } {
    const known = this.#tries.get(key);
    if (known === undefined || now - known.last > FORGOTTEN) return { count: 0, since: FORGOTTEN };
    return { count: known.count, since: now - known.last };
  }

  failed(key: string, now: number): void {
    const { count } = this.soFar(key, now);
    this.#tries.delete(key);
    this.#tries.set(key, { count: count + 1, last: now });
    // The oldest go first: a Map keeps the order of insertion.
    for (const oldest of this.#tries.keys()) {
      if (this.#tries.size <= MOST) break;
      this.#tries.delete(oldest);
    }
  }

  succeeded(key: string): void {
    this.#tries.delete(key);
  }
}
