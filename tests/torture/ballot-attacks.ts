/** What an attacker has of one ballot: the rows of every table at three moments, and the logs. */
export interface Row {
  readonly table: string;
  /** Every column as text, with the system columns ctid and xmin. */
  readonly values: Readonly<Record<string, string | null>>;
}

export interface Loot {
  /** Taken right before and right after the victim cast. */
  readonly before: readonly Row[];
  readonly after: readonly Row[];
  /** Taken after counting. */
  readonly end: readonly Row[];
  /** What an access log of a proxy would hold: path and bytes of each answer, in order. */
  readonly access: readonly { readonly path: string; readonly bytes: number }[];
  /** The order in which persons cast is known to the second; this one is the victim. */
  readonly victim: number;
}

/** How the papers of one ballot are written; all an attacker has to know of the product. */
export interface Truth {
  /** Text of each person's paper, in the order they cast. */
  readonly papers: readonly string[];
}

interface Guess {
  /** Guessed papers by person; undefined where nothing is guessed. */
  readonly papers: readonly (string | undefined)[];
}

type Attack = (loot: Loot, known: readonly string[]) => Guess;

const PAPER = /\[\[[^\]]*\],\[[^\]]*\],[01]\]/g;
const readable = (text: string | null | undefined): string[] =>
  text === null || text === undefined
    ? []
    : [...text.replaceAll('\\"', '"').matchAll(PAPER)].map(([found]) => found);

/** Papers as they stand in rows, each value from its beginning to its end, `times` written out. */
function papersIn(rows: readonly Row[]): string[] {
  return rows.flatMap(({ values }) =>
    Object.values(values).flatMap((value) => {
      const found = readable(value);
      const times = [...(value ?? '').matchAll(/"times":\s*(\d+)/g)].map(([, n]) => Number(n));
      return times.length === found.length && times.length > 0
        ? found.flatMap((paper, at) => Array.from({ length: times[at] ?? 1 }, () => paper))
        : found;
    }),
  );
}

const inOrderOf = (rows: readonly Row[], column: string): Row[] =>
  rows.toSorted((a, b) => {
    const [x, y] = [a.values[column] ?? '', b.values[column] ?? ''];
    const numeric = Number(x.replace(/\D+/g, '')) - Number(y.replace(/\D+/g, ''));
    return column === 'xmin' || column === 'ctid' ? numeric : x < y ? -1 : x > y ? 1 : 0;
  });

const onlyVictim = (loot: Loot, persons: number, paper: string | undefined): Guess => ({
  papers: Array.from({ length: persons }, (_, at) => (at === loot.victim ? paper : undefined)),
});

/** The order of the papers, wherever they stand at the end, is the order in which they came. */
const byOrderOf =
  (column: string, backwards = false): Attack =>
  (loot) => {
    const found = papersIn(inOrderOf(loot.end, column));
    return { papers: backwards ? found.toReversed() : found };
  };

/** Whatever stands in any row after the victim's cast and did not before is the victim's. */
const byDifference: Attack = (loot, known) => {
  const left = papersIn(loot.before);
  const fresh = papersIn(loot.after).filter((paper) => {
    const at = left.indexOf(paper);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return onlyVictim(loot, known.length, fresh[0]);
};

const sizeOf = (rows: readonly Row[]): number =>
  rows
    .filter(({ table }) => table === 'ballot_box')
    .reduce((all, { values }) => all + (values['content']?.length ?? 0), 0);

/** What an attacker learns from ballots of their own, where they know what everybody voted. */
class Learned {
  readonly #papers = new Map<number, Map<string, number>>();

  see(trace: number, paper: string): void {
    const seen = this.#papers.get(trace) ?? new Map<string, number>();
    seen.set(paper, (seen.get(paper) ?? 0) + 1);
    this.#papers.set(trace, seen);
  }

  /** The paper that most often left this trace, of those that were cast here. */
  guess(trace: number, known: readonly string[]): string | undefined {
    const seen = this.#papers.get(trace) ?? new Map<string, number>();
    return known.toSorted((a, b) => (seen.get(b) ?? 0) - (seen.get(a) ?? 0))[0];
  }
}

/** How much the box grew tells how much was written on the paper. */
const growth = (loot: Loot): number => sizeOf(loot.after) - sizeOf(loot.before);
/** The longer the page that was sent back, the more was marked. */
const answer = (loot: Loot): number =>
  loot.access.filter(({ path }) => path === '/t/look')[loot.victim]?.bytes ?? 0;

/** A row of the box's part that stands in both copies shows where the new paper was put. */
const byUnchangedText: Attack = (loot, known) => {
  const content = (rows: readonly Row[]): string =>
    rows.find(({ table }) => table === 'ballot_box')?.values['content'] ?? '';
  const [a, b] = [content(loot.before), content(loot.after)];
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return onlyVictim(loot, known.length, known[Math.floor((at / (b.length || 1)) * known.length)]);
};

const ATTACKS: Readonly<Record<string, Attack>> = {
  'order of storing': byOrderOf('ctid'),
  'order of storing, backwards': byOrderOf('ctid', true),
  'order of transactions': byOrderOf('xmin'),
  'order of ids': byOrderOf('id'),
  'order of times': byOrderOf('at'),
  'difference of two copies': byDifference,
  'text that stayed': byUnchangedText,
};

const TRACES = { 'growth of the box': growth, 'length of answers': answer };

/** Ballots of the attacker's own, from which they learn and which are not scored. */
const LESSONS = 10;

/** All attacks on one build. */
export class Attacker {
  readonly scores: ReadonlyMap<string, Score> = new Map(
    [...Object.keys(ATTACKS), ...Object.keys(TRACES)].map((name) => [name, new Score()]),
  );
  readonly #learned = new Map(Object.keys(TRACES).map((name) => [name, new Learned()]));
  #ballots = 0;

  add(loot: Loot, truth: Truth): void {
    const { papers } = truth;
    // What was cast is known from the count; who cast it is not.
    const known = papers.toSorted();
    for (const [name, attack] of Object.entries(ATTACKS))
      this.scores.get(name)?.add(attack(loot, known), truth);
    for (const [name, trace] of Object.entries(TRACES)) {
      const learned = this.#learned.get(name);
      const paper = papers[loot.victim];
      if (learned === undefined || paper === undefined) continue;
      if (this.#ballots < LESSONS) learned.see(trace(loot), paper);
      else
        this.scores
          .get(name)
          ?.add(onlyVictim(loot, papers.length, learned.guess(trace(loot), known)), truth);
    }
    this.#ballots += 1;
  }
}

/** Hits so far against what chance gives, in standard deviations. */
class Score {
  #hits = 0;
  #expected = 0;
  #variance = 0;
  guesses = 0;

  /** A guess for several persons is compared with all ways to deal the guessed papers out among them. */
  add(guess: Guess, truth: Truth): void {
    const n = truth.papers.length;
    const given = guess.papers.slice(0, n);
    const single = given.filter((paper) => paper !== undefined).length === 1;
    if (single) {
      const at = given.findIndex((paper) => paper !== undefined);
      const share = truth.papers.filter((paper) => paper === given[at]).length / n;
      this.#add(Number(truth.papers[at] === given[at]), share, share * (1 - share));
      return;
    }
    if (given.length < n || given.includes(undefined)) return;
    const same = (i: number, j: number): number => Number(given[i] === truth.papers[j]);
    const places = truth.papers.map((_, at) => at);
    const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / n;
    const rows = places.map((i) => mean(places.map((j) => same(i, j))));
    const columns = places.map((j) => mean(places.map((i) => same(i, j))));
    const grand = mean(rows);
    let spread = 0;
    for (const i of places)
      for (const j of places)
        spread += (same(i, j) - (rows[i] ?? 0) - (columns[j] ?? 0) + grand) ** 2;
    const hits = places.reduce((all, at) => all + same(at, at), 0);
    this.#add(hits, n * grand, spread / (n - 1));
  }

  #add(hits: number, expected: number, variance: number): void {
    this.#hits += hits;
    this.#expected += expected;
    this.#variance += variance;
    this.guesses += 1;
  }

  /** 0 is chance; 4.5 happens once in 150,000 by luck. */
  get z(): number {
    return this.#variance === 0 ? 0 : (this.#hits - this.#expected) / Math.sqrt(this.#variance);
  }
}
