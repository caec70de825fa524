import type { Id } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace } from '#modules/organisations';
import { caseForUpdate, type CaseId, type CaseRow } from '../store/cases.ts';
import { objectionsOf, saveObjection } from '../store/parts.ts';

async function ownCase(write: Write, caseId: CaseId): Promise<Result<CaseRow>> {
  const row = await caseForUpdate(write, caseId);
  if (row === null) return refuse('common.not_found');
  const own = await ownPlace(write, row.place.orgId);
  if (!own.ok) return own;
  await write.tick(row.place.orgId);
  return ok(row);
}

/** An objection to a public notice gets the next number; who raised it is not kept. */
export async function recordObjection(
  write: Write,
  input: { readonly caseId: CaseId; readonly receivedOn: PlainDate; readonly matter: string },
): Promise<Result<{ objectionId: Id<'Objection'>; number: number }>> {
  const found = await ownCase(write, input.caseId);
  if (!found.ok) return found;
  const row = found.value;
  if (row.state !== 'target_noticed') return refuse('admissions.no_notice');
  if (input.receivedOn > write.today)
    return refuse('procedure.in_future', { day: input.receivedOn });
  const number = (await objectionsOf(write, row.caseId)).length + 1;
  const objectionId = write.newId<'Objection'>();
  await saveObjection(write, row.place, row.caseId, {
    objectionId,
    number,
    receivedOn: input.receivedOn,
    matter: input.matter,
    answeredOn: null,
    answer: '',
  });
  await write.audit({
    action: 'admissions.object',
    objectKind: 'admission_case',
    objectId: row.caseId,
    place: row.place,
    fields: { number, receivedOn: input.receivedOn },
  });
  return ok({ objectionId, number });
}

/** The answer to an objection; before it the notice cannot be closed. */
export async function answerObjection(
  write: Write,
  input: {
    readonly caseId: CaseId;
    readonly objectionId: Id<'Objection'>;
    readonly on: PlainDate;
    readonly answer: string;
  },
): Promise<Result<Record<string, never>>> {
  const found = await ownCase(write, input.caseId);
  if (!found.ok) return found;
  const row = found.value;
  const one = (await objectionsOf(write, row.caseId)).find(
    (objection) => objection.objectionId === input.objectionId,
  );
  if (one === undefined) return refuse('common.not_found');
  if (one.answeredOn !== null) return refuse('admissions.objection_answered');
  if (input.on > write.today) return refuse('procedure.in_future', { day: input.on });
  if (input.on < one.receivedOn)
    return refuse('procedure.before_last_step', { day: one.receivedOn });
  await saveObjection(write, row.place, row.caseId, {
    ...one,
    answeredOn: input.on,
    answer: input.answer,
  });
  await write.audit({
    action: 'admissions.answer',
    objectKind: 'admission_case',
    objectId: row.caseId,
    place: row.place,
    fields: { number: one.number, on: input.on },
  });
  return ok({});
}
