import type { Params } from '#kernel/result';

/** Why not, on what ground, and what can be done instead. */
export interface Sentence {
  readonly why: (p: Params) => string;
  /** Citation as printed; only the regulation's name where the article is not sure. */
  readonly basis?: string;
  readonly instead?: string;
}
