import type { OrgId, PersonId } from '#kernel/ids';
import type { PlainDate, PlainMonth } from '#kernel/plain-date';
import type { Route, Side, Subject } from './words.ts';

/** What a committee may fix where the rules leave it open (按上级规定). */
export interface TransferSettings {
  /** Usual validity of a letter within the city and elsewhere, in days. */
  readonly sameCityDays: number;
  readonly elsewhereDays: number;
  /** Days within which each step of a transfer is expected. */
  readonly stepDays: number;
}

export const DEFAULT_TRANSFER_SETTINGS: TransferSettings = {
  sameCityDays: 10,
  elsewhereDays: 30,
  stepDays: 15,
};

/** Why somebody goes (`transfer.when`). */
export const WHY = ['work', 'residence', 'away', 'graduation', 'retired', 'other'] as const;
export type Why = (typeof WHY)[number];

/** The fields of a step's form; each step uses a few. */
export interface Told {
  readonly why?: Why | undefined;
  readonly whyText?: string | undefined;
  /** 党费缴至: reckoned from the account of the sender, read from the letter of an outside one. */
  readonly duesMonth?: PlainMonth | null | undefined;
  /** Number that the national system shows. */
  readonly nationalNumber?: string | undefined;
  readonly letterNumber?: string | undefined;
  readonly letterDays?: number | undefined;
  /** Where the former committee is reached: the letter prints it. */
  readonly contact?: string | undefined;
  readonly reason?: string | undefined;
  readonly paper?: string | undefined;
  readonly note?: string | undefined;
  /** Into which branch, where the sender named only the committee. */
  readonly branchId?: OrgId | undefined;
  readonly groupId?: string | undefined;
  /** Papers of admission looked through (DEV26 art. 34). */
  readonly papersChecked?: boolean | undefined;
  /** 教育考察责任人 of a probationary member. */
  readonly overseer?: PersonId | undefined;
  readonly handler?: string | undefined;
}

export interface LetterFacts {
  readonly number: string;
  readonly until: PlainDate;
}

/** What the rules of a transfer look at. */
export interface TransferFacts {
  readonly route: Route;
  readonly side: Side;
  readonly subject: Subject;
  readonly settings: TransferSettings;
  /** Whether one committee approves for both ends: then it is no transfer. */
  readonly sameCommittee: boolean;
  /** Whether the receiving end is a body with a roster. */
  readonly receiverHoldsMembers: boolean;
  /** Whether the sender still has them: in its roster, or their file where they are no member. */
  readonly stillThere: boolean;
  readonly duesMonth: PlainMonth | null;
  /** Months owed when it began, as the account has them. */
  readonly duesOpen: number;
  readonly letter: LetterFacts | null;
  /** Last day of probation; null where there is none. */
  readonly probationEnds: PlainDate | null;
  /** Another tenant of this installation has the case already: only it can give it back. */
  readonly peerHasIt: boolean;
  readonly told: Told;
}
