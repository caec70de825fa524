import { parseHolidayFile } from '#kernel/holiday-file';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace } from '../policy.ts';
import { bodiesAbove } from '../store/look-up.ts';
import { saveWorkYears } from '../store/work-years.ts';

/**
 * Takes over the days off and worked of years from a file, for the whole tree: so only at its top. With
 * anything wrong in it nothing is kept.
 */
export async function loadWorkYears(
  write: Write,
  input: { readonly text: string },
): Promise<Result<{ years: number[] }>> {
  const own = await ownPlace(write, write.actor.orgId);
  if (!own.ok) return own;
  if ((await bodiesAbove(write, own.value.orgId, write.today)).length > 0)
    return refuse('organisations.holidays_top_only');
  const { years, problems } = parseHolidayFile(input.text);
  const [problem] = problems;
  if (problem !== undefined)
    return refuse('organisations.holiday_file', {
      problem: problem.line === null ? problem.text : `第${problem.line}行：${problem.text}`,
    });
  await write.tick(own.value.orgId);
  await saveWorkYears(write, own.value, years);
  await write.audit({
    action: 'organisations.load_work_years',
    objectKind: 'organisation',
    objectId: own.value.orgId,
    place: own.value,
    fields: { years: years.map((one) => one.year), sources: years.map((one) => one.source) },
  });
  return ok({ years: years.map((one) => one.year) });
}
