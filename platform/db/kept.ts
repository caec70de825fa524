import { sql } from 'kysely';
import type { Read } from './session.ts';

const marks = new WeakMap<Read, Promise<string>>();

/**
 * Changes with every act committed in the tenant; what was reckoned before holds while it stays. Asked
 * once a transaction: who knows that it will be needed may ask early, together with other things.
 */
export function tenantMark(read: Read): Promise<string> {
  const known =
    marks.get(read) ??
    sql<{ mark: string }>`select tenant_mark() as mark`
      .execute(read.db)
      .then((found) => found.rows[0]?.mark ?? '');
  marks.set(read, known);
  return known;
}

interface Held {
  readonly mark: string;
  readonly value: unknown;
}

const MOST_KEPT = 5_000;

/**
 * What is dear to count and asked for often, kept while nothing is entered in the tenant. Each scope and
 * person has values of their own, so that row security holds for what is kept as well.
 */
export class Kept<T> {
  readonly #held = new Map<string, Held>();

  /** `find` is asked anew after any act; inside an act always, since its own writes count. */
  async of(read: Read, key: string, find: () => Promise<T>): Promise<T> {
    if ('enteredAt' in read) return find();
    const { tenantId, scope, place, personId } = read.actor;
    const full = [tenantId, scope, place, personId, read.today, key].join(' ');
    // The mark is read first: an act that commits meanwhile makes the value old, never wrongly new.
    const mark = await tenantMark(read);
    const known = this.#held.get(full);
    if (known?.mark === mark) return known.value as T;
    const value = await find();
    this.#held.delete(full);
    this.#held.set(full, { mark, value });
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= MOST_KEPT) break;
      this.#held.delete(oldest);
    }
    return value;
  }
}
