import type { Id } from '#kernel/ids';
import type { Read, Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import type { CaseId } from './cases.ts';

export interface PaperFile {
  readonly id: string;
  readonly paper: string;
  readonly fileId: Id<'File'>;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
}

/** Scans of a case, in the order in which they came. */
export async function filesOf(read: Read, caseId: CaseId): Promise<PaperFile[]> {
  const rows = await read.db
    .selectFrom('admission_file')
    .select(['id', 'paper', 'file_id', 'name', 'mime', 'size'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('case_id', '=', caseId)
    .orderBy('entered_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    paper: row.paper,
    fileId: row.file_id as Id<'File'>,
    name: row.name,
    mime: row.mime,
    size: row.size,
  }));
}

export async function insertFile(
  write: Write,
  place: OrgPlace,
  caseId: CaseId,
  one: Omit<PaperFile, 'id'>,
): Promise<void> {
  await write.db
    .insertInto('admission_file')
    .values({
      ...write.stamp(place),
      id: write.newId<'AdmissionFile'>(),
      case_id: caseId,
      paper: one.paper,
      file_id: one.fileId,
      name: one.name,
      mime: one.mime,
      size: one.size,
    })
    .execute();
}

export async function deleteFile(write: Write, caseId: CaseId, id: string): Promise<boolean> {
  const done = await write.db
    .deleteFrom('admission_file')
    .where('tenant_id', '=', write.actor.tenantId)
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .executeTakeFirst();
  return done.numDeletedRows > 0n;
}
