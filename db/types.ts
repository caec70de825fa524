// Written by `npm run db:generate` from the migrated database. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { PlainDate } from '#kernel/plain-date';

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

export interface TenantTable {
  tenant_id: string;
  seq: GeneratedAlways<number>;
  name: string;
  is_demo: Generated<boolean>;
  settings: ColumnType<unknown, NonNullable<unknown> | undefined, NonNullable<unknown>>;
  next_org_seq: Generated<number>;
  created_at: Date;
}

export interface DB {
  audit_entry: AuditEntryTable;
  audit_seal: AuditSealTable;
  command_log: CommandLogTable;
  file: FileTable;
  org_act: OrgActTable;
  org_clock: OrgClockTable;
  org_edge: OrgEdgeTable;
  organisation: OrganisationTable;
  organisation_state: OrganisationStateTable;
  post: PostTable;
  tenant: TenantTable;
}
