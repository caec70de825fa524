import type { Tally } from './count.ts';

/**
 * statutory: a vote whose totals are always stated, even with three voters. opinion: evaluations and
 * surveys, whose breakdowns are not shown below five papers.
 */
export type Secrecy = 'statutory' | 'opinion';

export const LEAST_SHOWN = 5;

/** Whether more than the number of papers may be told. */
export const mayBeShown = (secrecy: Secrecy, tally: Pick<Tally, 'valid'>): boolean =>
  secrecy === 'statutory' || tally.valid >= LEAST_SHOWN;

/** The tally as it may be told: numbers of papers always, breakdowns and words only where enough took part. */
export const shownTally = (secrecy: Secrecy, tally: Tally): Tally =>
  mayBeShown(secrecy, tally)
    ? tally
    : { ...tally, blank: 0, invalidBy: {}, lines: [], writeIns: [], texts: [] };

/** Said before a ballot in a tiny group; null where enough take part. */
export const tinyGroup = (voters: number): string | null =>
  voters < LEAST_SHOWN ? '人数少，结果可能推知个人意向' : null;
