import {
  capacityOf,
  dropped,
  isSpent,
  paperSize,
  withSpent,
  type Form,
  type Marks,
} from '#engines/ballot';
import type { RandomBytes } from '#kernel/ids';
import { ok, refuse, type Result } from '#kernel/result';
import type { Database, SecretsPort } from '#platform/db';
import { changeBox, type BoothPaper, type HeldBox } from '../store/booth.ts';

/** Papers put into the box by one transaction at most. */
const BATCH = 100;

interface Casting {
  readonly place: number;
  readonly marks: Marks;
  readonly answer: (result: Result<null>) => void;
  readonly fail: (error: unknown) => void;
}

interface Slot {
  readonly paper: BoothPaper;
  readonly waiting: Casting[];
}

/**
 * The slots of all open boxes. Casts of one box that come at the same time go in together, in one
 * transaction that writes the box's mixed part and the map of used codes anew; each is answered after the
 * commit. What is written does not tell which code brought which paper, nor which came first.
 *
 * There is no actor, no command id, no audit entry, no entry clock and no log line in any of this.
 */
export class BallotSlots {
  readonly #db: Database;
  readonly #secrets: SecretsPort;
  readonly #random: RandomBytes;
  readonly #slots = new Map<string, Slot>();

  constructor(db: Database, secrets: SecretsPort) {
    this.#db = db;
    this.#secrets = secrets;
    this.#random = db.clock.random;
  }

  /** Casts a paper by its code. Refuses a code used before and a box not open. */
  cast(paper: BoothPaper, marks: Marks): Promise<Result<null>> {
    const key = `${paper.tenantId} ${paper.ballotId} ${paper.roundNo}`;
    return new Promise((answer, fail) => {
      const casting = { place: paper.place, marks, answer, fail };
      const slot = this.#slots.get(key);
      if (slot !== undefined) {
        slot.waiting.push(casting);
        return;
      }
      const fresh: Slot = { paper, waiting: [casting] };
      this.#slots.set(key, fresh);
      void this.#drain(key, fresh);
    });
  }

  async #drain(key: string, slot: Slot): Promise<void> {
    while (slot.waiting.length > 0) {
      const batch = slot.waiting.splice(0, BATCH);
      try {
        const answers = await this.#put(slot.paper, batch);
        for (const [at, { answer }] of batch.entries())
          answer(answers[at] ?? refuse('ballots.not_open', { state: 'closed' }));
      } catch (error) {
        for (const { fail } of batch) fail(error);
      }
    }
    this.#slots.delete(key);
  }

  async #put(paper: BoothPaper, batch: readonly Casting[]): Promise<readonly Result<null>[]> {
    let answers: Result<null>[] = [];
    await changeBox(this.#db, paper, (held) => {
      answers = [];
      if (!held.isOpen) return null;
      const spent = this.#secrets.decrypt(paper.tenantId, held.spent);
      const taken = new Set<number>();
      const papers: Marks[] = [];
      for (const { place, marks } of batch) {
        const used = isSpent(spent, place) || taken.has(place);
        answers.push(used ? refuse('ballots.code_used') : ok(null));
        if (used) continue;
        taken.add(place);
        papers.push(marks);
      }
      if (papers.length === 0) return null;
      return {
        spent: this.#secrets.encrypt(paper.tenantId, withSpent(spent, taken)),
        more: papers.length,
        ...this.#mixed(paper.tenantId, paper.form, held, papers),
      };
    });
    return answers;
  }

  /** The newest part with the papers mixed in, or a new part where that one is full. */
  #mixed(tenantId: string, form: Form, held: HeldBox, papers: readonly Marks[]) {
    const size = paperSize(form);
    const text = held.content === null ? '' : this.#secrets.decrypt(tenantId, held.content);
    const part = new TextEncoder().encode(text);
    const full = part.length / size + papers.length > capacityOf(size) && part.length > 0;
    const mixed = dropped(full ? new Uint8Array() : part, papers, size, this.#random);
    return {
      part: full ? held.part + 1 : held.part,
      content: this.#secrets.encrypt(tenantId, new TextDecoder().decode(mixed)),
    };
  }
}
