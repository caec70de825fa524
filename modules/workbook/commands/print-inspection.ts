import type { Inputs } from '#contract/lib';
import type { workbookContract } from '#contract/workbook';
import { chineseDate, yearOf } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace } from '#modules/organisations';
import { insertPrint, type PrintId } from '../store.ts';

/**
 * Records that a year's box is printed and who asked for it; only then can it be opened. The count
 * belongs to the burden of whoever asks.
 */
export async function printInspection(
  write: Write,
  input: Omit<Inputs<typeof workbookContract>['printInspection'], 'commandId'>,
): Promise<Result<{ printId: PrintId }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  if (input.year > yearOf(write.today)) return refuse('workbook.year_ahead', { year: input.year });
  if (input.askedOn !== undefined && input.askedOn > write.today)
    return refuse('workbook.asked_ahead', { day: chineseDate(input.askedOn) });
  await write.tick(input.orgId);
  const printId = await insertPrint(write, own.value, {
    year: input.year,
    askedBy: input.askedBy,
    askedOn: input.askedOn ?? null,
    purpose: input.purpose,
  });
  await write.audit({
    action: 'workbook.print_inspection',
    objectKind: 'inspection_print',
    objectId: printId,
    place: own.value,
    fields: { year: input.year, askedBy: input.askedBy },
  });
  return ok({ printId });
}
