import type { Inputs, Outputs } from '#contract/lib';
import type { reportsContract } from '#contract/reports';
import type { OrgId } from '#kernel/ids';
import { offsetOf } from '#kernel/paging';
import { dayOf } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { orgNames } from '#modules/organisations';
import { reportPage, type ReportId } from '../store/working.ts';

type Out = Outputs<typeof reportsContract>['list'];

/** Reports within one's scope; a year is that in which their period ends. */
export async function list(
  read: Read,
  input: Inputs<typeof reportsContract>['list'],
): Promise<Out> {
  const { kind, state, year } = input;
  const found = await reportPage(
    read,
    {
      ...(kind === undefined ? {} : { kind }),
      ...(state === undefined ? {} : { state }),
      ...(year === undefined ? {} : { from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) }),
    },
    { limit: input.pageSize, offset: offsetOf(input) },
  );
  const names = await orgNames(
    read,
    found.rows.map((row) => row.org_id),
  );
  return {
    rows: found.rows.map((row) => ({
      reportId: row.id as ReportId,
      kind: row.kind,
      title: row.title,
      orgId: row.org_id as OrgId,
      orgName: names.get(row.org_id)?.name ?? '',
      authorName: row.author_name,
      from: row.period_from,
      to: row.period_to,
      state: row.state,
      edition: row.edition,
      changedAt: row.changed_at.toISOString(),
    })),
    total: found.total,
  };
}
