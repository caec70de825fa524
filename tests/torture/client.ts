import { randomUUID } from 'node:crypto';

/** A caller over real HTTP with one session; errors of a dying server are answers too. */
export class Caller {
  readonly url: string;
  #cookie = '';

  /** `name=value` of the session, for other callers. */
  get cookie(): string {
    return this.#cookie;
  }

  constructor(url: string) {
    this.url = url;
  }

  /** Status 0 where no answer came. */
  async post(
    path: string,
    input: object,
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    try {
      const response = await fetch(`${this.url}/api${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'sec-fetch-site': 'same-origin',
          cookie: this.#cookie,
        },
        body: JSON.stringify({ commandId: randomUUID(), ...input }),
        signal: AbortSignal.timeout(20_000),
      });
      const given = response.headers.getSetCookie()[0]?.split(';')[0];
      if (given !== undefined) this.#cookie = given;
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    } catch {
      return { status: 0, body: {} };
    }
  }

  async get(path: string): Promise<Record<string, unknown>> {
    const response = await fetch(`${this.url}/api${path}`, { headers: { cookie: this.#cookie } });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Record<string, unknown>;
  }
}
