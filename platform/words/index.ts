/** Chinese words: pinyin search, names that mean the same person, stroke order. Names `pinyin-pro` and `cnchar-order`. */
export { normaliseQuery, searchTokens } from './search.ts';
export { nameDistance, similarNames, type Candidate, type Likeness } from './similar.ts';
export { compareBySurnameStrokes, sortBySurnameStrokes, strokeCount } from './strokes.ts';
