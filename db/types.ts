// Written by `npm run db:generate` from the migrated database. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Money } from '#kernel/money';
import type { PlainDate } from '#kernel/plain-date';

export interface AccountTable {
  tenant_id: string;
  account_id: string;
  person_id: string | null;
  login_name: string;
  display_name: string;
  password_hash: string | null;
  totp_secret: string | null;
  totp_used_step: number | null;
  sso_subject: string | null;
  disabled_at: Date | null;
  created_at: Date;
  created_by: string | null;
}

export interface AccountCodeTable {
  tenant_id: string;
  code_hash: string;
  account_id: string;
  purpose: 'invitation' | 'password';
  made_at: Date;
  made_by: string | null;
  expires_at: Date;
  used_at: Date | null;
}

export interface AccountGrantTable {
  tenant_id: string;
  id: string;
  grant_id: string;
  account_id: string;
  org_id: string;
  org_path: string;
  kind: 'clerk' | 'officer' | 'administrator';
  valid_from: PlainDate;
  valid_to: PlainDate | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface AdmissionBookTable {
  tenant_id: string;
  id: string;
  book_id: string;
  org_id: string;
  org_path: string;
  number: string;
  issued_on: PlainDate;
  case_id: string | null;
  receiver: string;
  spoiled: Generated<boolean>;
  note: Generated<string>;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface AdmissionCaseTable {
  tenant_id: string;
  case_id: string;
  person_id: string;
  org_id: string;
  org_path: string;
  state: string;
  register: 'applicants' | 'activists' | 'targets' | 'probationary' | 'done';
  next_move: Generated<string>;
  next_local: Generated<string>;
  next_actor: Generated<'' | 'branch' | 'committee' | 'county'>;
  next_from: PlainDate | null;
  next_until: PlainDate | null;
  mobile: Generated<boolean>;
  league: Generated<boolean>;
  version: Generated<number>;
  entered_at: Date;
  entered_by: string;
}

export interface AdmissionFileTable {
  tenant_id: string;
  id: string;
  case_id: string;
  org_id: string;
  org_path: string;
  paper: string;
  file_id: string;
  name: string;
  mime: string;
  size: number;
  entered_at: Date;
  entered_by: string;
}

export interface AdmissionHelperTable {
  tenant_id: string;
  id: string;
  role_id: string;
  case_id: string;
  org_id: string;
  org_path: string;
  person_id: string;
  role: 'contact' | 'introducer' | 'overseer';
  valid_from: PlainDate;
  valid_to: PlainDate | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface AdmissionLocalDoneTable {
  tenant_id: string;
  id: string;
  case_id: string;
  step_id: string;
  org_id: string;
  org_path: string;
  name: string;
  after_seq: number;
  done_on: PlainDate;
  paper: Generated<string>;
  note: Generated<string>;
  by_name: string;
  by_as: string;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface AdmissionLocalStepTable {
  tenant_id: string;
  id: string;
  step_id: string;
  org_id: string;
  org_path: string;
  name: string;
  before_move: string;
  actor: 'branch' | 'committee' | 'county';
  paper: Generated<string>;
  required: boolean;
  source: string;
  valid_from: PlainDate;
  valid_to: PlainDate | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface AdmissionObjectionTable {
  tenant_id: string;
  id: string;
  objection_id: string;
  case_id: string;
  org_id: string;
  org_path: string;
  number: number;
  received_on: PlainDate;
  matter: string;
  answered_on: PlainDate | null;
  answer: Generated<string>;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface AdmissionPauseTable {
  tenant_id: string;
  id: string;
  case_id: string;
  org_id: string;
  org_path: string;
  reason: string;
  valid_from: PlainDate;
  valid_to: PlainDate | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface AdmissionPlanTable {
  tenant_id: string;
  id: string;
  plan_id: string;
  org_id: string;
  org_path: string;
  year: number;
  years: Generated<number>;
  quota: number;
  paper: Generated<string>;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface AdmissionSettingTable {
  tenant_id: string;
  id: string;
  org_id: string;
  org_path: string;
  settings: ColumnType<unknown, NonNullable<unknown>, NonNullable<unknown>>;
  valid_from: PlainDate;
  valid_to: PlainDate | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface AdmissionStepTable {
  tenant_id: string;
  id: string;
  case_id: string;
  person_id: string;
  org_id: string;
  org_path: string;
  other_path: string;
  seq: number;
  move: string;
  done_on: PlainDate;
  until_on: PlainDate | null;
  rules: string;
  meeting_id: string | null;
  vote: ColumnType<unknown, NonNullable<unknown> | null, NonNullable<unknown> | null>;
  told: ColumnType<unknown, NonNullable<unknown> | undefined, NonNullable<unknown>>;
  reasons: ColumnType<unknown, NonNullable<unknown> | undefined, NonNullable<unknown>>;
  papers: Generated<string[]>;
  from_paper: Generated<boolean>;
  by_name: string;
  by_as: string;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface AdmissionUndoTable {
  tenant_id: string;
  id: string;
  case_id: string;
  org_id: string;
  org_path: string;
  moves: string[];
  local_steps: Generated<string[]>;
  reason: string;
  undone_on: PlainDate;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface AffiliationCheckTable {
  tenant_id: string;
  check_id: string;
  org_id: string;
  org_path: string;
  year: number;
  opened_on: PlainDate;
  closed_on: PlainDate | null;
  version: Generated<number>;
  entered_at: Date;
  entered_by: string;
}

export interface AffiliationMarkTable {
  tenant_id: string;
  id: string;
  check_id: string;
  org_id: string;
  org_path: string;
  person_id: string;
  result: 'present' | 'away' | 'should_transfer' | 'abroad' | 'not_found' | 'settled';
  note: Generated<string>;
  marked_on: PlainDate;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface AttendanceTable {
  tenant_id: string;
  id: string;
  person_id: string | null;
  meeting_id: string;
  sitting_id: string;
  org_id: string;
  org_path: string;
  held_on: PlainDate;
  minutes: Generated<number>;
  state: 'present' | 'leave' | 'absent' | 'guest';
  rated: boolean;
  kind: string;
  title: string;
  name: Generated<string>;
  reason: Generated<string>;
  away: number[] | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface AuditEntryTable {
  tenant_id: string;
  id: string;
  org_id: string;
  org_path: string;
  at: Date;
  account_id: string;
  person_id: string | null;
  acting_as: string;
  for_person_id: string | null;
  action: string;
  object_kind: string;
  object_id: string;
  fields: ColumnType<unknown, NonNullable<unknown> | undefined, NonNullable<unknown>>;
  reason: string | null;
  command_id: string | null;
  seal_seq: number | null;
}

export interface AuditSealTable {
  tenant_id: string;
  seq: number;
  sealed_at: Date;
  entries: number;
  digest: string;
}

export interface BallotTable {
  tenant_id: string;
  ballot_id: string;
  org_id: string;
  org_path: string;
  organ: string;
  owner: string;
  owner_id: string | null;
  title: string;
  held_on: PlainDate;
  secrecy: 'statutory' | 'opinion';
  on_persons: boolean;
  has_roll: boolean;
  rules_adopted: Generated<string>;
  upper_consent: Generated<string>;
  keep_until: PlainDate;
  destroyed_on: PlainDate | null;
  witnesses: Generated<string[]>;
  version: Generated<number>;
  entered_at: Date;
  entered_by: string;
}

export interface BallotBoxTable {
  tenant_id: string;
  ballot_id: string;
  round_no: number;
  part: number;
  content: string;
}

export interface BallotCodeTable {
  tenant_id: string;
  code_hash: string;
  ballot_id: string;
  round_no: number;
  place: number;
  tag: string;
}

export interface BallotPaperTable {
  tenant_id: string;
  ballot_id: string;
  round_no: number;
  papers: ColumnType<unknown, NonNullable<unknown>, NonNullable<unknown>>;
  used_tags: string[];
  unused_tags: string[];
}

export interface BallotResultTable {
  tenant_id: string;
  id: string;
  ballot_id: string;
  round_no: number;
  org_id: string;
  org_path: string;
  numbers: ColumnType<unknown, NonNullable<unknown>, NonNullable<unknown>>;
  tally: ColumnType<unknown, NonNullable<unknown>, NonNullable<unknown>>;
  outcome: ColumnType<unknown, NonNullable<unknown> | null, NonNullable<unknown> | null>;
  stands: boolean;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface BallotRollTable {
  tenant_id: string;
  line_id: string;
  ballot_id: string;
  round_no: number;
  org_id: string;
  org_path: string;
  place: number;
  person_id: string | null;
  name: string;
  left_out: Generated<string>;
  present: Generated<boolean>;
  slip: 'paper' | 'code' | null;
  entered_at: Date;
  entered_by: string;
}

export interface BallotRoundTable {
  tenant_id: string;
  ballot_id: string;
  round_no: number;
  org_id: string;
  org_path: string;
  why: 'first' | 'again' | 'runoff';
  form: ColumnType<unknown, NonNullable<unknown>, NonNullable<unknown>>;
  threshold: ColumnType<unknown, NonNullable<unknown> | null, NonNullable<unknown> | null>;
  on_paper: boolean;
  on_screen: boolean;
  state: 'prepared' | 'open' | 'closed' | 'counted' | 'void';
  codes_printed: Generated<number>;
  codes_left: number | null;
  codes_reason: Generated<string>;
  handed_paper: Generated<number>;
  handed_codes: Generated<number>;
  void_reason: Generated<string>;
  version: Generated<number>;
  entered_at: Date;
  entered_by: string;
}

export interface BallotSheetTable {
  tenant_id: string;
  id: string;
  ballot_id: string;
  round_no: number;
  org_id: string;
  org_path: string;
  mode: 'totals' | 'slips';
  issued: number;
  returned: number;
  missing: number;
  tally: ColumnType<unknown, NonNullable<unknown>, NonNullable<unknown>>;
  papers: ColumnType<unknown, NonNullable<unknown> | null, NonNullable<unknown> | null>;
  read_by: string;
  recorded_by: string;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface BallotTellerTable {
  tenant_id: string;
  teller_id: string;
  ballot_id: string;
  org_id: string;
  org_path: string;
  role: 'supervisor' | 'counter';
  person_id: string | null;
  name: string;
  slip_hash: string | null;
  entered_at: Date;
  entered_by: string;
}

export interface BallotTurnTable {
  tenant_id: string;
  id: string;
  ballot_id: string;
  round_no: number;
  teller_id: string;
  org_id: string;
  org_path: string;
  person_id: string | null;
  means: 'session' | 'slip';
  entered_at: Date;
  entered_by: string;
}

export interface BallotUrnTable {
  tenant_id: string;
  ballot_id: string;
  round_no: number;
  is_open: Generated<boolean>;
  codes: number;
  papers: Generated<number>;
  spent: string;
}

export interface CommandLogTable {
  tenant_id: string;
  command_id: string;
  account_id: string;
  action: string;
  answer: ColumnType<unknown, NonNullable<unknown> | null, NonNullable<unknown> | null>;
  at: Date;
}

export interface DuesAllotmentTable {
  tenant_id: string;
  id: string;
  org_id: string;
  org_path: string;
  received_on: PlainDate;
  amount_fen: Money;
  received_from: string;
  voucher: Generated<string>;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface DuesAssessmentTable {
  tenant_id: string;
  id: string;
  org_id: string;
  org_path: string;
  from_month: PlainDate;
  decided_on: PlainDate;
  members: number;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface DuesBankLineTable {
  tenant_id: string;
  id: string;
  org_id: string;
  org_path: string;
  line_key: string;
  happened_on: PlainDate;
  amount_fen: Money;
  receipt_id: string;
  file_id: string;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface DuesBaseTable {
  tenant_id: string;
  id: string;
  payer_id: string;
  person_id: string;
  org_id: string;
  org_path: string;
  payer_kind: 'wage' | 'annual_salary' | 'self_employed' | 'retired' | 'farmer' | 'farmer_income' | 'student' | 'unemployed';
  base_fen: Money | null;
  valid_from: PlainDate;
  valid_to: PlainDate | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface DuesCycleTable {
  tenant_id: string;
  id: string;
  org_id: string;
  org_path: string;
  cycle: 'month' | 'quarter' | 'half_year' | 'year';
  basis: Generated<string>;
  valid_from: PlainDate;
  valid_to: PlainDate | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface DuesPaidYearTable {
  tenant_id: string;
  person_id: string;
  year: number;
  org_id: string;
  org_path: string;
  dues_fen: Money;
  voluntary_fen: Money;
  entered_at: Date;
  entered_by: string;
}

export interface DuesPublicationTable {
  tenant_id: string;
  id: string;
  org_id: string;
  org_path: string;
  from_month: PlainDate;
  to_month: PlainDate;
  published_on: PlainDate;
  place: string;
  known_at: Date;
  lines: ColumnType<unknown, NonNullable<unknown>, NonNullable<unknown>>;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface DuesReceiptTable {
  tenant_id: string;
  id: string;
  person_id: string;
  org_id: string;
  org_path: string;
  paid_on: PlainDate;
  amount_fen: Money;
  means: 'cash' | 'transfer';
  payer: Generated<'self' | 'relative' | 'member'>;
  payer_name: Generated<string>;
  payer_person_id: string | null;
  voluntary: Generated<boolean>;
  note: Generated<string>;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface DuesReliefTable {
  tenant_id: string;
  id: string;
  payer_id: string;
  person_id: string;
  org_id: string;
  org_path: string;
  amount_fen: Money;
  reason: Generated<string>;
  studied_on: PlainDate;
  approved_on: PlainDate | null;
  approved_by: Generated<string>;
  approval_paper: Generated<string>;
  valid_from: PlainDate;
  valid_to: PlainDate | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface DuesRemittanceTable {
  tenant_id: string;
  id: string;
  org_id: string;
  org_path: string;
  handed_on: PlainDate;
  amount_fen: Money;
  received_by: string;
  voucher: Generated<string>;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface DuesRemittanceReceiptTable {
  tenant_id: string;
  id: string;
  remittance_id: string;
  receipt_id: string;
  org_id: string;
  org_path: string;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface DuesSettingTable {
  tenant_id: string;
  id: string;
  org_id: string;
  org_path: string;
  settings: ColumnType<unknown, NonNullable<unknown>, NonNullable<unknown>>;
  valid_from: PlainDate;
  valid_to: PlainDate | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface DuesSupplementTable {
  tenant_id: string;
  id: string;
  person_id: string;
  org_id: string;
  org_path: string;
  for_month: PlainDate;
  amount_fen: Money;
  decided_on: PlainDate;
  reason: string;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface DuesUseTable {
  tenant_id: string;
  id: string;
  org_id: string;
  org_path: string;
  used_on: PlainDate;
  amount_fen: Money;
  purpose: 'training' | 'materials' | 'commendation' | 'hardship' | 'disaster';
  what: string;
  decided_on: PlainDate;
  decided_by: string;
  voucher: Generated<string>;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface DutyCalendarTable {
  tenant_id: string;
  id: string;
  account_id: string;
  acting_kind: string;
  acting_id: string;
  token_hash: string;
  made_at: Date;
  ended_at: Date | null;
}

export interface FileTable {
  tenant_id: string;
  id: string;
  org_id: string;
  org_path: string;
  person_id: string | null;
  hash: string;
  name: string;
  mime: string;
  size: number;
  picture_hash: string | null;
  taken_by: string | null;
  entered_at: Date;
  entered_by: string;
}

export interface FloatingArrivalTable {
  tenant_id: string;
  id: string;
  arrival_id: string;
  away_id: string | null;
  org_id: string;
  org_path: string;
  other_path: string;
  person_id: string;
  person_name: string;
  home_name: string;
  certificate_no: Generated<string>;
  arrived_on: PlainDate;
  keeper_id: string | null;
  keeper_name: Generated<string>;
  attachment_id: string | null;
  ended_on: PlainDate | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface FloatingAwayTable {
  tenant_id: string;
  id: string;
  away_id: string;
  org_id: string;
  org_path: string;
  other_path: string;
  person_id: string;
  person_name: string;
  reason: 'work' | 'business' | 'study' | 'graduate' | 'family' | 'abroad_study' | 'abroad' | 'other';
  place_kind: 'county' | 'city' | 'province' | 'country' | 'abroad';
  place: string;
  fixed: Generated<boolean>;
  phone: string | null;
  told_by: 'self' | 'relative' | 'branch';
  left_on: PlainDate;
  expected_on: PlainDate | null;
  keeper_id: string | null;
  keeper_name: Generated<string>;
  host_org_id: string | null;
  host_name: Generated<string>;
  attachment_id: string | null;
  certificate_no: Generated<string>;
  returned_on: PlainDate | null;
  return_way: 'returned' | 'transferred' | 'other' | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface FloatingContactTable {
  tenant_id: string;
  id: string;
  contact_id: string;
  away_id: string;
  org_id: string;
  org_path: string;
  other_path: string;
  person_id: string | null;
  member_id: string;
  member_name: string;
  made_on: PlainDate;
  how: 'phone' | 'wechat' | 'letter' | 'visit' | 'family';
  report: Generated<boolean>;
  content: Generated<string>;
  by_name: string;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface FloatingKeeperTable {
  tenant_id: string;
  id: string;
  away_id: string;
  org_id: string;
  org_path: string;
  other_path: string;
  person_id: string;
  member_id: string;
  member_name: string;
  reason: string;
  place_kind: string;
  place: string;
  phone: string | null;
  left_on: PlainDate;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface FloatingLifeTable {
  tenant_id: string;
  id: string;
  life_id: string;
  away_id: string;
  org_id: string;
  org_path: string;
  other_path: string;
  person_id: string;
  person_name: string;
  kind: 'activity' | 'dues' | 'evaluation' | 'review';
  happened_on: PlainDate;
  year: number | null;
  grade: 'excellent' | 'qualified' | 'basically_qualified' | 'unqualified' | null;
  from_month: PlainDate | null;
  to_month: PlainDate | null;
  amount_fen: Money | null;
  words: Generated<string>;
  said_by: string;
  meeting_id: string | null;
  from_paper: Generated<boolean>;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface FloatingSettingTable {
  tenant_id: string;
  id: string;
  org_id: string;
  org_path: string;
  contact_months: number;
  abroad_months: number;
  counts_presence: boolean;
  valid_from: PlainDate;
  valid_to: PlainDate | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface ImportCaseTable {
  tenant_id: string;
  id: string;
  org_id: string;
  org_path: string;
  kind: 'roster' | 'compare';
  state: 'open' | 'ready' | 'done' | 'undone' | 'abandoned';
  file_id: string | null;
  file_name: string;
  sheet: Generated<string>;
  header_row: Generated<number>;
  header_rows: Generated<number>;
  columns: ColumnType<unknown, NonNullable<unknown> | undefined, NonNullable<unknown>>;
  branches: ColumnType<unknown, NonNullable<unknown> | undefined, NonNullable<unknown>>;
  as_of: PlainDate | null;
  roster_from: PlainDate | null;
  keep_bad: Generated<boolean>;
  generation: string | null;
  confirmed_at: Date | null;
  version: Generated<number>;
  entered_at: Date;
  entered_by: string;
}

export interface ImportDifferenceTable {
  tenant_id: string;
  id: string;
  import_id: string;
  org_id: string;
  org_path: string;
  person_id: string | null;
  who: string;
  branch: Generated<string>;
  field: string;
  ours: string | null;
  theirs: string | null;
  settled_on: PlainDate | null;
  version: Generated<number>;
  entered_at: Date;
  entered_by: string;
}

export interface ImportEffectTable {
  tenant_id: string;
  id: string;
  import_id: string;
  people: string[];
  org_id: string;
  org_path: string;
  kind: 'new' | 'changed';
  before: ColumnType<unknown, NonNullable<unknown> | null, NonNullable<unknown> | null>;
  entered_at: Date;
  entered_by: string;
}

export interface ImportRowTable {
  tenant_id: string;
  import_id: string;
  generation: string;
  row_no: number;
  org_id: string;
  org_path: string;
  kind: 'new' | 'same' | 'change' | 'ask' | 'elsewhere' | 'error' | 'left_out' | 'absent';
  who: string;
  detail: Generated<string>;
  why: Generated<string>;
  person_id: string | null;
  target_org_id: string | null;
  candidates: ColumnType<unknown, NonNullable<unknown> | undefined, NonNullable<unknown>>;
  says: ColumnType<unknown, NonNullable<unknown> | null, NonNullable<unknown> | null>;
  secret: ColumnType<unknown, NonNullable<unknown> | null, NonNullable<unknown> | null>;
  new_id: string | null;
  facts: ColumnType<unknown, NonNullable<unknown> | null, NonNullable<unknown> | null>;
  category: 'full' | 'probationary' | null;
  stay_from: PlainDate | null;
  turned_on: PlainDate | null;
  changes: ColumnType<unknown, NonNullable<unknown> | undefined, NonNullable<unknown>>;
  basis: string | null;
  problems: ColumnType<unknown, NonNullable<unknown> | null, NonNullable<unknown> | null>;
  entered_at: Date;
  entered_by: string;
}

export interface InspectionPrintTable {
  tenant_id: string;
  id: string;
  org_id: string;
  org_path: string;
  year: number;
  printed_on: PlainDate;
  asked_by: string;
  asked_on: PlainDate | null;
  purpose: Generated<string>;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface MeetingTable {
  tenant_id: string;
  id: string;
  sitting_id: string;
  org_id: string;
  org_path: string;
  kind: string;
  body: 'members' | 'committee' | 'group' | 'leading_body';
  group_id: string | null;
  form: Generated<'meeting' | 'home_visit' | 'post'>;
  title: Generated<string>;
  held_on: PlainDate;
  starts_at: string | null;
  ends_at: string | null;
  year_of: number;
  special: Generated<boolean>;
  campaign: Generated<string>;
  state: 'planned' | 'announced' | 'started' | 'ready' | 'final' | 'correcting' | 'cancelled';
  entry: Generated<'live' | 'late' | 'paper_totals'>;
  content: ColumnType<unknown, NonNullable<unknown> | undefined, NonNullable<unknown>>;
  prepared_by: string | null;
  prepared_name: Generated<string>;
  reason: Generated<string>;
  version: Generated<number>;
  entered_at: Date;
  entered_by: string;
}

export interface MeetingDecisionTable {
  tenant_id: string;
  id: string;
  decision_id: string;
  meeting_id: string;
  org_id: string;
  org_path: string;
  decided_on: PlainDate;
  item_seq: number;
  item_title: string;
  what: string;
  responsible_id: string | null;
  responsible_name: Generated<string>;
  due_on: PlainDate | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface MeetingFileTable {
  tenant_id: string;
  id: string;
  meeting_id: string;
  file_id: string;
  org_id: string;
  org_path: string;
  use: 'sign_in' | 'agenda' | 'material' | 'record' | 'notes' | 'pictures' | 'signed_print' | 'other';
  name: string;
  mime: string;
  size: number;
  hash: string;
  entered_at: Date;
  entered_by: string;
}

export interface MeetingHeldTable {
  tenant_id: string;
  id: string;
  meeting_id: string;
  sitting_id: string;
  version: number;
  org_id: string;
  org_path: string;
  kind: string;
  body: 'members' | 'committee' | 'group' | 'leading_body';
  group_id: string | null;
  form: 'meeting' | 'home_visit' | 'post';
  entry: 'live' | 'late' | 'paper_totals';
  title: string;
  held_on: PlainDate;
  year_of: number;
  special: boolean;
  campaign: string;
  entitled: number;
  present: number;
  on_leave: number;
  absent: number;
  guests: number;
  rated: number;
  rated_present: number;
  items: number;
  minutes: number | null;
  study: boolean;
  content: ColumnType<unknown, NonNullable<unknown>, NonNullable<unknown>>;
  fingerprint: string;
  prepared_by: string;
  prepared_name: string;
  approved_by: string;
  approved_name: string;
  signed_file_id: string | null;
  correction_reason: Generated<string>;
  recorded_on: PlainDate;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface MeetingItemTable {
  tenant_id: string;
  id: string;
  meeting_id: string;
  org_id: string;
  org_path: string;
  held_on: PlainDate;
  seq: number;
  kind: 'first_topic' | 'regular' | 'follow_up';
  title: string;
  decision: string;
  follow_up_of: string | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface MeetingKindTable {
  tenant_id: string;
  id: string;
  kind_id: string;
  org_id: string;
  org_path: string;
  name: string;
  body: 'members' | 'committee' | 'group' | 'leading_body';
  rhythm_times: number | null;
  rhythm_per: 'month' | 'quarter' | 'half_year' | 'year' | null;
  study: Generated<boolean>;
  first_topic: Generated<boolean>;
  template: Generated<string[]>;
  valid_from: PlainDate;
  valid_to: PlainDate | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface MeetingNoticeTable {
  tenant_id: string;
  meeting_id: string;
  sitting_id: string;
  org_id: string;
  org_path: string;
  body: 'members' | 'committee' | 'group' | 'leading_body';
  group_id: string | null;
  held_on: PlainDate;
  starts_at: string | null;
  place: string;
  title: string;
  items: Generated<string[]>;
  note: Generated<string>;
  change: 'moved' | 'place' | 'cancelled' | null;
  was: Generated<string>;
  entered_at: Date;
  entered_by: string;
}

export interface MeetingOutcomeTable {
  tenant_id: string;
  id: string;
  decision_id: string;
  org_id: string;
  org_path: string;
  closed_on: PlainDate;
  outcome: string;
  meeting_id: string | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface MeetingSettingTable {
  tenant_id: string;
  id: string;
  org_id: string;
  org_path: string;
  settings: ColumnType<unknown, NonNullable<unknown>, NonNullable<unknown>>;
  valid_from: PlainDate;
  valid_to: PlainDate | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface MeetingStudyTable {
  tenant_id: string;
  id: string;
  meeting_id: string;
  sitting_id: string;
  org_id: string;
  org_path: string;
  held_on: PlainDate;
  kind: string;
  title: string;
  minutes: number;
  people: number;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface MeetingTapTable {
  tenant_id: string;
  sitting_id: string;
  key: string;
  org_id: string;
  org_path: string;
  entered_at: Date;
  entered_by: string | null;
}

export interface MeetingVoteTable {
  tenant_id: string;
  id: string;
  meeting_id: string;
  org_id: string;
  org_path: string;
  held_on: PlainDate;
  item_seq: number;
  subject: string;
  method: 'show_of_hands' | 'paper';
  on_person: boolean;
  entitled: number;
  present: number;
  in_favour: number;
  against: number;
  abstained: number;
  recused: number;
  needed: number;
  passed: boolean;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface MemberAttachmentTable {
  tenant_id: string;
  id: string;
  attachment_id: string;
  person_id: string;
  org_id: string;
  org_path: string;
  other_path: string;
  person_name: string;
  kind: 'secondment' | 'exchange_post' | 'village_post' | 'temporary_branch' | 'floating_in' | 'dual_life' | 'not_transferred';
  host_org_id: string | null;
  host_name: string;
  duty: Generated<string>;
  paper: Generated<string>;
  valid_from: PlainDate;
  valid_to: PlainDate | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface MemberHardshipTable {
  tenant_id: string;
  id: string;
  hardship_id: string;
  person_id: string;
  org_id: string;
  org_path: string;
  readers: string[];
  kind: 'hardship' | 'old' | 'ill' | 'bereaved';
  situation: string;
  help: Generated<string>;
  valid_from: PlainDate;
  valid_to: PlainDate | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface MemberRequestTable {
  tenant_id: string;
  request_id: string;
  person_id: string;
  org_id: string;
  org_path: string;
  field: string;
  old_value: string | null;
  new_value: string;
  true_from: PlainDate;
  reason: Generated<string>;
  state: Generated<'open' | 'accepted' | 'declined' | 'withdrawn'>;
  answer: Generated<string>;
  answered_on: PlainDate | null;
  version: Generated<number>;
  entered_at: Date;
  entered_by: string;
}

export interface MemberRestrictionTable {
  tenant_id: string;
  id: string;
  restriction_id: string;
  person_id: string;
  org_id: string;
  org_path: string;
  kind: 'barred' | 'sanctioned';
  valid_from: PlainDate;
  valid_to: PlainDate | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface MembershipTable {
  tenant_id: string;
  id: string;
  person_id: string;
  org_id: string;
  org_path: string;
  other_path: string;
  category: 'full' | 'probationary';
  standing: Generated<'normal' | 'suspended'>;
  way_in: string;
  in_paper: Generated<string>;
  in_from: Generated<string>;
  way_out: string | null;
  out_paper: Generated<string>;
  out_to: Generated<string>;
  group_id: string | null;
  unit: Generated<string>;
  valid_from: PlainDate;
  valid_to: PlainDate | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface NameTokenTable {
  tenant_id: string;
  token: string;
  name: string;
}

export interface OrgActTable {
  tenant_id: string;
  id: string;
  org_id: string;
  org_path: string;
  act: 'establish' | 'rename' | 'change' | 'move' | 'merge' | 'split' | 'revoke';
  happened_on: PlainDate;
  approved_by: string;
  approval_paper: string;
  approved_on: PlainDate | null;
  applied_on: PlainDate | null;
  other_org_ids: Generated<string[]>;
  exception: Generated<string>;
  advice: ColumnType<unknown, NonNullable<unknown> | undefined, NonNullable<unknown>>;
  note: Generated<string>;
  file_id: string | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface OrgClockTable {
  tenant_id: string;
  org_id: string;
  last_entered_at: Date;
  acts: Generated<number>;
}

export interface OrgEdgeTable {
  tenant_id: string;
  id: string;
  org_id: string;
  org_path: string;
  parent_id: string;
  valid_from: PlainDate;
  valid_to: PlainDate | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface OrgHandoverTable {
  tenant_id: string;
  id: string;
  org_id: string;
  org_path: string;
  from_name: string;
  to_name: string;
  witness: Generated<string>;
  handed_on: PlainDate;
  items: ColumnType<unknown, NonNullable<unknown>, NonNullable<unknown>>;
  note: Generated<string>;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface OrgNoticeTable {
  tenant_id: string;
  id: string;
  org_id: string;
  org_path: string;
  ends_on: PlainDate;
  noticed_on: PlainDate;
  means: 'letter' | 'phone' | 'other';
  note: Generated<string>;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface OrgTermShiftTable {
  tenant_id: string;
  id: string;
  org_id: string;
  org_path: string;
  ends_on: PlainDate;
  new_ends_on: PlainDate;
  approved_on: PlainDate;
  approved_by: string;
  approval_paper: string;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface OrganisationTable {
  tenant_id: string;
  org_id: string;
  org_path: string;
  seq: number;
  entered_at: Date;
  entered_by: string;
}

export interface OrganisationStateTable {
  tenant_id: string;
  id: string;
  org_id: string;
  org_path: string;
  name: string;
  short_name: string;
  kind: 'committee' | 'working_committee' | 'leading_group' | 'general_branch' | 'branch' | 'joint_branch' | 'temporary_committee' | 'temporary_general_branch' | 'temporary_branch' | 'temporary_joint_branch';
  sector: 'village' | 'community' | 'office' | 'institution' | 'state_enterprise' | 'private_enterprise' | 'social_organisation' | 'school' | 'mixed';
  member_kind: Generated<'general' | 'office' | 'retired' | 'student' | 'floating'>;
  units: Generated<string[]>;
  contact: Generated<string>;
  valid_from: PlainDate;
  valid_to: PlainDate | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface PartyGroupTable {
  tenant_id: string;
  id: string;
  group_id: string;
  org_id: string;
  org_path: string;
  name: string;
  valid_from: PlainDate;
  valid_to: PlainDate | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface PersonTable {
  tenant_id: string;
  person_id: string;
  org_id: string;
  org_path: string;
  entered_at: Date;
  entered_by: string;
}

export interface PersonMergeTable {
  tenant_id: string;
  id: string;
  person_id: string;
  kept_id: string;
  org_id: string;
  org_path: string;
  reason: string;
  moved: ColumnType<unknown, NonNullable<unknown>, NonNullable<unknown>>;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface PersonSecretTable {
  tenant_id: string;
  person_id: string;
  org_id: string;
  org_path: string;
  id_number: string | null;
  id_number_hash: string | null;
  id_last4_hash: string | null;
  phone: string | null;
  phone_hash: string | null;
  phone_last4_hash: string | null;
  version: Generated<number>;
  entered_at: Date;
  entered_by: string;
}

export interface PersonStateTable {
  tenant_id: string;
  id: string;
  person_id: string;
  org_id: string;
  org_path: string;
  other_path: string;
  name: string;
  sex: 'male' | 'female' | null;
  ethnic: string | null;
  born_on: PlainDate | null;
  born_precision: Generated<'day' | 'month' | 'year'>;
  native_place: string | null;
  education: string | null;
  degree: string | null;
  school: string | null;
  work: string | null;
  title: string | null;
  stratum: string | null;
  migrant: boolean | null;
  work_unit: string | null;
  job: string | null;
  address: string | null;
  household: string | null;
  joined_on: PlainDate | null;
  joined_precision: Generated<'day' | 'month' | 'year'>;
  joined_branch: string | null;
  join_type: string | null;
  regularised_on: PlainDate | null;
  regularised_precision: Generated<'day' | 'month' | 'year'>;
  regularisation: string | null;
  correction: Generated<number>;
  extension_months: Generated<number>;
  lost: Generated<boolean>;
  floating: Generated<boolean>;
  frail: Generated<boolean>;
  valid_from: PlainDate;
  valid_to: PlainDate | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface PostTable {
  tenant_id: string;
  id: string;
  post_id: string;
  org_id: string;
  org_path: string;
  person_id: string;
  person_name: Generated<string>;
  kind: string;
  group_id: string | null;
  duties: Generated<string>;
  way_in: 'election' | 'by_election' | 'appointment' | 'interim';
  term_ends_on: PlainDate | null;
  approved_on: PlainDate | null;
  approval_paper: Generated<string>;
  end_reason: Generated<string>;
  valid_from: PlainDate;
  valid_to: PlainDate | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface PublicationAnswerTable {
  tenant_id: string;
  id: string;
  question_id: string;
  org_id: string;
  org_path: string;
  board_code: string;
  number: number;
  question: string;
  answer: string;
  asked_on: PlainDate;
  answered_on: PlainDate;
  published_at: Date | null;
  entered_at: Date;
  entered_by: string;
}

export interface PublicationBoardTable {
  tenant_id: string;
  id: string;
  org_id: string;
  org_path: string;
  code: string;
  name: string;
  village: boolean;
  opened_on: PlainDate;
  published_at: Date | null;
  entered_at: Date;
  entered_by: string;
}

export interface PublicationInsideTable {
  tenant_id: string;
  id: string;
  item_id: string;
  org_id: string;
  org_path: string;
  code: string;
  version: number;
  section: string;
  kind_name: string;
  title: string;
  content: ColumnType<unknown, NonNullable<unknown> | null, NonNullable<unknown> | null>;
  shown_from: PlainDate;
  shown_until: PlainDate | null;
  ended_on: PlainDate | null;
  entered_at: Date;
  entered_by: string;
}

export interface PublicationItemTable {
  tenant_id: string;
  item_id: string;
  org_id: string;
  org_path: string;
  kind: string;
  title: string;
  state: 'proposed' | 'checked' | 'approved' | 'published' | 'ended' | 'withdrawn';
  audience: 'society' | 'unit' | 'members';
  period_from: PlainDate | null;
  period_to: PlainDate | null;
  source_module: string | null;
  source_id: string | null;
  version: number;
  shown_version: Generated<number>;
  shown_from: PlainDate | null;
  shown_until: PlainDate | null;
  ended_on: PlainDate | null;
  edition: Generated<number>;
  entered_at: Date;
  entered_by: string;
}

export interface PublicationKindTable {
  tenant_id: string;
  id: string;
  kind: string;
  org_id: string;
  org_path: string;
  name: string;
  section: 'party' | 'village' | 'decision' | 'service';
  audience: 'society' | 'unit' | 'members';
  rhythm: 'month' | 'quarter' | 'year' | 'event' | 'standing';
  posting_days: number;
  required: boolean;
  paper: Generated<string>;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface PublicationPostTable {
  tenant_id: string;
  id: string;
  item_id: string;
  org_id: string;
  org_path: string;
  board_code: string;
  code: string;
  version: number;
  section: string;
  kind_name: string;
  notice: boolean;
  title: string;
  content: ColumnType<unknown, NonNullable<unknown> | null, NonNullable<unknown> | null>;
  shown_from: PlainDate;
  shown_until: PlainDate | null;
  ended_on: PlainDate | null;
  replaced_by: Generated<string>;
  published_at: Date | null;
  entered_at: Date;
  entered_by: string;
}

export interface PublicationProofTable {
  tenant_id: string;
  id: string;
  proof_id: string;
  item_id: string;
  org_id: string;
  org_path: string;
  version: number;
  place: string;
  hung_from: PlainDate;
  hung_until: PlainDate | null;
  first_name: string;
  second_name: string;
  file_id: string | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface PublicationQuestionTable {
  tenant_id: string;
  question_id: string;
  org_id: string;
  org_path: string;
  number: number;
  item_id: string | null;
  asked_on: PlainDate;
  way: 'board' | 'told';
  words: string;
  asker: Generated<string>;
  due_on: PlainDate;
  state: 'open' | 'answered' | 'passed';
  answered_on: PlainDate | null;
  answer: Generated<string>;
  entered_at: Date;
  entered_by: string;
}

export interface PublicationStepTable {
  tenant_id: string;
  id: string;
  item_id: string;
  org_id: string;
  org_path: string;
  seq: number;
  version: number;
  move: 'propose' | 'correct' | 'check' | 'return' | 'approve' | 'publish' | 'end' | 'withdraw';
  done_on: PlainDate;
  by_name: string;
  by_as: string;
  on_paper: boolean;
  note: Generated<string>;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface PublicationVersionTable {
  tenant_id: string;
  id: string;
  item_id: string;
  org_id: string;
  org_path: string;
  version: number;
  title: string;
  content: ColumnType<unknown, NonNullable<unknown>, NonNullable<unknown>>;
  code: string;
  reason: Generated<string>;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface ReportTable {
  tenant_id: string;
  id: string;
  org_id: string;
  org_path: string;
  kind: 'annual' | 'half_year' | 'year_summary';
  author_id: string | null;
  author_name: Generated<string>;
  title: string;
  period_from: PlainDate;
  period_to: PlainDate;
  content: ColumnType<unknown, NonNullable<unknown>, NonNullable<unknown>>;
  state: 'draft' | 'issued';
  edition: Generated<number>;
  version: Generated<number>;
  changed_at: Date;
  entered_at: Date;
  entered_by: string;
}

export interface ReportFigureTable {
  tenant_id: string;
  id: string;
  issued_id: string;
  org_id: string;
  org_path: string;
  indicator: string;
  indicator_version: number;
  body: number;
  value: number;
  denominator: number;
  source_rows: number;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface ReportIssuedTable {
  tenant_id: string;
  id: string;
  report_id: string;
  edition: number;
  org_id: string;
  org_path: string;
  known_at: Date;
  issued_on: PlainDate;
  content: ColumnType<unknown, NonNullable<unknown>, NonNullable<unknown>>;
  document: ColumnType<unknown, NonNullable<unknown>, NonNullable<unknown>>;
  fingerprint: string;
  definitions: ColumnType<unknown, NonNullable<unknown>, NonNullable<unknown>>;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface ReportSourceTable {
  tenant_id: string;
  id: string;
  issued_id: string;
  org_id: string;
  org_path: string;
  indicator: string;
  body: number;
  row_id: string;
  record_id: string;
  row_org_id: string;
  happened_on: PlainDate;
  label: string;
  told_under: string;
  adds: number;
  route: string;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface RosterIndexTable {
  tenant_id: string;
  person_id: string;
  basis: string;
  hash: string;
}

export interface SessionTable {
  tenant_id: string;
  session_id: string;
  account_id: string;
  token_hash: string;
  acting_kind: string | null;
  acting_id: string | null;
  agent: Generated<string>;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
  ended_at: Date | null;
}

export interface SittingTable {
  tenant_id: string;
  id: string;
  org_id: string;
  org_path: string;
  held_on: PlainDate;
  starts_at: string | null;
  ends_at: string | null;
  place: Generated<string>;
  started_at: Date | null;
  announced_at: Date | null;
  marks: ColumnType<unknown, NonNullable<unknown> | undefined, NonNullable<unknown>>;
  check_in_code: string | null;
  check_in_until: Date | null;
  version: Generated<number>;
  entered_at: Date;
  entered_by: string;
}

export interface StatusCaseTable {
  tenant_id: string;
  case_id: string;
  person_id: string;
  org_id: string;
  org_path: string;
  kind: 'suspension' | 'restoration' | 'withdrawal' | 'correction' | 'persuasion' | 'striking' | 'own_act' | 'discipline';
  state: Generated<string>;
  ended: Generated<boolean>;
  next_move: Generated<string>;
  until_on: PlainDate | null;
  approver_id: string | null;
  above_reads: boolean;
  readers: string[];
  version: Generated<number>;
  entered_at: Date;
  entered_by: string;
}

export interface StatusLostTable {
  tenant_id: string;
  id: string;
  lost_id: string;
  person_id: string;
  org_id: string;
  org_path: string;
  since_on: PlainDate;
  cause: number;
  valid_from: PlainDate;
  valid_to: PlainDate | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface StatusOutcomeTable {
  tenant_id: string;
  id: string;
  case_id: string;
  person_id: string;
  org_id: string;
  org_path: string;
  kind: string;
  conclusion: string;
  concluded_on: PlainDate;
  until_on: PlainDate | null;
  paper: Generated<string>;
  readers: string[];
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface StatusSearchTable {
  tenant_id: string;
  id: string;
  lost_id: string;
  person_id: string;
  org_id: string;
  org_path: string;
  searched_on: PlainDate;
  how: 'phone' | 'message' | 'relatives' | 'home' | 'unit' | 'letter' | 'police' | 'other';
  searcher: string;
  result: 'nothing' | 'clue' | 'found';
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface StatusSettingTable {
  tenant_id: string;
  id: string;
  org_id: string;
  org_path: string;
  settings: ColumnType<unknown, NonNullable<unknown>, NonNullable<unknown>>;
  valid_from: PlainDate;
  valid_to: PlainDate | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface StatusStepTable {
  tenant_id: string;
  id: string;
  case_id: string;
  person_id: string;
  org_id: string;
  org_path: string;
  seq: number;
  move: string;
  done_on: PlainDate;
  until_on: PlainDate | null;
  rules: string;
  meeting_id: string | null;
  vote: ColumnType<unknown, NonNullable<unknown> | null, NonNullable<unknown> | null>;
  told: ColumnType<unknown, NonNullable<unknown> | undefined, NonNullable<unknown>>;
  papers: Generated<string[]>;
  from_paper: Generated<boolean>;
  by_name: string;
  by_as: string;
  readers: string[];
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface StatusUndoTable {
  tenant_id: string;
  id: string;
  case_id: string;
  org_id: string;
  org_path: string;
  moves: string[];
  cause: 'wrong_entry' | 'wrong_person' | 'wrong_day' | 'other_paper';
  undone_on: PlainDate;
  readers: string[];
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface TalkTable {
  tenant_id: string;
  id: string;
  talk_id: string;
  org_id: string;
  org_path: string;
  held_on: PlainDate;
  kind: 'between_committee' | 'committee_member' | 'between_members' | 'chief_deputy' | 'deputy_section' | 'head_staff' | 'reminder';
  place: Generated<string>;
  talker_id: string | null;
  talker_name: string;
  partner_id: string | null;
  partner_name: string;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface TalkContentTable {
  tenant_id: string;
  talk_id: string;
  org_id: string;
  org_path: string;
  readers: string[];
  content: string;
  written_by: string;
  version: Generated<number>;
  entered_at: Date;
  entered_by: string;
}

export interface TalkPartyTable {
  tenant_id: string;
  id: string;
  talk_id: string;
  org_id: string;
  org_path: string;
  person_id: string;
  held_on: PlainDate;
  kind: 'between_committee' | 'committee_member' | 'between_members' | 'chief_deputy' | 'deputy_section' | 'head_staff' | 'reminder';
  side: 'talker' | 'partner';
  place: Generated<string>;
  own_name: string;
  other_id: string | null;
  other_name: string;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface TenantTable {
  tenant_id: string;
  seq: GeneratedAlways<number>;
  name: string;
  is_demo: Generated<boolean>;
  settings: ColumnType<unknown, NonNullable<unknown> | undefined, NonNullable<unknown>>;
  next_org_seq: Generated<number>;
  created_at: Date;
}

export interface TransferCaseTable {
  tenant_id: string;
  case_id: string;
  org_id: string;
  org_path: string;
  other_org_id: string;
  other_path: string;
  route: 'online' | 'letter';
  side: 'inside' | 'outward' | 'inward';
  subject: 'full' | 'probationary' | 'activist';
  person_id: string | null;
  person_name: string;
  about: ColumnType<unknown, NonNullable<unknown> | undefined, NonNullable<unknown>>;
  sealed: string | null;
  from_name: string;
  from_committee: Generated<string>;
  to_name: string;
  to_committee: Generated<string>;
  state: string;
  standing: Generated<'open' | 'receipt' | 'done' | 'withdrawn'>;
  next_move: Generated<string>;
  next_actor: Generated<'' | 'from_branch' | 'from_committee' | 'to_committee' | 'to_branch'>;
  next_until: PlainDate | null;
  link_id: string | null;
  peer_tenant: string | null;
  version: Generated<number>;
  entered_at: Date;
  entered_by: string;
}

export interface TransferInboxTable {
  tenant_id: string;
  id: string;
  seq: number;
  from_tenant: string;
  link_id: string;
  kind: string;
  body: string;
  signature: string;
  made_at: Date;
  handled_at: Date | null;
  refused: string | null;
}

export interface TransferLetterTable {
  tenant_id: string;
  id: string;
  letter_id: string;
  org_id: string;
  org_path: string;
  direction: 'out' | 'in';
  number: string;
  case_id: string | null;
  names: string;
  people: Generated<number>;
  from_name: string;
  to_name: string;
  dues_month: Generated<string>;
  issued_on: PlainDate;
  valid_days: number;
  valid_until: PlainDate;
  receipt_on: PlainDate | null;
  receipt_by: Generated<string>;
  spoiled: Generated<boolean>;
  note: Generated<string>;
  renews_id: string | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface TransferOutboxTable {
  tenant_id: string;
  id: string;
  seq: GeneratedAlways<number>;
  to_tenant: string;
  link_id: string;
  kind: string;
  body: string;
  signature: string;
  made_at: Date;
  delivered_at: Date | null;
}

export interface TransferProofTable {
  tenant_id: string;
  id: string;
  person_id: string;
  org_id: string;
  org_path: string;
  what: 'two_rosters' | 'no_roster' | 'not_as_received' | 'two_tenants';
  found_at: Date;
  settled_at: Date | null;
}

export interface TransferSettingTable {
  tenant_id: string;
  id: string;
  org_id: string;
  org_path: string;
  settings: ColumnType<unknown, NonNullable<unknown>, NonNullable<unknown>>;
  valid_from: PlainDate;
  valid_to: PlainDate | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface TransferStepTable {
  tenant_id: string;
  id: string;
  case_id: string;
  org_id: string;
  org_path: string;
  other_path: string;
  seq: number;
  move: string;
  done_on: PlainDate;
  until_on: PlainDate | null;
  told: ColumnType<unknown, NonNullable<unknown> | undefined, NonNullable<unknown>>;
  reasons: ColumnType<unknown, NonNullable<unknown> | undefined, NonNullable<unknown>>;
  of_other: Generated<boolean>;
  by_name: string;
  by_as: string;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface TransferUndoTable {
  tenant_id: string;
  id: string;
  case_id: string;
  org_id: string;
  org_path: string;
  other_path: string;
  moves: string[];
  reason: string;
  undone_on: PlainDate;
  by_as: string;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface TransferWholeTable {
  tenant_id: string;
  id: string;
  whole_id: string;
  org_id: string;
  org_path: string;
  from_name: string;
  to_name: string;
  moved_on: PlainDate;
  number: string;
  paper: string;
  people: ColumnType<unknown, NonNullable<unknown>, NonNullable<unknown>>;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface WorkYearTable {
  tenant_id: string;
  id: string;
  org_id: string;
  org_path: string;
  year: number;
  rest: string;
  work: string;
  source: string;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface ZhibuMigrationTable {
  name: string;
  sha256: string;
  applied_at: Generated<Date>;
}

export interface DB {
  account: AccountTable;
  account_code: AccountCodeTable;
  account_grant: AccountGrantTable;
  admission_book: AdmissionBookTable;
  admission_case: AdmissionCaseTable;
  admission_file: AdmissionFileTable;
  admission_helper: AdmissionHelperTable;
  admission_local_done: AdmissionLocalDoneTable;
  admission_local_step: AdmissionLocalStepTable;
  admission_objection: AdmissionObjectionTable;
  admission_pause: AdmissionPauseTable;
  admission_plan: AdmissionPlanTable;
  admission_setting: AdmissionSettingTable;
  admission_step: AdmissionStepTable;
  admission_undo: AdmissionUndoTable;
  affiliation_check: AffiliationCheckTable;
  affiliation_mark: AffiliationMarkTable;
  attendance: AttendanceTable;
  audit_entry: AuditEntryTable;
  audit_seal: AuditSealTable;
  ballot: BallotTable;
  ballot_box: BallotBoxTable;
  ballot_code: BallotCodeTable;
  ballot_paper: BallotPaperTable;
  ballot_result: BallotResultTable;
  ballot_roll: BallotRollTable;
  ballot_round: BallotRoundTable;
  ballot_sheet: BallotSheetTable;
  ballot_teller: BallotTellerTable;
  ballot_turn: BallotTurnTable;
  ballot_urn: BallotUrnTable;
  command_log: CommandLogTable;
  dues_allotment: DuesAllotmentTable;
  dues_assessment: DuesAssessmentTable;
  dues_bank_line: DuesBankLineTable;
  dues_base: DuesBaseTable;
  dues_cycle: DuesCycleTable;
  dues_paid_year: DuesPaidYearTable;
  dues_publication: DuesPublicationTable;
  dues_receipt: DuesReceiptTable;
  dues_relief: DuesReliefTable;
  dues_remittance: DuesRemittanceTable;
  dues_remittance_receipt: DuesRemittanceReceiptTable;
  dues_setting: DuesSettingTable;
  dues_supplement: DuesSupplementTable;
  dues_use: DuesUseTable;
  duty_calendar: DutyCalendarTable;
  file: FileTable;
  floating_arrival: FloatingArrivalTable;
  floating_away: FloatingAwayTable;
  floating_contact: FloatingContactTable;
  floating_keeper: FloatingKeeperTable;
  floating_life: FloatingLifeTable;
  floating_setting: FloatingSettingTable;
  import_case: ImportCaseTable;
  import_difference: ImportDifferenceTable;
  import_effect: ImportEffectTable;
  import_row: ImportRowTable;
  inspection_print: InspectionPrintTable;
  meeting: MeetingTable;
  meeting_decision: MeetingDecisionTable;
  meeting_file: MeetingFileTable;
  meeting_held: MeetingHeldTable;
  meeting_item: MeetingItemTable;
  meeting_kind: MeetingKindTable;
  meeting_notice: MeetingNoticeTable;
  meeting_outcome: MeetingOutcomeTable;
  meeting_setting: MeetingSettingTable;
  meeting_study: MeetingStudyTable;
  meeting_tap: MeetingTapTable;
  meeting_vote: MeetingVoteTable;
  member_attachment: MemberAttachmentTable;
  member_hardship: MemberHardshipTable;
  member_request: MemberRequestTable;
  member_restriction: MemberRestrictionTable;
  membership: MembershipTable;
  name_token: NameTokenTable;
  org_act: OrgActTable;
  org_clock: OrgClockTable;
  org_edge: OrgEdgeTable;
  org_handover: OrgHandoverTable;
  org_notice: OrgNoticeTable;
  org_term_shift: OrgTermShiftTable;
  organisation: OrganisationTable;
  organisation_state: OrganisationStateTable;
  party_group: PartyGroupTable;
  person: PersonTable;
  person_merge: PersonMergeTable;
  person_secret: PersonSecretTable;
  person_state: PersonStateTable;
  post: PostTable;
  publication_answer: PublicationAnswerTable;
  publication_board: PublicationBoardTable;
  publication_inside: PublicationInsideTable;
  publication_item: PublicationItemTable;
  publication_kind: PublicationKindTable;
  publication_post: PublicationPostTable;
  publication_proof: PublicationProofTable;
  publication_question: PublicationQuestionTable;
  publication_step: PublicationStepTable;
  publication_version: PublicationVersionTable;
  report: ReportTable;
  report_figure: ReportFigureTable;
  report_issued: ReportIssuedTable;
  report_source: ReportSourceTable;
  roster_index: RosterIndexTable;
  session: SessionTable;
  sitting: SittingTable;
  status_case: StatusCaseTable;
  status_lost: StatusLostTable;
  status_outcome: StatusOutcomeTable;
  status_search: StatusSearchTable;
  status_setting: StatusSettingTable;
  status_step: StatusStepTable;
  status_undo: StatusUndoTable;
  talk: TalkTable;
  talk_content: TalkContentTable;
  talk_party: TalkPartyTable;
  tenant: TenantTable;
  transfer_case: TransferCaseTable;
  transfer_inbox: TransferInboxTable;
  transfer_letter: TransferLetterTable;
  transfer_outbox: TransferOutboxTable;
  transfer_proof: TransferProofTable;
  transfer_setting: TransferSettingTable;
  transfer_step: TransferStepTable;
  transfer_undo: TransferUndoTable;
  transfer_whole: TransferWholeTable;
  work_year: WorkYearTable;
  zhibu_migration: ZhibuMigrationTable;
}
