import type { PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Kind, Move, Sanction } from './words.ts';

/** What the form of a step tells. Closed lists, days, numbers of articles and papers: no words about the person (6.6). */
export interface Told {
  /** Which regulation the case rests on; that of organisational handling where none is named. */
  readonly regulation?: 'handling' | 'education' | 'discipline' | 'constitution';
  /** Article and item of it: `第六条第（四）项`. */
  readonly clause?: string;
  readonly ground?: 'lost' | 'settled_abroad' | 'study_abroad';
  /** Day from which the ground counts: going abroad. */
  readonly since?: PlainDate;
  readonly foundOn?: PlainDate;
  /** Somebody wrote down that there is no proper reason, and when criticism and education came before. */
  readonly noProperReason?: boolean;
  readonly educatedOn?: PlainDate;
  /** Another matter than the one already disciplined (`handle.no-double`). */
  readonly otherMatter?: boolean;
  readonly team?: readonly PersonId[];
  readonly heard?: 'in_person' | 'in_writing' | 'declined' | 'unreachable';
  readonly measures?: readonly ('talk' | 'study' | 'contact' | 'task' | 'care')[];
  readonly months?: number;
  readonly until?: PlainDate;
  readonly sanction?: Sanction;
  /** Who decided: a body, by name. */
  readonly organ?: string;
  /** Number of the paper. */
  readonly paper?: string;
}

/** A vote of a members' meeting held on this person. */
export interface PersonVote {
  readonly entitled: number;
  readonly present: number;
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
  /** Taken on this person alone: the subject names them. */
  readonly alone: boolean;
}

/** What leaves room in the rules; defaults are from memory or secondary, so a committee fixes them. */
export interface StatusSettings {
  readonly rejoinYears: number;
  readonly correctMonths: number;
  readonly warningMonths: number;
  readonly seriousMonths: number;
  readonly removalMonths: number;
  readonly probationMonths: number;
}

export const DEFAULT_STATUS_SETTINGS: StatusSettings = {
  rejoinYears: 5,
  correctMonths: 6,
  warningMonths: 12,
  seriousMonths: 18,
  removalMonths: 24,
  probationMonths: 12,
};

/** Most months a correction may last (EDU19 art. 30). */
export const CORRECT_MAX_MONTHS = 12;

export interface StatusFacts {
  readonly kind: Kind;
  readonly standing: 'full' | 'probationary' | 'suspended' | 'gone';
  /** Since when 停止党籍 holds. */
  readonly suspendedSince: PlainDate | null;
  /** The search log of a loss of contact that goes on, or of the last one. */
  readonly lost: {
    readonly since: PlainDate;
    readonly foundOn: PlainDate | null;
    readonly searches: number;
  } | null;
  /** A sanction for some matter stands on record here. */
  readonly disciplined: boolean;
  readonly settings: StatusSettings;
  /** Day of each move done, the last one. */
  readonly days: Readonly<Partial<Record<Move, PlainDate>>>;
  /** End of the correction period or of the planned sanction. */
  readonly until: PlainDate | null;
  readonly sanction: Sanction | null;
  readonly vote: PersonVote | null;
  readonly told: Told;
}
