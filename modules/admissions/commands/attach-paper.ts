import type { Id } from '#kernel/ids';
import { ok, refuse, type Result } from '#kernel/result';
import { takeFile, type Write } from '#platform/db';
import { ownPlace } from '#modules/organisations';
import { caseForUpdate, type CaseId } from '../store/cases.ts';
import { deleteFile, insertFile } from '../store/files.ts';

/** Adds the scan of a paper to a dossier. */
export async function attachPaper(
  write: Write,
  input: { readonly caseId: CaseId; readonly paper: string; readonly fileId: Id<'File'> },
): Promise<Result<Record<string, never>>> {
  const row = await caseForUpdate(write, input.caseId);
  if (row === null) return refuse('common.not_found');
  const own = await ownPlace(write, row.place.orgId);
  if (!own.ok) return own;
  const taken = await takeFile(write, input.fileId, `admissions:${row.caseId}`, own.value);
  if (!taken.ok) return taken;
  await insertFile(write, own.value, row.caseId, { ...taken.value, paper: input.paper });
  await write.audit({
    action: 'admissions.attach',
    objectKind: 'admission_case',
    objectId: row.caseId,
    place: own.value,
    forPersonId: row.personId,
    fields: { paper: input.paper },
  });
  return ok({});
}

/** Takes a scan off a dossier; the log keeps that it was there. */
export async function detachPaper(
  write: Write,
  input: { readonly caseId: CaseId; readonly id: string },
): Promise<Result<Record<string, never>>> {
  const row = await caseForUpdate(write, input.caseId);
  if (row === null) return refuse('common.not_found');
  const own = await ownPlace(write, row.place.orgId);
  if (!own.ok) return own;
  if (!(await deleteFile(write, row.caseId, input.id))) return refuse('common.not_found');
  await write.audit({
    action: 'admissions.detach',
    objectKind: 'admission_case',
    objectId: row.caseId,
    place: own.value,
    forPersonId: row.personId,
    fields: { id: input.id },
  });
  return ok({});
}
