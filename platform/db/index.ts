export type { ModuleManifest, PolicyTemplate } from './module.ts';
export { Database, constraintOf, type CommandCall, type DatabaseOptions } from './database.ts';
export {
  across,
  type AuditEntry,
  type Read,
  type SecretsPort,
  type Stamp,
  type Write,
} from './session.ts';
export { auditOf, lastSeal, type AuditLine, type LastSeal } from './audit-rows.ts';
export {
  fileOf,
  forgetFile,
  registerFile,
  takeFile,
  type FileId,
  type FileRow,
} from './file-rows.ts';
export { isOfficer, may, type Actor } from './actor.ts';
export { dated, type DatedTable } from './dated.ts';
export { datedMany } from './dated-many.ts';
export { Kept, tenantMark } from './kept.ts';
export { insertMany } from './insert-many.ts';
export { copyIn, copyOut, type CopiedTable } from './copy.ts';
export { sql } from 'kysely';
export type { RawBuilder } from 'kysely';
export type { Kysely, SelectQueryBuilder, Selectable, Insertable, ExpressionBuilder } from 'kysely';
