import type { Id } from '#kernel/ids';
import { ok, refuse, type Refusal, type Result } from '#kernel/result';
import type { Read, Write } from './session.ts';

export type FileId = Id<'File'>;

export interface FileRow {
  readonly fileId: FileId;
  readonly hash: string;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
}

/** Puts down an upload; it belongs to nothing until a command takes it. */
export async function registerFile(write: Write, file: Omit<FileRow, 'fileId'>): Promise<FileId> {
  const fileId = write.newId<'File'>();
  await write.db
    .insertInto('file')
    .values({
      ...write.stamp({ orgId: write.actor.orgId, orgPath: write.actor.place }),
      id: fileId,
      person_id: write.actor.personId,
      hash: file.hash,
      name: file.name,
      mime: file.mime,
      size: file.size,
    })
    .execute();
  return fileId;
}

/** The row of a file within sight, or null. */
export async function fileOf(read: Read, fileId: FileId): Promise<FileRow | null> {
  const row = await read.db
    .selectFrom('file')
    .select(['hash', 'name', 'mime', 'size'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('id', '=', fileId)
    .executeTakeFirst();
  return row === undefined ? null : { fileId, ...row };
}

/**
 * Ties an upload to the record that needs it (`takenBy`: `meetings.minutes:<id>`) and to its place.
 * Refuses one that is out of sight or that another record took.
 */
export async function takeFile(
  write: Write,
  fileId: FileId,
  takenBy: string,
  place: { readonly orgId: string; readonly orgPath: string },
): Promise<Result<FileRow, Refusal<'common.file_missing'>>> {
  const row = await fileOf(write, fileId);
  if (row === null) return refuse('common.file_missing');
  const taken = await write.db
    .updateTable('file')
    .set({ taken_by: takenBy, org_id: place.orgId, org_path: place.orgPath })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('id', '=', fileId)
    .where((eb) => eb.or([eb('taken_by', 'is', null), eb('taken_by', '=', takenBy)]))
    .executeTakeFirst();
  return taken.numUpdatedRows === 1n ? ok(row) : refuse('common.file_missing');
}

/**
 * The row of an upload that is needed no more. Returns the name of the stored content to be removed once
 * this is committed; null where another row has the same content.
 */
export async function forgetFile(write: Write, fileId: FileId): Promise<string | null> {
  const gone = await write.db
    .deleteFrom('file')
    .where('tenant_id', '=', write.actor.tenantId)
    .where('id', '=', fileId)
    .returning('hash')
    .executeTakeFirst();
  if (gone === undefined) return null;
  const other = await write.db
    .selectFrom('file')
    .select('id')
    .where('tenant_id', '=', write.actor.tenantId)
    .where('hash', '=', gone.hash)
    .limit(1)
    .executeTakeFirst();
  return other === undefined ? gone.hash : null;
}
