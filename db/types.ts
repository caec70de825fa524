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

export interface CommandLogTable {
  tenant_id: string;
  command_id: string;
  account_id: string;
  action: string;
  answer: ColumnType<unknown, NonNullable<unknown> | null, NonNullable<unknown> | null>;
  at: Date;
}

export interface DuesBaseTable {
  tenant_id: string;
  id: string;
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
  person_id: string;
  org_id: string;
  org_path: string;
  amount_fen: Money;
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

export interface MembershipTable {
  tenant_id: string;
  id: string;
  person_id: string;
  org_id: string;
  org_path: string;
  category: 'full' | 'probationary';
  standing: Generated<'normal' | 'suspended'>;
  way_in: string;
  way_out: string | null;
  group_id: string | null;
  unit: Generated<string>;
  valid_from: PlainDate;
  valid_to: PlainDate | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
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
  other_org_ids: Generated<string[]>;
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
  alive: Generated<boolean>;
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
  entered_at: Date;
  entered_by: string;
}

export interface PersonStateTable {
  tenant_id: string;
  id: string;
  person_id: string;
  org_id: string;
  org_path: string;
  name: string;
  sex: 'male' | 'female' | null;
  ethnic: string | null;
  born_on: PlainDate | null;
  native_place: string | null;
  education: string | null;
  degree: string | null;
  school: string | null;
  work_category: string | null;
  work_unit: string | null;
  job: string | null;
  address: string | null;
  household: string | null;
  joined_on: PlainDate | null;
  regularised_on: PlainDate | null;
  joined_branch: string | null;
  standing_correction: Generated<number>;
  migrant_worker: boolean | null;
  frail: Generated<boolean>;
  valid_from: PlainDate;
  valid_to: PlainDate | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
}

export interface PersonTokenTable {
  tenant_id: string;
  token: string;
  person_id: string;
  org_id: string;
  org_path: string;
}

export interface PostTable {
  tenant_id: string;
  id: string;
  post_id: string;
  org_id: string;
  org_path: string;
  person_id: string;
  kind: string;
  duties: Generated<string>;
  way_in: 'election' | 'by_election' | 'appointment' | 'interim';
  term_ends_on: PlainDate | null;
  approved_on: PlainDate | null;
  approval_paper: Generated<string>;
  valid_from: PlainDate;
  valid_to: PlainDate | null;
  entered_at: Date;
  entered_by: string;
  superseded_at: Date | null;
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

export interface TenantTable {
  tenant_id: string;
  seq: GeneratedAlways<number>;
  name: string;
  is_demo: Generated<boolean>;
  settings: ColumnType<unknown, NonNullable<unknown> | undefined, NonNullable<unknown>>;
  next_org_seq: Generated<number>;
  created_at: Date;
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
  audit_entry: AuditEntryTable;
  audit_seal: AuditSealTable;
  command_log: CommandLogTable;
  dues_base: DuesBaseTable;
  dues_cycle: DuesCycleTable;
  dues_publication: DuesPublicationTable;
  dues_receipt: DuesReceiptTable;
  dues_relief: DuesReliefTable;
  dues_remittance: DuesRemittanceTable;
  dues_remittance_receipt: DuesRemittanceReceiptTable;
  dues_setting: DuesSettingTable;
  dues_supplement: DuesSupplementTable;
  dues_use: DuesUseTable;
  file: FileTable;
  membership: MembershipTable;
  org_act: OrgActTable;
  org_clock: OrgClockTable;
  org_edge: OrgEdgeTable;
  organisation: OrganisationTable;
  organisation_state: OrganisationStateTable;
  person: PersonTable;
  person_secret: PersonSecretTable;
  person_state: PersonStateTable;
  person_token: PersonTokenTable;
  post: PostTable;
  session: SessionTable;
  tenant: TenantTable;
  zhibu_migration: ZhibuMigrationTable;
}
