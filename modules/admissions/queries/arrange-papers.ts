import type { Inputs } from '#contract/lib';
import type { admissionsContract } from '#contract/admissions';
import { toFile } from '#engines/document';
import { addMonths, monthOf, monthsBetween, type PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Read } from '#platform/db';
import { orgNames, placeOf } from '#modules/organisations';
import { calendarSheet, idleSheet } from '../documents/arrange-papers.ts';
import { calendar } from './calendar.ts';
import { idle } from './idle.ts';

type In = Inputs<typeof admissionsContract>;

const nameOf = async (read: Read, orgId: string): Promise<string> =>
  (await orgNames(read, [orgId])).get(orgId)?.name ?? '';

/** 发展日历 of an organisation, printed by month. */
export async function calendarPaper(read: Read, input: In['calendarPaper']): Promise<Result<File>> {
  if ((await placeOf(read, input.orgId)) === null) return refuse('common.not_found');
  const found = await calendar(read, input);
  if (found === null) return refuse('common.not_found');
  const orgName = await nameOf(read, input.orgId);
  const from = read.today;
  const document = calendarSheet({
    orgName,
    from,
    until: addMonths(from, 12),
    lines: found.lines.map((line) => {
      const on = line.on as PlainDate;
      return {
        ...line,
        on,
        month: monthOf(on < from ? from : on),
        overdue: line.kind === 'latest' && on < from,
      };
    }),
  });
  return ok(await toFile(document, `发展党员日历 ${orgName}`, input.format));
}

/** `3年2个月`. */
const gapText = (months: number): string =>
  months % 12 === 0 ? `${months / 12}年` : `${Math.floor(months / 12)}年${months % 12}个月`;

/** The list of branches without an admission in three years. */
export async function idlePaper(read: Read, input: In['idlePaper']): Promise<Result<File>> {
  const found = await idle(read, input);
  if (found === null) return refuse('common.not_found');
  const orgName = await nameOf(read, input.orgId);
  const document = idleSheet({
    orgName,
    on: read.today,
    since: found.since as PlainDate,
    branches: found.branches,
    rows: found.rows.map((row) => {
      const last = row.last as PlainDate | null;
      return { ...row, last, gap: last === null ? '' : gapText(monthsBetween(last, read.today)) };
    }),
  });
  return ok(await toFile(document, `近三年未发展党员的党支部 ${orgName}`, input.format));
}
