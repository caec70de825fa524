/**
 * An admission file in the words of the regulation: steps by their number in the usual chart of 25, with
 * what stands between two numbers after a dash. Nothing here knows the product.
 */
export type StepName =
  | '01'
  | '02'
  | '03'
  | '04'
  | '05'
  | '06'
  | '07'
  | '08-consent'
  | '08-notice'
  | '08-listed'
  /** Until 2026-05-10: filed instead of agreed to. */
  | '08-filed'
  | '09'
  | '10'
  | '11'
  | '12'
  | '13'
  | '13-county'
  | '13-form'
  | '14'
  | '15'
  | '15-deliberated'
  | '16'
  | '17'
  | '18'
  | '19'
  | '20'
  | '21'
  | '22'
  | '23'
  | '24'
  | '25'
  | 'extend-vote'
  | 'extend-approved'
  | 'cancel-vote'
  | 'cancel-approved';

/** Papers by the second part of their rule id: `file.activist-register`. */
export type PaperName =
  | 'application'
  | 'talk'
  | 'recommend'
  | 'activist-register'
  | 'notice'
  | 'review'
  | 'training'
  | 'prereview'
  | 'form'
  | 'probation-register'
  | 'regularise';

export interface Vote {
  entitled: number;
  present: number;
  yes: number;
  no: number;
  abstained: number;
  writtenYes: number;
  writtenNo: number;
  secret: boolean;
  /** Counted for this person alone. */
  alone: boolean;
  tellers: string[];
}

export interface FileStep {
  step: StepName;
  on: string;
  /** Last day of a notice or of an extended probation. */
  until?: string;
  papers: PaperName[];
  /** Whose minutes it rests on, and of which day. */
  held?: { body: 'committee' | 'members'; on: string };
  vote?: Vote;
  /** Contacts or introducers. */
  people?: string[];
  kind?: 'observation' | 'report' | 'talk' | 'course';
  talker?: string;
  recommendedBy?: 'members' | 'league' | 'mass_organisation';
  heard?: ('group' | 'contacts' | 'members' | 'masses')[];
  places?: string[];
  openObjections?: number;
  qualified?: boolean;
  days?: number;
  hours?: number;
  formNumber?: string;
  leavesOn?: string | null;
  resolution?: string;
  months?: number;
  /** Rules for which a written reason is given. */
  reasons?: string[];
}

export interface Helper {
  category: 'full' | 'probationary' | null;
  suspended: boolean;
  /** 留党察看 with rights not restored. */
  onProbation: boolean;
  /** A lighter sanction within its effect period. */
  sanctioned: boolean;
}

export interface AdmissionFile {
  seed: number;
  applicant: { bornOn: string; mobile: boolean; league: boolean };
  underGeneralBranch: boolean;
  approver: { kind: string; temporary: boolean; underTownship: boolean };
  countyCheck: boolean;
  members: Record<string, Helper>;
  steps: FileStep[];
  /** Day on which the file is looked at. */
  today: string;
}

/** The last step of a name; a seeded fault that finds none is a fault of the generator. */
export function stepOf(file: AdmissionFile, name: StepName): FileStep {
  const found = file.steps.findLast((one) => one.step === name);
  if (found === undefined) throw new Error(`file ${file.seed} has no step ${name}`);
  return found;
}
