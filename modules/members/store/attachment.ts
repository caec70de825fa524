import type { Id, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { dated, type DatedTable, type Read, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';

const ATTACHMENT: DatedTable = { table: 'member_attachment', key: 'attachment_id' };
export type AttachmentId = Id<'Attachment'>;

export interface NewAttachment {
  readonly personId: PersonId;
  readonly personName: string;
  readonly kind: string;
  /** Where life is shared, when it is kept here; else null with its name. */
  readonly host: OrgPlace | null;
  readonly hostName: string;
  readonly duty: string;
  readonly paper: string;
  readonly to: PlainDate | null;
}

export async function insertAttachment(
  write: Write,
  home: OrgPlace,
  from: PlainDate,
  one: NewAttachment,
): Promise<AttachmentId> {
  const attachmentId = write.newId<'Attachment'>();
  await dated.begin(
    write,
    ATTACHMENT,
    from,
    {
      attachment_id: attachmentId,
      person_id: one.personId,
      org_id: home.orgId,
      org_path: home.orgPath,
      other_path: one.host?.orgPath ?? home.orgPath,
      person_name: one.personName,
      kind: one.kind,
      host_org_id: one.host?.orgId ?? null,
      host_name: one.hostName,
      duty: one.duty,
      paper: one.paper,
    },
    one.to,
  );
  return attachmentId;
}

/** The standing row of an attachment, or null when it is none or out of sight. */
export async function attachmentOf(read: Read, attachmentId: AttachmentId) {
  const row = await read.db
    .selectFrom('member_attachment')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('attachment_id', '=', attachmentId)
    .where('superseded_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

export async function endAttachmentRow(
  write: Write,
  attachmentId: AttachmentId,
  on: PlainDate,
): Promise<boolean> {
  return (await dated.end(write, ATTACHMENT, attachmentId, on)) !== null;
}

/** An attachment ended by mistake goes on. */
export async function reopenAttachmentRow(
  write: Write,
  attachmentId: AttachmentId,
  rowId: string,
): Promise<void> {
  await dated.correct(write, ATTACHMENT, attachmentId, rowId, { valid_to: null });
}

export async function attachmentsOf(read: Read, personId: PersonId) {
  return read.db
    .selectFrom('member_attachment')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('person_id', '=', personId)
    .where('superseded_at', 'is', null)
    .orderBy('valid_from')
    .execute();
}
