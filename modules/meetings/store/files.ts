import type { Id } from '#kernel/ids';
import type { Read, Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import type { MeetingId } from './working.ts';

export type FileUse =
  | 'sign_in'
  | 'agenda'
  | 'material'
  | 'record'
  | 'notes'
  | 'pictures'
  | 'signed_print'
  | 'other';

export interface NewFile {
  readonly fileId: Id<'File'>;
  readonly use: FileUse;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  readonly hash: string;
}

export async function insertFile(
  write: Write,
  place: OrgPlace,
  meetingId: MeetingId,
  file: NewFile,
): Promise<void> {
  await write.db
    .insertInto('meeting_file')
    .values({
      ...write.stamp(place),
      id: write.newId<'MeetingFile'>(),
      meeting_id: meetingId,
      file_id: file.fileId,
      use: file.use,
      name: file.name,
      mime: file.mime,
      size: file.size,
      hash: file.hash,
    })
    .execute();
}

export async function removeFile(
  write: Write,
  meetingId: MeetingId,
  fileId: Id<'File'>,
): Promise<boolean> {
  const removed = await write.db
    .deleteFrom('meeting_file')
    .where('tenant_id', '=', write.actor.tenantId)
    .where('meeting_id', '=', meetingId)
    .where('file_id', '=', fileId)
    .executeTakeFirst();
  return removed.numDeletedRows > 0n;
}

export async function filesOf(read: Read, meetingId: MeetingId) {
  return read.db
    .selectFrom('meeting_file')
    .select(['file_id', 'use', 'name', 'mime', 'size', 'hash'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('meeting_id', '=', meetingId)
    .orderBy('entered_at')
    .orderBy('id')
    .execute();
}

/** Other meetings within sight that have a file of the same content. */
export async function meetingsWithFile(read: Read, hashes: readonly string[], except: MeetingId) {
  if (hashes.length === 0) return [];
  return read.db
    .selectFrom('meeting_file as f')
    .innerJoin('meeting as m', (join) =>
      join.onRef('m.tenant_id', '=', 'f.tenant_id').onRef('m.id', '=', 'f.meeting_id'),
    )
    .select(['f.hash', 'm.id', 'm.kind', 'm.held_on', 'm.title'])
    .where('f.tenant_id', '=', read.actor.tenantId)
    .where('f.hash', 'in', [...hashes])
    .where('f.meeting_id', '<>', except)
    .orderBy('m.held_on')
    .limit(20)
    .execute();
}
