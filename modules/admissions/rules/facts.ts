import type { PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { WorkCalendar } from '#kernel/work-days';

/** A member as far as the rules ask who may be contact or introducer. */
export interface Helper {
  readonly personId: PersonId;
  readonly name: string;
  /** Null: stands in no roster here on that day. */
  readonly category: 'full' | 'probationary' | null;
  /** 停止党籍. */
  readonly suspended: boolean;
  /** 留党察看 with rights not restored. */
  readonly onProbation: boolean;
  /** 警告、严重警告、撤销党内职务 within the effect period. */
  readonly sanctioned: boolean;
}

/** One observation, report, talk or course that stands in a register. */
export interface Observed {
  readonly on: PlainDate;
  readonly kind: 'observation' | 'report' | 'talk' | 'course';
}

/** A vote on a person as it stands in the minutes, with opinions handed in before the meeting. */
export interface PersonVote {
  readonly entitled: number;
  readonly present: number;
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
  /** Written opinions given before the meeting; count as votes, not as presence (DEV26 art. 20). */
  readonly written: { readonly inFavour: number; readonly against: number };
  readonly secret: boolean;
  /** Counted for this person alone. */
  readonly alone: boolean;
  readonly tellers: readonly PersonId[];
}

/** What a move was told, beside its day: the fields of its form. */
export interface Told {
  readonly recommendedBy?: 'members' | 'league' | 'mass_organisation';
  readonly contacts?: readonly PersonId[];
  readonly introducers?: readonly PersonId[];
  readonly talker?: string;
  /** Opinions heard before a decision. */
  readonly heard?: readonly ('group' | 'contacts' | 'members' | 'masses')[];
  readonly until?: PlainDate;
  readonly places?: readonly string[];
  readonly conclusion?: 'qualified' | 'not_qualified';
  readonly courseDays?: number;
  readonly courseHours?: number;
  readonly bookNumber?: string;
  readonly leavesOn?: PlainDate | null;
  readonly resolution?: string;
  readonly months?: number;
  readonly groupId?: string;
  readonly paper?: string;
  readonly note?: string;
  readonly kind?: Observed['kind'];
  readonly written?: { readonly inFavour: number; readonly against: number };
  readonly tellers?: readonly PersonId[];
  /** Who says it, where a body above acts: 中共××镇委员会. */
  readonly body?: string;
}

/** Everything the rules of one case look at. */
export interface AdmissionFacts {
  readonly applicant: {
    readonly personId: PersonId;
    readonly bornOn: PlainDate | null;
    /** Lives or works away from the branch: notice at both places. */
    readonly mobile: boolean;
    readonly leagueMember: boolean;
    /** Left in a way after which joining anew is barred for a time. */
    readonly rejoin?: { readonly way: string; readonly until: PlainDate } | null;
  };
  readonly settings: AdmissionSettings;
  readonly calendar: WorkCalendar;
  /** The branch stands below a 党总支, which has to deliberate. */
  readonly underGeneralBranch: boolean;
  /** The body that consents, reviews and approves. */
  readonly approver: {
    readonly kind: string;
    readonly temporary: boolean;
    /** Itself below the committee of a township or street. */
    readonly underTownship: boolean;
  };
  readonly helpers: ReadonlyMap<PersonId, Helper>;
  readonly contacts: readonly PersonId[];
  readonly introducers: readonly PersonId[];
  readonly observed: readonly Observed[];
  readonly days: Readonly<Partial<Record<string, PlainDate>>>;
  readonly notice: { readonly from: PlainDate; readonly until: PlainDate } | null;
  readonly openObjections: number;
  readonly extended: boolean;
  readonly archived: ReadonlySet<string>;
  readonly vote: PersonVote | null;
  readonly told: Told;
}

/** What a committee fixes for those below where the regulation leaves it open. */
export interface AdmissionSettings {
  readonly ageMin: number;
  readonly youthMax: number;
  readonly noticeWorkdays: number;
  readonly trainingDays: number;
  readonly trainingHours: number;
  /** County layer before the book is issued (基层党委预审后县级复核). */
  readonly countyCheck: boolean;
  readonly observeMonths: number;
}

export const DEFAULT_ADMISSION_SETTINGS: AdmissionSettings = {
  ageMin: 18,
  youthMax: 28,
  noticeWorkdays: 5,
  trainingDays: 3,
  trainingHours: 24,
  countyCheck: false,
  observeMonths: 6,
};
