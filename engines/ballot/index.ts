/** Papers and their marks, what counts, counting, majorities, codes, the box. Knows no module, no table, no clock. */
export { imbalance, roundStands, type Imbalance, type PaperCount } from './balance.ts';
export { capacityOf, dropped, emptied, isSpent, noneSpent, shuffled, withSpent } from './box.ts';
export { makeCode, makeTags, readCode, showCode } from './codes.ts';
export { added, count, emptyTally, type LineTally, type Tally } from './count.ts';
export { paperOf, paperSize, paperText } from './encode.ts';
export {
  faultOf,
  linesOf,
  lineText,
  LONGEST_NAME,
  optionsAt,
  writeInsOf,
  type Entry,
  type Form,
  type FormFault,
  type FormKind,
  type Question,
} from './form.ts';
export {
  blankMarks,
  INVALID_WORDS,
  judge,
  readMarks,
  type Invalid,
  type Judged,
  type Marks,
  type Pick,
} from './marks.ts';
export {
  MORE_THAN_HALF_PRESENT,
  neededOf,
  outcome,
  type Base,
  type Outcome,
  type OutcomeLine,
  type RoundNumbers,
  type Threshold,
} from './outcome.ts';
export { mayBeShown, shownTally, tinyGroup, type Secrecy } from './publish.ts';
export { recountPage } from './recount-page.ts';
export { countGrouped, grouped, type RecountFile } from './recount.ts';
export { paperWord, resultSentences } from './sentences.ts';
