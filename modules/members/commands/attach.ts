import type { OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import { tidyName } from '#kernel/text';
import type { Write } from '#platform/db';
import { knownOrgs, ownPlace } from '#modules/organisations';
import { ownFile } from '../policy.ts';
import { NO_FIELDS } from '../rules/fields.ts';
import {
  attachmentOf,
  endAttachmentRow,
  insertAttachment,
  type AttachmentId,
} from '../store/attachment.ts';
import { insertPerson } from '../store/person.ts';
import { insertSecrets } from '../store/secret.ts';
import { namesOf } from '../store/sight.ts';
import { checkSecrets } from './enter-member.ts';

export interface Attaching {
  readonly personId: PersonId;
  readonly kind: string;
  readonly hostOrgId?: OrgId | undefined;
  readonly hostName: string;
  readonly duty: string;
  readonly paper: string;
  readonly from: PlainDate;
  readonly to?: PlainDate | undefined;
}

/** Life shared elsewhere while the formal membership stays (situation 1): 借调、挂职、驻村 and the like. */
export async function attach(
  write: Write,
  input: Attaching,
): Promise<Result<{ attachmentId: AttachmentId }>> {
  const own = await ownFile(write, input.personId);
  if (!own.ok) return own;
  const { hostOrgId } = input;
  const host =
    hostOrgId === undefined ? null : ((await knownOrgs(write, [hostOrgId])).get(hostOrgId) ?? null);
  if (hostOrgId !== undefined && host === null) return refuse('common.not_found');
  const hostName = host?.name ?? input.hostName;
  if (hostName === '') return refuse('members.attachment_host_missing');
  if (input.to !== undefined && input.to <= input.from)
    return refuse('members.dates_out_of_order', { earlier: '开始日期', later: '结束日期' });
  const names = await namesOf(write, [input.personId]);
  await write.tick(own.value.orgId);
  const attachmentId = await insertAttachment(write, own.value, input.from, {
    personId: input.personId,
    personName: names.get(input.personId) ?? '',
    kind: input.kind,
    host,
    hostName,
    duty: input.duty,
    paper: input.paper,
    to: input.to ?? null,
  });
  await write.audit({
    action: 'members.attach',
    objectKind: 'person',
    objectId: input.personId,
    place: own.value,
    forPersonId: input.personId,
    fields: { kind: input.kind, host: hostName, from: input.from, to: input.to ?? null },
  });
  return ok({ attachmentId });
}

export async function endAttachment(
  write: Write,
  input: { readonly attachmentId: AttachmentId; readonly on: PlainDate },
): Promise<Result<Record<string, never>>> {
  const row = await attachmentOf(write, input.attachmentId);
  if (row === null) return refuse('common.not_found');
  const own = await ownFile(write, row.person_id as PersonId);
  if (!own.ok) return own;
  if (input.on <= row.valid_from)
    return refuse('members.dates_out_of_order', { earlier: '开始日期', later: '结束日期' });
  await write.tick(own.value.orgId);
  if (!(await endAttachmentRow(write, input.attachmentId, input.on)))
    return refuse('common.changed_meanwhile');
  await write.audit({
    action: 'members.end_attachment',
    objectKind: 'person',
    objectId: row.person_id,
    place: own.value,
    forPersonId: row.person_id,
    fields: { on: input.on, host: row.host_name },
  });
  return ok({});
}

/**
 * Ends an attachment that another record carries, without asking for a later day: one that had not begun
 * by then falls away. The caller audits.
 */
export async function detach(
  write: Write,
  attachmentId: AttachmentId,
  on: PlainDate,
): Promise<Result<null>> {
  const row = await attachmentOf(write, attachmentId);
  if (row === null || row.valid_to !== null) return ok(null);
  const own = await ownFile(write, row.person_id as PersonId);
  if (!own.ok) return own;
  await write.tick(own.value.orgId);
  await endAttachmentRow(write, attachmentId, on > row.valid_from ? on : row.valid_from);
  return ok(null);
}

/** Somebody whose formal membership is outside this installation and who takes part in a branch's life here. */
export async function receiveGuest(
  write: Write,
  input: {
    readonly orgId: OrgId;
    readonly name: string;
    readonly phone?: string | undefined;
    readonly kind: string;
    readonly homeName: string;
    readonly from: PlainDate;
    readonly to?: PlainDate | undefined;
  },
): Promise<Result<{ personId: PersonId; attachmentId: AttachmentId }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  if (input.to !== undefined && input.to <= input.from)
    return refuse('members.dates_out_of_order', { earlier: '开始日期', later: '结束日期' });
  const secrets = checkSecrets(write.today, {
    phone: input.phone === '' ? undefined : input.phone,
  });
  if (!secrets.ok) return secrets;
  const name = tidyName(input.name);
  const personId = await insertPerson(write, own.value, input.from, {
    ...NO_FIELDS,
    name,
    workUnit: input.homeName,
  });
  await insertSecrets(write, own.value, personId, { phone: secrets.value.phone });
  const attachmentId = await insertAttachment(write, own.value, input.from, {
    personId,
    personName: name,
    kind: input.kind,
    host: own.value,
    hostName: input.homeName,
    duty: '',
    paper: '',
    to: input.to ?? null,
  });
  await write.audit({
    action: 'members.receive_guest',
    objectKind: 'person',
    objectId: personId,
    place: own.value,
    forPersonId: personId,
    fields: { name, kind: input.kind, home: input.homeName, from: input.from },
  });
  return ok({ personId, attachmentId });
}
