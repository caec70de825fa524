import { readCode } from '#engines/ballot';
import { ok, refuse, type Result } from '#kernel/result';
import type { Clock } from '#kernel/clock';
import type { Database, SecretsPort } from '#platform/db';
import { hashCode } from '../store/box.ts';
import { findPaper, type BoothPaper } from '../store/booth.ts';

const MINUTE = 60_000;
/** Wrong codes a minute, of everybody together, before anybody has to wait. */
const FREE = 30;
const STEP = 50;
const LONGEST = 2_000;

/**
 * Slows guessing down without knowing who guesses: while many codes that do not exist were tried in the last
 * minute, every code is looked up a little later, at most two seconds. Nobody is locked out, no address is
 * kept or even looked at. Guessing is hopeless anyway (31^11 codes); this keeps the machine free.
 */
export class Brake {
  #wrong: number[] = [];
  readonly #now: () => number;
  readonly #wait: (milliseconds: number) => Promise<void>;

  constructor(now: () => number, wait: (milliseconds: number) => Promise<void>) {
    this.#now = now;
    this.#wait = wait;
  }

  /** How long the next code has to wait. */
  delay(): number {
    const since = this.#now() - MINUTE;
    this.#wrong = this.#wrong.filter((at) => at > since);
    return Math.min(LONGEST, Math.max(0, this.#wrong.length - FREE) * STEP);
  }

  async before(): Promise<void> {
    const delay = this.delay();
    if (delay > 0) await this.#wait(delay);
  }

  wrong(): void {
    if (this.#wrong.length < FREE + LONGEST / STEP) this.#wrong.push(this.#now());
  }
}

export const brakeOf = (clock: Clock, wait: (milliseconds: number) => Promise<void>): Brake =>
  new Brake(() => clock.now(), wait);

/** The paper a typed or scanned code opens. Typing errors are told apart from codes that do not exist. */
export async function paperByCode(
  db: Database,
  secrets: SecretsPort,
  brake: Brake,
  typed: string,
): Promise<Result<BoothPaper>> {
  const read = readCode(typed);
  if ('wrong' in read) return refuse(`ballots.code_${read.wrong}`);
  await brake.before();
  const paper = await findPaper(db, hashCode(secrets, read.code));
  if (paper === null) {
    brake.wrong();
    return refuse('ballots.code_unknown');
  }
  return paper.isOpen ? ok(paper) : refuse('ballots.not_open', { state: paper.state });
}
