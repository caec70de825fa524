import type { PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace } from '#modules/organisations';
import { load, type Loaded } from '../queries/facts.ts';
import { caseForUpdate, type CaseId } from '../store/cases.ts';
import { beginPause, endPause } from '../store/parts.ts';
import { advance } from './advance.ts';

interface Asked {
  readonly caseId: CaseId;
  readonly on: PlainDate;
  readonly basedOn: number;
}

/** The case of an act on it, locked and unchanged since it was read. */
async function begun(write: Write, input: Asked): Promise<Result<Loaded>> {
  const row = await caseForUpdate(write, input.caseId);
  if (row === null) return refuse('common.not_found');
  const own = await ownPlace(write, row.place.orgId);
  if (!own.ok) return own;
  if (row.version !== input.basedOn) return refuse('common.changed_meanwhile');
  if (input.on > write.today) return refuse('procedure.in_future', { day: input.on });
  await write.tick(row.place.orgId);
  return ok(await load(write, row, input.on, {}, null));
}

/** 中止: nothing goes on and no term reminds from a day on, with the reason. */
export async function pause(
  write: Write,
  input: Asked & { readonly reason: string },
): Promise<Result<{ version: number }>> {
  const found = await begun(write, input);
  if (!found.ok) return found;
  const { row, file } = found.value;
  if (file.pauses.some((one) => one.to === null)) return refuse('procedure.paused');
  await beginPause(write, row.place, row.caseId, input.on, input.reason);
  const version = await advance(write, found.value, file);
  await write.audit({
    action: 'admissions.pause',
    objectKind: 'admission_case',
    objectId: row.caseId,
    place: row.place,
    forPersonId: row.personId,
    fields: { on: input.on },
    reason: input.reason,
  });
  return ok({ version });
}

/** 恢复: goes on from a day on. */
export async function resume(write: Write, input: Asked): Promise<Result<{ version: number }>> {
  const found = await begun(write, input);
  if (!found.ok) return found;
  const { row, file } = found.value;
  if (!(await endPause(write, row.caseId, input.on))) return refuse('admissions.not_paused');
  const version = await advance(write, found.value, file);
  await write.audit({
    action: 'admissions.resume',
    objectKind: 'admission_case',
    objectId: row.caseId,
    place: row.place,
    forPersonId: row.personId,
    fields: { on: input.on },
  });
  return ok({ version });
}
